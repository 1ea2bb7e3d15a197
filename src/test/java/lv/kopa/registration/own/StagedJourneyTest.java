package lv.kopa.registration.own;

import static lv.kopa.Program.STRANGER;
import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import lv.kopa.Browser;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.time.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * People answer what is asked only of those who have a place, on a phone, by a real browser. They register after the
 * deadline for changes, so what they answered then is fixed, and calls for a further question all the same.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StagedJourneyTest {
    private static final Instant REGISTERED = Instant.parse("2031-06-06T08:00:00Z");
    private static final Instant DEADLINE = Instant.parse("2031-06-10T15:00:00Z");
    private static final ZoneId RIGA = ZoneId.of("Europe/Riga");
    private static final String STAGED = """
            "registration": {"changesUntil": "2031-06-05T18:00", "answersUntil": "2031-06-10T18:00"}, "questions": [
              {"key": "way", "type": "CHOICE", "label": {"en": "How do you come?", "lv": "Kā ieradīsies?"}, "required": true,
               "choices": [{"key": "bus", "label": {"en": "By bus", "lv": "Ar autobusu"}},
                           {"key": "car", "label": {"en": "By car", "lv": "Ar auto"}}]},
              {"key": "plate", "type": "TEXT", "label": {"en": "Number plate", "lv": "Auto numurs"}, "required": true,
               "stage": "CONFIRMED", "shownIf": [{"question": "way", "is": ["car"]}]},
              {"key": "diet", "type": "LONG_TEXT", "label": {"en": "What do you not eat?", "lv": "Ko neēd?"}, "required": true,
               "stage": "CONFIRMED", "sensitive": true},
              {"key": "hotel", "type": "YES_NO", "label": {"en": "Do you need a bed?", "lv": "Vai vajag naktsmītni?"},
               "required": true, "stage": "CONFIRMED"},
              {"key": "nights", "type": "NUMBER", "label": {"en": "For how many nights?", "lv": "Uz cik naktīm?"},
               "required": true, "stage": "CONFIRMED", "shownIf": [{"question": "hotel", "is": ["true"]}]}]""";

    private final Program kopa = Program.start("StagedJourneyTest", TestDatabase.fresh());
    private final Browser browser = Browser.open();
    private String parks = "";

    @BeforeAll
    void found() {
        parks = kopa.found("parks");
    }

    @AfterAll
    void close() {
        browser.close();
        kopa.close();
    }

    @ParameterizedTest(name = "{0}, JavaScript {1}")
    @CsvSource({"LV, true", "EN, false"})
    void whoHasAPlaceKnowsWhatToAnswerAndUntilWhen(Language language, boolean javaScript) {
        Texts texts = Texts.in(language);
        String deadline = Dates.in(language).deadline(DEADLINE, RIGA);
        at(REGISTERED);
        kopa.publish(parks, Plans.training("parks", "staged-" + language.tag(), STAGED));
        String anna = registered("anna", language);
        String kate = registered("kate", language);

        assertThatMail(Someone.mailTo(kopa, anna)).says(texts.get("mail.questions.until", deadline));
        try (BrowserContext window = browser.window(360, javaScript, language.tag())) {
            Page page = window.newPage();
            open(page, Someone.linkIn(Someone.mailTo(kopa, anna)) + "?lang=" + language.tag());
            assertThat(page.locator(".notice").first().textContent())
                    .contains(texts.get("registration.own.answers.missing", 3))
                    .contains(texts.get(
                            "registration.own.answers.until", Dates.in(language).nearDeadline(DEADLINE, RIGA)));
            check(page, javaScript);
            answers(page, javaScript, texts);
            page.locator("[role=status]").first().waitFor();
            assertThat(page.locator("[role=status]").first().textContent())
                    .contains(texts.get("registration.own.answers.done"));
            assertThat(page.locator("main").textContent()).contains("LV-1", "Nuts, fish");

            at(Instant.parse("2031-06-08T08:00:00Z"));
            kopa.bean(AnswerReminders.class).remind();
            assertThat(Someone.mails(kopa, anna)).hasSize(1);
            assertThatMail(Someone.mailTo(kopa, kate)).says(texts.get("mail.answers-wanted.text", deadline));

            open(page, Someone.linkIn(Someone.mailTo(kopa, kate)));
            page.locator("#answers-diet").fill("Too late");
            at(DEADLINE);
            save(page);
            assertThat(page.locator("[role=status]").first().textContent())
                    .contains(texts.get("registration.own.answers.late"));
            assertThat(page.locator(".notice").allTextContents().toString())
                    .contains(texts.get("registration.own.answers.over", "parks"));
            assertThat(page.locator("main").textContent()).doesNotContain("Too late");
            assertThat(page.locator("a[href$='/answers']").count()).isZero();
            check(page, javaScript);
        }
    }

    @Test
    void anOrganiserTakesAlongWhatTheKitchenHasToKnow() throws IOException {
        at(REGISTERED);
        kopa.publish(parks, Plans.training("parks", "staged-uk", STAGED));
        Someone oksana = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, registered("oksana", Language.UK))));
        oksana.send(
                "/answers", "/answers", Map.of("answers.plate", "x", "answers.diet", "Nuts", "answers.hotel", "false"));
        try (BrowserContext window = browser.window(360, true, "en")) {
            Page page = window.newPage();
            open(page, "/organiser?lang=en");
            page.fill("#email", "parks@example.org");
            page.fill("#password", "long enough a password");
            page.click("main button.button");
            page.locator(".tabs").waitFor();
            open(page, "/organiser/events/staged-uk");
            page.locator("a[href$='/secrets']").click();
            page.locator("button[value=csv]").click();
            page.locator("#questions-error").waitFor();
            Browser.isSoundOnThePhone(page);
            page.locator("[name=questions][value=diet]").check();
            Download file =
                    page.waitForDownload(() -> page.locator("button[value=csv]").click());
            assertThat(Files.readString(file.path()))
                    .contains("oksana", "Nuts")
                    .doesNotContain("oksana.uk@example.org");
        }
    }

    /** What was answered before is not on the page; what another answer brings up comes at once, or when it is sent. */
    private static void answers(Page page, boolean javaScript, Texts texts) {
        page.locator(".notice a[href$='/answers']").click();
        assertThat(page.locator("[name='answers.way']").count()).isZero();
        assertThat(page.locator("#answers-nights").isVisible()).isFalse();
        page.locator("#answers-plate").fill("LV-1");
        page.locator("#answers-diet").fill("Nuts, fish");
        page.locator("[name='answers.hotel'][value=true]").press("Space");
        if (javaScript) {
            page.locator("#answers-nights").waitFor();
        }
        save(page);
        page.locator("#answers-nights-error").waitFor();
        assertThat(page.locator("#answers-nights-error").textContent())
                .isEqualTo(texts.get(javaScript ? "registration.fault.answer" : "registration.fault.answer.new"));
        assertThat(page.locator("#answers-diet").inputValue()).isEqualTo("Nuts, fish");
        assertThat(page.locator("#answers-plate").inputValue()).isEqualTo("LV-1");
        check(page, javaScript);
        page.locator("#answers-nights").fill("2");
        save(page);
    }

    private static void save(Page page) {
        page.locator("main form p.actions button").focus();
        page.keyboard().press("Enter");
    }

    private static void check(Page page, boolean javaScript) {
        if (javaScript) {
            Browser.isSoundOnThePhone(page);
        }
    }

    private String registered(String name, Language language) {
        String address = name + "." + language.tag() + "@example.org";
        kopa.register(STRANGER, "staged-" + language.tag(), """
                        {"name": "%s", "email": "%s", "language": "%s", "consents": ["privacy"], "answers": {"way": "car"}}""".formatted(name, address, language.tag()))
                .is(201);
        return address;
    }

    private void at(Instant time) {
        kopa.bean(MovableClock.class).set(time);
    }

    private void open(Page page, String path) {
        page.navigate(kopa.site().address(path));
    }
}
