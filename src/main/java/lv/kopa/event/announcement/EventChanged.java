package lv.kopa.event.announcement;

import lv.kopa.event.EventDetails;

/** A published event was changed; announced inside the transaction that changes it. */
public record EventChanged(EventDetails before, EventDetails after) {}
