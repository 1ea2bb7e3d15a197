package lv.kopa.event.material;

import lv.kopa.text.Refusal;

/** There is no such material, or not for this reader, or not yet. */
public final class UnknownMaterial extends Refusal {
    private static final long serialVersionUID = 1L;

    public UnknownMaterial() {
        super("material.unknown");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
