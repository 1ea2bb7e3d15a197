package lv.kopa.registration.change;

import lv.kopa.event.EventDetails;

/**
 * The people of an event are told of what changed; announced inside the transaction that tells them.
 *
 * @param known the event as it was before all of it
 */
public record ChangesTold(Snapshot known, EventDetails event) {}
