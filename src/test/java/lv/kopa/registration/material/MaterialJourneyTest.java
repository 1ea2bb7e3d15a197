package lv.kopa.registration.material;

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
import lv.kopa.registration.own.Someone;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An organiser gives people something to read, on a phone, by a real browser; who has a place takes it home. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MaterialJourneyTest {
    private final Program kopa = Program.start("MaterialJourneyTest", TestDatabase.fresh());
    private final Browser browser = Browser.open();

    @AfterAll
    void close() {
        browser.close();
        kopa.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LV", "EN"})
    void anOrganiserAddsMaterialsAndWhoHasAPlaceDownloadsThem(Language language) throws IOException {
        Texts texts = Texts.in(language);
        String parks = "in-" + language.tag();
        kopa.publish(kopa.found(parks), Plans.training(parks, parks + "-day", "\"places\": 1, \"waitingList\": true"));
        Someone anna = Someone.registered(kopa, parks + "-day", "anna-" + language.tag() + "@example.org", "");
        Someone waiting = Someone.registered(kopa, parks + "-day", "ilze-" + language.tag() + "@example.org", "");
        try (BrowserContext window = browser.window(360, true, language.tag())) {
            Page page = window.newPage();
            signIn(page, parks, language);
            open(page, "/organiser/events/" + parks + "-day?lang=" + language.tag());
            page.locator("a[href$='/materials']").click();
            Browser.isSoundOnThePhone(page);

            page.locator("a[href$='/materials/files']").click();
            page.locator("#file").setInputFiles(new FilePayload("page.pdf", "application/pdf", html()));
            save(page);
            page.locator("#file-error").waitFor();
            Browser.isSoundOnThePhone(page);
            page.locator("#file").setInputFiles(new FilePayload("Plāns.pdf", "application/pdf", Samples.pdf(3_000)));
            page.locator("[id='title-" + language.tag() + "']").fill("x".repeat(201));
            save(page);
            page.locator("[id='title-" + language.tag() + "-error']").waitFor();
            assertThat(page.locator("form [role=status]").textContent()).contains("Plāns.pdf");
            Browser.isSoundOnThePhone(page);
            page.locator("[id='title-" + language.tag() + "']").fill(language == Language.LV ? "Plāns" : "The plan");
            save(page);
            page.locator("#news").waitFor();

            page.locator("a[href$='/materials/links']").click();
            page.locator("#address").fill("https://videos.example/1");
            page.locator("input[name=everybody]").check();
            Browser.isSoundOnThePhone(page);
            save(page);
            page.locator("#news").waitFor();
            Browser.isSoundOnThePhone(page);
            page.locator("form[action$='/news'] button").click();
            page.locator("[role=status]").first().waitFor();
            assertThat(page.locator("#news").count()).isZero();
            Browser.isSoundOnThePhone(page);
            open(page, "/events/" + parks + "-day");
            assertThat(page.locator(".materials a").textContent()).isEqualTo("videos.example");
            Browser.isSoundOnThePhone(page);
        }
        try (BrowserContext window = browser.window(360, true, language.tag())) {
            Page page = window.newPage();
            open(page, Someone.linkIn(Someone.mailTo(kopa, "anna-" + language.tag() + "@example.org")) + "#materials");
            assertThat(page.locator("#materials").textContent()).isEqualTo(texts.get("material.title"));
            Browser.isSoundOnThePhone(page);
            Download download = page.waitForDownload(
                    () -> page.locator(".materials a").first().click());
            assertThat(download.suggestedFilename()).isEqualTo("Plāns.pdf");
            assertThat(Files.readAllBytes(download.path())).isEqualTo(Samples.pdf(3_000));
            open(page, waiting.path());
            assertThat(page.locator("#materials").count()).isZero();
            assertThat(anna.isKnown()).isTrue();
        }
    }

    private void signIn(Page page, String parks, Language language) {
        open(page, "/organiser/sign-in?lang=" + language.tag());
        page.locator("input[name=email]").fill(parks + "@example.org");
        page.locator("input[name=password]").fill("long enough a password");
        page.locator("main form.box button").click();
        page.waitForURL("**/organiser**");
    }

    private static byte[] html() {
        return Samples.text("<!DOCTYPE html><html><body><script>alert(1)</script></body></html>");
    }

    private static void save(Page page) {
        page.locator("form.form .save button").click();
    }

    private void open(Page page, String path) {
        page.navigate(kopa.site().address(path));
    }
}
