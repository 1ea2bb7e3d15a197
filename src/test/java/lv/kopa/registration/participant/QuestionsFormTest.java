package lv.kopa.registration.participant;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;
import lv.kopa.Browser;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions that come and go with the answers to others, in a real browser and without scripts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class QuestionsFormTest {
    private static final String EVENT = """
            {"organisation": "parks", "slug": "%s", "kind": "TRAINING", "title": {"en": "Asking", "lv": "Jautāt"},
             "categories": [{"key": "member", "name": {"en": "Member"}}, {"key": "guest", "name": {"en": "Guest"}}],
             "sessions": [{"start": "2031-06-14T09:30", "end": "2031-06-14T16:00"}],
             "questions": [
               {"key": "since", "type": "NUMBER", "label": {"en": "Member for how many years?"}, "required": true,
                "categories": ["member"]},
               {"key": "way", "type": "CHOICE", "label": {"en": "How do you come?"}, "required": true,
                "help": {"en": "So that we know about parking."},
                "choices": [{"key": "bus", "label": {"en": "By our bus"}, "places": 30},
                            {"key": "car", "label": {"en": "By car"}}]},
               {"key": "plate", "type": "TEXT", "label": {"en": "Number plate"}, "required": true,
                "shownIf": [{"question": "way", "is": ["car"]}]},
               {"key": "health", "type": "LONG_TEXT", "label": {"en": "Anything about your health?"}, "sensitive": true},
               {"key": "country", "type": "COUNTRY", "label": {"en": "Country"},
                "shownIf": [{"question": "since", "atLeast": "10"}]}]}""";

    private static final String TYPES = """
            {"organisation": "parks", "slug": "types", "kind": "TRAINING", "title": {"en": "Types", "lv": "Veidi"},
             "sessions": [{"start": "2031-06-14T09:30", "end": "2031-06-14T16:00"}],
             "questions": [
               {"key": "born", "type": "DATE", "label": {"en": "Born on", "lv": "Dzimšanas diena"}, "required": true},
               {"key": "head", "type": "EMAIL", "label": {"en": "Address of your head", "lv": "Vadītāja adrese"},
                "required": true},
               {"key": "call", "type": "PHONE", "label": {"en": "Whom to call", "lv": "Kam zvanīt"}, "required": true},
               {"key": "meals", "type": "CHOICES", "label": {"en": "Meals", "lv": "Ēdienreizes"}, "required": true,
                "choices": [{"key": "lunch", "label": {"en": "Lunch", "lv": "Pusdienas"}, "places": 30},
                            {"key": "dinner", "label": {"en": "Dinner", "lv": "Vakariņas"}},
                            {"key": "none", "label": {"en": "Neither", "lv": "Nekas"}}]}]}""";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("QuestionsFormTest", database);
    private final Browser browser = Browser.open();
    private String parks = "";

    @BeforeAll
    void found() {
        parks = kopa.found("parks");
        kopa.publish(parks, EVENT.formatted("asking"));
        kopa.publish(parks, TYPES);
    }

    @AfterAll
    void close() {
        browser.close();
        kopa.close();
    }

    @ParameterizedTest(name = "{0}, {1} px")
    @CsvSource({"en, 1280", "lv, 360", "uk, 360"})
    void withAScriptQuestionsComeAndGoAtOnce(String language, int width) {
        try (BrowserContext window = browser.window(width, true, language)) {
            Page page = form(window, "asking", "ru");
            translate(page, language);
            Browser.isSound(page);
            page.setViewportSize(width, 800);
            assertThat(page.locator("#answers-since").isVisible()).isFalse();
            assertThat(page.locator("#answers-plate").isVisible()).isFalse();
            page.locator("[value=member]").check();
            page.locator("#answers-since").waitFor();
            page.locator("#answers-since").fill("9,5");
            assertThat(page.locator("#answers-country").isVisible()).isFalse();
            page.locator("#answers-since").fill("10");
            page.locator("#answers-country").selectOption("NO");
            page.locator("[value=car]").check();
            page.locator("#answers-plate").fill("LV-1234");
            page.locator("[value=bus]").check();
            assertThat(page.locator("#answers-plate").isVisible()).isFalse();
            translate(page, "nb");
            assertThat(page.locator("#answers-since").inputValue()).isEqualTo("10");
            assertThat(page.locator("#answers-country").inputValue()).isEqualTo("NO");
            assertThat(page.locator("[value=bus]").isChecked()).isTrue();
            translate(page, language);
            about(page, language + width + "@example.org");
            send(page);
            page.waitForURL("**/registered?**");
            assertThat(kept(language + width + "@example.org")).containsExactly("since=10", "way=bus", "country=NO");
        }
    }

    @Test
    void withoutAScriptThePageComesBackWithWhatTheAnswersBringUp() {
        try (BrowserContext window = browser.window(360, false, "en")) {
            Page page = form(window, "asking", "en");
            check(page, "[value=member]");
            check(page, "[value=car]");
            page.locator("#answers-health").fill("A weak heart.");
            about(page, "no-script@example.org");
            page.locator("#name").press("Enter");
            page.locator("#errors").waitFor();
            String comesUp = Texts.in(Language.EN).get("registration.fault.answer.new");
            assertThat(page.locator("#answers-since-error").textContent()).isEqualTo(comesUp);
            assertThat(page.locator("#answers-plate-error").textContent()).isEqualTo(comesUp);
            assertThat(page.locator("#answers-health").inputValue()).isEqualTo("A weak heart.");
            page.locator("#answers-since").fill("12");
            page.locator("#answers-plate").fill("LV-1234");
            send(page);
            page.locator("#answers-country-note").waitFor();
            assertThat(page.locator("#notes a[href='#answers-country']").textContent())
                    .isEqualTo(Texts.in(Language.EN).get("registration.note.answer.new"));
            assertThat(page.locator("#errors, .error").count())
                    .as("what may stay empty is no fault")
                    .isZero();
            assertThat(page.locator("#notes").evaluate("box => box === document.activeElement"))
                    .isEqualTo(true);
            send(page);
            page.waitForURL("**/registered?**");
            assertThat(kept("no-script@example.org"))
                    .containsExactly("since=12", "way=car", "plate=LV-1234", "health=sealed");
        }
    }

    @Test
    void whatIsAskedOrNeededMeanwhileIsAskedOfThoseWhoFilledInTheForm() {
        kopa.publish(parks, EVENT.formatted("meanwhile"));
        try (BrowserContext window = browser.window(360, true, "en")) {
            Page page = form(window, "meanwhile", "en");
            page.locator("[value=guest]").check();
            page.locator("[value=bus]").check();
            about(page, "meanwhile@example.org");
            ask("meanwhile", """
                    {"questions": [{"key": "way"}, {"key": "health", "required": true},
                      {"key": "new", "type": "TEXT", "label": {"en": "And this?"}, "required": true}]}""");
            send(page);
            page.locator("#answers-new-error").waitFor();
            assertThat(page.locator("#answers-health-error").textContent())
                    .as("needed by now")
                    .isEqualTo(Texts.in(Language.EN).get("registration.fault.answer"));
            assertThat(page.locator("#name").inputValue()).isEqualTo("Oksana");
            page.locator("#answers-health").fill("Nothing.");
            page.locator("#answers-new").fill("That too");
            send(page);
            page.waitForURL("**/registered?**");
            assertThat(kept("meanwhile@example.org")).containsExactly("way=bus", "health=sealed", "new=That too");
        }
    }

    @Test
    void whoeverAnsweredWhatIsAskedNoLongerIsRegisteredAndToldSo() {
        kopa.publish(parks, EVENT.formatted("no-longer"));
        try (BrowserContext window = browser.window(360, true, "en")) {
            Page page = form(window, "no-longer", "en");
            page.locator("[value=guest]").check();
            page.locator("[value=bus]").check();
            page.locator("#answers-health").fill("Nothing.");
            about(page, "no-longer@example.org");
            ask("no-longer", "{\"questions\": [{\"key\": \"way\"}]}");
            send(page);
            page.waitForURL("**/registered?**");
            assertThat(page.locator(".notice").textContent())
                    .isEqualTo(Texts.in(Language.EN).get("registration.done.unasked"));
            assertThat(kept("no-longer@example.org")).containsExactly("way=bus");
        }
    }

    @ParameterizedTest(name = "{0}, script: {2}")
    @CsvSource({"en, lv, true", "lv, en, true", "en, lv, false"})
    void daysAddressesNumbersAndSeveralChoicesAreAskedForSaidToBeWrongAndKept(
            String language, String other, boolean script) {
        String address = "types-" + language + script + "@example.org";
        Texts said = Texts.in(Language.valueOf(language.toUpperCase(Locale.ROOT)));
        try (BrowserContext window = browser.window(360, script, language)) {
            Page page = form(window, "types", language);
            if (script) {
                Browser.isSoundOnThePhone(page);
            }
            about(page, address);
            page.locator("#answers-head").fill("nobody");
            page.locator("#answers-call").fill("call me");
            send(page);

            page.locator("#errors").waitFor();
            assertThat(page.locator("#errors a").all().stream().map(link -> link.getAttribute("href")))
                    .containsExactly("#answers-born", "#answers-head", "#answers-call", "#answers-meals");
            saidAt(page, "born", said.get("registration.fault.answer"));
            saidAt(page, "head", said.get("registration.fault.answer.email"));
            saidAt(page, "call", said.get("registration.fault.answer.phone"));
            saidAt(page, "meals", said.get("registration.fault.answer.choose"));
            assertThat(page.locator("#answers-head").inputValue()).isEqualTo("nobody");
            assertThat(page.locator("#answers-call").inputValue()).isEqualTo("call me");
            if (script) {
                Browser.isSoundOnThePhone(page);
            }

            page.locator("#answers-born").fill("2001-02-03");
            page.locator("#answers-head").fill("head@example.org");
            page.locator("#answers-call").fill("20 000 000");
            check(page, "[value=lunch]");
            check(page, "[value=dinner]");
            if (script) {
                translate(page, other);
            }
            assertThat(page.locator("#answers-born").inputValue()).isEqualTo("2001-02-03");
            assertThat(page.locator("#answers-head").inputValue()).isEqualTo("head@example.org");
            assertThat(page.locator("[name='answers.meals']:checked").all().stream()
                            .map(box -> box.getAttribute("value")))
                    .containsExactly("lunch", "dinner");
            send(page);
            page.waitForURL("**/registered?**");
            assertThat(kept(address))
                    .containsExactly(
                            "born=2001-02-03",
                            "head=head@example.org",
                            "call=+371 20 000 000",
                            "meals=lunch",
                            "meals=dinner");
        }
    }

    private static void saidAt(Page page, String question, String sentence) {
        assertThat(page.locator("#answers-" + question + "-error").textContent())
                .isEqualTo(sentence);
    }

    private Page form(BrowserContext window, String event, String language) {
        Page page = window.newPage();
        page.navigate(kopa.site().address("/events/" + event + "/register?lang=" + language));
        return page;
    }

    /** Takes everything along. */
    private static void translate(Page page, String language) {
        page.locator("nav.languages button[value=" + language + "]").click();
        page.locator("html[lang=" + language + "]").waitFor();
        assertThat(page.locator("#errors").count()).isZero();
    }

    private static void about(Page page, String address) {
        page.locator("#name").fill("Oksana");
        page.locator("#email").fill(address);
        check(page, "[name=consents][value=privacy]");
    }

    /** By the keyboard, which finds a box wherever questions that come up push it to. */
    private static void check(Page page, String box) {
        page.locator(box).press("Space");
    }

    private static void send(Page page) {
        page.locator("main form.wide button.button").focus();
        page.keyboard().press("Enter");
    }

    private void ask(String event, String change) {
        Answer seen = kopa.get(parks, "/api/v1/events/" + event);
        kopa.patch(parks, "/api/v1/events/" + event, seen.header("ETag"), change)
                .is(200);
    }

    private List<String> kept(String address) {
        return database.texts("SELECT CONCAT(q.question_key, '=', COALESCE(c.choice_key, a.given, 'sealed'))"
                + " FROM answer a JOIN question q ON q.id = a.question_id LEFT JOIN choice c ON c.id = a.choice_id"
                + " JOIN registration r ON r.id = a.registration_id WHERE r.email = '" + address + "' ORDER BY a.id");
    }
}
