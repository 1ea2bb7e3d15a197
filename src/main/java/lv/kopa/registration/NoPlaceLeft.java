package lv.kopa.registration;

/** There is no place for a person who was to have one; breaks the transaction off that had counted on it. */
final class NoPlaceLeft extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoPlaceLeft() {
        super(null, null, false, false);
    }
}
