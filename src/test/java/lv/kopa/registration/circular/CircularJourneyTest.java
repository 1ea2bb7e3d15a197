package lv.kopa.registration.circular;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.Map;
import lv.kopa.Browser;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.file.Samples;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An organiser writes to all participants, on a phone, by a real browser; one of them wants no more news. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CircularJourneyTest {
    private final Program kopa =
            Program.start("CircularJourneyTest", TestDatabase.fresh(), Map.of("kopa.circulars.interval", "1h"));
    private final Browser browser = Browser.open();

    @AfterAll
    void close() {
        browser.close();
        kopa.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"LV", "EN"})
    void anOrganiserWritesToEverybodyAndOneOfThemWantsNoMoreNews(Language language) {
        String parks = "in-" + language.tag();
        String anna = "anna-" + language.tag() + "@example.org";
        kopa.publish(kopa.found(parks), Plans.training(parks, parks + "-day", ""));
        kopa.register("", parks + "-day", Wishes.of(anna).replace("[\"privacy\"]", "[\"privacy\", \"newsletter\"]"))
                .is(201);
        try (BrowserContext window = browser.window(360, true, language.tag())) {
            Page page = window.newPage();
            signIn(page, parks, language);
            page.navigate(kopa.site().address("/organiser/events/" + parks + "-day?lang=" + language.tag()));
            page.locator("a[href$='/circulars']").click();
            Browser.isSoundOnThePhone(page);
            page.locator("a[href$='/circulars/new']").click();
            Browser.isSoundOnThePhone(page);
            page.locator("button[value=preview]").click();
            page.locator("[id='subject-" + language.tag() + "-error']").waitFor();
            Browser.isSoundOnThePhone(page);
            page.locator("[id='subject-" + language.tag() + "']").fill("{name}!");
            page.locator("[id='text-" + language.tag() + "']").fill("{event}\n\n{link}");
            page.locator("input[value=news]").check();
            page.locator("#file").setInputFiles(new FilePayload[] {file("Plāns.pdf"), file("Програма.pdf")});
            page.locator("button[value=preview]").click();
            page.locator("#preview").waitFor();
            assertThat(page.locator("[name='file.kept']:checked").count()).isEqualTo(2);
            assertThat(page.locator("pre").textContent()).contains("/r/…");
            Browser.isSoundOnThePhone(page);
            page.locator("button[value=send]").click();
            page.locator("progress").waitFor();
            Browser.isSoundOnThePhone(page);
            page.waitForResponse("**/circulars/*", () -> {});
            kopa.bean(CircularSender.class).send();
            page.locator("#people tbody a[href^='/organiser/outbox/']").waitFor();
            assertThat(page.locator("#people tbody tr").count()).isOne();
            Browser.isSoundOnThePhone(page);
            page.waitForCondition(() -> Someone.mailTo(kopa, anna).kind().equals("circular"));
        }
        try (BrowserContext window = browser.window(360, true, language.tag())) {
            Page page = window.newPage();
            String text = Someone.mailTo(kopa, anna).wording().text();
            page.navigate(kopa.site().address(text.replaceAll("(?s).*(/my/news/[a-z2-7]{32}).*", "$1")));
            Browser.isSoundOnThePhone(page);
            page.locator("main form button").click();
            page.locator("[role=status]").waitFor();
            assertThat(page.locator("h1").textContent())
                    .isEqualTo(Texts.in(language).get("news.refused"));
            Browser.isSoundOnThePhone(page);
        }
    }

    private static FilePayload file(String name) {
        return new FilePayload(name, "application/pdf", Samples.pdf(3_000));
    }

    private void signIn(Page page, String parks, Language language) {
        page.navigate(kopa.site().address("/organiser/sign-in?lang=" + language.tag()));
        page.locator("input[name=email]").fill(parks + "@example.org");
        page.locator("input[name=password]").fill("long enough a password");
        page.locator("main form.box button").click();
        page.waitForURL("**/organiser**");
    }
}
