package lv.kopa.mail;

/** One mail of the outbox with all that it says, and what became of it. */
public record OutboxMail(OutboxItem item, Mail mail) {}
