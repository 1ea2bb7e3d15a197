package lv.kopa.event.copy;

import java.util.Set;
import lv.kopa.event.Event;

/**
 * An event was copied; announced inside the transaction that does it, to whoever keeps something of the event.
 *
 * @param from the event
 * @param to the copy, a draft
 * @param parts what it takes along
 */
public record EventCopied(Event from, Event to, Set<EventPart> parts, String actor) {}
