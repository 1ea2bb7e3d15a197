package lv.kopa.organisation.oidc;

/** That a provider did not say who somebody is. */
public class NotIdentified extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Because because;

    /** Why. */
    public enum Because {
        /** The person, or the provider, did not want to. */
        REFUSED,
        /** The browser did not set out from here, or too long ago. */
        UNASKED,
        /** It cannot be reached, or says what it must not. */
        UNREACHABLE
    }

    NotIdentified(Because because) {
        super(because.name());
        this.because = because;
    }

    NotIdentified(Because because, Exception cause) {
        super(because.name(), cause);
        this.because = because;
    }

    public Because because() {
        return because;
    }

    /** For those who run the installation. */
    public String said() {
        return String.valueOf(getCause() == null ? getMessage() : getCause().getMessage());
    }
}
