package lv.kopa.event;

import lv.kopa.database.TestDatabase;

/** Many events that are like one that is there but for their names, straight into the database. */
public final class Copies {
    /** As many rows as are asked for, below ten thousand. */
    private static final String NUMBERS = """
            (WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1000)
             SELECT a.n + 1000 * (b.n - 1) AS n FROM numbers a JOIN numbers b ON b.n <= 10) numbers
            """;

    private final TestDatabase database;
    private final String slug;

    private Copies(TestDatabase database, String slug) {
        this.database = database;
        this.slug = slug;
    }

    /** They are called by the slug of the first and a number, and have its sessions. */
    public static void of(TestDatabase database, String slug, int times) {
        new Copies(database, slug).make(times);
    }

    private void make(int times) {
        String events = columns("event", "'slug', 'uid'");
        String sessions = columns("session", "'event_id', 'uid'");
        database.execute(
                "INSERT INTO event (slug, uid, " + events
                        + ") SELECT CONCAT(slug, '-', n), CONCAT('event-', n, '@copy'), " + events + " FROM event JOIN "
                        + NUMBERS + " WHERE slug = '" + slug + "' AND n <= " + times,
                "INSERT INTO session (event_id, uid, " + sessions + ") SELECT e.id, CONCAT('session-', e.id, '@copy'), "
                        + sessions.replaceAll("(\\w+)", "s.$1") + " FROM event e JOIN session s ON s.event_id ="
                        + " (SELECT id FROM event WHERE slug = '" + slug + "') WHERE e.slug LIKE '" + slug + "-%'",
                "UPDATE event_revision SET revision = revision + 1");
    }

    /** The columns of a table that a copy has the same; what the database writes by itself it writes for a copy too. */
    private String columns(String table, String others) {
        return String.join(
                ", ",
                database.texts("SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE()"
                        + " AND extra NOT LIKE '%STORED GENERATED%' AND table_name = '" + table
                        + "' AND column_name NOT IN ('id', " + others + ") ORDER BY ordinal_position"));
    }
}
