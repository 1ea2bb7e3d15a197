package lv.kopa.attendance.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.attendance.Attendances;
import lv.kopa.attendance.Visit;
import lv.kopa.database.TestDatabase;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Entry;
import lv.kopa.registration.Registration;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Site;
import lv.kopa.workspace.Desk;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who comes in is marked by phone. */
@Tag("database")
class DoorTest {
    private static final String DOOR = "/organiser/events/hamar/check-in";
    private final TestDatabase database = TestDatabase.fresh();
    private Site site;
    private Visit visit;
    private Desk desk;
    private long first;

    @BeforeEach
    void arrive() {
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("kopa.public-url", "http://kopa.example");
        site = Site.start("door", settings);
        visit = Visit.in(site);
        desk = visit.desk();
        first = visit.part(0).id();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private String path(String name) {
        return DOOR + "/" + first + "/" + visit.person(name).reference();
    }

    private Document list() {
        return desk.page(DOOR + "?session=" + first);
    }

    private List<String> deeds(String name) {
        return site.bean(Audit.class).of("registration", visit.person(name).id()).stream()
                .map(Entry::deed)
                .toList();
    }

    private long rows() {
        return database.number("SELECT COUNT(*) FROM attendance");
    }

    @Test
    void oneTapMarksAPersonAndAnotherTakesItBack() {
        assertThat(list().text()).contains("0 of 4 are here");

        Document marked = desk.after(desk.post(path("Inga"), "present", "yes"));
        assertThat(marked.text()).contains("Present: Inga Vasiļevska", "1 of 4 are here");
        desk.post(path("Inga"), "present", "yes");
        assertThat(rows()).isEqualTo(1);

        assertThat(desk.after(desk.post(path("Inga"), "present", "no")).text()).contains("0 of 4 are here");
        assertThat(deeds("Inga")).startsWith("attendance-withdrawn", "attended").doesNotHaveDuplicates();
        assertThat(database.texts("SELECT recorded_by FROM attendance").get(0)).startsWith("person:");
    }

    @Test
    void whoOpensTheListOnAnEarlierDayReadsWhenTheSessionBeginsAndThatMarksCount() {
        MovableClock clock = site.bean(MovableClock.class);
        clock.set(Instant.parse("2023-05-20T08:00:00Z"));
        assertThat(list().select("#door .notice.warn").text())
                .contains("begins Wednesday 14 June 2023, 10:00", "counts as having been there");

        desk.post(path("Inga"), "present", "yes");
        assertThat(list().text()).as("as the list says").contains("1 of 4 are here");

        clock.set(Instant.parse("2023-06-13T22:30:00Z"));
        assertThat(list().select("#door .notice.warn"))
                .as("on the day itself, by the clocks of the place")
                .isEmpty();
    }

    @Test
    void somebodyIsFoundByAnyPartOfTheNameAccentsOrNot() {
        assertThat(desk.page(DOOR + "?session=" + first + "&q=vasilev")
                        .select(".door b")
                        .eachText())
                .containsExactly("Inga Vasiļevska");
        assertThat(desk.page(DOOR + "?session=" + first + "&q=nobody").text()).contains("0 of 4 are here");
        assertThat(desk.page(DOOR).expectFirst("#session-title").text())
                .as("of a visit that is over, the last part")
                .contains("Advice for our strategy");
    }

    @Test
    void theCodeThatAPersonShowsLeadsToThemAndMarksThem() {
        Registration inga = visit.person("Inga");
        String shown = "http://kopa.example/organiser/check-in/" + inga.reference();

        HttpResponse<String> found = desk.get("/organiser/check-in/" + inga.reference());
        assertThat(desk.page(Desk.location(found)).select(".door b").eachText()).containsExactly("Inga Vasiļevska");
        assertThat(desk.after(desk.post(DOOR + "/" + first + "/code", "code", shown))
                        .text())
                .contains("Present: Inga Vasiļevska");
        assertThat(database.texts("SELECT means FROM attendance")).containsExactly("CODE");
        for (String other : List.of("https://elsewhere.example/", "BCDFGHJK", shown + "x", "")) {
            assertThat(desk.after(desk.post(DOOR + "/" + first + "/code", "code", other))
                            .text())
                    .contains("This code belongs to nobody who is expected here.");
        }
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void onlyItsOrganisersStandAtTheDoor() {
        Desk others = Desk.of(site, "others");

        assertThat(others.get(DOOR).statusCode()).isEqualTo(404);
        assertThat(others.post(path("Inga"), "present", "yes").statusCode()).isEqualTo(404);
        assertThat(others.get("/organiser/check-in/" + visit.person("Inga").reference())
                        .statusCode())
                .isEqualTo(404);
        assertThat(others.get(DOOR + "/" + first + "/newcomers").statusCode()).isEqualTo(404);
        assertThat(others.get(path("Inga") + "/times").statusCode()).isEqualTo(404);
        assertThat(rows()).isZero();
    }

    @Test
    void aPhoneWithoutNetworkSaysLaterWhenItSawSomebody() {
        desk.post(path("Inga"), "present", "yes", "ago", ago(Duration.ofHours(5)));
        desk.post(path("Andris"), "present", "yes", "ago", ago(Duration.ofDays(40)));
        desk.post(path("Marija"), "present", "yes", "ago", "-1");

        Instant hoursAgo = Instant.now().minus(Duration.ofHours(5));
        assertThat(seenAt("Inga")).isBetween(hoursAgo.minusSeconds(60), hoursAgo);
        assertThat(seenAt("Andris")).isAfter(hoursAgo.plusSeconds(60));
        assertThat(seenAt("Marija")).isAfter(hoursAgo.plusSeconds(60));
    }

    @Test
    void ofTwoPhonesTheLaterWordStandsThoughItArrivesFirst() {
        desk.post(path("Inga"), "present", "yes");
        desk.post(path("Inga"), "present", "no", "ago", ago(Duration.ofMinutes(10)));
        assertThat(here("Inga"))
                .as("she was seen after the other phone took her back")
                .isTrue();

        desk.post(path("Andris"), "present", "yes");
        desk.post(path("Andris"), "present", "no");
        desk.post(path("Andris"), "present", "yes", "ago", ago(Duration.ofMinutes(10)));
        assertThat(here("Andris"))
                .as("he was taken back after the other phone saw him")
                .isFalse();
        desk.post(path("Andris"), "present", "yes", "ago", "1");
        assertThat(here("Andris")).as("he was seen again").isTrue();

        visit.ask(
                        "PUT",
                        "/api/v1/sessions/" + first + "/attendance/"
                                + visit.person("Marija").reference(),
                        "{\"present\": true, \"at\": \"2100-01-01T00:00:00Z\"}")
                .is(200);
        desk.post(path("Marija"), "present", "no", "ago", "1");
        assertThat(here("Marija"))
                .as("what a program dates ahead can be taken back")
                .isFalse();
    }

    private static String ago(Duration time) {
        return Long.toString(time.toMillis());
    }

    private boolean here(String name) {
        return site.bean(Attendances.class)
                .of(visit.part(0), visit.person(name))
                .isPresent();
    }

    @Test
    void whoComesToAPartThatTheyDidNotChooseIsInTheListOnceTheyCame() {
        database.execute("UPDATE session SET places = 10 WHERE id = " + first);
        assertThat(list().text()).contains("0 of 0 are here");

        desk.post(DOOR + "/" + first + "/code", "code", visit.person("Inga").reference());

        assertThat(list().select(".door b").eachText()).containsExactly("Inga Vasiļevska");
        assertThat(list().text()).contains("1 of 1 are here");
    }

    private Instant seenAt(String name) {
        return site.bean(Attendances.class)
                .of(visit.part(0), visit.person(name))
                .orElseThrow()
                .seenAt();
    }

    @Test
    void twoDoorsMarkThePersonOnce() {
        assertThat(atOnce()).isEqualTo(1);
        assertThat(deeds("Inga")).containsOnlyOnce("attended");
    }

    @Test
    void withoutTheKeyOfOneStandingRowTwoDoorsMarkThePersonTwice() {
        database.execute(
                "ALTER TABLE attendance ADD KEY attendance_person (registration_id)",
                "ALTER TABLE attendance DROP KEY attendance_once");

        assertThat(atOnce()).isGreaterThan(1);
    }

    private long atOnce() {
        String path = path("Inga");
        List<Integer> answers = java.util.stream.IntStream.range(0, 16)
                .parallel()
                .mapToObj(i -> desk.post(path, "present", "yes").statusCode())
                .toList();
        assertThat(answers).isNotEmpty();
        return rows();
    }

    @Test
    void whoComesLateOrLeavesEarlyWasThereForLess() {
        desk.post(path("Inga"), "present", "yes");
        desk.post(path("Andris"), "present", "yes");

        Document times = desk.page(path("Inga") + "/times");
        assertThat(times.expectFirst("input[name=came]").val()).isEqualTo("10:00");
        assertThat(desk.after(desk.post(path("Inga") + "/times", "came", "10:45", "left", "12:15"))
                        .text())
                .contains("10:45–12:15");

        // 10:45 to 12:15 of a part from 10:00 to 12:30
        assertThat(time("Inga")).isEqualTo(Duration.ofMinutes(90));
        assertThat(time("Andris")).isEqualTo(Duration.ofMinutes(150));
        assertThat(deeds("Inga")).startsWith("attendance-timed");
        assertThat(desk.post(path("Inga") + "/times", "came", "12:20", "left", "11:00")
                        .statusCode())
                .isEqualTo(422);
        assertThat(desk.post(path("Inga") + "/times", "came", "13:00", "left", "14:00")
                        .body())
                .contains("Nobody can have been at the session so");
        assertThat(desk.post(path("Inga") + "/times", "came", "late", "left", "")
                        .body())
                .contains("Write a time like 09:30.");
        assertThat(time("Inga")).isEqualTo(Duration.ofMinutes(90));
        assertThat(desk.get(path("Marija") + "/times").statusCode()).isEqualTo(409);
    }

    private Duration time(String name) {
        return site.bean(Attendances.class)
                .of(visit.part(0), visit.person(name))
                .orElseThrow()
                .time(visit.part(0));
    }

    @Test
    void whoComesUnannouncedGetsAPlaceOnlyWhereThereIsOne() {
        String door = DOOR + "/" + first + "/newcomers";
        HttpResponse<String> full = admit(door, "Līga Kalniņa", "liga@example.org");
        assertThat(full.statusCode()).isEqualTo(422);
        assertThat(full.body()).contains("There is no place left for this person. Raise the number of places");
        assertThat(database.number("SELECT places_taken FROM event WHERE slug = 'hamar'"))
                .isEqualTo(4);

        visit.ask("POST", "/api/v1/registrations/" + visit.person("Oksana").reference() + "/cancel", "{}")
                .is(200);
        Document let = desk.after(admit(door, "Līga Kalniņa", "liga@example.org"));
        assertThat(let.text()).contains("Present: Līga Kalniņa", "1 of 4 are here");
        assertThat(database.number("SELECT places_taken FROM event WHERE slug = 'hamar'"))
                .isEqualTo(4);
        assertThat(database.number("SELECT COUNT(*) FROM mail_outbox WHERE to_address = 'liga@example.org'"))
                .isEqualTo(1);
        assertThat(admit(door, "Pēteris", "").statusCode()).isEqualTo(422);
    }

    @Test
    void whoHasNoAddressIsLetInAndWrittenToByNobody() {
        visit.ask("POST", "/api/v1/registrations/" + visit.person("Oksana").reference() + "/cancel", "{}")
                .is(200);
        visit.ask("POST", "/api/v1/registrations/" + visit.person("Marija").reference() + "/cancel", "{}")
                .is(200);
        long mails = database.number("SELECT COUNT(*) FROM mail_outbox");
        String door = DOOR + "/" + first + "/newcomers";

        assertThat(desk.after(admit(door, "Pēteris", "")).text()).contains("Present: Pēteris");
        assertThat(desk.after(admit(door, "Anna", "")).text()).contains("Present: Anna");

        assertThat(database.number("SELECT COUNT(*) FROM mail_outbox")).isEqualTo(mails);
        assertThat(desk.page("/organiser/events/hamar").text())
                .contains("Pēteris")
                .doesNotContain("invalid");
        assertThat(desk.get("/organiser/events/hamar/registrations.csv").body())
                .contains("Pēteris")
                .doesNotContain("invalid");
        assertThat(desk.page("/organiser/events/hamar/lists").select("textarea").text())
                .isEqualTo("andris@example.org, inga@example.org");
        assertThat(desk.page("/organiser/projects/kapitals/report/rows?count=people")
                        .text())
                .contains("Pēteris")
                .doesNotContain("invalid");
        String everybody = visit.ask("GET", "/api/v1/events/hamar/registrations", "")
                .is(200)
                .response()
                .body();
        assertThat(everybody)
                .contains("\"name\":\"Pēteris\",\"email\":null", "\"email\":\"inga@example.org\"")
                .doesNotContain("invalid");
    }

    @Test
    void whoIsRegisteredAlreadyIsNotEnteredAgain() {
        visit.ask("POST", "/api/v1/registrations/" + visit.person("Oksana").reference() + "/cancel", "{}")
                .is(200);

        HttpResponse<String> again = admit(DOOR + "/" + first + "/newcomers", "Marija", "marija@example.org");

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("This address is registered for the event already.");
        assertThat(rows()).isZero();
        assertThat(desk.post(DOOR + "/" + first + "/newcomers", "name", "", "category", "")
                        .statusCode())
                .isEqualTo(422);
    }

    private HttpResponse<String> admit(String door, String name, String email) {
        return desk.post(
                door, "name", name, "email", email, "category", "volunteer", "language", "lv", "consents", "privacy");
    }
}
