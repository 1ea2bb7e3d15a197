package lv.kopa.mail;

/** There is mail in the outbox that may be sent as soon as the running transaction is through. */
public record MailPut() {}
