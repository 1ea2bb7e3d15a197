package lv.kopa.registration.attendees;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.event.finding.Overheard;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Role;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.consent.Consents;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Purpose;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.web.Browser;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an organiser sees of a person besides what they typed: what they agreed to, and what was written to them. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DealingsTest {
    private static final String PASSWORD = "long enough a password";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start(
            "DealingsTest",
            database,
            Map.of("datasources.default.data-source-properties.queryInterceptors", Overheard.class.getName()));
    private final String parks = kopa.found("parks");
    private final Browser office = signedIn("parks@example.org", PASSWORD);

    @AfterAll
    void close() {
        kopa.close();
    }

    @Test
    void whatAPersonAgreesToIsToldWithSinceWhenAndUntilWhen() {
        Registration anna = registered("agreed", "anna@example.org");
        assertThat(agreements(anna)).singleElement().asString().startsWith("data use agreed ");

        kopa.bean(Consents.class).choose(anna, Set.of(Purpose.PHOTO), "");
        assertThat(agreements(anna).get(1)).startsWith("photographs agreed ").doesNotContain("withdrawn");

        kopa.bean(Consents.class).choose(anna, Set.of(), "");
        assertThat(agreements(anna).get(1)).startsWith("photographs agreed ").contains(", withdrawn ");
        assertThat(page(anna).text()).as("versions are for machines").doesNotContain(Purpose.PHOTO.textVersion());
    }

    @Test
    void whomAnOrganiserEnteredIsNotSaidToHaveAgreed() {
        kopa.publish(parks, Plans.training("parks", "entered", "\"places\": 4"));
        EventDetails event =
                kopa.bean(Events.class).get(database.number("SELECT id FROM event WHERE slug = 'entered'"));
        Registration kari = kopa.bean(Registrations.class)
                .add(event, Wishes.of(null, "Kari Haugen", "kari@example.org", List.of()), "person:1")
                .registration();

        assertThat(agreements(kari)).singleElement().asString().startsWith("data use not asked yet");
    }

    @Test
    void whatWasWrittenToAPersonIsToldWithWhatBecameOfItButNotWithWhatItSays() {
        Registration anna = registered("written", "anna@example.org");
        database.execute(
                "UPDATE mail_outbox SET state = 'FAILED', last_answer = '550 no such user' WHERE registration = '"
                        + anna.reference() + "'");
        String secret = Someone.mailTo(kopa, "anna@example.org").wording().text();

        Document page = page(anna);

        assertThat(page.select("#mails + ol b").eachText())
                .singleElement()
                .asString()
                .contains("Projektu rakstīšana");
        assertThat(page.select("#mails + ol .state").eachText()).containsExactly("Failed");
        assertThat(page.select("#mails + ol p").eachText()).containsExactly("550 no such user");
        assertThat(secret).contains("/r/");
        assertThat(page.html()).doesNotContain("/r/").doesNotContain("/my/");
        database.execute(
                "UPDATE mail_outbox SET state = 'RESTING', to_address = 'mother@example.org' WHERE registration = '"
                        + anna.reference() + "'");
        assertThat(page(anna).select("#mails + ol").text()).contains("Kept back", "to mother@example.org");
    }

    @Test
    void whoRecordsAtTheDoorDoesNotSeeItAndWhoAuditsDoes() {
        Registration anna = registered("roles", "anna@example.org");

        Browser door = colleague("door", Role.CHECK_IN);
        assertThat(door.get(path(anna)).statusCode()).isEqualTo(403);
        assertThat(door.get("/organiser/deeds?registration=" + anna.reference()).statusCode())
                .isEqualTo(403);
        Document audited = colleague("auditor", Role.AUDITOR).page(path(anna));
        assertThat(audited.select("#mails + ol li")).hasSize(1);
    }

    @Test
    void everythingDoneAboutARegistrationIsAPressAway() {
        Registration anna = registered("deeds", "anna@example.org");
        kopa.register(Program.STRANGER, "deeds", Wishes.of("other@example.org")).is(201);
        kopa.bean(Registrations.class).cancel(anna, null, "system");

        String link = page(anna).select("a:contains(Everything done)").attr("href");

        assertThat(office.page(link).select("tbody th").eachText()).containsExactly("Cancelled", "Registered");
    }

    @Test
    void thePageAsksAsOftenHoweverMuchThereIsToTell() {
        Registration anna = registered("asked", "anna@example.org");
        page(anna);
        List<String> few = asked(anna);
        for (int i = 0; i < 10; i++) {
            kopa.bean(Consents.class)
                    .choose(anna, i % 2 == 0 ? Set.of(Purpose.PHOTO, Purpose.NEWSLETTER) : Set.of(), "");
        }
        database.execute("INSERT INTO mail_outbox (mail_key, kind, organisation_id, event_id, registration, to_address,"
                + " language, from_name, subject, wording, state, attempts, created_at, next_attempt_at, bulk)"
                + " SELECT CONCAT(m.mail_key, n.n), m.kind, m.organisation_id, m.event_id, m.registration, m.to_address,"
                + " m.language, m.from_name, m.subject, m.wording, m.state, 0, m.created_at, m.next_attempt_at, m.bulk"
                + " FROM mail_outbox m JOIN (SELECT 1 AS n UNION SELECT 2 UNION SELECT 3) n WHERE m.registration = '"
                + anna.reference() + "'");

        assertThat(asked(anna)).hasSameSizeAs(few);
        assertThat(page(anna).select("#mails + ol li")).hasSize(4);
    }

    private List<String> asked(Registration registration) {
        Overheard.forget();
        page(registration);
        return Overheard.questions();
    }

    private Registration registered(String event, String email) {
        kopa.publish(parks, Plans.training("parks", event, "\"places\": 4"));
        String reference =
                kopa.register(Program.STRANGER, event, Wishes.of(email)).is(201).text("reference");
        return kopa.bean(Registrations.class).byReference(reference);
    }

    private static String path(Registration registration) {
        return "/organiser/registrations/" + registration.reference();
    }

    private Document page(Registration registration) {
        return office.page(path(registration));
    }

    private List<String> agreements(Registration registration) {
        return page(registration)
                .select(".facts div:has(dt:contains(Agreed to)) dd")
                .eachText();
    }

    private Browser colleague(String name, Role role) {
        People people = kopa.bean(People.class);
        String email = name + "@colleagues.example";
        Person colleague = people.create(name, EmailAddress.parse(email).orElseThrow(), PASSWORD, Language.EN);
        people.join(colleague.id(), kopa.bean(Organisations.class).get("parks").id(), role, "system");
        return signedIn(email, PASSWORD);
    }

    private Browser signedIn(String email, String password) {
        Browser browser = new Browser(kopa.site());
        browser.page("/?lang=en");
        browser.submit(
                browser.page("/organiser/sign-in"), "/organiser/sign-in", Map.of("email", email, "password", password));
        return browser;
    }
}
