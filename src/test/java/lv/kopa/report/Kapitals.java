package lv.kopa.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.finding.Overheard;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Profile;
import lv.kopa.organisation.QuickPeople;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.signin.ApiTokens;
import lv.kopa.organisation.signin.SignIns;
import lv.kopa.project.ProjectPlan;
import lv.kopa.project.Projects;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import lv.kopa.time.MovableClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * The project KAPITĀLS after it was over, worked out by hand:
 *
 * <pre>
 * Activity 4, the visit to Hamar, planned for 4: on 14 June 3 h, on 15 June 5.5 h, on 16 June 2.5 h.
 *   members    Anna  3 + 5.5 + 2.5 = 11      Jānis  3 + 5.5 + 2.5 = 11
 *   volunteers Olga  3 + 5.5 + 2.5 = 11      Pēteris 3 + 5.5      =  8.5 (left before the last day)
 *   1 event, 3 sessions, 4 confirmed, 4 participations, 4 people, 41.5 h
 * Activity 1, the closing training, 14 October, 7 h:
 *   Anna again, Jānis Kalns from another address, and six who were not in Hamar: 8 × 7 = 56; Zane has a place and did
 *   not come
 *   1 event, 1 session, 9 confirmed, 8 participations, 8 people, 56 h
 * In all 2 events, 4 sessions, 13 confirmed, 12 participations, 97.5 h
 *   people 4 + 8 - 1 (Anna came twice) = 11, and 10 once somebody says that Jānis is Jānis
 * Of the 8 at the training 6 are women and 2 men; the visit did not ask.
 * </pre>
 */
public record Kapitals(Program program, String token, String cookie, TestDatabase database) implements AutoCloseable {
    public static final String REPORT = "/organiser/projects/kapitals/report";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static Kapitals open() {
        TestDatabase database = TestDatabase.fresh();
        Program program = Program.start(
                "report",
                database,
                Map.of("datasources.default.data-source-properties.queryInterceptors", Overheard.class.getName()));
        program.bean(MovableClock.class).set(Instant.parse("2023-05-01T08:00:00Z"));
        Organisation parks = program.bean(Organisations.class)
                .create("parks", Profile.of("Intelekta parks", ZoneId.of("Europe/Riga")), "test");
        program.bean(Projects.class).create(parks.id(), plan(), "test");
        Person ilze = person(program, "ilze", parks);
        String token = program.bean(ApiTokens.class)
                .create(ilze.id(), "program", "test")
                .secret();
        var kapitals = new Kapitals(program, token, "", database);
        kapitals.visit();
        kapitals.training();
        program.bean(MovableClock.class).set(Instant.parse("2024-01-15T08:00:00Z"));
        return new Kapitals(program, token, signedIn(program, ilze), database);
    }

    private static Person person(Program program, String name, Organisation organisation) {
        EmailAddress email = EmailAddress.parse(name + "@example.org").orElseThrow();
        Person person = QuickPeople.create(program.site(), name, email, "long enough a password", Language.EN);
        program.bean(People.class).join(person.id(), organisation.id(), Role.OWNER, "test");
        return person;
    }

    private static String signedIn(Program program, Person person) {
        return "kopa-sign-in=" + program.bean(SignIns.class).begin(person.id()).secret() + "; kopa-csrf=abcdefgh";
    }

    private static ProjectPlan plan() {
        return new ProjectPlan(
                "kapitals",
                "AIF/2022/KAPAC2/108",
                Translated.of(Language.LV, "KAPITĀLS"),
                Translated.nothing(),
                "Aktīvo iedzīvotāju fonds",
                Translated.of(Language.LV, "Projektu finansē Islande, Lihtenšteina un Norvēģija."),
                LocalDate.of(2022, 10, 1),
                LocalDate.of(2023, 12, 31),
                List.of(
                        ProjectPlan.Item.of("1", Translated.of(Language.EN, "Closing training")),
                        new ProjectPlan.Item(0, "4", Translated.of(Language.EN, "Study visit"), 4)));
    }

