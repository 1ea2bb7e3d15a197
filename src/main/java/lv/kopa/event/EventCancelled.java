package lv.kopa.event;

/** A published event was cancelled; announced inside the transaction that cancels it. */
public record EventCancelled(EventDetails event) {}
