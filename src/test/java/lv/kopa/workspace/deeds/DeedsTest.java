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
                .containsExactly("Role CHECK_IN → ORGANISER", "Role – → CHECK_IN");
        assertThat(office.page("/organiser/deeds?deed=joined")
                        .select("tbody tr")
                        .get(0)
                        .text())
                .contains("Ola Nordmann ORGANISER");
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
        assertThat(csv.body()).contains("\"Places\",\"4\",\"6\"", "\"Waiting list\",\"true\",\"false\"");
        assertThat(office.get("/organiser/deeds.xlsx?event=file").statusCode()).isEqualTo(200);
    }

    @Test
    void aFileSaysTheTimeToTheSecondWhateverTheSecond() {
        Told told = new Told(
                Instant.parse("2031-06-01T08:05:00.000123Z"), "Ilze", "Changed", "", Optional.empty(), "", List.of());

        DeedFilter all = new DeedFilter("", "", "", "", "");
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
