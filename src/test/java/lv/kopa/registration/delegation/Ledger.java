package lv.kopa.registration.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import lv.kopa.database.TestDatabase;

/** Holds the counters of places against the rows that they count. */
final class Ledger {
    private static final String RESERVED = """
            (SELECT COALESCE(SUM(p.places - p.filled + p.apart), 0)
             FROM delegation_places p JOIN delegation d ON d.id = p.delegation_id
             WHERE d.closed_at IS NULL AND """;

    private final TestDatabase database;

    Ledger(TestDatabase database) {
        this.database = database;
    }

    /** Taken places are confirmed registrations, and what open delegations keep empty; whoever is counted is there. */
    void isTrue(String after) {
        assertThat(database.texts("""
                SELECT CONCAT('event ', e.slug, ': ', e.places_taken) FROM event e WHERE e.places_taken <>
                  (SELECT COUNT(*) FROM registration r WHERE r.event_id = e.id AND r.status = 'CONFIRMED')
                  + """ + RESERVED + " d.event_id = e.id)"))
                .as(after)
                .isEmpty();
        assertThat(database.texts("""
                SELECT CONCAT('category ', c.category_key, ': ', c.places_taken) FROM category c WHERE c.places_taken <>
                  (SELECT COUNT(*) FROM registration r WHERE r.category_id = c.id AND r.status = 'CONFIRMED')
                  + """ + RESERVED + " p.category_id = c.id)"))
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
                  SELECT COUNT(*) FROM registration_session c JOIN registration r ON r.id = c.registration_id
                  WHERE c.session_id = s.id AND r.status = 'CONFIRMED')""")).as(after).isZero();
    }
}
