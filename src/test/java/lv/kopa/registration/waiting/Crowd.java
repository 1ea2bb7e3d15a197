package lv.kopa.registration.waiting;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.database.TestDatabase;

/** Everybody who ever registered for an event, as the database has them, in line or not. */
record Crowd(List<Member> members) {
    /**
     * One of them.
     *
     * @param standing IN_LINE, HELD for who waits and has yet to confirm the address, OFFERED, NAMED for who fills a
     *     place of a delegation, or the status
     * @param kinds of place that they would take; the one they have, where they have one
     * @param rest what they take up besides: sessions and choices
     */
    record Member(long id, String standing, int turn, Set<String> kinds, Set<String> rest) {
        boolean isInLine() {
            return standing.equals("IN_LINE");
        }

        boolean hasPlace() {
            return isSeated() || standing.equals("NAMED");
        }

        /** Whether they have a place that others wanted too. */
        boolean isSeated() {
            return standing.equals("OFFERED") || standing.equals("CONFIRMED");
        }
    }

    static Crowd of(TestDatabase database, String slug) {
        return new Crowd(
                database.texts("""
                        SELECT CONCAT_WS('|', r.id,
                          CASE WHEN o.id IS NOT NULL THEN 'OFFERED'
                            WHEN EXISTS (SELECT 1 FROM delegation_member m
                              WHERE m.registration_id = r.id AND m.left_at IS NULL) THEN 'NAMED'
                            WHEN r.status <> 'WAITING' THEN r.status
                            WHEN EXISTS (SELECT 1 FROM address_hold h WHERE h.registration_id = r.id AND h.revision = r.revision
                              AND h.confirmed_at IS NULL AND h.ran_out_at IS NULL) THEN 'HELD'
                            ELSE 'IN_LINE' END,
                          COALESCE(r.queue_number, 0),
                          COALESCE(o.category_id, r.category_id),
                          COALESCE((SELECT GROUP_CONCAT(w.category_id) FROM registration_wish w
                            WHERE w.registration_id = r.id), ''),
                          COALESCE((SELECT GROUP_CONCAT('s', s.session_id) FROM registration_session s
                            WHERE s.registration_id = r.id), ''),
                          COALESCE((SELECT GROUP_CONCAT('c', a.choice_id) FROM answer a
                            WHERE a.registration_id = r.id AND a.choice_id IS NOT NULL), ''))
                        FROM registration r JOIN event e ON e.id = r.event_id
                        LEFT JOIN place_offer o ON o.open_for = r.id
                        WHERE e.slug = '%s' ORDER BY r.id""".formatted(slug)).stream().map(Crowd::member).toList());
    }

    private static Member member(String row) {
        String[] cells = row.split("\\|", -1);
        Set<String> kinds = new TreeSet<>(Set.of(cells[3]));
        if (cells[1].equals("IN_LINE")) {
            kinds.addAll(words(cells[4]));
        }
        Set<String> rest = new TreeSet<>(words(cells[5]));
        rest.addAll(words(cells[6]));
        return new Member(Long.parseLong(cells[0]), cells[1], Integer.parseInt(cells[2]), kinds, rest);
    }

    private static Set<String> words(String list) {
        return Stream.of(list.split(",")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    /** Who was given or offered something since, that somebody still waits for who was in line before them. */
    List<String> overtakers(Crowd now) {
        List<String> overtakers = new ArrayList<>();
        for (Member after : now.members) {
            int turn = members.stream()
                    .filter(before -> before.id() == after.id())
                    .map(before -> before.hasPlace() ? -1 : before.isInLine() ? before.turn() : Integer.MAX_VALUE)
                    .findFirst()
                    .orElse(Integer.MAX_VALUE);
            if (!after.isSeated() || turn < 0) {
                continue;
            }
            members.stream()
                    .filter(before -> before.isInLine() && before.turn() < turn)
                    .filter(before ->
                            now.members.stream().anyMatch(same -> same.id() == before.id() && same.isInLine()))
                    .filter(before -> before.kinds().containsAll(after.kinds())
                            && after.rest().containsAll(before.rest()))
                    .forEach(before -> overtakers.add(after + " overtook " + before));
        }
        return overtakers;
    }

    /** Who waits although there is all that they want. */
    List<String> forgotten(TestDatabase database, String slug) {
        Set<String> free = Set.copyOf(database.texts("""
                SELECT 'event' FROM event WHERE slug = '%1$s' AND (places IS NULL OR places_taken < places)
                UNION ALL SELECT CAST(c.id AS CHAR) FROM category c JOIN event e ON e.id = c.event_id
                  WHERE e.slug = '%1$s' AND (c.places IS NULL OR c.places_taken < c.places)
                UNION ALL SELECT CONCAT('s', s.id) FROM session s JOIN event e ON e.id = s.event_id
                  WHERE e.slug = '%1$s' AND (s.places IS NULL OR s.places_taken < s.places)
                UNION ALL SELECT CONCAT('c', c.id) FROM choice c JOIN question q ON q.id = c.question_id
                  JOIN event e ON e.id = q.event_id
                  WHERE e.slug = '%1$s' AND (c.places IS NULL OR c.places_taken < c.places)""".formatted(slug)));
        return members.stream()
                .filter(member -> member.isInLine()
                        && free.contains("event")
                        && free.containsAll(member.rest())
                        && member.kinds().stream().anyMatch(free::contains))
                .map(member -> member + " is forgotten")
                .toList();
    }
}
