package lv.kopa.event.announcement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.wish.Wishes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Organisers who want fewer places while people take the last ones; nothing but the guards, for the database lets it be. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ShrinkingTest {
    private static final int PEOPLE = 2;

    private final Organiser guarded = new Organiser("guarded-shrinking");
    private final Organiser unguarded = new Organiser("unguarded-shrinking");

    @AfterAll
    void stop() {
        guarded.kopa.close();
        unguarded.kopa.close();
    }

    /** Of what there are places, and what an organiser writes who wants one alone. */
    enum Counted {
        EVENT("\"places\": 1"),
        CATEGORY("\"categories\": [{\"key\": \"member\", \"name\": {\"en\": \"Member\"}, \"places\": 1}]"),
        SESSION("\"sessions\": [{\"id\": %d, \"title\": {\"en\": \"One\"}, \"start\": \"2031-06-14T09:30\","
                + " \"end\": \"2031-06-14T11:00\", \"places\": 1}]"),
        CHOICE("\"questions\": [{\"key\": \"bed\", \"type\": \"CHOICE\", \"label\": {\"en\": \"Bed\"}, \"choices\": ["
                + "{\"key\": \"window\", \"label\": {\"en\": \"By the window\"}, \"places\": 1}]}]");

        private final String wanted;

        Counted(String wanted) {
            this.wanted = wanted;
        }

        String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noneOfThePlacesIsTakenAwayThatPeopleTookMeanwhile(Counted what) {
        assertThat(guarded.shrinks(what)).isEqualTo(422);

        assertThat(guarded.overfull(what)).isZero();
        assertThat(guarded.places(what)).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void withoutTheGuardThereAreFewerPlacesThanAreTaken(Counted what) {
        assertThat(unguarded.shrinks(what)).isEqualTo(200);

        assertThat(unguarded.overfull(what)).isOne();
    }

    private static final class Organiser {
        private final TestDatabase database = TestDatabase.fresh();
        private final Program kopa;
        private final String parks;

        Organiser(String spec) {
            kopa = Program.start(spec, database);
            parks = kopa.found("parks");
            for (Counted what : Counted.values()) {
                database.execute("ALTER TABLE " + what.slug() + " DROP CONSTRAINT " + what.slug() + "_never_overfull");
            }
        }

        /** What an organiser is answered who looked at the event when nobody had registered yet. */
        int shrinks(Counted what) {
            String path = "/api/v1/events/" + what.slug();
            kopa.publish(parks, """
                    {"organisation": "parks", "slug": "%s", "kind": "TRAINING", "title": {"en": "Smaller"}, "places": 4,
                     "timeZone": "Europe/Riga",
                     "categories": [{"key": "member", "name": {"en": "Member"}, "places": 4}],
                     "sessions": [
                       {"title": {"en": "One"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 4}],
                     "questions": [{"key": "bed", "type": "CHOICE", "label": {"en": "Bed"}, "choices": [
                       {"key": "window", "label": {"en": "By the window"}, "places": 4}]}]}""".formatted(what.slug()));
            Program.Answer seen = kopa.get(parks, path);
            long session = seen.number("sessions.0.id");
            LateTurns.MEETING.expect(2);
            List<Integer> answers = AtOnce.of(
                    2,
                    i -> i == 0
                            ? kopa.patch(parks, path, seen.header("ETag"), "{" + what.wanted.formatted(session) + "}")
                                    .status()
                            : taken(what, session));
            return answers.get(0);
        }

        /** People register, and only then does the organiser go on. */
        private int taken(Counted what, long session) {
            for (int i = 0; i < PEOPLE; i++) {
                kopa.register("", what.slug(), Wishes.of("p" + i + "@" + what.slug() + ".example.org", """
                                "category": "member", "sessions": [%d], "answers": {"bed": "window"}""".formatted(
                                        session)))
                        .is(201);
            }
            LateTurns.MEETING.join();
            return PEOPLE;
        }

        long overfull(Counted what) {
            return database.number("SELECT COUNT(*) FROM (" + rows(what) + ") x WHERE x.places_taken > x.places");
        }

        long places(Counted what) {
            return database.number("SELECT places FROM (" + rows(what) + ") x");
        }

        private static String rows(Counted what) {
            String id = "(SELECT id FROM event WHERE slug = '" + what.slug() + "')";
            return switch (what) {
                case EVENT -> "SELECT places, places_taken FROM event WHERE slug = 'event'";
                case CATEGORY, SESSION -> "SELECT places, places_taken FROM " + what.slug() + " WHERE event_id = " + id;
                case CHOICE ->
                    "SELECT c.places, c.places_taken FROM choice c JOIN question q ON q.id = c.question_id"
                            + " WHERE q.event_id = " + id;
            };
        }
    }
}
