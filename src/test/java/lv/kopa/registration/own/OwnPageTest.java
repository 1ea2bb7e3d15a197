package lv.kopa.registration.own;

import static lv.kopa.Program.STRANGER;
import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.event.Session;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.OutboxFilter;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.wish.ConsentText;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class OwnPageTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("OwnPageTest", database);
    private final String owner = kopa.found("parks");
    private final Browser browser = new Browser(kopa.site());
    private int people;

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void whoHasAPlaceReadsFirstThatTheEventIsCancelled() {
        String link = registered("");
        assertThat(page(link).select("h1").text()).isEqualTo("Anna Bērziņa, you have a place");

        kopa.post(owner, "/api/v1/events/ours/cancel", "{\"reason\": \"The trainer is ill.\"}")
                .is(200);

        Document page = page(link);
        assertThat(page.select("h1").text()).isEqualTo("Anna Bērziņa, this event is cancelled");
        assertThat(page.select("header .state").eachText()).contains("Cancelled");
        assertThat(page.select("main").text()).contains("The trainer is ill.");
        assertThat(page.select("form[action$=/cancellation], a[href$=calendar.ics]"))
                .isEmpty();
    }

    @Test
    void howItComesIntoTheCalendarIsAskedOnceThereIsAPlace() {
        kopa.publish(owner, Plans.training("parks", "ours", "\"places\": 1"));
        Someone first = Someone.registered(kopa, "ours", "first@example.org", "");
        Someone waiting = Someone.registered(kopa, "ours", "anna@example.org", "");
        assertThat(first.page().select("input[name=calendar]")).hasSize(2);
        assertThat(waiting.page().select("input[name=calendar]")).isEmpty();
        assertThat(waiting.page().select("form[action$=/calendar-address]")).hasSize(1);

        first.cancels();

        assertThat(waiting.page().select("input[name=calendar]")).hasSize(2);
    }

    @Test
    void everyInstantIsOnTheClocksOfTheEventAndSaysSo() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-01T08:00:00Z"));
        kopa.publish(owner, Plans.training("parks", "ours", "").replace("Europe/Riga", "Europe/Oslo"));
        Someone anna = Someone.registered(kopa, "ours", "anna@example.org", "");

        Document page = anna.page();
        assertThat(page.select("#history + p, #messages + p .meta").eachText())
                .containsExactly("All times in Oslo time", "All times in Oslo time");
        assertThat(page.select("#history ~ ol").text()).contains("10:00");
        assertThat(page.select("#privacy-when").text()).contains("10:00 (Oslo time)");
        anna.cancels();
        assertThat(anna.page().select("#undo").text()).containsPattern("Until \\d\\d:\\d\\d \\(Oslo time\\)");
    }

    @Test
    void oneReadsWhatOneAgreedToAlsoInItsFormerWords() {
        String link = registered("");

        assertThat(page(link).select("#privacy-when + details").text())
                .startsWith("Read what you agreed to Piekrītu, ka parks izmanto šos datus pasākuma rīkošanai");

        database.execute(
                "INSERT INTO consent_text (purpose, version, language, text)"
                        + " VALUES ('PRIVACY', '2020-01', 'lv', '{organiser} did not say much.')",
                "UPDATE registration SET privacy_version = '2020-01'");

        assertThat(page(link).select("#privacy-when + details p").text()).isEqualTo("parks did not say much.");
    }

    @Test
    void whomAnOrganiserEnteredIsNotSaidToHaveAgreedBeforeTheyDo() {
        kopa.publish(owner, Plans.training("parks", "ours", ""));
        Registration anna = kopa.bean(Registrations.class)
                .add(
                        kopa.bean(Events.class).find("ours").orElseThrow(),
                        Wishes.of(null, "Anna", "anna@example.org", List.of()),
                        "person:1")
                .registration();
        Someone own =
                Someone.at(kopa, Someone.path(kopa.bean(PersonalLinks.class).renew(anna)));

        assertThat(own.page().select("#privacy-when").text())
                .startsWith("An organiser registered you on ")
                .endsWith("You have not been asked yet.");
        assertThat(own.page().select("#privacy-when + details")).isEmpty();

        own.send("", "/consents", Map.of("consents", "privacy"));

        assertThat(own.page().select("#privacy-when").text()).startsWith("Agreed ");
        assertThat(own.page().select("[value=privacy]")).isEmpty();
    }

    @Test
    void whereNobodyKnowsHowARegistrationBeganNoOrganiserIsSaidToHaveMadeIt() {
        String link = registered("");

        database.execute("UPDATE audit SET actor = 'elsewhere' WHERE deed = 'registered'");
        assertThat(page(link).select("#privacy-when").text())
                .startsWith("Registered on ")
                .endsWith("Who agreed to the text is not noted.");

        database.execute("DELETE FROM audit WHERE subject = 'registration'");
        assertThat(page(link).select("#privacy-when").text()).startsWith("Registered on ");
        assertThat(page(link).select("[value=privacy]")).hasSize(1);
    }

    @Test
    void whoAgreedWhenTheyRegisteredKeepsTheVersionTheyRead() {
        String link = registered("");
        database.execute("UPDATE registration SET privacy_version = '2020-01'");
        Someone own = Someone.at(kopa, link);

        own.send("", "/consents", Map.of("consents", "privacy", "read", ConsentText.PRIVACY.version()));

        assertThat(database.texts("SELECT CONCAT(privacy_version, COALESCE(privacy_at, '')) FROM registration"))
                .containsExactly("2020-01");
        assertThat(database.number("SELECT COUNT(*) FROM audit WHERE deed = 'consent-given'"))
                .isZero();
    }

    @Test
    void afterTheEventNobodyIsAskedWhetherTheyCanCome() {
        String link = registered("");

        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-15T08:00:00Z"));

        Document page = page(link);
        assertThat(page.select("h1").text()).isEqualTo("Anna Bērziņa, this event is over");
        assertThat(page.select("form[action$=/cancellation]")).isEmpty();
    }

    @Test
    void whoAwaitsApprovalIsNotSpokenToOfAWaitingList() {
        Document page = page(registered("\"approval\": \"MANUAL\""));

        assertThat(page.select("form[action$=/cancellation] button").text()).isEqualTo("Withdraw my registration");
    }

    @Test
    void whoWaitsReadsEverywhereInWhichOfTheLinesTheyStand() {
        kopa.publish(owner, Plans.training("parks", "ours", """
                "categories": [{"key": "member", "name": {"en": "Member", "nb": "Medlem"}, "places": 1},
                  {"key": "partner", "name": {"en": "Partner", "nb": "Partner"}, "places": 1}]"""));
        for (String kind : List.of("member", "partner", "partner")) {
            signUp("Guest " + people, kind);
        }

        HttpResponse<String> answer = signUp("Anna", "member");

        String turn = "1 i køen for plass i kategorien «Medlem»";
        assertThat(Jsoup.parse(browser.get(Browser.onwards(answer)).body())
                        .select("h1")
                        .text())
                .isEqualTo("Du er nummer " + turn);
        Mail mail = kopa.bean(Outbox.class).page(new OutboxFilter(null, null, null, null, 1)).items().stream()
                .findFirst()
                .flatMap(item -> kopa.bean(Outbox.class).find(item.id()))
                .orElseThrow()
                .mail();
        assertThatMail(mail).says("i kategorien «Medlem» akkurat nå. Du er nummer 1 i køen");
        String own = mail.wording().link().orElseThrow().address().replaceFirst("https?://[^/]+", "");
        assertThat(browser.page(own + "?lang=nb").select("h1").text()).isEqualTo("Anna, du er nummer " + turn);
    }

    @Test
    void theSessionsThatSomebodyChoseStandUnderOneName() {
        kopa.publish(owner, """
                {"organisation": "parks", "slug": "ours", "kind": "TRAINING", "title": {"en": "Science for everyone"},
                 "timeZone": "Europe/Riga", "sessions": [
                   {"title": {"en": "Kitchen"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 3},
                   {"title": {"en": "Sundial"}, "start": "2031-06-14T12:30", "end": "2031-06-14T14:00", "places": 3}]}""");
        List<Long> chosen = kopa.bean(Events.class).find("ours").orElseThrow().chosen().stream()
                .map(Session::id)
                .toList();

        Document page = page(kopa.register(STRANGER, "ours", Wishes.of("anna@example.org", "\"sessions\": " + chosen))
                .is(201)
                .text("links.manage")
                .replaceFirst("https?://[^/]+", ""));

        assertThat(page.select("dt:contains(Your sessions)")).hasSize(1);
        assertThat(page.select("dt:contains(Your sessions) ~ dd").eachText())
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("Kitchen"),
                        second -> assertThat(second).startsWith("Sundial"));
    }

    @Test
    void thePageGoesInTheOrderInWhichItIsNeeded() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-01T08:00:00Z"));
        Document page = page(registered(""));

        assertThat(page.select("main header ~ *").select("h2").eachText())
                .containsExactly(
                        "Something has changed?",
                        "Your event",
                        "In your calendar",
                        "Our mails to you",
                        "What has happened so far",
                        "What you have agreed to",
                        "My data");
        assertThat(page.select("main h1, main h2, main h3").eachText()).doesNotHaveDuplicates();
        assertThat(page.select("header a[href$=calendar.ics], header .door").eachAttr("class"))
                .containsExactly("button", "door");
    }

    @Test
    void theCodeForTheDoorIsFoldedUntilTheDay() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-13T20:59:00Z"));
        String link = registered("");
        assertThat(page(link).select("details.door:not([open]) img[src$=code.svg]"))
                .hasSize(1);

        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-13T21:01:00Z"));

        assertThat(page(link).select("details.door[open] img[src$=code.svg]")).hasSize(1);
    }

    @Test
    void theLatestMailsAreThereAtOnceAndThoseBeforeUnfold() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-01T08:00:00Z"));
        kopa.publish(owner, Plans.training("parks", "ours", ""));
        Someone anna = Someone.registered(kopa, "ours", "anna@example.org", "");
        for (int hour = 0; hour < 4; hour++) {
            kopa.bean(MovableClock.class).advance(Duration.ofMinutes(1));
            anna.press(hour % 2 == 0 ? "/cancellation" : "/undo");
        }

        Document page = anna.page();

        assertThat(page.select("section > details.message")).hasSize(3);
        assertThat(page.select("details.earlier > summary").text()).isEqualTo("Show 2 earlier mails");
        assertThat(page.select("details.earlier > details.message")).hasSize(2);
    }

    private HttpResponse<String> signUp(String name, String kind) {
        Document form = browser.page("/events/ours/register?lang=nb");
        String address = "anna" + people++ + "@example.org";
        return browser.submit(
                form,
                "/events/ours/register",
                Map.of("name", name, "email", address, "category", kind, "consents", "privacy"));
    }

    private String registered(String more) {
        kopa.publish(owner, Plans.training("parks", "ours", more));
        return kopa.register(STRANGER, "ours", Wishes.of("anna@example.org"))
                .is(201)
                .text("links.manage")
                .replaceFirst("https?://[^/]+", "");
    }

    private Document page(String path) {
        return Jsoup.parse(kopa.site()
                .get(path, "Accept", "text/html", "Accept-Language", "en")
                .body());
    }
}
