package lv.kopa.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ezvcard.Ezvcard;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Announcements;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventPlan;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Profile;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.signin.ApiTokens;
import lv.kopa.organisation.signin.SignIns;
import lv.kopa.project.ProjectPlan;
import lv.kopa.project.Projects;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.Wish;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Site;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of who comes, taken along by an organiser. */
class ExportTest {
    private static final String LIST = "/organiser/events/hamar/registrations";
    private static final String ACTOR = "person:1";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Site site = Site.start("Export", settings());
    private EventDetails event = announced();

    @AfterEach
    void close() {
        site.close();
    }

    @BeforeEach
    void register() {
        site.bean(MovableClock.class).set(Instant.parse("2026-11-24T21:30:00Z"));
        register("=1+1", "anna@example.org", "member", "+37120000000", "-5");
        register("Bērziņš, Jānis \"JB\"", "janis@example.org", "volunteer", null, "007");
        register("Zoe", "zoe@example.org", "member", "+47 900 00 001", "@x");
        event = site.bean(lv.kopa.event.Events.class).get(event.event().id());
    }

    @Test
    void aCsvFileHasARowForEachInTheOrderTheyCame() throws IOException {
        HttpResponse<byte[]> answer = get(LIST + ".csv?lang=lv", organiser("Anna Liepa", "parks"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8; header=present");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"hamar-registrations.csv\"");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        List<CSVRecord> rows = rows(answer);
        assertThat(rows.get(0).toList())
                .containsExactly(
                        "Numurs",
                        "Statuss",
                        "Vārds, uzvārds",
                        "E-pasts",
                        "Tālrunis",
                        "Organizācija",
                        "Piedalās kā",
                        "Izvēlētās nodarbības",
                        "Valoda",
                        "Pieteicies (Europe/Oslo)",
                        "Vieta rindā",
                        "Piekrišanas",
                        "Pasākums",
                        "Projekta Nr.",
                        "Aktivitāte",
                        "Finansē");
        assertThat(rows.get(1).toList().subList(2, 16))
                .containsExactly(
                        "'=1+1",
                        "anna@example.org",
                        "+371 20 000 000",
                        "'-5",
                        "Biedrs",
                        "",
                        "Latviešu",
                        "2026-11-24 22:30",
                        "",
                        "datu izmantošana",
                        "Hamāra",
                        "AIF/2022/KAPAC2/108",
                        "4. Pieredzes brauciens",
                        "Aktīvo iedzīvotāju fonds");
        assertThat(rows.get(2).get(2)).isEqualTo("Bērziņš, Jānis \"JB\"");
        assertThat(rows.get(2).get(5)).isEqualTo("007");
        assertThat(rows.get(3).get(10)).isEqualTo("1");
    }

    @Test
    void aSpreadsheetNamesTheFunderOnASheetOfItsOwn() throws IOException {
        HttpResponse<byte[]> answer = get(LIST + ".xlsx?lang=lv", organiser("Anna Liepa", "parks"));

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(answer.body()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(4);
            assertThat(rows.get(1).getCellText(2)).isEqualTo("=1+1");
            assertThat(rows.get(1).getCellText(4)).isEqualTo("+371 20 000 000");
            assertThat(rows.get(1).getCellText(5)).isEqualTo("-5");
            List<Row> about = workbook.getSheet(1).orElseThrow().read();
            assertThat(about)
                    .extracting(row -> row.getCellText(1))
                    .contains(
                            "Hamāra",
                            "AIF/2022/KAPAC2/108 KAPITĀLS",
                            "Projektu finansē Islande, Lihtenšteina un Norvēģija.");
        }
    }

    @Test
    void vcardsAreReadByAnAddressBook() {
        var cards = Ezvcard.parse(new String(
                        get(LIST + ".vcf", organiser("Anna Liepa", "parks")).body(), UTF_8))
                .all();

        assertThat(cards).extracting(card -> card.getFormattedName().getValue()).contains("Bērziņš, Jānis \"JB\"");
        assertThat(cards.get(0).getTelephoneNumbers().get(0).getText()).isEqualTo("+371 20 000 000");
    }

    @Test
    void aListIsNarrowedAsThePageIs() throws IOException {
        String cookie = organiser("Anna Liepa", "parks");

        assertThat(rows(get(LIST + ".csv?status=WAITING", cookie))).hasSize(2);
        assertThat(rows(get(LIST + ".csv?q=janis", cookie))).hasSize(2);
        assertThat(rows(get(LIST + ".csv?q=nobody", cookie))).hasSize(1);
        assertThat(get(LIST + ".xlsx?q=nobody", cookie).statusCode()).isEqualTo(200);
    }

    @Test
    void aProgramGetsTheSameListByItsToken() {
        Person anna = person("Anna Liepa", "parks");
        String token =
                site.bean(ApiTokens.class).create(anna.id(), "sheets", ACTOR).secret();
        String path = "/api/v1/events/hamar/registrations.csv";

        byte[] byToken = get(path, "Authorization", "Bearer " + token).body();

        String cookie =
                "kopa-sign-in=" + site.bean(SignIns.class).begin(anna.id()).secret();
        assertThat(byToken).isEqualTo(get(LIST + ".csv?lang=lv", cookie).body());
        assertThat(get(path).statusCode()).isEqualTo(401);
    }

    @Test
    void nobodyElseLearnsEvenThatThereIsAList() {
        site.bean(Organisations.class).create("other", Profile.of("Other", ZoneId.of("Europe/Riga")), ACTOR);
        String stranger = organiser("Eva", "other");

        for (String format : List.of("csv", "xlsx", "vcf")) {
            assertThat(get(LIST + "." + format, stranger).statusCode()).isEqualTo(404);
            assertThat(get(LIST + "." + format).statusCode()).isEqualTo(303);
        }
    }

    private void register(String name, String email, String category, @Nullable String phone, String organisation) {
        Wish wish = new Wish(category, name, email, phone, organisation, "lv", null, List.of("privacy"), null, null);
        site.bean(Registrations.class).register(event, wish, null);
        event = site.bean(lv.kopa.event.Events.class).get(event.event().id());
    }

    private static Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(TestDatabase.fresh().settings());
        settings.put("kopa.public-url", "https://kopa.example");
        return settings;
    }

