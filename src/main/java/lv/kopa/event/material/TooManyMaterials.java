package lv.kopa.event.material;

import lv.kopa.text.Refusal;

/** The event has as many materials as anybody would look through. */
final class TooManyMaterials extends Refusal {
    private static final long serialVersionUID = 1L;

    TooManyMaterials(int most) {
        super("material.too-many", most);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
