package lv.kopa.registration.selection;

/** Somebody else wrote another note meanwhile. The transaction must be undone. */
final class NoteChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String reference;

    NoteChanged(String reference) {
        super("rewritten", null, false, false);
        this.reference = reference;
    }

    String reference() {
        return reference;
    }
}
