package lv.kopa.mail;

/** There is mail in the outbox that may be sent; announced once the transaction that put it there is through. */
public record MailPut() {}
