package lv.kopa.registration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import lv.kopa.database.TestDatabase;

/** What the database says of an event, asked in SQL of our own. */
record Books(TestDatabase database, String event) {
    static Books of(TestDatabase database, String event) {
        return new Books(database, event);
    }

    int counter() {
        return Integer.parseInt(column("SELECT places_taken FROM event WHERE slug = '" + event + "'")
                .get(0));
    }

    int confirmed() {
        return column(registrations("r.id") + " AND r.status = 'CONFIRMED'").size();
    }

    List<String> addresses() {
        return column(registrations("r.email"));
    }

    int unsent() {
        return column("SELECT id FROM mail_outbox WHERE state <> 'SENT'").size();
    }

    private String registrations(String what) {
        return "SELECT " + what + " FROM registration r JOIN event e ON e.id = r.event_id WHERE e.slug = '" + event
                + "'";
    }

    private List<String> column(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
