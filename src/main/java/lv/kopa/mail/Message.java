package lv.kopa.mail;

/** A mail as its reader has it: what it said and what became of it, without what went with it. */
public record Message(OutboxItem item, Wording wording) {}
