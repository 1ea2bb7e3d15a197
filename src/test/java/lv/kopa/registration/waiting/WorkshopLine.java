package lv.kopa.registration.waiting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.database.TestDatabase;

/** Who has which session of an event, and who waits for which, as the database has it. */
record WorkshopLine(List<Member> members) {
    /**
     * One of them.
     *
     * @param placed whether they have a place in the event
     * @param offered whether one is kept for them, and what they want with it
     * @param queue their number in line for one; 0 for none
     * @param has what they have, or want with the place that they wait for
     * @param turns their numbers by what they wait for besides
     */
    record Member(long id, boolean placed, boolean offered, int queue, Set<String> has, Map<String, Integer> turns) {
        /** Whether this session is theirs, or is kept for them. */
        boolean keeps(String session) {
            return (placed || offered) && has.contains(session);
        }
    }

    static WorkshopLine of(TestDatabase database, String slug) {
        return new WorkshopLine(database.texts("""
                SELECT CONCAT_WS('|', r.id, r.status, EXISTS(SELECT 1 FROM place_offer o WHERE o.open_for = r.id),
                  COALESCE(r.queue_number, 0),
                  COALESCE((SELECT GROUP_CONCAT(s.session_id) FROM registration_session s
                    WHERE s.registration_id = r.id), ''),
                  COALESCE((SELECT GROUP_CONCAT(t.session_id, ':', t.number) FROM session_turn t
                    WHERE t.registration_id = r.id), ''))
                FROM registration r JOIN event e ON e.id = r.event_id
                WHERE e.slug = '%s' ORDER BY r.id""".formatted(slug)).stream()
                .map(WorkshopLine::member)
                .toList());
    }

    private static Member member(String row) {
        String[] cells = row.split("\\|", -1);
        Map<String, Integer> turns = new HashMap<>();
        words(cells[5]).forEach(turn -> turns.put(turn.split(":")[0], Integer.parseInt(turn.split(":")[1])));
        return new Member(
                Long.parseLong(cells[0]),
                cells[1].equals("CONFIRMED"),
                cells[2].equals("1"),
                Integer.parseInt(cells[3]),
                words(cells[4]).collect(Collectors.toSet()),
                turns);
    }

    private static Stream<String> words(String list) {
        return Stream.of(list.split(",")).filter(word -> !word.isEmpty());
    }

    private Optional<Member> same(Member member) {
        return members.stream().filter(other -> other.id() == member.id()).findFirst();
    }

    /** Who has a session since, that somebody still waits for who was in line for it before them. */
    List<String> overtakers(WorkshopLine now) {
        List<String> overtakers = new ArrayList<>();
        for (Member after : now.members) {
            Optional<Member> before = same(after);
            for (String session : after.has()) {
                if (after.keeps(session)
                        && before.filter(then -> then.keeps(session)).isEmpty()) {
                    int turn = before.map(then -> turn(then, session)).orElse(Integer.MAX_VALUE);
                    members.stream()
                            .filter(other -> other.placed()
                                    && other.turns().getOrDefault(session, Integer.MAX_VALUE) < turn
                                    && now.same(other)
                                            .filter(still -> still.placed()
                                                    && Objects.equals(
                                                            other.turns().get(session),
                                                            still.turns().get(session)))
                                            .isPresent())
                            .forEach(other -> overtakers.add(after + " overtook " + other));
                }
            }
        }
        return overtakers;
    }

    private static int turn(Member member, String session) {
        int alone = member.turns().getOrDefault(session, Integer.MAX_VALUE);
        boolean whole = !member.placed() && member.queue() > 0 && member.has().contains(session);
        return whole ? Math.min(alone, member.queue()) : alone;
    }

    /** Who has a place in the event, and waits for a session that has one too. */
    List<String> forgotten(TestDatabase database, String slug) {
        Set<String> free = Set.copyOf(database.texts("""
                SELECT CAST(s.id AS CHAR) FROM session s JOIN event e ON e.id = s.event_id
                WHERE e.slug = '%s' AND s.places_taken < s.places""".formatted(slug)));
        return members.stream()
                .filter(member ->
                        member.placed() && member.turns().keySet().stream().anyMatch(free::contains))
                .map(member -> member + " is forgotten")
                .toList();
    }
}
