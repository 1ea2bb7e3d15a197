package lv.kopa.registration.participant;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lv.kopa.Browser;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.Mail;
import lv.kopa.registration.own.Someone;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** From the list of events to a place, and out of it again, in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class JourneyTest {
    private static final Pattern OWN_PAGE = Pattern.compile("https?://\\S+(/r/[a-z2-7]+)");
    private static final String EVENT = """
            {"organisation": "intelekta-parks", "slug": "whom-to-ask", "kind": "TRAINING", "places": 50,
             "title": {"en": "Whom to ask", "lv": "Kam jautāt", "nb": "Hvem å spørre"},
             "description": {"en": "Bring *questions*.", "lv": "Ņem līdzi *jautājumus*.", "nb": "Ta med *spørsmål*."},
             "categories": [{"key": "member", "name": {"en": "Member", "lv": "Biedrs", "nb": "Medlem"}, "places": 20},
                            {"key": "guest", "name": {"en": "Guest", "lv": "Viesis", "nb": "Gjest"}}],
             "sessions": [{"start": "2031-06-14T09:30", "end": "2031-06-14T16:00", "timeZone": "Europe/Riga",
                           "place": "Rīgas iela 22A, Daugavpils", "onlineUrl": "https://meet.example.org/only-for-you"},
                          {"title": {"en": "Workshop", "lv": "Darbnīca", "nb": "Verksted"}, "places": 10,
                           "start": "2031-06-15T09:30", "end": "2031-06-15T12:00", "timeZone": "Europe/Riga"}]}""";

    private Program kopa = Program.start("JourneyTest", TestDatabase.fresh());
    private Browser browser = Browser.open();

    @BeforeAll
    void announce() {
        kopa.publish(kopa.found("intelekta-parks"), EVENT);
    }

    @AfterAll
    void close() {
        browser.close();
        kopa.close();
    }

    static Stream<Arguments> readers() {
        return Stream.concat(
                Language.spoken().stream().map(language -> Arguments.of(language, 360, language != Language.EN)),
                Stream.of(Arguments.of(Language.EN, 1280, true), Arguments.of(Language.UK, 1280, false)));
    }

    @ParameterizedTest(name = "{0}, {1} px, JavaScript {2}")
    @MethodSource("readers")
    void aPersonSignsUpSeesThePlaceAndGivesItUp(Language language, int width, boolean javaScript) {
        Texts texts = Texts.in(language);
        String address = language.tag() + width + javaScript + "@example.org";
        try (BrowserContext window = browser.window(width, javaScript, language.tag())) {
            Page page = window.newPage();
            page.navigate(kopa.site().address("/?lang=" + language.tag()));
            check(page, javaScript);
            page.locator(".event-card a").first().click();
            check(page, javaScript);
            page.locator(".call a.button").click();
            check(page, javaScript);

            page.locator("input[name=name]").fill("Oksana \"Марченко\" =1+1 🌻");
            press(page, "main form.wide button.button");
            page.locator("#errors:focus").waitFor();
            assertThat(page.locator("#errors a").count()).isEqualTo(3);
            assertThat(page.locator("#email-error").textContent()).isEqualTo(texts.get("web.address-missing"));
            assertThat(page.locator("input[name=name]").inputValue()).isEqualTo("Oksana \"Марченко\" =1+1 🌻");
            check(page, javaScript);
            press(page, "#errors li:first-child a");
            page.locator("#category:focus").waitFor();

            page.locator("input[name=category][value=member]").press("Space");
            page.locator("input[name=sessions]").first().press("Space");
            page.locator("input[name=email]").fill(address);
            page.locator("input[name=consents][value=privacy]").press("Space");
            press(page, "main form.wide button.button");
            page.waitForURL("**/registered?**");
            assertThat(page.locator("h1").textContent()).isEqualTo(texts.get("registration.done.confirmed"));
            assertThat(page.content()).doesNotContain("only-for-you");
            check(page, javaScript);

            Mail confirmation = mailTo(address);
            assertThatMail(confirmation)
                    .isIn(language.tag())
                    .says(texts.get("mail.confirmed.headline"))
                    .says("only-for-you")
                    .hasAttachment("invite.ics");
            page.navigate(kopa.site().address(ownPage(confirmation)));
            assertThat(page.locator("main").textContent()).contains("Oksana", address);
            assertThat(page.content()).contains("only-for-you");
            check(page, javaScript);

            press(page, "#change ~ details summary");
            press(page, "button.danger");
            page.locator(".state.cancelled").first().waitFor();
            assertThat(page.locator("h1").textContent()).isEqualTo(texts.get("registration.own.cancelled"));
            check(page, javaScript);
            assertThatMail(mailTo(address)).says(texts.get("mail.cancelled-by-you.headline"));
        }
    }

    private static void check(Page page, boolean javaScript) {
        if (javaScript) {
            Browser.fits(page);
            Browser.findsNothingToMend(page);
        }
    }

    /** By the keyboard, as many do. */
    private static void press(Page page, String what) {
        page.locator(what).focus();
        page.keyboard().press("Enter");
    }

    private Mail mailTo(String address) {
        return Someone.mailTo(kopa, address);
    }

    private static String ownPage(Mail mail) {
        Matcher link = OWN_PAGE.matcher(mail.wording().text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
