package lv.kopa.registration.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import lv.kopa.database.TestDatabase;

/** What the counters say, held beside the rows: who is confirmed, and who is offered a place. */
final class Books {
    private static final String HOLDERS = """
            (SELECT r.id, r.event_id, r.category_id FROM registration r WHERE r.status = 'CONFIRMED'
             UNION ALL
             SELECT r.id, r.event_id, o.category_id FROM registration r JOIN place_offer o ON o.open_for = r.id)""";

    private Books() {}

    static void balance(TestDatabase database) {
        assertThat(wrong(database)).isEmpty();
    }

    static java.util.List<String> wrong(TestDatabase database) {
        return database.texts("""
                SELECT CONCAT('event ', e.slug, ' counts ', e.places_taken) FROM event e
                  WHERE e.places_taken <> (SELECT COUNT(*) FROM %1$s h WHERE h.event_id = e.id)
                UNION ALL
                SELECT CONCAT('category ', c.category_key, ' counts ', c.places_taken) FROM category c
                  WHERE c.places_taken <> (SELECT COUNT(*) FROM %1$s h WHERE h.category_id = c.id)
                UNION ALL
                SELECT CONCAT('session ', s.id, ' counts ', s.places_taken) FROM session s
                  WHERE s.places_taken <> (SELECT COUNT(*) FROM %1$s h
                    JOIN registration_session x ON x.registration_id = h.id WHERE x.session_id = s.id)
                UNION ALL
                SELECT CONCAT('choice ', c.id, ' counts ', c.places_taken) FROM choice c
                  WHERE c.places_taken <> (SELECT COUNT(*) FROM %1$s h
                    JOIN answer a ON a.registration_id = h.id WHERE a.choice_id = c.id)
                UNION ALL
                SELECT CONCAT('offer of ', r.reference, ', which is ', r.status) FROM registration r
                  JOIN place_offer o ON o.open_for = r.id WHERE r.status <> 'WAITING'
                """.formatted(HOLDERS));
    }
}