    private void visit() {
        Answer visit = program.publish(token, """
                {"organisation": "parks", "slug": "hamar", "kind": "STUDY_VISIT", "title": {"en": "Visit to Hamar"},
                 "timeZone": "Europe/Riga", "activity": "kapitals/4", "places": 4,
                 "categories": [{"key": "member", "name": {"en": "Member"}, "places": 2},
                   {"key": "volunteer", "name": {"en": "Volunteer"}, "places": 2}],
                 "sessions": [
                   {"title": {"en": "With the host"}, "start": "2023-06-14T10:00", "end": "2023-06-14T13:00",
                    "timeZone": "Europe/Oslo", "place": "Hamar"},
                   {"title": {"en": "Naturskole"}, "start": "2023-06-15T09:30", "end": "2023-06-15T15:00",
                    "timeZone": "Europe/Oslo", "place": "Hamar"},
                   {"title": {"en": "Strategy"}, "start": "2023-06-16T09:00", "end": "2023-06-16T11:30",
                    "timeZone": "Europe/Oslo", "place": "Hamar"}]}""");
        comes(visit, "Anna Liepa", "anna@example.org", "\"category\": \"member\"", 0, 1, 2);
        comes(visit, "Jānis Kalns", "janis@example.org", "\"category\": \"member\"", 0, 1, 2);
        comes(visit, "Olga Ozola", "olga@example.org", "\"category\": \"volunteer\"", 0, 1, 2);
        comes(visit, "Pēteris Bērzs", "peteris@example.org", "\"category\": \"volunteer\"", 0, 1);
    }

    private void training() {
        Answer training = program.publish(token, """
                {"organisation": "parks", "slug": "noslegums", "kind": "TRAINING", "title": {"en": "Closing"},
                 "timeZone": "Europe/Riga", "activity": "kapitals/1",
                 "questions": [{"key": "gender", "type": "CHOICE", "countsAs": "GENDER", "label": {"en": "You are"},
                   "choices": [{"key": "woman", "label": {"en": "Woman"}}, {"key": "man", "label": {"en": "Man"}}]}],
                 "sessions": [{"title": {"en": "Day"}, "start": "2023-10-14T10:00", "end": "2023-10-14T17:00",
                   "place": "Daugavpils"}]}""");
        comes(training, "Anna Liepa", "Anna@example.org", is("woman"), 0);
        comes(training, "Janis  Kalns", "kalns@work.example", is("man"), 0);
        IntStream.range(0, 6)
                .forEach(i -> comes(
                        training,
                        "Guest " + "ABCDEF".charAt(i),
                        "guest" + i + "@example.org",
                        is(i == 0 ? "man" : "woman"),
                        0));
        comes(training, "Zane Late", "zane@example.org", is("woman"));
    }

    private static String is(String gender) {
        return "\"organisation\": \" Latgale  NVO\", \"answers\": {\"gender\": \"" + gender + "\"}";
    }

    /** Registers somebody who then is at these sessions. */
    void comes(Answer event, String name, String email, String more, int... sessions) {
        String reference = program.register("", event.text("slug"), """
                        {"name": "%s", "email": "%s", "consents": ["privacy"], %s}""".formatted(name, email, more))
                .is(201)
                .text("reference");
        for (int session : sessions) {
            program.put(
                            token,
                            "/api/v1/sessions/" + event.number("sessions." + session + ".id") + "/attendance/"
                                    + reference,
                            "{\"present\": true}")
                    .is(200);
        }
    }

    /** Somebody who organises for another association. */
    Kapitals stranger() {
        Organisation other = program.bean(Organisations.class)
                .create("other", Profile.of("Other", ZoneId.of("Europe/Riga")), "test");
        Person eva = person(program, "eva", other);
        String secret = program.bean(ApiTokens.class)
                .create(eva.id(), "program", "test")
                .secret();
        return new Kapitals(program, secret, signedIn(program, eva), database);
    }

    Document page(String path) {
        HttpResponse<byte[]> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(new String(response.body(), java.nio.charset.StandardCharsets.UTF_8));
    }

    public HttpResponse<byte[]> get(String path) {
        try {
            return CLIENT.send(
                    program.site()
                            .at(path)
                            .headers("Cookie", cookie, "Accept-Language", "en")
                            .build(),
                    BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    HttpResponse<String> post(String path, String body) {
        return program.site()
                .post(
                        path,
                        "_csrf=abcdefgh&" + body,
                        "Cookie",
                        cookie,
                        "Content-Type",
                        "application/x-www-form-urlencoded");
    }

    /** The figures of the whole, by their names. */
    Map<String, String> total() {
        Map<String, String> figures = new HashMap<>();
        page(REPORT)
                .select(".figures > div")
                .forEach(figure -> figures.put(
                        figure.select("dt").text(), figure.select("dd").text()));
        return figures;
    }

    @Override
    public void close() {
        program.close();
    }
}
