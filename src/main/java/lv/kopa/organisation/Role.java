package lv.kopa.organisation;

/** What somebody is in an organisation's team. */
public enum Role {
    /** Does everything, and looks after the organisation itself. */
    OWNER,
    /** Plans events and looks after who comes. */
    ORGANISER
}
