package lv.kopa.feedback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.net.http.HttpResponse;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.organisation.signin.SignIns;
import lv.kopa.registration.Registration;
import lv.kopa.registration.circular.NewsLinks;
import lv.kopa.registration.erasure.Erasing;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Browser;
import lv.kopa.web.Form;
import lv.kopa.web.Parts;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People say how an event was, by their name or without. */
@Tag("database")
class FeedbackTest {
    private static Gathering gathering;
    private static TestDatabase database;

    @BeforeAll
    static void gather() {
        gathering = new Gathering();
        database = gathering.database();
    }

    @AfterAll
    static void close() {
        gathering.close();
    }

    private static List<Registration> people(EventDetails event, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> gathering.enter(event, "guest" + i, "nb"))
                .toList();
    }

    private static List<String> written(EventDetails event) {
        gathering.site().bean(FeedbackRound.class).go();
        return database.texts("SELECT to_address FROM mail_outbox WHERE kind = 'feedback' AND event_id = "
                + event.event().id() + " ORDER BY to_address");
    }

    private static Document results(EventDetails event) {
        return gathering.desk().page(gathering.settings(event) + "/results");
    }

    @Test
    void thoseWhoWereThereAreWrittenToOnceInTheirLanguageWithAWayOut() {
        EventDetails event = gathering.event("mailed");
        List<Registration> people = people(event, 3);
        gathering.attended(event, people.get(0));
        gathering.attended(event, people.get(1));
        String refusing = NewsLinks.path(gathering.site(), "intelekta-parks", "guest1@example.org");
        Browser guest1 = new Browser(gathering.site());
        guest1.submit(guest1.page(refusing), refusing, Map.of());
        assertThat(written(event)).as("nothing is asked").isEmpty();

        gathering.ask(event, "without");

        assertThat(written(event)).as("who was there and refused no such mail").containsExactly("guest0@example.org");
        assertThat(written(event)).containsExactly("guest0@example.org");
        assertThat(database.texts("SELECT wording FROM mail_outbox WHERE kind = 'feedback' AND bulk = 1"
                                + " AND unsubscribe LIKE '%/my/news/%' AND event_id = "
                                + event.event().id())
                        .get(0))
                .contains("Fortell oss gjerne hvordan det var", "Svarene dine lagres uten navnet ditt.", "/feedback");
        assertThat(gathering.desk().page(gathering.settings(event)).text()).contains("The mails were written:");
        database.execute("DELETE FROM news_refusal");
    }

    @Test
    void whatTheEndsOfAScaleMeanIsSaidThereAndHeardWithTheMarks() {
        EventDetails event = gathering.event("scaled");
        Registration person = people(event, 1).get(0);
        gathering.ask(event, "without");

        for (Language language : Language.values()) {
            Texts texts = Texts.in(language);
            String least = texts.get("feedback.form.scale.least");
            String most = texts.get("feedback.form.scale.most");
            Document form = new Browser(gathering.site()).page(gathering.form(person) + "?lang=" + language.tag());
            assertThat(form.expectFirst(".scale").select(".hidden").eachText())
                    .containsExactly(least, "2", "3", "4", most);
            assertThat(form.expectFirst(".scale + .ends").select("span").eachText())
                    .containsExactly(least, most);
        }
    }

    @Test
    void whereNobodyWasMarkedEverybodyWithAPlaceIsAskedAndElsewhereNobodyElse() {
        EventDetails unmarked = gathering.event("unmarked");
        people(unmarked, 2);
        gathering.ask(unmarked, "without");
        assertThat(written(unmarked)).hasSize(2);

        EventDetails marked = gathering.event("marked");
        List<Registration> people = people(marked, 2);
        gathering.attended(marked, people.get(0));
        gathering.ask(marked, "without");
        Browser browser = new Browser(gathering.site());
        assertThat(browser.page(gathering.form(people.get(1)) + "?lang=en").text())
                .contains("Only those who were there are asked");
        String own = gathering.form(people.get(0));
        assertThat(browser.page(own.replace("/feedback", "?lang=en")).text()).contains("How was it?");
        gathering.desk().post(gathering.settings(marked) + "/closing");
        assertThat(browser.page(own + "?lang=en").text()).contains("Nothing is asked at the moment");
    }

    @Test
    void answersWithoutNamesLeadToNobodyAndAreSeenFromFiveOn() {
        EventDetails event = gathering.event("anonymous");
        List<Registration> people = people(event, 6);
        gathering.ask(event, "without");
        for (int i = 0; i < 3; i++) {
            gathering.answer(event, people.get(i), 5, "Words " + i);
        }
        gathering.answerTwice(event, people.get(3), 5, "Words 3");

        assertThat(results(event).text())
                .contains("4 people have answered.", "once 5 people have answered")
                .doesNotContain("Words", "On average");
        String csv = gathering.settings(event) + "/results.csv";
        assertThat(gathering.desk().get(csv).body()).doesNotContain("Words");

        gathering.answer(event, people.get(4), 2, "=1+1");

        assertThat(results(event).text())
                .contains("On average 4.4 of 5", "5 answers", "4 (80 %)", "1 (20 %)", "Words 0", "=1+1")
                .doesNotContain("guest");
        assertThat(results(event).select(".bars rect.full").eachAttr("width")).startsWith("80", "0", "0", "20", "0");
        assertThat(gathering.desk().get(csv).body())
                .contains("\"'=1+1\"", "How was it all in all?")
                .doesNotContain("guest", "Name");
        long id = event.event().id();
        assertThat(database.number("SELECT COUNT(*) FROM feedback_sheet WHERE event_id = " + id))
                .isEqualTo(5);
        assertThat(database.number("SELECT COUNT(registration_id) FROM feedback_sheet WHERE event_id = " + id))
                .isZero();
        assertThat(database.number(
                        "SELECT COUNT(*) FROM audit WHERE deed LIKE 'feedback%' AND subject = 'registration'"))
                .isZero();
        assertThat(new Browser(gathering.site())
                        .page(gathering.form(people.get(4)) + "?lang=en")
                        .text())
                .contains("Thank you", "Your answers are kept.");
    }

    @Test
    void programsReadTheSameAndAsLittleWhileFewHaveAnsweredWithoutNames() {
        EventDetails event = gathering.event("programs");
        List<Registration> people = people(event, 5);
        gathering.ask(event, "without");
        for (int i = 0; i < 4; i++) {
            gathering.answer(event, people.get(i), 5, "Words " + i);
        }
        String path = "/api/v1/events/programs/feedback";

        Answer few = gathering.visit().ask("GET", path, "").is(200);

        assertThat(few.response().body())
                .contains(
                        "\"sheets\":4,\"anonymous\":true,\"shown\":false",
                        "\"answered\":0,\"average\":null,\"answers\":[]")
                .doesNotContain("Words", "\"count\":4");

        gathering.answer(event, people.get(4), 2, "Words 4");
        Answer enough = gathering.visit().ask("GET", path, "").is(200);

        assertThat(enough.text("questions.0.average")).isEqualTo("4.4");
        assertThat(enough.response().body())
                .contains("\"shown\":true", "{\"value\":\"5\",\"label\":null,\"count\":4}")
                .contains("{\"value\":\"2\",\"label\":null,\"count\":1}")
                .contains("{\"text\":\"Words 4\",\"name\":null}");
    }

    @Test
    void theAverageStandsOnThePublicPageBesideWhatCameOfTheEvent() {
        EventDetails event = gathering.event("published");
        List<Registration> people = people(event, 5);
        gathering.ask(event, "without");
        gathering.attended(event, people.get(0));
        people.stream().skip(1).forEach(person -> gathering.attended(event, person));
        people.forEach(person -> gathering.answer(event, person, 4, "Good"));
        String outcome = "/organiser/events/published/outcome";
        gathering
                .desk()
                .post(
                        outcome,
                        "version",
                        gathering.desk().page(outcome).select("[name=version]").val(),
                        "text.en",
                        "We learnt to ask.",
                        "published",
                        "true");
        HttpResponse<String> undescribed =
                gathering.desk().send(outcome + "/pictures", new Parts().file("picture", "a.png", photograph()));
        assertThat(undescribed.statusCode()).isEqualTo(422);
        HttpResponse<String> added = gathering
                .desk()
                .send(
                        outcome + "/pictures",
                        new Parts().field("shows.en", "Six people in a garden").file("picture", "a.png", photograph()));
        assertThat(gathering.desk().after(added).text()).contains("The picture is added.");

        Document page =
                Jsoup.parse(gathering.site().get("/events/published?lang=en").body());
        String picture = page.expectFirst("img[alt='Six people in a garden']").attr("src");
        assertThat(gathering.site().get(picture).statusCode()).isEqualTo(200);
        assertThat(page.text())
                .contains("5 were there", "Participant hours: 32.5", "How was it all in all?")
                .contains("4.0 of 5 on average (5 answers)", "We learnt to ask.");
    }

    @Test
    void whatCameOfAnEventIsSeenAsOthersWouldReadItBeforeItIsPublished() {
        EventDetails event = gathering.event("previewed");
        gathering.attended(event, people(event, 1).get(0));
        String outcome = "/organiser/events/previewed/outcome";
        String version = gathering.desk().page(outcome).select("[name=version]").val();

        HttpResponse<String> seen = gathering
                .desk()
                .post(
                        outcome,
                        "do",
                        "preview",
                        "version",
                        version,
                        "text.en",
                        "We **learnt** to ask.",
                        "learnt.en",
                        "To ask");

        assertThat(seen.statusCode()).isEqualTo(200);
        Document page = Jsoup.parse(seen.body());
        assertThat(page.select("#preview strong").text()).isEqualTo("learnt");
        assertThat(page.select("#preview").text())
                .contains("Nothing is saved yet.", "Participant hours: 6.5", "What was learnt", "To ask");
        assertThat(page.select("[name=text.en]").val()).isEqualTo("We **learnt** to ask.");
        assertThat(gathering.site().get("/events/previewed?lang=en").body()).doesNotContain("to ask");
        assertThat(gathering.desk().page(outcome).select("[name=text.en]").val())
                .as("nothing was kept")
                .isEmpty();
        gathering.desk().post(outcome, "do", "save", "version", version, "text.en", "Kept.", "published", "true");
        assertThat(gathering.site().get("/events/previewed?lang=en").body()).contains("Kept.");
    }

    @Test
    void namesAreTakenOffAnswersSixMonthsAfterTheEventAndWhatWasSaidStays() {
        EventDetails event = gathering.event("half-a-year");
        Registration person = people(event, 1).get(0);
        gathering.ask(event, "with");
        assertThat(new Browser(gathering.site())
                        .page(gathering.form(person) + "?lang=en")
                        .text())
                .contains("6 months after the event the name is taken off them.");
        gathering.answer(event, person, 3, "Mine");

        ended(event, 5);
        gathering.site().bean(NamesKept.class).removeOld();
        assertThat(results(event).text()).contains("Mine", "guest0");

        ended(event, 7);
        gathering.site().bean(NamesKept.class).removeOld();
        gathering.site().bean(NamesKept.class).removeOld();

        assertThat(results(event).text())
                .contains("Mine", "On average 3.0 of 5")
                .doesNotContain("guest0");
        assertThat(gathering
                        .desk()
                        .get(gathering.settings(event) + "/results.csv")
                        .body())
                .contains("Mine", "Without a name")
                .doesNotContain("guest0");
        assertThat(database.texts("SELECT CONCAT(actor, ' ', detail) FROM audit WHERE deed = 'feedback-unnamed'"
                        + " AND subject_id = " + event.event().id()))
                .containsExactly("system 1");
    }

    private static void ended(EventDetails event, int monthsAgo) {
        var ended = gathering
                .site()
                .bean(java.time.Clock.class)
                .instant()
                .atZone(ZoneOffset.UTC)
                .minusMonths(monthsAgo);
        database.execute("UPDATE event SET ends_at = '"
                + ended.toLocalDateTime().withNano(0).toString().replace('T', ' ') + "' WHERE id = "
                + event.event().id());
    }

    private static byte[] photograph() {
        var bytes = new java.io.ByteArrayOutputStream();
        try {
            javax.imageio.ImageIO.write(
                    new java.awt.image.BufferedImage(800, 600, java.awt.image.BufferedImage.TYPE_INT_RGB),
                    "png",
                    bytes);
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    @Test
    void answersWithNamesSayWhoseTheyAreUntilThePersonIsErased() {
        EventDetails event = gathering.event("named");
        List<Registration> people = people(event, 2);
        gathering.ask(event, "with");
        assertThat(new Browser(gathering.site())
                        .page(gathering.form(people.get(0)) + "?lang=en")
                        .text())
                .contains("sees your name beside your answers");
        gathering.answer(event, people.get(0), 3, "Mine");

        assertThat(results(event).text()).contains("Mine", "guest0", "On average 3.0 of 5");
        String own = gathering.form(people.get(0)).replace("/feedback", "/data.json");
        assertThat(gathering.site().get(own, "Accept-Language", "en").body())
                .contains("How was it all in all?", "Mine");
        String settings = gathering.settings(event);
        HttpResponse<String> hidden = gathering.desk().post(settings + "/settings", "names", "without", "hours", "24");
        assertThat(hidden.statusCode()).isEqualTo(422);
        assertThat(hidden.body()).contains("Somebody has answered already");
        String question =
                settings + "/questions/" + gathering.fields(event).get(0).substring(1);
        assertThat(gathering.desk().post(question + "/removal").statusCode()).isEqualTo(409);
        assertThat(gathering.desk().post(question + "/place", "to", "down").statusCode())
                .isEqualTo(303);

        gathering.site().bean(Erasing.class).erase(people.get(0));

        assertThat(results(event).text()).contains("On average 3.0 of 5").doesNotContain("Mine", "guest0");
    }

    @Test
    void nothingIsWrittenOfSomebodyWhoIsErasedMeanwhile() {
        EventDetails event = gathering.event("erased");
        Registration person = people(event, 1).get(0);
        gathering.ask(event, "with");
        gathering.site().bean(Erasing.class).erase(person);

        Standing standing = gathering.site().bean(Answering.class).answer(event.event(), person, Form.empty());

        assertThat(standing).isEqualTo(Standing.ABSENT);
        assertThat(database.number("SELECT COUNT(*) FROM feedback_given WHERE registration_id = " + person.id()))
                .isZero();
    }

    @Test
    void whatIsWrongIsSaidNextToItsFieldAndNothingIsLostNorSignedUnasked() {
        EventDetails event = gathering.event("wrong");
        Registration person = people(event, 1).get(0);
        gathering.ask(event, "without");
        List<String> fields = gathering.fields(event);
        String path = gathering.form(person);
        Browser browser = new Browser(gathering.site());
        Document form = browser.page(path);

        HttpResponse<String> missing = browser.submit(form, path, Map.of(fields.get(2), "Fine"));
        assertThat(missing.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(missing.body());
        assertThat(again.select("#" + fields.get(0) + "-error")).isNotEmpty();
        assertThat(again.select("textarea").eachText()).contains("Fine");
        assertThat(browser.submit(form, path, Map.of(fields.get(0), "6")).statusCode())
                .isEqualTo(422);
        assertThat(browser.submit(form, path, Map.of(fields.get(0), "5", fields.get(2), "x".repeat(4001)))
                        .statusCode())
                .isEqualTo(422);

        gathering.desk().post(gathering.settings(event) + "/settings", "names", "with", "hours", "24");
        assertThat(browser.submit(form, path, Map.of(fields.get(0), "5")).body())
                .contains(Texts.in(Language.EN).get("feedback.form.otherwise").substring(0, 20));
        assertThat(database.number("SELECT COUNT(*) FROM feedback_sheet WHERE event_id = "
                        + event.event().id()))
                .isZero();
    }

    @Test
    void anOrganiserWritesQuestionsOfEveryKind() {
        EventDetails event = gathering.event("kinds");
        Registration person = people(event, 1).get(0);
        String questions = gathering.settings(event) + "/questions";
        assertThat(gathering
                        .desk()
                        .post(questions, "kind", "CHOICE", "label.en", "How did you come?")
                        .body())
                .contains("Write at least two choices.");
        assertThat(gathering
                        .desk()
                        .post(questions, "kind", "TEXT", "label.en", "")
                        .statusCode())
                .isEqualTo(422);
        gathering
                .desk()
                .post(
                        questions,
                        "kind",
                        "CHOICES",
                        "label.en",
                        "What was good?",
                        "choices.0.there",
                        "1",
                        "choices.0.label.en",
                        "Food",
                        "choices.1.label.en",
                        "People",
                        "choices.2.label.en",
                        "");
        gathering.desk().post(questions, "kind", "YES_NO", "label.en", "Again?");
        gathering.desk().post(gathering.settings(event) + "/settings", "names", "with", "hours", "0");
        gathering.desk().post(gathering.settings(event) + "/opening");
        String first = questions + "/" + gathering.fields(event).get(0).substring(1);
        assertThat(gathering
                        .desk()
                        .page(first)
                        .select("[name=choices.1.label.en]")
                        .val())
                .isEqualTo("People");

        Browser browser = new Browser(gathering.site());
        String path = gathering.form(person);
        Document form = browser.page(path);
        String food = form.select("input[type=checkbox]").get(0).val();
        browser.submit(
                form,
                path,
                Map.of(
                        gathering.fields(event).get(0),
                        food,
                        gathering.fields(event).get(1),
                        "true"));

        assertThat(results(event).text()).contains("Food 1 (100 %)", "People 0 (0 %)", "Yes 1 (100 %)");
        assertThat(gathering
                        .desk()
                        .get(gathering.settings(event) + "/results.xlsx")
                        .statusCode())
                .isEqualTo(200);
        List<String> deeds =
                new ArrayList<>(database.texts("SELECT deed FROM audit WHERE subject = 'event' AND subject_id = "
                        + event.event().id()));
        assertThat(deeds).contains("feedback-questions", "feedback-settled", "feedback-opened");
    }

    @Test
    void whoAddsMoreThanAnybodyWouldAnswerOrLookAtIsToldThatNothingWasAdded() {
        EventDetails event = gathering.event("enough");
        String questions = gathering.settings(event) + "/questions";
        gathering.desk().post(questions, "kind", "YES_NO", "label.en", "Again?");
        for (int i = 1; i < 30; i++) {
            database.execute("INSERT INTO feedback_question (event_id, position, kind, label, is_required) SELECT"
                    + " event_id, " + i + ", kind, label, is_required FROM feedback_question WHERE position = 0"
                    + " AND event_id = " + event.event().id());
        }
        HttpResponse<String> asked = gathering.desk().post(questions, "kind", "YES_NO", "label.en", "And again?");
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("An event can ask 30 questions at most.", "And again?");
        assertThat(gathering.fields(event)).hasSize(30);

        for (int i = 0; i < 12; i++) {
            database.execute("INSERT INTO outcome_picture (event_id, name, shows, wide, narrow) VALUES ("
                    + event.event().id() + ", 'picture-" + i + "', '{\"en\": \"People\"}', 'x', 'x')");
        }
        HttpResponse<String> shown = gathering
                .desk()
                .send(
                        "/organiser/events/enough/outcome/pictures",
                        new Parts().field("shows.en", "A garden").file("picture", "a.png", photograph()));
        assertThat(shown.statusCode()).isEqualTo(422);
        assertThat(shown.body()).contains("No more than 12 can be added here.");
    }

    @Test
    void anEventThatCannotBeReadKeepsNobodyElseFromBeingAsked() {
        EventDetails broken = gathering.event("broken");
        people(broken, 1);
        gathering.ask(broken, "without");
        EventDetails sound = gathering.event("sound");
        people(sound, 1);
        gathering.ask(sound, "without");

        database.execute("UPDATE event SET approval = 'UNHEARD_OF' WHERE slug = 'broken'");
        try {
            assertThat(written(sound)).hasSize(1);
            assertThat(written(broken)).isEmpty();
        } finally {
            database.execute("UPDATE event SET approval = 'AUTOMATIC' WHERE slug = 'broken'");
        }

        assertThat(written(broken)).as("it is tried again").hasSize(1);
    }

    @Test
    void itsPagesAreSoundForEverybody() {
        EventDetails event = gathering.event("looked-at");
        List<Registration> people = people(event, 7);
        gathering.ask(event, "without");
        people.stream().skip(1).forEach(person -> {
            gathering.attended(event, person);
            gathering.answer(event, person, person.id() % 3 == 0 ? 4 : 5, "Kopā ar domubiedriem. Було цікаво!");
        });
        gathering.attended(event, people.get(0));
        try (lv.kopa.Browser browser = lv.kopa.Browser.open();
                BrowserContext window = browser.window(1280, true, "lv")) {
            Page page = window.newPage();
            look(page, gathering.form(people.get(0)), "form");
            String secret = gathering
                    .site()
                    .bean(SignIns.class)
                    .begin(gathering.desk().organiser().personId())
                    .secret();
            window.addCookies(List.of(
                    new Cookie("kopa-sign-in", secret).setUrl(gathering.site().address("/"))));
            String settings = gathering.settings(event);
            look(page, settings, "settings");
            look(page, settings + "/results", "results");
            look(page, settings + "/questions/new", "question");
            look(page, "/organiser/events/looked-at", "event");
            look(page, "/organiser/events/looked-at/badges", "badges");
            look(page, "/organiser/events/looked-at/outcome/pictures", "pictures");
            page.navigate(gathering.site().address("/organiser/events/looked-at/outcome"));
            page.fill("[name='text.lv']", "Mēs **satikām** sešus kaimiņus un iestādījām ābeli.");
            page.fill("[name='learnt.lv']", "- Jautāt\n- Klausīties");
            page.click("button[value=preview]");
            look(page, "preview");
        }
    }

    /** Holds a page against the rules; where a folder is named, its pictures on a phone and on a wide screen go there. */
    private static void look(Page page, String path, String name) {
        page.navigate(gathering.site().address(path));
        look(page, name);
    }

    private static void look(Page page, String name) {
        String folder = System.getenv("KOPA_LOOK");
        if (folder != null) {
            for (int width : List.of(360, 1280)) {
                page.setViewportSize(width, 800);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(java.nio.file.Path.of(folder, name + "-" + width + ".png")));
            }
        }
        lv.kopa.Browser.isSound(page);
    }
}
