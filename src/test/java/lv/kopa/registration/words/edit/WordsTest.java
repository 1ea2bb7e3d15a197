package lv.kopa.registration.words.edit;

import static lv.kopa.Program.STRANGER;
import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.Mail;
import lv.kopa.organisation.signin.ApiTokens;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.registration.words.Blank;
import lv.kopa.registration.words.Blanks;
import lv.kopa.registration.words.Occasion;
import lv.kopa.text.Language;
import lv.kopa.web.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/** Organisers say in their own words what mails to participants say. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WordsTest {
    private static final Map<String, String> OWN = Map.of(
            "subject", "Welcome, {name}",
            "headline", "See you",
            "text", "Dear {vārds},\n\ncome to {event} on {when}, {where}: {link}. <script>alert(1)</script>");

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("WordsTest", database);
    private String event = "";
    private String parks = "";
    private Browser owner = new Browser(kopa.site());
    private int count;

    @AfterAll
    void close() {
        kopa.close();
    }

    @BeforeEach
    void anEvent(TestInfo test) {
        parks = "parks" + ++count;
        event = "event" + count;
        kopa.publish(kopa.found(parks), Plans.training(parks, event, ""));
        owner = signedIn(parks);
    }

    @Test
    void anEventsWordsReachReadersOfTheirLanguageAndNobodyElse() {
        write(texts("events", event) + "/confirmed/lv", OWN);

        Mail latvian = mailOf("lv");
        assertThatMail(latvian).hasSubject("Welcome, Anna Bērziņa");
        assertThatMail(latvian).says("See you").says("Dear Anna Bērziņa,");
        assertThatMail(latvian).textContains("Projektu rakstīšana");
        assertThatMail(latvian).textContains("Daugavpils, Rīgas iela 9: https://kopa.example/r/");
        assertThat(latvian.html())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script>");
        assertThat(Jsoup.parse(latvian.html()).select("p a[href^=https://kopa.example/r/]"))
                .hasSize(1);
        assertThatMail(latvian).says(parks);
        assertThat(latvian.wording().link()).isPresent();
        assertThat(latvian.wording().facts()).isNotEmpty();
        assertThatMail(mailOf("en")).hasSubject("You have a place: Grant writing");
    }

    @Test
    void anEventsWordsStandBeforeItsOrganisations() {
        write(texts("organisations", parks) + "/confirmed/en", with("subject", "From {organisation}"));
        assertThatMail(mailOf("en")).hasSubject("From " + parks);

        write(texts("events", event) + "/confirmed/en", with("subject", "From {event}"));
        assertThatMail(mailOf("en")).hasSubject("From Grant writing");

        press(texts("events", event) + "/confirmed/en", "/return");
        assertThatMail(mailOf("en")).hasSubject("From " + parks);
    }

    @Test
    void whatIsWrongIsSaidBesideItsFieldAndNothingTypedIsLost() {
        String page = texts("events", event) + "/confirm-address/en";
        Document refused = refused(page, Map.of("subject", "Hello {nmae}", "headline", "{", "text", "No date, {name}"));

        assertThat(refused.select("#subject-error").text()).contains("{nmae}");
        assertThat(refused.select("#headline-error")).hasSize(1);
        assertThat(refused.select("#text-error").text()).contains("{deadline}");
        assertThat(refused.select("#subject").val()).isEqualTo("Hello {nmae}");
        assertThat(refused.select("#text").text()).isEqualTo("No date, {name}");
        assertThat(refused(page, Map.of("subject", " ", "text", " ")).select(".error"))
                .hasSize(2);
    }

    @Test
    void whatItSaidBeforeIsKeptAndTakenAgain() {
        String page = texts("events", event) + "/confirmed/en";
        write(page, with("subject", "First"));
        write(page, with("subject", "Second"));
        Document seen = owner.page(page);
        assertThat(seen.select("#history + ol > li")).hasSize(2);
        assertThat(seen.select("#history + ol").text()).contains("Owner");

        press(page, "/versions/1");

        assertThat(owner.page(page).select("#subject").val()).isEqualTo("First");
        assertThatMail(mailOf("en")).hasSubject("First");
        assertThat(database.texts("SELECT deed FROM audit WHERE detail = 'confirmed en' AND subject = 'event'"
                        + " AND subject_id = (SELECT id FROM event WHERE slug = '" + event + "')"))
                .containsExactly("mail-text-written", "mail-text-written", "mail-text-written");
    }

    @Test
    void whoWritesOverSomebodyElseIsAskedToLookAgain() {
        String page = texts("events", event) + "/confirmed/en";
        Document mine = owner.page(page);
        write(page, with("subject", "Theirs"));

        HttpResponse<String> late = owner.submit(mine, page, with("subject", "Mine"));

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(late.body()).select("#subject").val()).isEqualTo("Mine");
        assertThat(database.number("SELECT COUNT(*) FROM own_words WHERE subject = 'Mine'"))
                .isZero();
    }

    @Test
    void aMailIsSeenBeforeItIsSaved() {
        kopa.register(STRANGER, event, Wishes.of("ilze@example.org", "")).is(201);
        String reference = database.texts("SELECT reference FROM registration WHERE email = 'ilze@example.org'")
                .get(0);
        String page = texts("events", event) + "/confirmed/lv";

        Document form = owner.page(page);
        HttpResponse<String> html = see(form, page, Map.of("text", "Sveiki, {vārds}!", "person", reference));
        HttpResponse<String> text = see(form, page, Map.of("text", "Sveiki, {vārds}!", "person", "", "as", "text"));

        assertThat(html.body()).contains("Sveiki, Anna Bērziņa!").contains("Projektu rakstīšana");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox", "frame-ancestors 'self'");
        assertThat(text.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
        assertThat(text.body()).contains("Sveiki, Anna Kalna!");
        assertThat(database.number("SELECT COUNT(*) FROM own_words WHERE language = 'lv' AND event_id ="
                        + " (SELECT id FROM event WHERE slug = '" + event + "')"))
                .isZero();
    }

    @Test
    void whoeverIsShownHasThePartsThatTheyChose() {
        event = "parts" + count;
        kopa.publish(token(), """
                {"organisation": "%s", "slug": "%s", "kind": "TRAINING", "title": {"en": "Parts"}, "sessions": [
                  {"title": {"en": "Opening"}, "start": "2031-06-14T10:00", "end": "2031-06-14T11:00"},
                  {"title": {"en": "Baking"}, "start": "2031-06-14T11:15", "end": "2031-06-14T12:00", "places": 5},
                  {"title": {"en": "Singing"}, "start": "2031-06-14T11:15", "end": "2031-06-14T12:00", "places": 5}]}""".formatted(parks, event));
        long baking = kopa.get(STRANGER, "/api/v1/events/" + event).number("sessions.1.id");
        kopa.register(STRANGER, event, Wishes.of("baker@example.org", "\"sessions\": [" + baking + "]"))
                .is(201);
        String reference = database.texts("SELECT reference FROM registration WHERE email = 'baker@example.org'")
                .get(0);
        String page = texts("events", event) + "/confirmed/en";

        String shown = see(owner.page(page), page, Map.of("text", "Hello", "person", reference))
                .body();

        assertThat(shown).contains("Opening", "Baking").doesNotContain("Singing");
        assertThat(see(owner.page(page), page, Map.of("text", "Hello", "person", ""))
                        .body())
                .contains("Opening")
                .doesNotContain("Baking");
    }

    @Test
    void anOrganisationWithoutEventsSeesItsWordsToo() {
        kopa.found("new" + parks);
        Browser other = signedIn("new" + parks);
        String page = texts("organisations", "new" + parks) + "/confirmed/en";

        Document form = other.page(page);
        form.select("form[action=" + page + "]").attr("action", page + "/preview");

        assertThat(other.submit(form, page + "/preview", Map.of()).body()).contains("Closing training", "new" + parks);
    }

    @Test
    void nobodyElseComesNearThem() {
        kopa.found("other" + parks);
        Browser stranger = signedIn("other" + parks);

        for (String page : List.of(texts("events", event), texts("organisations", parks), texts("projects", parks))) {
            assertThat(stranger.get(page).statusCode()).isEqualTo(404);
            assertThat(stranger.get(page + "/confirmed/en").statusCode()).isEqualTo(404);
        }
        assertThat(owner.get(texts("events", event) + "/erased/en").statusCode())
                .isEqualTo(404);
        assertThat(owner.get(texts("events", event) + "/confirmed/de").statusCode())
                .isEqualTo(404);
    }

    @Test
    void onEveryOccasionThereAreBuiltInWordsToBeginWithAndAMailToSee() {
        String all = texts("organisations", parks);
        for (Occasion occasion : Occasion.values()) {
            for (Language language : Language.values()) {
                String page = all + "/" + occasion.key() + "/" + language.tag();
                Document form = owner.page(page);
                assertThat(owner.page(all).select("a[href=" + page + "]"))
                        .as(page)
                        .isNotEmpty();
                assertThat(form.select("#subject").val()).as(page).isNotBlank();
                assertThat(form.select("#text").text())
                        .as(page)
                        .contains(Blank.NAME.in(Language.EN))
                        .doesNotContainPattern("\\{\\d");
                assertThat(Blanks.fault(form.select("#text").text(), occasion.blanks()))
                        .as(page)
                        .isEmpty();
            }
            String page = texts("events", event) + "/" + occasion.key() + "/en";
            if (!occasion.isReminder()) {
                Document seen =
                        Jsoup.parse(see(owner.page(page), page, Map.of()).body());
                assertThat(seen.text()).as(page).contains("Grant writing").doesNotContain("{");
                assertThat(seen.select("a[href^=https://kopa.example/r/]").isEmpty())
                        .as(page)
                        .isNotEqualTo(occasion.hasLink());
            }
        }
    }

    @Test
    void whoGetsAPlaceInASessionIsToldSoInOwnWordsThatNameTheSession() {
        event = "parts" + count;
        kopa.publish(token(), """
                {"organisation": "%s", "slug": "%s", "kind": "TRAINING", "title": {"en": "Parts"}, "sessions": [
                  {"title": {"en": "Opening"}, "start": "2031-06-14T10:00", "end": "2031-06-14T11:00"},
                  {"title": {"en": "Baking"}, "start": "2031-06-14T11:15", "end": "2031-06-14T12:00", "places": 1}]}""".formatted(parks, event));
        long baking = kopa.get(STRANGER, "/api/v1/events/" + event).number("sessions.1.id");
        String page = texts("events", event) + "/session-given/lv";
        assertThat(refused(page, with("text", "Yours")).select("#text-error").text())
                .contains("{session}");
        write(page, Map.of("subject", "Yours: {session}", "headline", "", "text", "Come to {nodarbība}, {name}."));
        Someone first =
                Someone.registered(kopa, event, "first" + count + "@example.org", "\"sessions\": [" + baking + "]");
        String second = "second" + count + "@example.org";
        Someone.registered(kopa, event, second, "\"sessions\": [], \"waitFor\": [" + baking + "]");

        first.cancels();

        assertThatMail(Someone.mailTo(kopa, second)).hasSubject("Yours: Baking");
        assertThatMail(Someone.mailTo(kopa, second)).says("Come to Baking, ").doesNotSay("Tu uz to gaidīji");
    }

    private String token() {
        return kopa.bean(ApiTokens.class)
                .create(
                        database.number("SELECT id FROM person WHERE email = '" + parks + "@example.org'"),
                        "more",
                        "test")
                .secret();
    }

    private Mail mailOf(String language) {
        String address = language + ++count + "@example.org";
        kopa.register(
                        STRANGER,
                        event,
                        "{\"name\": \"Anna Bērziņa\", \"email\": \"%s\", \"language\": \"%s\", \"consents\": [\"privacy\"]}"
                                .formatted(address, language))
                .is(201);
        return Someone.mailTo(kopa, address);
    }

    private Browser signedIn(String slug) {
        Browser browser = new Browser(kopa.site());
        browser.page("/?lang=en");
        browser.submit(
                browser.page("/organiser/sign-in"),
                "/organiser/sign-in",
                Map.of("email", slug + "@example.org", "password", "long enough a password"));
        return browser;
    }

    private void write(String page, Map<String, String> typed) {
        assertThat(owner.submit(owner.page(page), page, typed).statusCode()).isEqualTo(303);
    }

    private Document refused(String page, Map<String, String> typed) {
        HttpResponse<String> answer = owner.submit(owner.page(page), page, typed);
        assertThat(answer.statusCode()).isEqualTo(422);
        return Jsoup.parse(answer.body());
    }

    private void press(String page, String action) {
        assertThat(owner.submit(owner.page(page), page + action, Map.of()).statusCode())
                .isEqualTo(303);
    }

    private HttpResponse<String> see(Document form, String page, Map<String, String> typed) {
        form.select("form[action=" + page + "]").attr("action", page + "/preview");
        return owner.submit(form, page + "/preview", typed);
    }

    private static Map<String, String> with(String field, String value) {
        return Map.of(field, value);
    }

    private static String texts(String what, String slug) {
        return "/organiser/" + what + "/" + slug + "/texts";
    }
}
