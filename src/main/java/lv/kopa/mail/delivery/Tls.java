package lv.kopa.mail.delivery;

/** How the way to the mail server is kept from others. */
public enum Tls {
    /** Not at all: for a mail server on the same machine. */
    NONE,
    /** Plain at first, then TLS, which the server must offer. */
    STARTTLS,
    /** TLS from the first byte. */
    SMTPS
}
