package lv.kopa.web.idempotency;

import lv.kopa.text.Refusal;

/** An Idempotency-Key came again, with another body. */
final class KeyReused extends Refusal {
    private static final long serialVersionUID = 1L;

    KeyReused() {
        super("web.idempotency.reused");
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
