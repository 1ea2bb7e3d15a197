package lv.kopa.registration.own;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import lv.kopa.Browser;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.file.Samples;
import lv.kopa.text.Language;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody gives the organiser a file, on a phone, by a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FileJourneyTest {
    private final Program kopa = Program.start("FileJourneyTest", TestDatabase.fresh());
    private final Browser browser = Browser.open();

    @BeforeAll
    void announce() {
        kopa.publish(kopa.found("parks"), Plans.training("parks", "ours", """
                "questions": [
                  {"key": "cv", "type": "DOCUMENT", "label": {"en": "Your CV", "lv": "Tavs CV"}, "required": true},
                  {"key": "note", "type": "FILE", "sensitive": true,
                   "label": {"en": "A note from the doctor", "lv": "Ārsta izziņa"}}]"""));
    }

    @AfterAll
    void close() {
        browser.close();
        kopa.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LV", "EN"})
    void aPersonGivesFilesAndTakesOneBack(Language language) throws IOException {
        Someone anna = Someone.registered(kopa, "ours", "anna-" + language.tag() + "@example.org", "");
        try (BrowserContext window = browser.window(360, true, language.tag())) {
            Page page = window.newPage();
            open(page, "/events/ours/register?lang=" + language.tag());
            assertThat(page.locator("input[type=file]").count()).isZero();
            Browser.isSoundOnThePhone(page);
            open(page, anna.path());
            page.locator(".notice a[href$='/answers']").click();
            Browser.isSoundOnThePhone(page);
            page.locator("#answers-cv").setInputFiles(new FilePayload("a.jpg", "image/jpeg", Samples.jpeg()));
            page.locator("#answers-note").setInputFiles(new FilePayload("b.jpg", "image/jpeg", Samples.jpeg()));
            save(page);
            page.locator("#answers-cv-error").waitFor();
            assertThat(page.locator("form [role=status]").count()).isOne();
            Browser.isSoundOnThePhone(page);
            page.locator("#answers-cv").setInputFiles(new FilePayload("CV.pdf", "application/pdf", Samples.pdf(4_000)));
            save(page);
            page.locator("dd a[href$='/answers/cv/file']").waitFor();
            Browser.isSoundOnThePhone(page);
            Download download = page.waitForDownload(
                    () -> page.locator("dd a[href$='/answers/cv/file']").click());
            assertThat(Files.readAllBytes(download.path())).isEqualTo(Samples.pdf(4_000));
            open(page, anna.path() + "/answers");
            Browser.isSoundOnThePhone(page);
            page.locator("[name='answers.note.remove']").check();
            save(page);
            page.locator("dd a[href$='/answers/cv/file']").waitFor();
            assertThat(page.locator("dd a[href$='/answers/note/file']").count()).isZero();
        }
    }

    private static void save(Page page) {
        page.locator("main form p.actions button").click();
    }

    private void open(Page page, String path) {
        page.navigate(kopa.site().address(path));
    }
}