    private EventDetails announced() {
        Organisation parks = site.bean(Organisations.class)
                .create("parks", Profile.of("Intelekta parks", ZoneId.of("Europe/Riga")), ACTOR);
        site.bean(Projects.class).create(parks.id(), project(), ACTOR);
        var session = new EventPlan.SessionPlan(
                null,
                null,
                "2027-06-14T09:30",
                "2027-06-14T12:00",
                "Europe/Oslo",
                "Hamar",
                null,
                null,
                null,
                null,
                null);
        EventPlan plan = new EventPlan(
                null,
                "hamar",
                "STUDY_VISIT",
                Map.of("lv", "Hamāra"),
                null,
                List.of("lv"),
                "Europe/Oslo",
                2,
                true,
                "AUTOMATIC",
                "PUBLIC",
                null,
                "kapitals/4",
                List.of(category("member", "Biedrs"), category("volunteer", "Brīvprātīgais")),
                List.of(session),
                null);
        Announcements announcements = site.bean(Announcements.class);
        return announcements.publish(
                announcements.draft(plan, parks, ACTOR).event().id(), ACTOR);
    }

    private static EventPlan.CategoryPlan category(String key, String name) {
        return new EventPlan.CategoryPlan(key, Map.of("lv", name), null);
    }

    private static ProjectPlan project() {
        return new ProjectPlan(
                "kapitals",
                "AIF/2022/KAPAC2/108",
                Translated.of(Language.LV, "KAPITĀLS"),
                Translated.nothing(),
                "Aktīvo iedzīvotāju fonds",
                Translated.of(Language.LV, "Projektu finansē Islande, Lihtenšteina un Norvēģija."),
                null,
                null,
                List.of(ProjectPlan.Item.of("4", Translated.of(Language.LV, "Pieredzes brauciens"))));
    }

    private Person person(String name, String organisation) {
        People people = site.bean(People.class);
        Person person = people.create(
                name,
                new EmailAddress(name.replace(' ', '.').toLowerCase(java.util.Locale.ROOT) + "@example.org"),
                "a long enough sentence",
                Language.LV);
        people.join(
                person.id(), site.bean(Organisations.class).get(organisation).id(), Role.OWNER, ACTOR);
        return person;
    }

    private String organiser(String name, String organisation) {
        return "kopa-sign-in="
                + site.bean(SignIns.class)
                        .begin(person(name, organisation).id())
                        .secret();
    }

    private HttpResponse<byte[]> get(String path, String cookie) {
        return get(path, "Cookie", cookie);
    }

    private HttpResponse<byte[]> get(String path, String... headers) {
        HttpRequest.Builder request = site.at(path);
        try {
            return client.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<CSVRecord> rows(HttpResponse<byte[]> answer) throws IOException {
        try (var parser = CSVFormat.RFC4180.parse(new StringReader(new String(answer.body(), UTF_8).substring(1)))) {
            return parser.getRecords();
        }
    }
}
