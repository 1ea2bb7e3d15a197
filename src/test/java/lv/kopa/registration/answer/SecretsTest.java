package lv.kopa.registration.answer;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.event.question.Answers;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.seal.Rotation;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Answers that few may see, and not for long. */
@Tag("database")
final class SecretsTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("SecretsTest", database);
    private final String parks = kopa.found("parks");

    @BeforeEach
    void announce() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-01T08:00:00Z"));
        kopa.publish(parks, Plans.training("parks", "ours", """
                "questions": [{"key": "health", "type": "TEXT", "label": {"en": "Health"}, "sensitive": true},
                              {"key": "town", "type": "TEXT", "label": {"en": "Town"}}]"""));
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void noListAndNoProgramSeesThem() {
        String reference = registered("anna");
        assertThat(kopa.get(parks, "/api/v1/events/ours/registrations.csv")
                        .response()
                        .body())
                .contains("Riga")
                .doesNotContain("Health", "weak");
        assertThat(kopa.get(parks, "/api/v1/registrations/" + reference)
                        .response()
                        .body())
                .contains("Riga")
                .doesNotContain("weak");
        assertThat(database.texts("SELECT wording FROM mail_outbox")).noneMatch(mail -> mail.contains("weak"));
    }

    @Test
    void anOrganiserSeesThemOnDemandAndThatIsRecorded() {
        String reference = registered("anna");
        var registration = kopa.bean(Registrations.class).byReference(reference);
        var asked = kopa.bean(Events.class).get(registration.eventId()).questionnaire();
        AnswerBook book = kopa.bean(AnswerBook.class);
        assertThat(book.open(List.of(registration.id()), asked))
                .isEqualTo(Map.of(registration.id(), new Answers(Map.of("town", List.of("Riga")))));
        assertThat(book.reveal(registration.id(), asked, "person:1").to("health"))
                .containsExactly("a weak heart");
        assertThat(database.texts("SELECT actor FROM audit WHERE deed = 'sensitive-answers-seen'"))
                .containsExactly("person:1");
    }

    @Test
    void anOrganiserTakesThemAlongQuestionByQuestionAndThatIsRecorded() {
        registered("anna");
        kopa.register(STRANGER, "ours", Wishes.of("kate@example.org", "\"answers\": {\"town\": \"Liepaja\"}"))
                .is(201);
        Browser owner = signedIn("parks");
        String address =
                owner.page("/organiser/events/ours").select("a[href$=/secrets]").attr("href");
        Document form = owner.page(address);
        assertThat(form.select("[name=questions]").eachAttr("value")).containsExactly("health");

        HttpResponse<String> nothing = owner.submit(form, address, Map.of("format", "csv"));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("id=\"questions-error\"");
        assertThat(owner.submit(form, address, Map.of("format", "csv", "questions", "town"))
                        .statusCode())
                .as("a question that everybody sees the answers to")
                .isEqualTo(422);
        assertThat(exported()).isEmpty();

        HttpResponse<String> taken = owner.submit(form, address, Map.of("format", "csv", "questions", "health"));
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"ours-sensitive-registrations.csv\"");
        assertThat(taken.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(taken.body())
                .contains("Anna Bērziņa", "a weak heart")
                .doesNotContain("anna@example.org", "Riga", "Liepaja");
        assertThat(exported()).containsExactly("health: 1");
        assertThat(database.number("SELECT COUNT(*) FROM audit WHERE deed = 'sensitive-answers-seen'"))
                .isOne();
        assertThat(owner.submit(form, address, Map.of("format", "xlsx", "questions", "health"))
                        .headers()
                        .firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"ours-sensitive-registrations.xlsx\"");

        deletedAt("2031-07-14T13:30:00Z", 0);
        owner = signedIn("parks");
        taken = owner.submit(owner.page(address), address, Map.of("format", "csv", "questions", "health"));
        assertThat(taken.body()).contains("Anna Bērziņa").doesNotContain("weak");
        assertThat(exported()).containsExactly("health: 1", "health: 1", "health: 0");
    }

    @Test
    void whatIsTakenAlongIsOfThoseWhomThePageCounted() {
        kopa.publish(parks, Plans.training("parks", "kinds", """
                "places": 2, "categories": [{"key": "member", "name": {"en": "Member"}},
                  {"key": "guest", "name": {"en": "Guest"}}],
                "questions": [{"key": "health", "type": "TEXT", "label": {"en": "Health"}, "sensitive": true}]"""));
        comes("anna", "member");
        comes("kate", "guest");
        comes("olga", "member");
        Browser owner = signedIn("parks");

        assertThat(taken(owner, "")).contains("anna is well", "kate is well").doesNotContain("olga");
        assertThat(taken(owner, "?category=member")).contains("anna is well").doesNotContain("kate", "olga");
        assertThat(taken(owner, "?status=WAITING")).contains("olga is well").doesNotContain("anna");
    }

    private void comes(String name, String kind) {
        String wish = "\"category\": \"%s\", \"answers\": {\"health\": \"%s is well\"}".formatted(kind, name);
        kopa.register(STRANGER, "kinds", Wishes.of(name + "@example.org", wish)).is(201);
    }

    private static String taken(Browser owner, String filter) {
        String address = "/organiser/events/kinds/secrets";
        return owner.submit(owner.page(address + filter), address, Map.of("format", "csv", "questions", "health"))
                .body();
    }

    @Test
    void nobodyElseTakesThemAlong() {
        registered("anna");
        kopa.found("others");
        String address = "/organiser/events/ours/secrets";
        Browser others = signedIn("others");
        assertThat(others.get(address).statusCode()).isEqualTo(404);
        Map<String, String> wish = Map.of(
                "format",
                "csv",
                "questions",
                "health",
                "_csrf",
                others.page("/organiser/events").select("[name=_csrf]").val());
        assertThat(others.post(address, wish).statusCode()).isEqualTo(404);
        assertThat(new Browser(kopa.site()).get(address).statusCode()).isNotEqualTo(200);
        assertThat(exported()).isEmpty();
    }

    private Browser signedIn(String organisation) {
        Browser browser = new Browser(kopa.site());
        browser.page("/?lang=en");
        browser.submit(
                browser.page("/organiser/sign-in"),
                "/organiser/sign-in",
                Map.of("email", organisation + "@example.org", "password", "long enough a password"));
        return browser;
    }

    private List<String> exported() {
        return database.texts("SELECT detail FROM audit WHERE deed = 'sensitive-answers-exported' ORDER BY id");
    }

    @Test
    void theyOpenForNobodyElse() {
        registered("anna");
        registered("kate");
        database.execute("UPDATE answer a JOIN answer b ON b.id <> a.id AND b.sealed IS NOT NULL"
                + " SET a.sealed = b.sealed WHERE a.sealed IS NOT NULL AND a.registration_id < b.registration_id");
        var events = kopa.bean(Events.class);
        long event = database.number("SELECT id FROM event");
        long anna = database.number("SELECT MIN(id) FROM registration");
        assertThatThrownBy(() ->
                        kopa.bean(AnswerBook.class).of(anna, events.get(event).questionnaire()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void thirtyDaysAfterTheEventTheyAreDeletedAndHowManyIsRecorded() {
        registered("anna");
        registered("kate");
        deletedAt("2031-07-14T12:00:00Z", 2);
        deletedAt("2031-07-14T13:30:00Z", 0);
        assertThat(database.texts("SELECT detail FROM audit WHERE deed = 'sensitive-answers-deleted'"))
                .containsExactly("2");
        assertThat(database.number("SELECT COUNT(*) FROM answer WHERE given = 'Riga'"))
                .isEqualTo(2);
    }

    @Test
    void aDayAfterSomebodyHasGivenUpTheirsAreDeleted() {
        String reference = registered("anna");
        registered("kate");
        kopa.post(parks, "/api/v1/registrations/" + reference + "/cancel").is(200);
        deletedAt("2031-06-02T07:59:00Z", 2);
        deletedAt("2031-06-02T08:01:00Z", 1);
    }

    @Test
    void aNewKeySealsThemAnewAndWhatTheOldOneSealedStillOpens() {
        String reference = registered("anna");
        List<String> before = database.texts("SELECT HEX(sealed) FROM answer WHERE sealed IS NOT NULL");
        Rotation rotation = kopa.bean(Rotation.class);

        assertThat(rotation.run()).startsWith("1 ");

        assertThat(database.texts("SELECT HEX(sealed) FROM answer WHERE sealed IS NOT NULL"))
                .hasSize(1)
                .isNotEqualTo(before);
        var registration = kopa.bean(Registrations.class).byReference(reference);
        var asked = kopa.bean(Events.class).get(registration.eventId()).questionnaire();
        assertThat(kopa.bean(AnswerBook.class).of(registration.id(), asked).to("health"))
                .containsExactly("a weak heart");
        database.execute("UPDATE answer SET sealed = UNHEX('" + before.get(0) + "') WHERE sealed IS NOT NULL");
        assertThat(kopa.bean(AnswerBook.class).of(registration.id(), asked).to("health"))
                .containsExactly("a weak heart");
    }

    private void deletedAt(String time, int left) {
        kopa.bean(MovableClock.class).set(Instant.parse(time));
        kopa.bean(SecretsKept.class).deleteOld();
        assertThat(database.number("SELECT COUNT(*) FROM answer WHERE sealed IS NOT NULL"))
                .isEqualTo(left);
    }

    private String registered(String name) {
        Answer receipt = kopa.register(
                        STRANGER,
                        "ours",
                        Wishes.of(
                                name + "@example.org",
                                "\"answers\": {\"health\": \"a weak heart\", \"town\": \"Riga\"}"))
                .is(201);
        return receipt.text("reference");
    }
}
