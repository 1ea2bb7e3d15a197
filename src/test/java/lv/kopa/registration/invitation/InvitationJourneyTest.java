package lv.kopa.registration.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import lv.kopa.Browser;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An organiser invites people, one of them comes and one does not; on a phone, by a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class InvitationJourneyTest {
    private Program kopa = Program.start("InvitationJourneyTest", TestDatabase.fresh());
    private Browser browser = Browser.open();
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

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"NB", "LV"})
    void peopleAreInvitedOneComesAndOneDoesNot(Language language) {
        String tag = language.tag();
        Texts texts = Texts.in(language);
        kopa.publish(parks, """
                {"organisation": "parks", "slug": "ours-%s", "kind": "TRAINING", "places": 50, "approval": "MANUAL",
                 "visibility": "INVITATION", "title": {"nb": "Hvem å spørre", "lv": "Kam jautāt"},
                 "timeZone": "Europe/Riga", "categories": [{"key": "member", "name": {"lv": "Biedrs", "nb": "Medlem"}},
                   {"key": "guest", "name": {"lv": "Viesis", "nb": "Gjest"}}],
                 "sessions": [{"start": "2031-06-14T09:30", "end": "2031-06-14T16:00", "place": "Daugavpils"}]}
                """.formatted(tag));
        try (BrowserContext window = browser.window(360, true, tag)) {
            Page page = window.newPage();
            signIn(page, tag);
            open(page, "/organiser/events/ours-" + tag);
            Browser.isSoundOnThePhone(page);
            page.locator("#publication a[href$='/invitations']").click();
            Browser.isSoundOnThePhone(page);
            page.locator("#name").fill("Anna Bērziņa");
            page.locator("#email").fill("anna");
            page.locator("section:has(#one) form button").click();
            page.locator("#email-error").waitFor();
            Browser.isSoundOnThePhone(page);
            page.locator("#email").fill("anna." + tag + "@example.org");
            page.locator("#category").selectOption("guest");
            page.locator("section:has(#one) form button").click();
            page.locator("#invited ~ table").waitFor();
            page.locator("#list")
                    .fill("Kari Nordmann;kari." + tag + "@example.org;nb;member\nOla;ola\nPer;per." + tag
                            + "@example.org");
            page.locator("form[action$='/list'] button").click();
            page.locator("#rows").waitFor();
            Browser.isSoundOnThePhone(page);
            page.locator("button[value=invite]").click();
            page.locator("[role=status]").first().waitFor();
            assertThat(page.locator("#invited ~ table tbody tr").count()).isEqualTo(3);
            Browser.isSoundOnThePhone(page);
        }
        try (BrowserContext window = browser.window(360, true, tag)) {
            Page page = window.newPage();
            open(page, Hosts.link(kopa, "anna." + tag + "@example.org"));
            Browser.isSoundOnThePhone(page);
            page.locator(".call a.button").click();
            assertThat(page.locator("#name").inputValue()).isEqualTo("Anna Bērziņa");
            assertThat(page.locator("input[value=guest]").isChecked()).isTrue();
            page.locator("input[value=privacy]").check();
            Browser.isSoundOnThePhone(page);
            page.locator("main form button.button").click();
            page.waitForURL("**/registered**");
            Browser.isSoundOnThePhone(page);
            open(page, Hosts.refusal(kopa, "per." + tag + "@example.org"));
            Browser.isSoundOnThePhone(page);
            page.locator("button.danger").click();
            page.locator("[role=status]").first().waitFor();
            assertThat(page.locator("main").textContent()).contains(texts.get("registration.invitation.declined.lead"));
            Browser.isSoundOnThePhone(page);
        }
        try (BrowserContext window = browser.window(360, true, tag)) {
            Page page = window.newPage();
            signIn(page, tag);
            open(page, "/organiser/events/ours-" + tag + "/invitations");
            assertThat(page.locator("#invited ~ table").textContent())
                    .contains(
                            texts.get("registration.status.confirmed"),
                            texts.get("workspace.invitations.state.declined"),
                            texts.get("workspace.invitations.state.open"));
            Browser.isSoundOnThePhone(page);
            page.locator("form[action$='/withdrawal'] button").first().click();
            page.locator("[role=status]").first().waitFor();
            Browser.isSoundOnThePhone(page);
        }
    }

    private void signIn(Page page, String tag) {
        open(page, "/organiser/sign-in?lang=" + tag);
        page.locator("input[name=email]").fill("parks@example.org");
        page.locator("input[name=password]").fill("long enough a password");
        page.locator("main form.box button").click();
        page.waitForURL("**/organiser**");
    }

    private void open(Page page, String path) {
        page.navigate(kopa.site().address(path));
    }
}
