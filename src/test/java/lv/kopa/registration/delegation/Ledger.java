package lv.kopa.registration.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lv.kopa.database.TestDatabase;

/** Holds every counter of places against the rows that it counts, and what must not be beside what must. */
public final class Ledger {
    private static final String RESERVED = """
            (SELECT COALESCE(SUM(p.places - p.filled + p.apart), 0)
             FROM delegation_places p JOIN delegation d ON d.id = p.delegation_id
             WHERE d.closed_at IS NULL AND """;

    /** Who takes up a place besides: confirmed people, and those to whom one is offered. */
    private static final String HOLDERS = """
            (SELECT r.id, r.event_id, r.category_id FROM registration r WHERE r.status = 'CONFIRMED'
             UNION ALL
             SELECT r.id, r.event_id, o.category_id FROM registration r JOIN place_offer o ON o.open_for = r.id)""";

    private static final String COUNTERS = """
            SELECT CONCAT('event ', e.slug, ' counts ', e.places_taken) FROM event e
              WHERE e.places_taken <> (SELECT COUNT(*) FROM %1$s h WHERE h.event_id = e.id) + %2$s d.event_id = e.id)
            UNION ALL
            SELECT CONCAT('category ', c.category_key, ' counts ', c.places_taken) FROM category c
              WHERE c.places_taken <> (SELECT COUNT(*) FROM %1$s h WHERE h.category_id = c.id) + %2$s p.category_id = c.id)
            UNION ALL
            SELECT CONCAT('session ', s.id, ' counts ', s.places_taken) FROM session s
              WHERE s.places_taken <> (SELECT COUNT(*) FROM %1$s h
                JOIN registration_session x ON x.registration_id = h.id WHERE x.session_id = s.id)
            UNION ALL
            SELECT CONCAT('choice ', c.id, ' counts ', c.places_taken) FROM choice c
              WHERE c.places_taken <> (SELECT COUNT(*) FROM %1$s h
                JOIN answer a ON a.registration_id = h.id WHERE a.choice_id = c.id)
            UNION ALL
            SELECT CONCAT('places ', p.id, ' of a delegation: ', p.filled, ' ', p.apart) FROM delegation_places p
              WHERE p.filled > p.places
                OR p.filled <> (SELECT COUNT(*) FROM delegation_member m WHERE m.places_id = p.id AND m.left_at IS NULL)
                OR p.apart <> (SELECT COUNT(*) FROM delegation_member m
                  WHERE m.places_id = p.id AND m.left_at IS NULL AND m.registration_id IS NULL)
            """.formatted(HOLDERS, RESERVED);

    private static final String PEOPLE = """
            SELECT CONCAT(r.reference, ' is ', r.status, ' and offered a place') FROM registration r
              JOIN place_offer o ON o.open_for = r.id WHERE r.status <> 'WAITING'
            UNION ALL
            SELECT CONCAT(r.reference, ' is named and ', r.status) FROM delegation_member m
              JOIN registration r ON r.id = m.registration_id WHERE m.left_at IS NULL AND r.status <> 'CONFIRMED'
            UNION ALL
            SELECT CONCAT(r.reference, ' is ', r.status, ' with number ', COALESCE(r.queue_number, 'none'))
              FROM registration r WHERE (r.status = 'WAITING') <> (r.queue_number IS NOT NULL)
            UNION ALL
            SELECT CONCAT(COUNT(*), ' have number ', r.queue_number) FROM registration r
              WHERE r.queue_number IS NOT NULL GROUP BY r.event_id, r.queue_number HAVING COUNT(*) > 1
            UNION ALL
            SELECT CONCAT(r.reference, ' has number ', r.queue_number, ' of ', e.queue_last) FROM registration r
              JOIN event e ON e.id = r.event_id WHERE r.queue_number > e.queue_last
            UNION ALL
            SELECT CONCAT(r.reference, ' has and awaits session ', t.session_id) FROM session_turn t
              JOIN registration_session x ON x.registration_id = t.registration_id AND x.session_id = t.session_id
              JOIN registration r ON r.id = t.registration_id
            """;

    private final TestDatabase database;

    public Ledger(TestDatabase database) {
        this.database = database;
    }

    /** Taken places are confirmed people's, offered, or kept empty by open delegations; nobody waits for what they have. */
    public void isTrue(String after) {
        assertThat(wrong()).as(after).isEmpty();
    }

    private List<String> wrong() {
        return database.texts(COUNTERS + " UNION ALL " + PEOPLE);
    }
}
