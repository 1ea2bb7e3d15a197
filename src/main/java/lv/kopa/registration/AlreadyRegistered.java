package lv.kopa.registration;

/** The database knows a living registration of this address for this event; the transaction must be undone. */
final class AlreadyRegistered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AlreadyRegistered() {
        super("already registered", null, false, false);
    }
}
