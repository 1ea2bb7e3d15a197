package lv.kopa.workspace;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import lv.kopa.Browser;
import lv.kopa.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an organiser sees, in a real browser. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WorkspacePagesTest {
    private final Visitor visitor = Visitor.to("WorkspacePagesTest");

    @BeforeAll
    void signIn() {
        visitor.open("/organiser");
        Page page = visitor.page();
        page.fill("#email", "ilze@intelektaparks.example");
        page.fill("#password", "learning-together");
        page.click("main button.button");
        page.locator(".tabs").waitFor();
    }

    @AfterAll
    void close() {
        visitor.close();
    }

    @ParameterizedTest
    @CsvSource({
        "/organiser, .tasks",
        "/organiser/events, .list",
        "/organiser/events/new, #sessions-0",
        "/organiser/events/begin, .stages",
        "/organiser/events/citu-jomu-eksperti/edit, #categories-2",
        "/organiser/events/projekta-ideja, .steps",
        "/organiser/events/uzstasanas-bez-bailem, .notice.bad",
        "/organiser/events/pieredzes-brauciens-hamara, #attendees .list",
        "/organiser/events/citu-jomu-eksperti, .list .waiting",
        "/organiser/events/citu-jomu-eksperti?q=nobody, .empty",
        "/organiser/events/pasniedzeju-apmacibas, .list .pending",
        "/organiser/events/citu-jomu-eksperti/questions, .rows",
        "/organiser/events/projekta-ideja/questions, .empty",
        "/organiser/events/citu-jomu-eksperti/questions/new, #conditions",
        "/organiser/events/citu-jomu-eksperti/questions/seats, #conditions-0",
        "/organiser/events/citu-jomu-eksperti/questions/way, #choices-2",
        "/organiser/events/latgales-biedribu-forums, #delegations .rows",
        "/organiser/events/latgales-biedribu-forums/delegations/new, #partner",
        "/organiser/events/citu-jomu-eksperti/picture, main form",
        "/organiser/events/citu-jomu-eksperti/reminders, main form",
        "/organiser/organisations/intelekta-parks/mail, main form",
        "/organiser/events/pasniedzeju-apmacibas/selection, #people",
        "/organiser/events/citu-jomu-eksperti/selection, .empty",
        "/organiser/events/citu-jomu-eksperti/import, #file",
        "/organiser/deeds, .list",
        "/organiser/deeds?deed=none, .empty",
        "/organiser/calendar, main form",
        "/organiser/outbox, .list",
        "/organiser/outbox?q=nobody, .empty",
        "/organiser/projects, .rows",
        "/organiser/projects/kapitals, #activities-0-number",
        "/organiser/organisations, .rows",
        "/organiser/organisations/intelekta-parks, #logo",
        "/events/projekta-ideja, .notice",
    })
    void everyPageIsFitForEverybody(String address, String shows) {
        visitor.open(address);
        visitor.findsSound(shows);
    }

    @Test
    void aTableThatIsLookedAtIsFitForEverybody() {
        visitor.open("/organiser/events/citu-jomu-eksperti/import");
        visitor.page().locator("#file").setInputFiles(new FilePayload("people.csv", "text/csv", """
                        Vārds;Uzvārds;E-pasts;Tālrunis;Piezīmes
                        Anna;Ozola;anna.ozola@example.org;20000000;
                        Kari;Nordmann;kari@;;zvanīt vakarā
                        """.getBytes(
                        StandardCharsets.UTF_8)));
        visitor.page().locator("main form button").last().click();
        visitor.findsSound("#rows .error");
    }

    @Test
    void whatIsAskedBeforePeopleAreApprovedIsFitForEverybody() {
        visitor.open("/organiser/events/pasniedzeju-apmacibas/selection");
        visitor.page().locator("[name=ticked]").first().check();
        visitor.page().locator("button[value=approve]").click();
        visitor.findsSound("#sure section li");
    }

    @Test
    void whatIsAskedBeforeAnUnfinishedEventIsPublishedIsFitForEverybody() {
        visitor.open("/organiser/events/begin/training");
        visitor.page().fill("#title", "Not finished");
        visitor.page().fill("#first", "2031-10-02");
        visitor.page().locator("main form button.button").last().click();
        visitor.page().locator("form[action$=publication] button").click();
        visitor.findsSound("article section li");
    }

    @ParameterizedTest
    @CsvSource({
        "/organiser/events/new, #categories button[name=add], #categories-0",
        "/organiser/events/new, .save button[value=save], #errors",
        "/organiser/events/begin, .save button[value=next], #errors",
        "/organiser/events/zinatne-visiem, details .danger, #errors",
        "/organiser/events/kapitals-partneri, #invitation button, #link",
        "/organiser/events/pasniedzeju-apmacibas, .list .actions a, #decline",
        "/organiser/events/zinatne-visiem, .list th a, #cancel",
        "/organiser/outbox, .list th a, .letter",
        "/organiser/events/citu-jomu-eksperti/questions/new, .save button, #errors",
        "/organiser/events/citu-jomu-eksperti/questions/way, button[value=choices], #choices-3",
        "/organiser/projects/new, .save button, #errors",
        "/organiser/tokens, main > form button, #errors",
    })
    void whatFollowsAPressIsFitForEverybody(String address, String pressed, String shows) {
        visitor.open(address);
        Browser.unfold(visitor.page());
        visitor.page().locator(pressed).first().click();
        visitor.findsSound(shows);
    }
}
