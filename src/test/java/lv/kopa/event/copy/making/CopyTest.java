package lv.kopa.event.copy.making;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventState;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.event.Session;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.event.copy.EventPart;
import lv.kopa.file.CheckedFile;
import lv.kopa.file.Space;
import lv.kopa.file.StoredFiles;
import lv.kopa.text.Language;
import lv.kopa.web.Token;
import lv.kopa.workspace.Desk;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What takes place once more is copied, onto other days at the same hours. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CopyTest {
    private static final String QUESTIONS = """
            "questions": [{"key": "diet", "type": "CHOICE", "label": {"en": "Diet"}, "categories": ["member"],
              "choices": [{"key": "all", "label": {"en": "Everything"}}, {"key": "veg", "label": {"en": "No meat"}}]}]""";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("CopyTest", database);
    private final Desk desk = Desk.of(kopa.site(), "parks");
    private final Desk other = Desk.of(kopa.site(), "meadows");
    private final Events events = kopa.bean(Events.class);

    @AfterAll
    void close() {
        kopa.close();
    }

    @Test
    void everythingGoesAlongAsManyDaysAtTheSameHoursOfTheWall() {
        visit("autumn-hamar");
        HttpResponse<String> made = copy("autumn-hamar", Map.of("first", "2031-11-20"), EventPart.values());

        Event former = details("autumn-hamar").event();
        EventDetails copy = details(Desk.location(made).replaceFirst(".*/", ""));
        Event event = copy.event();
        assertThat(event.state()).isEqualTo(EventState.DRAFT);
        assertThat(event.slug()).startsWith("study-visit-to-hamar");
        assertThat(event.uid()).isNotEqualTo(former.uid());
        assertThat(copy.planned())
                .extracting(session -> session.startsOn() + " " + session.timeZone())
                .containsExactly("2031-11-20T06:10 Europe/Riga", "2031-11-20T11:00 Europe/Oslo");
        assertThat(copy.planned().get(1).trainers()).containsExactly("Kari", "Ola");
        assertThat(copy.planned()).extracting(Session::id).doesNotContainAnyElementsOf(ids("autumn-hamar"));
        // 2031-06-01T20:00Z is 23:00 in the summer of Riga; 159 days on it is 23:00 in winter, 21:00Z.
        assertThat(former.closesAt()).hasToString("2031-06-01T20:00:00Z");
        assertThat(event.closesAt()).hasToString("2031-11-07T21:00:00Z");
        assertThat(event.description().exactly(Language.EN)).contains("others");
        assertThat(copy.categories())
                .extracting(category -> category.categoryKey() + category.places())
                .containsExactly("member2", "volunteernull");
        assertThat(copy.questionnaire().current().get(0).categories()).containsExactly("member");
        assertThat(desk.after(made).select("[role=status]").text()).contains("a draft");
        assertThat(database.texts("SELECT actor FROM audit WHERE deed = 'copied-from' AND subject_id = " + event.id()))
                .hasSize(1);
    }

    @Test
    void criteriaGoAlongWithoutAnybodysPointsWhereTheyAreChosen() {
        visit("chosen-hamar");
        long from = details("chosen-hamar").event().id();
        database.execute("INSERT INTO selection_criterion (event_id, position, name) VALUES (" + from
                + ", 1, 'Motivation'), (" + from + ", 2, 'First time')");

        Map<String, String> day = Map.of("first", "2031-11-20");
        String with = Desk.location(copy("chosen-hamar", day, EventPart.CRITERIA, EventPart.SESSIONS));
        String without = Desk.location(copy("chosen-hamar", day, EventPart.SESSIONS));

        assertThat(criteria(with)).containsExactly("1 Motivation", "2 First time");
        assertThat(criteria(without)).isEmpty();
        assertThat(desk.page("/organiser/events/chosen-hamar/copy").text()).contains("Criteria for choosing people");
    }

    private List<String> criteria(String address) {
        return database.texts("SELECT CONCAT(position, ' ', name) FROM selection_criterion WHERE event_id = "
                + details(address.replaceFirst(".*/", "")).event().id() + " ORDER BY position");
    }

    @Test
    void onlyWhatIsChosenGoesAlong() {
        visit("winter-hamar");
        HttpResponse<String> made =
                copy("winter-hamar", Map.of("first", "2032-01-10"), EventPart.QUESTIONS, EventPart.SESSIONS);

        EventDetails copy = details(Desk.location(made).replaceFirst(".*/", ""));
        assertThat(copy.event().title().exactly(Language.EN)).isEqualTo("Study visit to Hamar");
        assertThat(copy.event().description().languages()).isEmpty();
        assertThat(copy.event().closesAt()).isNull();
        assertThat(copy.categories()).isEmpty();
        assertThat(copy.questionnaire().current()).hasSize(1);
        assertThat(copy.questionnaire().current().get(0).categories())
                .as("of everybody")
                .isEmpty();
    }

    @Test
    void whatIsRepeatedEachWeekAndOnFurtherDaysIsADraftForEach() {
        draft(Plans.training("parks", "yoga", "").replace("Grant writing", "Talking circle"));
        HttpResponse<String> made = copy(
                "yoga",
                Map.of("first", "2031-09-03", "rhythm", "WEEKLY", "times", "3", "other1", "2031-12-24"),
                EventPart.SESSIONS);

        assertThat(desk.after(made).select("[role=status]").text()).contains("4 drafts were made");
        assertThat(Stream.of(
                                "talking-circle",
                                "talking-circle-2031-09-10",
                                "talking-circle-2031-09-17",
                                "talking-circle-2031-12-24")
                        .map(slug -> details(slug).planned().get(0).startsOn().toString()))
                .containsExactly("2031-09-03T09:30", "2031-09-10T09:30", "2031-09-17T09:30", "2031-12-24T09:30");
    }

    @Test
    void withoutTheProgrammeNothingHasItsTimeAndADayIsRefused() {
        visit("timeless");
        HttpResponse<String> refused =
                copy("timeless", Map.of("first", "2031-11-20"), EventPart.REGISTRATION, EventPart.TEXTS);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#first-error").text()).contains("only with the programme");

        EventDetails copy = details(Desk.location(copy("timeless", Map.of(), EventPart.REGISTRATION, EventPart.TEXTS))
                .replaceFirst(".*/", ""));
        assertThat(copy.planned()).isEmpty();
        assertThat(copy.event().closesAt()).isNull();
        assertThat(copy.event().approval()).hasToString("MANUAL");
    }

    @Test
    void aFormThatIsSentTwiceMakesItsDraftsOnce() {
        draft(Plans.training("parks", "twice", "").replace("Grant writing", "Twice"));
        Map<String, String> typed =
                Map.of("first", "2031-09-03", "rhythm", "WEEKLY", "times", "3", "submission", "abc");
        copy("twice", typed, EventPart.SESSIONS);
        long before = database.number("SELECT COUNT(*) FROM event");
        assertThat(desk.after(copy("twice", typed, EventPart.SESSIONS))
                        .select("[role=status]")
                        .text())
                .contains("3 drafts were made");
        assertThat(database.number("SELECT COUNT(*) FROM event")).isEqualTo(before);
    }

    @Test
    void theThirtyFirstIsTheLastDayOfAShorterMonth() {
        assertThat(new Repetition(
                                LocalDate.parse("2031-01-31"),
                                Repetition.Rhythm.MONTHLY,
                                3,
                                List.of(LocalDate.parse("2031-01-31")))
                        .days())
                .extracting(Object::toString)
                .containsExactly("2031-01-31", "2031-02-28", "2031-03-31");
    }

    @ParameterizedTest
    @CsvSource({
        "'', ONCE, 1, first",
        "2031-02-30, ONCE, 1, first",
        "0031-02-20, ONCE, 1, first",
        "2031-09-03, WEEKLY, 54, times",
        "2031-09-03, WEEKLY, many, times",
    })
    void aDayThatIsNoneIsSaidToBeNoneAndNothingIsMade(String first, String rhythm, String times, String field) {
        if (events.find("once").isEmpty()) {
            draft(Plans.training("parks", "once", ""));
        }
        long before = database.number("SELECT COUNT(*) FROM event");
        HttpResponse<String> answer =
                copy("once", Map.of("first", first, "rhythm", rhythm, "times", times), EventPart.SESSIONS);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("#" + field + "-error").text())
                .isNotEmpty();
        assertThat(database.number("SELECT COUNT(*) FROM event")).isEqualTo(before);
    }

    @Test
    void anHourThatTheClocksSkipThatDayIsToldAndNoneOfTheDaysIsMade() {
        draft(Plans.training("parks", "night", "").replace("T09:30", "T03:30"));
        long before = database.number("SELECT COUNT(*) FROM event");
        HttpResponse<String> answer =
                copy("night", Map.of("first", "2031-03-23", "rhythm", "WEEKLY", "times", "2"), EventPart.SESSIONS);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(database.number("SELECT COUNT(*) FROM event")).isEqualTo(before);
    }

    @Test
    void remindersMaterialsAndMailsInOwnWordsGoAlong() {
        draft(Plans.training("parks", "whole", "").replace("Grant writing", "Whole"));
        String page = "/organiser/events/whole";
        long id = details("whole").event().id();
        database.execute(
                "DELETE FROM event_reminder WHERE event_id = " + id,
                "INSERT INTO event_reminder (event_id, amount, unit, side, set_at) VALUES (" + id
                        + ", 3, 'DAYS', 'BEFORE_EVENT', NOW(6))",
                "INSERT INTO material (event_id, position, title, about, address, visible, for_everybody, created_at) VALUES ("
                        + id
                        + ", 1, '{\"en\":\"Slides\"}', '{}', 'https://example.org/slides', 'AT_ONCE', FALSE, NOW(6))");
        kopa.bean(StoredFiles.class)
                .stage(
                        new Space("material:" + id, 1000),
                        new CheckedFile("a.pdf", "application/pdf", new byte[] {1, 2, 3}));
        database.execute(
                "UPDATE stored_file SET staged_hash = NULL, staged_until = NULL WHERE space = 'material:" + id + "'",
                "INSERT INTO material (event_id, position, title, about, file_id, visible, for_everybody, created_at)"
                        + " SELECT " + id + ", 2, '{}', '{}', id, 'AT_ONCE', FALSE, NOW(6) FROM stored_file");
        long reminder = database.number("SELECT id FROM event_reminder WHERE event_id = " + id);
        for (String occasion : List.of("confirmed", "reminder." + reminder)) {
            database.execute(
                    "INSERT INTO own_words (organisation_id, event_id, occasion, language, version, subject, text, actor, written_at)"
                            + " SELECT organisation_id, id, '" + occasion
                            + "', 'en', 3, 'Ours', 'Hello {link}', 'person:1', NOW(6)"
                            + " FROM event WHERE id = " + id);
        }
        long copy = details(Desk.location(
                                copy(page.replaceFirst(".*/", ""), Map.of("first", "2032-02-02"), EventPart.values()))
                        .replaceFirst(".*/", ""))
                .event()
                .id();
        long again = database.number("SELECT id FROM event_reminder WHERE event_id = " + copy);
        assertThat(database.texts("SELECT CONCAT(amount, unit) FROM event_reminder WHERE event_id = " + copy))
                .containsExactly("3DAYS");
        assertThat(database.texts("SELECT COALESCE(m.address, HEX(p.content)) FROM material m"
                        + " LEFT JOIN file_piece p ON p.file_id = m.file_id WHERE m.event_id = " + copy
                        + " ORDER BY m.position"))
                .containsExactly("https://example.org/slides", "010203");
        assertThat(database.number("SELECT bytes_taken FROM file_space WHERE name = 'material:" + copy + "'"))
                .isEqualTo(3);
        assertThat(database.texts("SELECT occasion FROM own_words WHERE event_id = " + copy + " ORDER BY occasion"))
                .containsExactly("confirmed", "reminder." + again);
    }

    @Test
    void anotherAssociationsEventIsCopiedByNobodyElse() {
        draft(Plans.training("parks", "ours", ""));
        assertThat(other.get("/organiser/events/ours/copy").statusCode()).isEqualTo(404);
        assertThat(other.post("/organiser/events/ours/copy", "first", "2031-01-01")
                        .statusCode())
                .isEqualTo(404);
    }

    private void visit(String slug) {
        draft(Plans.studyVisit("parks", slug, QUESTIONS));
    }

    private void draft(String json) {
        try {
            EventPlan plan = kopa.bean(ObjectMapper.class).readValue(json, EventPlan.class);
            kopa.bean(Announcements.class).draft(plan, desk.organisation(), "person:1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> copy(String slug, Map<String, String> typed, EventPart... parts) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        typed.forEach((name, value) -> fields.put(name, List.of(value)));
        fields.putIfAbsent("submission", List.of(Token.random().secret()));
        fields.put("parts", Arrays.stream(parts).map(Enum::name).toList());
        return desk.post("/organiser/events/" + slug + "/copy", fields);
    }

    private EventDetails details(String slug) {
        return events.find(slug).orElseThrow();
    }

    private List<Long> ids(String slug) {
        return details(slug).planned().stream().map(Session::id).toList();
    }
}
