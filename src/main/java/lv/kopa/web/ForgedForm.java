package lv.kopa.web;

import lv.kopa.text.Refusal;

/** A form came without the token that ours carry: forged, or a page so old that its cookie is gone. */
final class ForgedForm extends Refusal {
    private static final long serialVersionUID = 1L;

    ForgedForm() {
        super("web.form.forged");
    }

    @Override
    public Kind kind() {
        return Kind.FORBIDDEN;
    }
}
