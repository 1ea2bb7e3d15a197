package lv.kopa.registration.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import lv.kopa.database.TestDatabase;

/** Holds the counters of places against the rows that they count. */
final class Ledger {
    private static final String RESERVED = """
            (SELECT COALESCE(SUM(p.places - p.filled + p.apart), 0)
             FROM delegation_places p JOIN delegation d ON d.id = p.delegation_id
             WHERE d.closed_at IS NULL AND """;

    /** Who takes up a place besides: confirmed people, and those to whom one is offered. */
    private static final String HOLDERS = """
            (SELECT r.id, r.event_id, r.category_id FROM registration r WHERE r.status = 'CONFIRMED'
             UNION ALL
             SELECT r.id, r.event_id, o.category_id FROM registration r JOIN place_offer o ON o.open_for = r.id)""";

    private final TestDatabase database;

    Ledger(TestDatabase database) {
        this.database = database;
    }

    /** Taken places are confirmed people's, offered, or kept empty by open delegations; whoever is counted is there. */
    void isTrue(String after) {
        assertThat(database.texts("""
                SELECT CONCAT('event ', e.slug, ': ', e.places_taken) FROM event e WHERE e.places_taken <>
                  (SELECT COUNT(*) FROM """ + HOLDERS + " h WHERE h.event_id = e.id) + " + RESERVED + " d.event_id = e.id)"))
                .as(after)
                .isEmpty();
        assertThat(database.texts(
                        """
                SELECT CONCAT('category ', c.category_key, ': ', c.places_taken) FROM category c WHERE c.places_taken <>
                  (SELECT COUNT(*) FROM """ + HOLDERS + " h WHERE h.category_id = c.id) + " + RESERVED + " p.category_id = c.id)"))
                .as(after)
                .isEmpty();
        assertThat(database.texts("""
                SELECT CONCAT('places ', p.id, ': ', p.filled, ' ', p.apart) FROM delegation_places p
                WHERE p.filled <> (SELECT COUNT(*) FROM delegation_member m WHERE m.places_id = p.id AND m.left_at IS NULL)
                  OR p.filled > p.places
                  OR p.apart <> (SELECT COUNT(*) FROM delegation_member m
                    WHERE m.places_id = p.id AND m.left_at IS NULL AND m.registration_id IS NULL)""")).as(after).isEmpty();
        assertThat(database.number("""
                SELECT COUNT(*) FROM delegation_member m JOIN registration r ON r.id = m.registration_id
                WHERE m.left_at IS NULL AND r.status <> 'CONFIRMED'""")).as(after).isZero();
        assertThat(database.number("""
                SELECT COUNT(*) FROM session s WHERE s.places IS NOT NULL AND s.places_taken <> (
                  SELECT COUNT(*) FROM registration_session c JOIN """ + HOLDERS + """
                   h ON h.id = c.registration_id WHERE c.session_id = s.id)""")).as(after).isZero();
    }
}
