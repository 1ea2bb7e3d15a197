package lv.kopa.registration.attendees;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lv.kopa.registration.Registration;
import lv.kopa.registration.guardian.Guardian;
import lv.kopa.registration.turn.SessionTurns.Position;

/**
 * A page of the registrations of an event.
 *
 * @param positions the turn of each who waits, by the id of the registration
 * @param sessions the ids of those each chose, by the id of the registration
 * @param turns where each stands in line for full sessions, by the id of the registration
 * @param awaited how many wait for a full session besides their place in the event, by the id of the session
 * @param photographed the ids of those who agreed to be seen in pictures
 * @param contacts the name of who registered them, where that was somebody else, by the id of the registration
 * @param partners of whose delegations they are, by the id of the registration
 * @param unconfirmed the ids of those who have yet to confirm their address
 * @param offered until when places are offered, by the id of the registration
 * @param doubles the ids of those whose name others who come have too
 * @param guardians who answers for those under 18, by the id of the registration
 * @param total how many match, on all pages
 * @param isLast whether there is no page after it
 */
public record AttendeeList(
        List<Registration> registrations,
        Map<Long, Integer> positions,
        Map<Long, List<Long>> sessions,
        Map<Long, List<Position>> turns,
        Map<Long, Long> awaited,
        Set<Long> photographed,
        Map<Long, String> contacts,
        Map<Long, String> partners,
        Set<Long> unconfirmed,
        Map<Long, Instant> offered,
        Set<Long> doubles,
        Map<Long, Guardian> guardians,
        long total,
        boolean isLast) {}
