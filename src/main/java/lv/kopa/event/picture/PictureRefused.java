package lv.kopa.event.picture;

import lv.kopa.text.Refusal;

/** What was uploaded cannot be the picture of an event. */
final class PictureRefused extends Refusal {
    private static final long serialVersionUID = 1L;

    PictureRefused(String key) {
        super(key);
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
