package lv.kopa.report;

import static lv.kopa.report.Kapitals.REPORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.finding.Overheard;
import lv.kopa.paper.Paper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a project came to; the figures are worked out by hand in {@link Kapitals}. */
class ReportTest {
    private static final int MOST_STATEMENTS = 25;
    private static Kapitals kapitals;

    @BeforeAll
    static void open() {
        kapitals = Kapitals.open();
    }

    @AfterAll
    static void close() {
        kapitals.close();
    }

    @Test
    void theWholeIsAsItWasWorkedOutByHand() {
        assertThat(kapitals.total())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "Events", "2",
                        "Sessions", "4",
                        "Confirmed", "13",
                        "Participations", "12",
                        "People", "11",
                        "Participant hours", "97.5"));
    }

    @Test
    void whatWasPlannedStandsBesideWhatCameOfIt() {
        Document page = kapitals.page(REPORT);
        assertThat(row(page, "activities", "4. Study visit")).containsExactly("4", "1", "3", "4", "4", "4", "41.5");
        assertThat(row(page, "activities", "1. Closing training")).containsExactly("–", "1", "1", "9", "8", "8", "56");
    }

    @Test
    void membersAndVolunteersAreTwoAndTwo() {
        Document page = kapitals.page(REPORT);
        assertThat(row(page, "category", "Member")).containsExactly("2", "2", "22");
        assertThat(row(page, "category", "Volunteer")).containsExactly("2", "2", "19.5");
        assertThat(row(page, "category", "Not said")).containsExactly("8", "8", "56");
        assertThat(row(page, "organisation", "Latgale NVO")).containsExactly("8", "8", "56");
    }

    @Test
    void aGroupOfTwoMenIsNotShownNorTheOneThatWouldGiveItAway() {
        Document page = kapitals.page(REPORT);
        assertThat(page.select("#gender ~ table tbody th").eachText()).containsExactly("Woman");
        assertThat(row(page, "gender", "Woman")).containsExactly("6", "6", "42");
        assertThat(page.select("#gender ~ .meta").text()).startsWith("2 groups are not shown");
        assertThat(kapitals.get(REPORT + "/rows?count=people&by=gender&group=man")
                        .statusCode())
                .isEqualTo(404);
        assertThat(page.select("#country, #age-group")).isEmpty();
    }

    @Test
    void everyFigureLeadsToAsManyRows() {
        Elements figures = kapitals.page(REPORT).select("a[href*=/report/rows]");
        assertThat(figures).hasSizeGreaterThan(6 + 2 * 6 + 5 * 3);
        for (Element figure : figures) {
            Elements beside = figure.parents().is("dt") ? figure.parents().next("dd") : new Elements();
            Element shown = beside.isEmpty() ? figure : beside.get(0);
            List<List<String>> rows = rows(figure.attr("href"));
            BigDecimal behind = figure.attr("href").contains("count=hours")
                    ? rows.stream()
                            .map(cells -> new BigDecimal(cells.get(cells.size() - 1)))
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                    : BigDecimal.valueOf(rows.size());
            assertThat(behind).as(figure.attr("href")).isEqualByComparingTo(shown.ownText());
        }
    }

    @Test
    void rowsNameWhoWasThereAndForHowLong() {
        assertThat(rows(REPORT + "/rows?count=hours&activity=4"))
                .hasSize(11)
                .contains(List.of(
                        "Pēteris Bērzs", "Visit to Hamar", "Naturskole", "Thursday 15 June 2023, 09:30", "5.5"));
        assertThat(rows(REPORT + "/rows?count=people"))
                .contains(List.of(
                        "Anna Liepa",
                        "Latgale NVO",
                        "anna@example.org · Anna@example.org",
                        "Visit to Hamar · Closing",
                        "18"));
    }

    @Test
    void whoLeftAnHourEarlyCountsAnHourLessAsOnTheirCertificate() {
        String last = "(SELECT * FROM (SELECT MAX(id) FROM attendance) AS a)";
        kapitals.database()
                .execute("UPDATE attendance t JOIN session s ON s.id = t.session_id"
                        + " SET t.left_on = s.ends_on - INTERVAL 1 HOUR WHERE t.id = " + last);
        try {
            assertThat(kapitals.total()).containsEntry("Participant hours", "96.5");
            assertThat(rows(REPORT + "/rows?count=hours&activity=1"))
                    .extracting(cells -> cells.get(cells.size() - 1))
                    .contains("6")
                    .hasSize(8);
        } finally {
            kapitals.database().execute("UPDATE attendance SET left_on = NULL WHERE id = " + last);
        }
    }

    @Test
    void onlyTheDaysAskedForCount() {
        Document june15 = kapitals.page(REPORT + "?from=2023-06-15&to=2023-06-15");
        assertThat(june15.select(".figures dd").eachText()).containsExactly("1", "1", "4", "4", "4", "22");
        Document never = kapitals.page(REPORT + "?from=2024-01-01&to=");
        assertThat(never.select(".figures dd").eachText()).containsExactly("0", "0", "0", "0", "0", "0");
        assertThat(kapitals.get(REPORT + "?from=2023-06-15&to=2023-06-14").statusCode())
                .isEqualTo(422);
        assertThat(kapitals.get(REPORT + "?from=soon").statusCode()).isEqualTo(422);
    }

    @Test
    void programsReadTheSame() {
        Answer report = kapitals.program()
                .get(kapitals.token(), "/api/v1/projects/kapitals/report")
                .is(200);
        assertThat(report.number("total.people")).isEqualTo(11);
        assertThat(report.text("total.hours")).isEqualTo("97.5");
        assertThat(report.number("activities.1.targetParticipants")).isEqualTo(4);
        assertThat(report.number("activities.1.total.participations")).isEqualTo(4);
        assertThat(report.text("number")).isEqualTo("AIF/2022/KAPAC2/108");
        assertThat(kapitals.program()
                        .get(kapitals.token(), "/api/v1/projects/kapitals/report?to=2023-06-30")
                        .number("total.people"))
                .isEqualTo(4);
        kapitals.program()
                .get(kapitals.token(), "/api/v1/projects/kapitals/report?from=soon")
                .isInvalid("from");
        kapitals.program()
                .get(Program.STRANGER, "/api/v1/projects/kapitals/report")
                .isProblem(401);
    }

    @Test
    void nobodyElseLearnsAnything() {
        Kapitals stranger = kapitals.stranger();
        for (String path : List.of("", "/rows?count=people", "/people", ".pdf", ".xlsx", ".json")) {
            assertThat(stranger.get(REPORT + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(stranger.get("/organiser/projects/kapitals/archive.zip").statusCode())
                .isEqualTo(404);
        kapitals.program()
                .get(stranger.token(), "/api/v1/projects/kapitals/report")
                .isProblem(404);
        ofAnotherTeamWhereTheReaderOnlyChecksIn();
    }

    private static void ofAnotherTeamWhereTheReaderOnlyChecksIn() {
        TestDatabase database = kapitals.database();
        database.execute(
                "INSERT INTO membership (person_id, organisation_id, role) SELECT p.id, o.id, 'CHECK_IN'"
                        + " FROM person p, organisation o WHERE p.email = 'ilze@example.org' AND o.slug = 'other'",
                "UPDATE event SET organisation_id = (SELECT id FROM organisation WHERE slug = 'other')"
                        + " WHERE slug = 'noslegums'");
        try {
            assertThat(kapitals.total()).containsEntry("Participations", "12");
            assertThat(kapitals.page(REPORT + "/rows?count=participations").text())
                    .contains("Olga Ozola")
                    .doesNotContain("Guest A");
            assertThat(kapitals.get("/organiser/projects/kapitals/archive.zip").statusCode())
                    .isEqualTo(200);
        } finally {
            database.execute(
                    "UPDATE event SET organisation_id = (SELECT id FROM organisation WHERE slug = 'parks')"
                            + " WHERE slug = 'noslegums'",
                    "DELETE FROM membership WHERE role = 'CHECK_IN'");
        }
    }

    @Test
    void paperSaysWhoPaysAndTheSameNumbers() throws IOException {
        Paper paper = Paper.read(kapitals.get(REPORT + ".pdf?lang=lv").body());
        assertThat(paper.line())
                .contains("KAPITĀLS", "AIF/2022/KAPAC2/108", "Projektu finansē Islande, Lihtenšteina un Norvēģija.")
                .contains("Finansē: Aktīvo iedzīvotāju fonds")
                .contains("2 4 13 12 11 97,5");
        assertThat(paper.borrowed()).isEmpty();
        assertThat(paper.spilt()).isEmpty();
    }

    @Test
    void aSpreadsheetHasNumbersToCountWith() throws IOException {
        try (var workbook = new ReadableWorkbook(
                new ByteArrayInputStream(kapitals.get(REPORT + ".xlsx").body()))) {
            var activities = workbook.getSheet(1).orElseThrow().read();
            assertThat(activities.get(2).getCellAsNumber(2)).hasValue(new BigDecimal(4));
            assertThat(activities.get(2).getCellAsNumber(8).orElseThrow()).isEqualByComparingTo("41.5");
            var about = workbook.getSheets().reduce((one, last) -> last).orElseThrow();
            assertThat(about.read())
                    .extracting(row -> row.getCellText(1))
                    .contains("AIF/2022/KAPAC2/108 KAPITĀLS", "Aktīvo iedzīvotāju fonds");
        }
    }

    @Test
    void theDatabaseIsAskedAsOftenHoweverManyEventsThereAre() {
        Overheard.forget();
        kapitals.page(REPORT);
        int statements = Overheard.questions().size();
        assertThat(statements).isLessThanOrEqualTo(MOST_STATEMENTS);

        try (Kapitals alone = Kapitals.open()) {
            alone.database().execute("UPDATE event SET state = 'CANCELLED' WHERE slug = 'hamar'");
            alone.page(REPORT);
            Overheard.forget();
            alone.page(REPORT);
            assertThat(Overheard.questions()).as("of one event as of two").hasSize(statements);
        }
    }

    @Test
    void noPageAsksMoreOftenWhenMorePeopleRegister() {
        try (Kapitals many = Kapitals.open()) {
            register(many, 1, 60);
            List<Integer> few = questions(many);
            register(many, 61, 400);

            assertThat(questions(many)).isEqualTo(few);
        }
    }

    /** People who are marked at all parts of the study visit. */
    private static void register(Kapitals kapitals, int first, int last) {
        kapitals.database().execute("""
                        INSERT INTO registration (reference, event_id, category_id, status, name, email, email_key, language,
                          link_hash, registered_at, changed_at)
                        WITH RECURSIVE numbers (n) AS (SELECT %d UNION ALL SELECT n + 1 FROM numbers WHERE n < %d)
                        SELECT LPAD(n, 8, 'Q'), e.id, (SELECT MIN(id) FROM category WHERE event_id = e.id), 'CONFIRMED',
                          CONCAT('Person ', n), CONCAT('p', n, '@example.org'), CONCAT('p', n, '@example.org'), 'lv',
                          SHA2(n, 256), e.created_at, e.created_at
                        FROM numbers JOIN event e ON e.slug = 'hamar'""".formatted(first, last), """
                        INSERT IGNORE INTO attendance (session_id, registration_id, seen_at, means, recorded_at, recorded_by)
                        SELECT s.id, r.id, s.starts_at, 'LIST', s.starts_at, 'test'
                        FROM registration r JOIN session s ON s.event_id = r.event_id WHERE r.name LIKE 'Person %'""");
    }

    /** How often each of the pages asks the database. */
    private static List<Integer> questions(Kapitals kapitals) {
        String event = "/organiser/events/hamar";
        return Stream.of(
                        "/organiser",
                        "/organiser/events",
                        event,
                        event + "?q=person&sort=name",
                        event + "/lists",
                        event + "/check-in",
                        event + "/certificates",
                        event + "/circulars/new",
                        event + "/sign-in",
                        "/organiser/projects/kapitals",
                        REPORT,
                        REPORT + "/rows?count=people",
                        REPORT + "/people")
                .map(path -> {
                    kapitals.page(path);
                    Overheard.forget();
                    kapitals.page(path);
                    return Overheard.questions().size();
                })
                .toList();
    }

    private static List<List<String>> rows(String path) {
        List<List<String>> rows = new ArrayList<>();
        kapitals.page(path)
                .select("tbody tr")
                .forEach(row -> rows.add(row.children().stream()
                        .map(cell -> cell.wholeText().strip())
                        .toList()));
        return rows;
    }

    /** The numbers of a row of the table below a heading. */
    private static List<String> row(Document page, String heading, String name) {
        return page.select("#" + heading + " ~ table tbody tr").stream()
                .filter(row -> row.select("th").text().equals(name))
                .flatMap(row -> row.select("td").stream())
                .map(cell -> cell.select("a").isEmpty()
                        ? cell.text()
                        : cell.expectFirst("a").ownText())
                .toList();
    }
}
