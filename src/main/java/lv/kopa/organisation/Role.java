package lv.kopa.organisation;

/** What somebody is in an organisation's team. */
public enum Role {
    /** Does everything, and looks after the organisation itself and its team. */
    OWNER,
    /** Plans events and looks after who comes. */
    ORGANISER,
    /** Records at the door who comes. */
    CHECK_IN,
    /** Looks at everything but what is sensitive, and changes nothing. */
    AUDITOR;

    /**
     * Whether it is enough where another role is needed. An auditor looks wherever somebody may look, and does nothing
     * even where little is needed.
     */
    boolean suffices(Role needed, boolean looking) {
        return switch (this) {
            case OWNER -> true;
            case ORGANISER -> needed != OWNER;
            case CHECK_IN -> needed == CHECK_IN;
            case AUDITOR -> needed == AUDITOR || (looking && needed == CHECK_IN);
        };
    }
}
