package lv.kopa.workspace.deeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.export.Sheet;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Profile;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.audit.DeedsOfEarlierServers;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.web.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A team that looks back at what was done. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DeedsTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("DeedsTest", database);
    private final String parks = kopa.found("parks");
    private final Browser office = office("parks");

    @AfterAll
    void close() {
        kopa.close();
    }

    @Test
    void whoChangedWhatOfAnEventIsToldWithWhatItWasAndIs() {
        publish("changed", "\"places\": 4");
        kopa.patch(parks, "/api/v1/events/changed", version("changed"), """
                        {"places": 6, "title": {"en": "Writing better grants", "lv": "Projektu rakstīšana"}}""").is(200);

        Document page = office.page("/organiser/deeds?event=changed");

        assertThat(page.select("tbody th").eachText()).containsExactly("Changed", "Event published", "Event drafted");
        assertThat(page.select("tbody tr").get(0).text()).contains("Writing better grants", "by a program");
        assertThat(page.select("tbody tr").get(0).select("dl > div").eachText())
                .containsExactlyInAnyOrder(
                        "Title en: Grant writing lv: Projektu rakstīšana → en: Writing better grants lv: Projektu"
                                + " rakstīšana",
                        "Places 4 → 6");
    }

    @Test
    void deedsThatAServerOfAnEarlierReleaseRecordedAreFoundToo() {
        publish("earlier", "\"places\": 4");
        database.execute(
                "UPDATE audit a JOIN event e ON e.id = a.event_id SET a.organisation_id = NULL, a.event_id = NULL"
                        + " WHERE e.slug = 'earlier'");
        assertThat(deeds("?event=earlier")).isEmpty();

        kopa.bean(DeedsOfEarlierServers.class).attribute();

        assertThat(deeds("?event=earlier")).containsExactly("Event published", "Event drafted");
    }

    @Test
    void deedsAreFoundByEventPersonKindAndDayAndOthersSeeNoneOfThem() {
        publish("found", "\"places\": 4");
        publish("beside", "\"places\": 4");
        kopa.found("others");

        assertThat(deeds("?event=found")).containsExactly("Event published", "Event drafted");
        assertThat(deeds("?event=found&deed=drafted")).containsExactly("Event drafted");
        assertThat(deeds("?event=found&actor=participant")).isEmpty();
        assertThat(deeds("?event=found&to=2001-01-01")).isEmpty();
        assertThat(deeds("?event=found&from=2001-01-01&to=never")).hasSize(2);
        assertThat(deeds("?event=found&from=-999999999-01-01&to=%2B999999999-12-31"))
                .as("days beyond all calendars are none")
                .hasSize(2);
        assertThat(deeds("?deed=drafted").size()).isGreaterThanOrEqualTo(2);
        Browser others = office("others");
        assertThat(others.page("/organiser/deeds").select("tbody").text())
                .contains("Joined the team")
                .doesNotContain("Event drafted");
        assertThat(others.get("/organiser/deeds?event=found").statusCode()).isEqualTo(404);
    }

    @Test
    void whatAnAssociationSaysOfItselfAndRolesAreToldWithBeforeAndAfter() {
        Organisations organisations = kopa.bean(Organisations.class);
        Organisation own = organisations.get("parks");
        organisations.change(
                own.id(), own.version(), Profile.of("Parks and more", ZoneId.of("Europe/Riga")), "person:" + owner());
        People people = kopa.bean(People.class);
        Person ola = people.create(
                "Ola Nordmann",
                EmailAddress.parse("ola@parks.example").orElseThrow(),
                "a long pass phrase",
                Language.EN);
        people.join(ola.id(), own.id(), Role.CHECK_IN, "person:" + owner());
        people.join(ola.id(), own.id(), Role.ORGANISER, "person:" + owner());

        assertThat(changes("?deed=changed").get(0)).contains("Name parks → Parks and more");
        assertThat(changes("?deed=joined").subList(0, 2))
                .containsExactly("Role Check-in → Organiser", "Role – → Check-in");
        assertThat(office.page("/organiser/deeds?deed=joined")
                        .select("tbody tr")
                        .get(0)
                        .text())
                .contains("Ola Nordmann Organiser");
    }

    @Test
    void whatSomebodyTypedIntoADetailNamesNobody() {
        publish("typed", "\"places\": 4");
        String typed = "person:" + owner() + " token:1";
        database.execute("UPDATE audit SET detail = '" + typed + "' WHERE deed = 'drafted' AND subject = 'event'"
                + " AND subject_id = (SELECT id FROM event WHERE slug = 'typed')");

        assertThat(office.page("/organiser/deeds?event=typed&deed=drafted")
                        .select("tbody p.meta")
                        .eachText())
                .containsExactly(typed);
    }

    @Test
    void whatAPersonChangedIsToldUntilThePersonIsErased() {
        publish("person", "\"places\": 4");
        Someone anna = Someone.registered(kopa, "person", "anna@example.org", "");
        anna.send("/edit", "/edit", Map.of("name", "Anna Ozola"));
        assertThat(changes("?event=person&deed=changed")).containsExactly("Name Anna Bērziņa → Anna Ozola");
        assertThat(office.page("/organiser/deeds?event=person&actor=participant")
                        .select("tbody td a")
                        .eachText())
                .contains("Anna Ozola · Grant writing");

        anna.send("/erasure", "/erasure", Map.of("sure", "yes"));

        assertThat(changes("?event=person&deed=changed")).containsExactly("");
        assertThat(office.page("/organiser/deeds?event=person").select("tbody").text())
                .contains("An erased person")
                .doesNotContain("Ozola")
                .doesNotContain("Bērziņa");
    }

    @Test
    void theRecordIsTakenAwayAsAFileWithARowForEveryChange() {
        publish("file", "\"places\": 4");
        kopa.patch(parks, "/api/v1/events/file", version("file"), "{\"places\": 6, \"waitingList\": false}")
                .is(200);

        HttpResponse<String> csv = office.get("/organiser/deeds.csv?event=file");

        assertThat(csv.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"deeds.csv\"");
        assertThat(csv.body().lines().toList()).hasSize(1 + 2 + 2);
        assertThat(csv.body()).contains("\"Places\",\"4\",\"6\"", "\"Waiting list\",\"Yes\",\"No\"");
        assertThat(office.get("/organiser/deeds.xlsx?event=file").statusCode()).isEqualTo(200);
    }

    @Test
    void whatThingsWereAndAreIsSaidInWordsOnThePageAndInTheFile() {
        publish("words", "\"places\": 4");
        kopa.patch(parks, "/api/v1/events/words", version("words"), """
                        {"kind": "STUDY_VISIT", "visibility": "UNLISTED", "waitingList": false,
                         "registration": {"changesUntil": "2031-05-02T08:05:00Z"}}""").is(200);
        Someone.registered(kopa, "words", "anna@example.org", "").cancels();
        database.execute("UPDATE audit SET changes = JSON_ARRAY_APPEND(changes, '$', JSON_OBJECT('field',"
                + " 'session " + session("words")
                + " startsOn', 'before', '2031-06-14T10:00', 'after', '2031-06-15T11:30'), '$',"
                + " JSON_OBJECT('field', 'state', 'before', 'PUBLISHED', 'after', 'SOMETHING_NEW'))"
                + " WHERE deed = 'changed' AND event_id = (SELECT id FROM event WHERE slug = 'words')");

        assertThat(office.page("/organiser/deeds?event=words&deed=changed")
                        .select("dl > div")
                        .eachText())
                .contains(
                        "Kind Training → Study visit",
                        "Visibility Everybody → Only people with the link",
                        "Waiting list Yes → No",
                        "Changes until – → Friday 2 May 2031, 11:05",
                        "Session First day (Saturday 14 June 2031, 09:30): Begins Saturday 14 June 2031, 10:00 → Sunday 15 June 2031, 11:30",
                        "State Published → SOMETHING_NEW");
        assertThat(changes("?event=words&deed=cancelled")).containsExactly("Status Confirmed → Cancelled");
        assertThat(office.get("/organiser/deeds.csv?event=words").body())
                .contains("\"Kind\",\"Training\",\"Study visit\"", "\"Status\",\"Confirmed\",\"Cancelled\"")
                .doesNotContain("STUDY_VISIT", "CONFIRMED", "2031-06-14T");
    }

    @Test
    void whatTheProgramNotedOfADeedIsSaidInWords() {
        publish("noted", "\"places\": 4");
        Someone anna = Someone.registered(kopa, "noted", "anna@example.org", "");
        anna.send("", "/consents", Map.of("consents", "photo"));
        String session = session("noted");
        for (String deed : List.of("attended", "attendance-timed")) {
            database.execute(
                    "INSERT INTO audit (at, actor, subject, subject_id, deed, detail, organisation_id, event_id)"
                            + " SELECT at, actor, subject, subject_id, '" + deed + "', 'session:" + session
                            + (deed.equals("attended") ? "" : " /2031-06-14T10:45")
                            + "', organisation_id, event_id FROM audit"
                            + " WHERE deed = 'registered' AND event_id = (SELECT id FROM event WHERE slug = 'noted')");
        }

        assertThat(details("?event=noted&deed=consent-given")).containsExactly("photographs");
        String attended = details("?event=noted&deed=attended").get(0);
        assertThat(attended)
                .matches(".*\\w+day \\d+ \\w+ \\d{4}, \\d\\d:\\d\\d.*")
                .doesNotContain("session:");
        assertThat(details("?event=noted&deed=attendance-timed").get(0))
                .startsWith(attended + ": ")
                .endsWith("–10:45");
    }

    @Test
    void whatTheRecordNamesByNumbersIsCalledByItsName() {
        publish("named", "\"places\": 4");
        kopa.patch(parks, "/api/v1/events/named", version("named"), "{\"places\": 6}")
                .is(200);
        String session = session("named");
        String event =
                database.texts("SELECT id FROM event WHERE slug = 'named'").get(0);
        database.execute(
                "INSERT INTO project (organisation_id, slug, number, title, description, funder, acknowledgement, starts_on,"
                        + " ends_on, version, created_at) SELECT organisation_id, 'named', 'K-1', '{\"en\":\"Project\"}', '{}',"
                        + " 'Fund', '{}', '2031-01-01', '2031-12-31', 0, NOW() FROM event WHERE slug = 'named'",
                "INSERT INTO activity (project_id, number, title) SELECT id, '2', '{\"en\":\"Workshops\"}' FROM project"
                        + " WHERE slug = 'named'",
                "UPDATE audit SET changes = JSON_ARRAY(JSON_OBJECT('field', 'activityId', 'before', '', 'after',"
                        + " (SELECT CAST(MAX(id) AS CHAR) FROM activity)), JSON_OBJECT('field', 'session', 'before', '"
                        + session + "', 'after', ''), JSON_OBJECT('field', 'session', 'before', '999999', 'after', ''))"
                        + " WHERE deed = 'changed' AND event_id = " + event);
        notes(event, "sheet-kept", "session-" + session + " 5");
        notes(event, "sheet-removed", "999999");
        notes(event, "certificate-rule", "75");
        notes(event, "people-imported", "12");
        notes(event, "reminder-added", "7");
        notes(event, "mail-text-written", "confirmed lv");

        assertThat(office.page("/organiser/deeds?event=named&deed=changed")
                        .select("dl > div")
                        .eachText())
                .containsExactly(
                        "Activity – → 2: Workshops",
                        "Session First day (Saturday 14 June 2031, 09:30) → –",
                        "Session One that there is no more → –");
        assertThat(details("?event=named"))
                .containsExactlyInAnyOrder(
                        "First day (Saturday 14 June 2031, 09:30)",
                        "75 %",
                        "12 people",
                        "A place is confirmed · Latvian");
    }

    private void notes(String event, String deed, String detail) {
        database.execute("INSERT INTO audit (at, actor, subject, subject_id, deed, detail, organisation_id, event_id)"
                + " SELECT NOW(6), 'system', 'event', id, '" + deed + "', '" + detail + "', organisation_id, id"
                + " FROM event WHERE id = " + event);
    }

    private String session(String slug) {
        return database.texts(
                        "SELECT s.id FROM session s JOIN event e ON e.id = s.event_id WHERE e.slug = '" + slug + "'")
                .get(0);
    }

    @Test
    void deedsOfOneRegistrationAreFoundAndTheFilterIsTakenAwayAgain() {
        publish("single", "\"places\": 4");
        Someone.registered(kopa, "single", "anna@example.org", "").cancels();
        Someone.registered(kopa, "single", "kari@example.org", "");
        String anna = database.texts(
                        "SELECT reference FROM registration WHERE email = 'anna@example.org' AND event_id ="
                                + " (SELECT id FROM event WHERE slug = 'single')")
                .get(0);

        Document page = office.page("/organiser/deeds?registration=" + anna + "&actor=participant");
        assertThat(page.select("tbody th").eachText()).containsExactly("Cancelled", "Registered");
        assertThat(page.select(".bar [name=registration]").val())
                .as("it stays when more is looked for")
                .isEqualTo(anna);
        Document all = office.page(
                page.select("a[aria-label^=Remove the filter: Anna Bērziņa]").attr("href"));
        assertThat(all.select("#actor [selected]").val()).isEqualTo("participant");
        assertThat(all.select("tbody th").size()).isGreaterThan(2);

        String file = page.select("a[href*=.csv]").attr("href");
        assertThat(office.get(file).body().lines().toList()).hasSize(1 + 2);
        assertThat(deeds("?registration=" + anna + "&deed=registered")).containsExactly("Registered");
        kopa.found("curious");
        assertThat(office("curious")
                        .get("/organiser/deeds?registration=" + anna)
                        .statusCode())
                .isEqualTo(404);
        assertThat(office.get("/organiser/deeds?registration=NOBODYXX").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theRecordsOfSeveralTeamsAreReadAsOne() {
        publish("first", "\"places\": 4");
        String both = kopa.found("both");
        kopa.bean(People.class)
                .join(owner(), kopa.bean(Organisations.class).get("both").id(), Role.ORGANISER, "system");
        kopa.publish(both, Plans.training("both", "second", "\"places\": 4"));
        publish("third", "\"places\": 4");

        assertThat(office.page("/organiser/deeds?deed=published")
                        .select("tbody td a")
                        .eachAttr("href")
                        .subList(0, 3))
                .containsExactly("/organiser/events/third", "/organiser/events/second", "/organiser/events/first");
        database.execute("DELETE FROM membership WHERE person_id = " + owner()
                + " AND organisation_id = (SELECT id FROM organisation WHERE slug = 'both')");
    }

    @Test
    void aFileSaysTheTimeToTheSecondWhateverTheSecond() {
        Told told = new Told(
                Instant.parse("2031-06-01T08:05:00.000123Z"), "Ilze", "Changed", "", Optional.empty(), "", List.of());

        DeedFilter all = new DeedFilter("", "", "", "", "", "");
        Sheet sheet = DeedSheet.of(List.of(told), all, ZoneId.of("Europe/Riga"), Language.EN, 10);

        assertThat(sheet.rows().get(0).get(0)).isEqualTo("2031-06-01 11:05:00");
    }

    @Test
    void olderDeedsAreAPageAway() {
        publish("many", "\"places\": 60");
        for (int i = 0; i < 60; i++) {
            kopa.register(Program.STRANGER, "many", Wishes.of("p" + i + "@example.org"))
                    .is(201);
        }

        Document first = office.page("/organiser/deeds?event=many");
        assertThat(first.select("tbody tr")).hasSize(50);
        List<String> rest =
                new ArrayList<>(office.page(first.select("a[rel=next]").attr("href"))
                        .select("tbody th")
                        .eachText());

        assertThat(rest).hasSize(12).endsWith("Event published", "Event drafted");
    }

    private long owner() {
        return database.number("SELECT id FROM person WHERE email = 'parks@example.org'");
    }

    private void publish(String slug, String more) {
        kopa.publish(parks, Plans.training("parks", slug, more));
    }

    private String version(String slug) {
        return kopa.get(parks, "/api/v1/events/" + slug).header("ETag");
    }

    private List<String> deeds(String query) {
        return office.page("/organiser/deeds" + query).select("tbody th").eachText();
    }

    private List<String> details(String query) {
        return office.page("/organiser/deeds" + query).select("tbody p.meta").eachText();
    }

    private List<String> changes(String query) {
        return office.page("/organiser/deeds" + query).select("tbody tr").stream()
                .map(row -> row.select("dl").text())
                .toList();
    }

    private Browser office(String organisation) {
        Browser browser = new Browser(kopa.site());
        browser.page("/?lang=en");
        browser.submit(
                browser.page("/organiser/sign-in"),
                "/organiser/sign-in",
                Map.of("email", organisation + "@example.org", "password", "long enough a password"));
        return browser;
    }
}
