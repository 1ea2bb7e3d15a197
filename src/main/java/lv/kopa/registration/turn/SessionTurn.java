package lv.kopa.registration.turn;

import io.micronaut.core.annotation.Introspected;

/**
 * Somebody's turn in the line for a full session.
 *
 * @param number from the event's one queue, which those are in too who wait for their place in the event
 */
@Introspected
public record SessionTurn(long registrationId, long sessionId, int number) {}
