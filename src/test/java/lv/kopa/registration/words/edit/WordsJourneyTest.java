package lv.kopa.registration.words.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Optional;
import lv.kopa.Browser;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.Wording;
import lv.kopa.text.Language;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An organiser writes a mail on a phone, and sets a reminder, with JavaScript and without. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WordsJourneyTest {
    private final Program kopa = Program.start("WordsJourneyTest", TestDatabase.fresh());
    private final Browser browser = Browser.open();

    @AfterAll
    void close() {
        browser.close();
        kopa.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOrganiserWritesAMailAndSeesIt(boolean javaScript) {
        String parks = javaScript ? "live" : "plain";
        Language language = javaScript ? Language.LV : Language.EN;
        kopa.publish(kopa.found(parks), Plans.training(parks, parks + "-day", ""));
        try (BrowserContext window = browser.window(360, javaScript, language.tag())) {
            Page page = window.newPage();
            open(page, "/organiser/sign-in?lang=" + language.tag());
            page.locator("input[name=email]").fill(parks + "@example.org");
            page.locator("input[name=password]").fill("long enough a password");
            page.locator("main form.box button").click();
            page.waitForURL("**/organiser**");

            open(page, "/organiser/events/" + parks + "-day");
            page.locator("a[href$='/texts']").click();
            look(page, javaScript);
            page.locator("#confirmed a[href$='/lv']").click();
            look(page, javaScript);
            assertThat(page.locator("iframe").isVisible()).isFalse();

            page.locator("#text").fill("Sveiki, " + (javaScript ? "{vārds}" : "{name}") + "!");
            if (javaScript) {
                FrameLocator mail = page.frameLocator("iframe");
                mail.getByText("Sveiki, Anna Kalna!").waitFor();
                mail.getByText("Tev ir vieta: Projektu rakstīšana").waitFor();
                mail.locator("td", new FrameLocator.LocatorOptions().setHasText("live"))
                        .first()
                        .waitFor();
                page.locator("button[name=as]").click();
                mail.getByText("Tev ir vieta").first().waitFor();
            } else {
                Page mail = window.waitForPage(
                        () -> page.locator("button[formtarget]").first().press("Enter"));
                mail.getByText("Sveiki, Anna Kalna!").waitFor();
                mail.close();
                page.bringToFront();
            }

            page.locator("#subject").fill("{");
            save(page);
            page.locator("#subject-error").waitFor();
            look(page, javaScript);
            page.locator("#subject").fill("Jauki");
            save(page);
            page.locator("#history").waitFor();
            look(page, javaScript);

            open(page, "/organiser/events/" + parks + "-day/reminders");
            assertThat(page.locator("main .rows > li").count()).isEqualTo(2);
            page.locator("#amount").fill("400");
            page.locator("section form button").press("Enter");
            page.locator("#amount-error").waitFor();
            look(page, javaScript);
            page.locator("#amount").fill("3");
            page.locator("#side").selectOption("after-session");
            page.locator("section form button").press("Enter");
            page.locator("[role=status]").first().waitFor();
            assertThat(page.locator("main .rows > li").count()).isEqualTo(3);
            look(page, javaScript);
            page.locator("main .rows a").last().click();
            page.locator("#blanks").waitFor();
        }
    }

    @Test
    void aMailIsReadOnAPhoneByDayAndByNight() {
        Wording mail = new Wording(
                "Tev ir vieta",
                "Tev ir vieta nodarbībā par darba drošību un ugunsdrošību",
                "Sveika, Anna!",
                List.of("Lapa ir https://kopa.example/" + "gara-adrese/".repeat(12) + " un tā."),
                List.of(
                        new Wording.Fact("Kad", List.of("sestdien, 2031. gada 14. jūnijā, 9:30–16:00")),
                        new Wording.Fact("Tiešsaiste", List.of("https://meet.example/" + "x".repeat(120)))),
                Optional.of(new Wording.Link("Skatīt vai atteikties", "https://kopa.example/r/abc")),
                List.of("Biedrība “Ūdensroze” · info@example.org"));
        try (BrowserContext window = browser.window(360, true, "lv")) {
            Page page = window.newPage();
            page.setContent(mail.html("lv"));
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                Browser.fits(page);
                assertThat(new AxeBuilder(page)
                                .setLegacyMode(true)
                                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                                .analyze()
                                .getViolations())
                        .extracting(rule ->
                                rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                        .isEmpty();
            }
        }
    }

    /** Each table has its own, since Word, which draws mail for Outlook, takes none over from the one around it. */
    @Test
    void everyCellOfAMailSaysItsFont() {
        Wording mail = new Wording(
                "s",
                "h",
                "g",
                List.of("p"),
                List.of(new Wording.Fact("Kad", List.of("14. jūnijā"))),
                Optional.of(new Wording.Link("Skatīt", "https://kopa.example/r/abc")),
                List.of("Biedrība"));

        assertThat(Jsoup.parse(mail.html("lv")).select("td, th").stream()
                        .filter(cell -> cell.select("table table").isEmpty()
                                && !cell.text().replace("\u00a0", "").isEmpty()
                                && cell.select("td").size() < 3)
                        .map(cell -> cell.attr("style")))
                .isNotEmpty()
                .allSatisfy(style -> assertThat(style).contains("font-family:", "font-size:"));
    }

    /** Axe is JavaScript itself. */
    private static void look(Page page, boolean javaScript) {
        if (javaScript) {
            Browser.isSoundOnThePhone(page);
        } else {
            Browser.fits(page);
        }
    }

    /** By keyboard: a page that had another in front of it may not be painted, and nothing is clicked on it then. */
    private static void save(Page page) {
        page.locator("main form button:not([formtarget])").first().press("Enter");
    }

    private void open(Page page, String path) {
        page.navigate(kopa.site().address(path));
    }
}
