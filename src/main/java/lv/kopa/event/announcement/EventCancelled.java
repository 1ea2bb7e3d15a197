package lv.kopa.event.announcement;

import lv.kopa.event.EventDetails;

/** A published event was cancelled; announced inside the transaction that cancels it. */
public record EventCancelled(EventDetails event) {}
