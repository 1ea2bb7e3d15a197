package lv.kopa.registration.minor;

import static lv.kopa.Program.STRANGER;
import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.mail.OutboxItem;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Purpose;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People under 18, and whoever answers for them. */
final class MinorTest {
    private static final Instant NOW = Instant.parse("2031-05-01T08:00:00Z");
    private static final Texts TEXTS = Texts.in(Language.EN);
    private static final String GUARDIAN = "\"minor\": true, \"guardian\": "
            + "{\"name\": \"Ilze Kalna\", \"email\": \"ilze@example.org\", \"phone\": \"+371 20 000 000\"}";
    private static final String ASKS = "\"registration\": {\"minors\": \"ASKED\"}";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("MinorTest", database);
    private final String parks = kopa.found("parks");

    @BeforeEach
    void setTheClock() {
        kopa.bean(MovableClock.class).set(NOW);
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void whereNothingIsAskedNobodySaysAnything() {
        publish("");
        assertThat(form().select("[name=minor]")).isEmpty();

        kopa.register(STRANGER, "ours", Wishes.of("anna@example.org")).is(201);
        kopa.register(STRANGER, "ours", Wishes.of("karlis@example.org", GUARDIAN))
                .isInvalid("minor");
    }

    @Test
    void whoeverMustBeAnAdultSaysSo() {
        publish("\"registration\": {\"minors\": \"ADULTS_ONLY\"}");

        Document again = Jsoup.parse(send(Map.of()).body());
        assertThat(again.select("#minor-error").text()).isEqualTo(TEXTS.get("registration.fault.adults-only"));
        assertThat(again.select("#name").val()).isEqualTo("Kārlis Kalns");
        assertThat(send(Map.of("minor", "no")).statusCode()).isEqualTo(303);
        kopa.register(STRANGER, "ours", Wishes.of("anna@example.org", "\"minor\": true"))
                .isInvalid("minor");
    }

    @Test
    void theFormSaysOfWhomItIsAndWithoutAScriptThatAFurtherStepComes() {
        publish(ASKS);
        Document first = form();
        assertThat(first.select("fieldset:has(#name) > legend").text())
                .isEqualTo(TEXTS.get("registration.form.about-participant"));
        assertThat(first.select("label:has([name=minor][value=yes]) noscript").text())
                .isEqualTo(TEXTS.get("registration.minor.yes.step"));
        assertThat(first.select("p[data-asked][hidden]")).hasSize(2);

        Document again = Jsoup.parse(send(Map.of("minor", "yes")).body());

        assertThat(again.select("p[data-asked]").eachText())
                .containsExactly(TEXTS.get("registration.minor.fields"), TEXTS.get("registration.minor.consents"));
        assertThat(again.select("p[data-asked][hidden], label:has([name=minor]) noscript"))
                .isEmpty();
        assertThat(again.select("#name").attr("autocomplete")).isEqualTo("off");
    }

    @Test
    void whoeverRegistersSeveralGoesOnWithTheNextAndTypesTheGuardianOnce() {
        publish(ASKS);
        Browser ilze = new Browser(kopa.site());
        ilze.page("/?lang=en");
        String address = "/events/ours/register";
        Map<String, String> guardian = Map.of(
                "guardian.name", "Ilze Kalna",
                "guardian.email", "ilze@example.org",
                "guardian.phone", "+371 20 000 000");
        String done = Browser.onwards(ilze.submit(
                Jsoup.parse(
                        ilze.submit(ilze.page(address), address, filled(Map.of("minor", "yes")))
                                .body(),
                        address),
                address,
                filled(guardian)));
        assertThat(ilze.cookies().get("kopa-next")).doesNotContain("Ilze", "ilze", "20+000");
        String next = ilze.page(done).select("#next-person a").attr("href");

        Document form = ilze.page(next);

        assertThat(form.select("#guardian-name").val()).isEqualTo("Ilze Kalna");
        assertThat(form.select("#guardian-email").val()).isEqualTo("ilze@example.org");
        assertThat(form.select("[name=minor][value=yes]").hasAttr("checked")).isTrue();
        assertThat(form.select("#name").val() + form.select("#email").val()).isEmpty();
        assertThat(form.select("#consents, #guardian").hasAttr("checked")).isFalse();
        assertThat(form.select("#notes").text()).contains(TEXTS.get("registration.next.filled"));
        HttpResponse<String> same = ilze.submit(
                form,
                address,
                Map.of(
                        "name",
                        "Anna Kalna",
                        "email",
                        database.texts("SELECT email FROM registration").get(0),
                        "consents",
                        "privacy"));
        assertThat(same.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(same.body()).select("#email-error").text())
                .isEqualTo(TEXTS.get("registration.next.same-address"));
        assertThat(ilze.submit(
                                form,
                                address,
                                Map.of("name", "Anna Kalna", "email", "anna@example.org", "consents", "privacy"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(database.number("SELECT COUNT(*) FROM registration")).isEqualTo(2);
        assertThat(ilze.page(address).select("#guardian-name").val())
                .as("who does not ask for it begins afresh")
                .isEmpty();
        Browser stranger = new Browser(kopa.site());
        stranger.page("/?lang=en");
        assertThat(stranger.page(done).select("#next-person")).isEmpty();
        assertThat(stranger.page(next).select("#guardian-name").val()).isEmpty();
    }

    @Test
    void withoutAScriptThePageComesBackWithTheFieldsOfTheGuardianAndPointsThemOutAsNobodysFault() {
        publish(ASKS);
        assertThat(form().select("fieldset[hidden] [name=guardian.name]")).hasSize(1);
        assertThat(Jsoup.parse(send(Map.of()).body()).select("#minor-error").text())
                .isEqualTo(TEXTS.get("registration.fault.minor"));

        HttpResponse<String> sent = send(Map.of("minor", "yes"));

        Document again = Jsoup.parse(sent.body());
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(again.select("fieldset[hidden] [name=guardian.name]")).isEmpty();
        assertThat(again.select("#errors, .error")).isEmpty();
        assertThat(again.select("#notes li").eachText())
                .containsExactly(
                        TEXTS.get("registration.minor.unseen"),
                        TEXTS.get("registration.fault.guardian-name"),
                        TEXTS.get("registration.fault.guardian-email"),
                        TEXTS.get("registration.fault.guardian-phone"));
        assertThat(again.select("#guardian-name-note, #guardian-email-note, #guardian-phone-note"))
                .hasSize(3);
        assertThat(again.select("[name=minor][value=yes]").hasAttr("checked")).isTrue();
        assertThat(database.number("SELECT COUNT(*) FROM registration")).isZero();
    }

    @Test
    void whoLeavesTheFieldsOfTheGuardianEmptyThatWereShownIsToldOfErrors() {
        publish(ASKS);
        Browser browser = browser();
        String address = "/events/ours/register";
        Map<String, String> typed = filled(Map.of("minor", "yes"));
        Document shown = Jsoup.parse(
                browser.submit(browser.page(address), address, typed).body(), address);

        Document again = Jsoup.parse(browser.submit(shown, address, typed).body(), address);

        assertThat(again.select("#guardian-name-error, #guardian-email-error, #guardian-phone-error"))
                .hasSize(3);
        assertThat(again.select("#notes")).isEmpty();
    }

    @Test
    void whatIsWrongElsewhereIsSaidBesideWhatIsPointedOut() {
        publish(ASKS);

        Document again = Jsoup.parse(send(Map.of("minor", "yes", "email", "nonsense", "guardian.name", "Ilze Kalna"))
                .body());

        assertThat(again.select("#errors a").eachAttr("href")).containsExactly("#email");
        assertThat(again.select("#notes a").eachAttr("href")).containsExactly("#guardian-email", "#guardian-phone");
    }

    @Test
    void whoeverTakesAPlaceOverForAChildIsPointedToTheGuardianToo() {
        publish(ASKS);
        Someone child = Someone.at(kopa, Someone.path(register(GUARDIAN).text("links.manage")));
        child.send("/hand-over", "/hand-over", Map.of("name", "Jānis Kalns", "email", "janis@example.org"));
        Someone janis = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "janis@example.org")));

        HttpResponse<String> sent =
                janis.browser().submit(janis.page(), janis.path(), Map.of("consents", "privacy", "minor", "yes"));

        assertThat(sent.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(sent.body());
        assertThat(again.select("#errors")).isEmpty();
        assertThat(again.select("#notes a").eachAttr("href"))
                .containsExactly("#guardian-name", "#guardian-email", "#guardian-phone");
    }

    @Test
    void whoIsComingIsAskedBeforeTheirNameAndThatBeforeTheGuardians() {
        publish(ASKS);

        assertThat(form().select("main [name=minor], main [name=name], main [name=guardian.name]")
                        .eachAttr("name"))
                .containsExactly("minor", "minor", "name", "guardian.name");
    }

    @Test
    void whoWaitsAndWhoseGuardianIsSilentReadsBoth() {
        publish(ASKS + ", \"places\": 1");
        kopa.register(STRANGER, "ours", Wishes.of("anna@example.org", "\"minor\": false"))
                .is(201);

        Document own = own(register(GUARDIAN));

        assertThat(own.select("h1").text()).isEqualTo("Kārlis Kalns, you are no. 1 in line for a place");
        assertThat(own.select("#consent-missing").text()).contains("Ilze Kalna has to agree");
    }

    @Test
    void whereNoPlaceIsLeftAfterANoTheOrganiserIsToBeWrittenTo() {
        publish("\"registration\": {\"minors\": \"ASKED\", \"closes\": \"2031-05-02T08:00:00Z\"}");
        Answer karlis = register(GUARDIAN);
        Browser ilze = browser();
        String link = asked();
        kopa.bean(MovableClock.class).advance(Duration.ofDays(7));

        ilze.submit(ilze.page(link), link + "/refusal", Map.of());

        assertThat(own(karlis).select("main header").text())
                .contains("If that is a mistake, speak with each other, and write to parks")
                .doesNotContain("register again");
    }

    @Test
    void aGuardianIsAskedByMailAndAgreesByAButton() {
        publish(ASKS);
        Answer karlis = register(GUARDIAN);

        assertThat(karlis.text("status")).isEqualTo("CONFIRMED");
        assertThat(kinds("karlis")).containsExactly("confirmed");
        assertThatMail(Someone.mailTo(kopa, "karlis@example.org"))
                .says("The consent of your parent or guardian (Ilze Kalna) is still missing.");
        assertThatMail(Someone.mailTo(kopa, "ilze@example.org"))
                .says("Good day, Ilze Kalna!")
                .says("Kārlis Kalns is under 18")
                .says("Grant writing");
        assertThat(listed("Consent")).isEqualTo("Consent missing");
        assertThat(own(karlis).select("#guardian ~ p").eachText()).contains("Consent missing");
        assertThat(own(karlis).select("h1").text())
                .isEqualTo("Kārlis Kalns, your guardian’s consent is still missing; your place is kept meanwhile");
        assertThat(own(karlis).select("header .state").text()).isEqualTo("Consent missing");
        assertThat(own(karlis).expectFirst("#consent-missing p").text())
                .isEqualTo("Ilze Kalna has to agree by the link that we mailed to ilze@example.org, before the event"
                        + " begins: Saturday 14 June, 09:30 (Riga time)");
        assertThat(own(karlis).select("#consent-missing a[href$=/guardian]")).hasSize(1);
        Browser ilze = browser();
        String link = asked();
        Document page = ilze.page(link);
        assertThat(page.select("h1").text()).isEqualTo("Kārlis Kalns would like to take part. Do you agree?");
        assertThat(page.text()).doesNotContain("karlis@example.org");
        assertThat(listed("Consent")).isEqualTo("Consent missing");

        assertThat(Browser.onwards(ilze.submit(page, link + "/consent", Map.of())))
                .isEqualTo(link);

        assertThat(ilze.page(link).select("h1").text()).isEqualTo("We have your consent: Kārlis Kalns");
        assertThat(listed("Consent")).isEqualTo("Consent given");
        assertThat(item(karlis).text("guardian.agreedAt")).isEqualTo("2031-05-01T08:00:00Z");
        assertThat(database.texts("SELECT text_version FROM consent WHERE purpose = 'GUARDIAN'"))
                .containsExactly(Purpose.GUARDIAN.textVersion());
        assertThat(own(karlis).select("#history ~ ol li span").eachText()).contains("Your guardian agreed");
        assertThat(own(karlis).select("h1").text()).isEqualTo("Kārlis Kalns, you have a place");
        assertThat(own(karlis).select("#consent-missing")).isEmpty();
    }

    @Test
    void aGuardianSeesWhatTheyAgreeToOnThePageAndInTheMail() {
        database.execute("UPDATE organisation SET email = 'office@parks.example', phone = '+371 26 000 000'");
        kopa.publish(parks, """
                {"organisation": "parks", "slug": "ours", "kind": "STUDY_VISIT", "title": {"en": "Visit to Hamar"},
                 "timeZone": "Europe/Riga", "registration": {"minors": "ASKED"}, "questions": [
                   {"key": "diet", "type": "TEXT", "label": {"en": "What do you not eat?"}, "sensitive": true},
                   {"key": "bed", "type": "YES_NO", "label": {"en": "Do you need a bed?"}, "stage": "CONFIRMED"}],
                 "sessions": [
                   {"title": {"en": "Bus"}, "start": "2031-06-13T08:00", "end": "2031-06-13T20:00", "place": "Riga"},
                   {"title": {"en": "School"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00",
                    "timeZone": "Europe/Oslo", "place": "Hamar", "places": 3},
                   {"title": {"en": "Sauna"}, "start": "2031-06-14T12:30", "end": "2031-06-14T14:00",
                    "timeZone": "Europe/Oslo", "place": "Lake", "places": 3}]}""");
        long school = kopa.bean(Events.class)
                .find("ours")
                .orElseThrow()
                .chosen()
                .get(0)
                .id();
        register(GUARDIAN + ", \"sessions\": [" + school + "], \"answers\": {\"diet\": \"Nuts\"}");

        Document page = browser().page(asked());

        assertThat(page.select("#sessions ~ ul li").eachText())
                .containsExactly(
                        "Bus Friday 13 June 2031, 08:00–20:00 (Riga time) Riga",
                        "School Saturday 14 June 2031, 09:30–11:00 (Oslo time) Hamar");
        assertThat(page.select("#asked ~ ul li").eachText())
                .containsExactly("What do you not eat?", "Do you need a bed?");
        assertThat(page.select("dl.facts").text()).contains("parks", "office@parks.example", "+371 26 000 000");
        assertThat(page.text()).doesNotContain("Sauna", "Nuts");
        assertThatMail(Someone.mailTo(kopa, "ilze@example.org"))
                .says("Bus")
                .says("09:30–11:00 (Oslo time) · School")
                .says("Hamar")
                .says("What do you not eat?")
                .says("Do you need a bed?")
                .says("office@parks.example")
                .says("+371 26 000 000")
                .doesNotSay("Sauna")
                .doesNotSay("Nuts");
    }

    @Test
    void aGuardianWhoSaysNoEndsTheRegistrationAndSomebodyElseMovesUp() {
        publish(ASKS + ", \"places\": 1");
        Answer karlis = register(GUARDIAN);
        kopa.register(STRANGER, "ours", Wishes.of("anna@example.org", "\"minor\": false"))
                .is(201);
        Browser ilze = browser();
        String link = asked();

        ilze.submit(ilze.page(link), link + "/refusal", Map.of());

        assertThat(item(karlis).text("status")).isEqualTo("CANCELLED");
        assertThat(item(karlis).text("guardian.refusedAt")).isEqualTo("2031-05-01T08:00:00Z");
        assertThat(kinds("anna")).startsWith("promoted");
        assertThatMail(Someone.mailTo(kopa, "karlis@example.org"))
                .says("Your guardian does not agree that you take part");
        assertThat(own(karlis).select("#undo")).isEmpty();
        assertThat(own(karlis).select("h1").text())
                .isEqualTo("Your guardian said no, so this registration is cancelled");
        assertThat(own(karlis).select("main header").text())
                .contains("Ilze Kalna does not agree that you take part.", "register again while there are places")
                .doesNotContain("Changed your mind?");
        assertThat(own(karlis).select("#history ~ ol li span").eachText())
                .contains(TEXTS.get("registration.own.step.cancelled.by-guardian"));
        assertThat(ilze.page(link).select("main form")).isEmpty();
        assertThat(database.number("SELECT places_taken FROM event")).isOne();
    }

    @Test
    void aGuardianWhoAgreedMayThinkOtherwiseAfterTheDeadlineToo() {
        publish("\"registration\": {\"minors\": \"ASKED\", \"changesUntil\": \"2031-05-02T08:00:00Z\"}");
        Answer karlis = register(GUARDIAN);
        Browser ilze = browser();
        String link = asked();
        ilze.submit(ilze.page(link), link + "/consent", Map.of());
        kopa.bean(MovableClock.class).advance(Duration.ofDays(7));

        ilze.submit(ilze.page(link), link + "/refusal", Map.of());

        assertThat(item(karlis).text("status")).isEqualTo("CANCELLED");
        assertThat(item(karlis).text("guardian.agreedAt")).isEmpty();
    }

    @Test
    void whatTheGuardianRefusesTheChildCannotTakeBack() {
        publish(ASKS);
        Answer karlis = register(GUARDIAN);
        Browser ilze = browser();
        String link = asked();
        Document before = ilze.page(link);
        Someone child = Someone.at(kopa, Someone.path(karlis.text("links.manage")));
        child.cancels();
        Document own = child.page();
        assertThat(own.select("#undo")).hasSize(1);

        ilze.submit(before, link + "/refusal", Map.of());
        child.browser().submit(own, child.path() + "/undo", Map.of());

        assertThat(item(karlis).text("status")).isEqualTo("CANCELLED");
        assertThat(child.page().select("#undo")).isEmpty();
        assertThat(database.number("SELECT places_taken FROM event")).isZero();
    }

    @Test
    void nobodyIsThankedForWhatIsNotDone() {
        publish(ASKS);
        Answer karlis = register(GUARDIAN);
        Browser ilze = browser();
        String link = asked();
        Document old = ilze.page(link);
        Someone.at(kopa, Someone.path(karlis.text("links.manage"))).cancels();

        ilze.submit(old, link + "/consent", Map.of());

        Document page = ilze.page(link);
        assertThat(page.select("[role=status]").text()).isEmpty();
        assertThat(page.select("h1").text()).isEqualTo("There is nothing left to decide: Kārlis Kalns");
        kopa.bean(MovableClock.class).advance(Duration.ofDays(60));
        ilze.submit(old, link + "/refusal", Map.of());
        assertThat(ilze.page(link).select("[role=status]").text()).isEmpty();
    }

    @Test
    void aGuardianWhoRegistersTheChildByTheirOwnAddressTicksAndIsAskedNoMore() {
        publish(ASKS);
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "minor", "yes",
                "guardian.name", "Ilze Kalna",
                "guardian.email", "KARLIS@example.org",
                "guardian.phone", "20000000"));
        Document again = Jsoup.parse(send(typed).body());
        assertThat(again.select("#guardian-error").text()).isEqualTo(TEXTS.get("registration.fault.guardian-consent"));

        Browser ilze = browser();
        Document page = ilze.page("/events/ours/register");
        String body = ilze.body(page, "/events/ours/register", filled(typed)) + "&consents=guardian";
        assertThat(post(ilze, "/events/ours/register", body).statusCode()).isEqualTo(303);

        assertThat(kinds("karlis")).containsExactly("confirmed");
        assertThat(listed("Consent")).isEqualTo("Consent given");
        assertThat(listed("Phone")).isEqualTo("+371 20 000 000");
    }

    @Test
    void thePageAfterSendingSaysFirstThatTheConsentIsMissingAndThenThatThereIsAPlace() {
        publish(ASKS);

        Document done = doneWith("ilze@example.org", List.of("privacy"));

        assertThat(done.select("h1").text()).isEqualTo(TEXTS.get("registration.done.guardian-missing"));
        assertThat(done.select("header .state").text()).isEqualTo("Consent missing");
        assertThat(done.select("#consent-missing").text())
                .isEqualTo("We have asked the guardian by mail. They have to agree before the event begins: Saturday"
                        + " 14 June, 09:30 (Riga time). If they say no, the registration is cancelled and the place is"
                        + " free for others.");
        assertThat(done.select("#consent-missing + p").text()).startsWith("The place is kept meanwhile.");
        assertThat(done.select(".steps li").eachText())
                .contains(TEXTS.get("registration.done.next.guardian"))
                .doesNotContain(TEXTS.get("registration.done.next.guardian.agreed"));
    }

    @Test
    void whereTheGuardianAgreedWithTheFormThePageSaysThatThereIsAPlaceAndNothingIsMissing() {
        publish(ASKS);

        Document done = doneWith("karlis@example.org", List.of("privacy", "guardian"));

        assertThat(done.select("h1").text()).isEqualTo(TEXTS.get("registration.done.confirmed"));
        assertThat(done.select("#consent-missing")).isEmpty();
        assertThat(done.select(".steps li").eachText())
                .contains(TEXTS.get("registration.done.next.guardian.agreed"))
                .doesNotContain(TEXTS.get("registration.done.next.guardian"));
    }

    @Test
    void whoWaitsReadsOnThePageAfterSendingThatTheConsentIsMissingToo() {
        publish(ASKS + ", \"places\": 1");
        kopa.register(STRANGER, "ours", Wishes.of("anna@example.org", "\"minor\": false"))
                .is(201);

        Document done = doneWith("ilze@example.org", List.of("privacy"));

        assertThat(done.select("h1").text()).isEqualTo(TEXTS.get("registration.done.waiting", 1));
        assertThat(done.select("p.notice#consent-missing").text()).contains("They have to agree");
    }

    /** The page after a child was registered. */
    private Document doneWith(String guardian, List<String> consents) {
        Browser browser = browser();
        Document page = browser.page("/events/ours/register");
        page.select("fieldset[disabled]").removeAttr("disabled");
        consents.forEach(
                each -> page.select("[name=consents][value=" + each + "]").attr("checked", ""));
        Map<String, String> typed = filled(Map.of(
                "minor", "yes",
                "guardian.name", "Ilze Kalna",
                "guardian.email", guardian,
                "guardian.phone", "20000000"));
        typed.remove("consents");
        return browser.page(Browser.onwards(browser.submit(page, "/events/ours/register", typed)));
    }

    @Test
    void aTickByAnotherAddressDoesNotStandForTheGuardian() {
        publish(ASKS);
        String json = Wishes.of("karlis@example.org", GUARDIAN).replace("[\"privacy\"]", "[\"privacy\", \"guardian\"]");
        kopa.register(STRANGER, "ours", json).is(201);

        assertThat(kinds("ilze")).containsExactly("guardian");
        assertThat(database.number("SELECT COUNT(*) FROM consent WHERE purpose = 'GUARDIAN'"))
                .isZero();
    }

    @Test
    void whoeverTicksForAGuardianOfAnotherAddressIsToldOnceThatItDoesNotCount() {
        publish(ASKS);
        Browser browser = browser();
        Map<String, String> typed = filled(Map.of(
                "minor", "yes",
                "guardian.name", "Ilze Kalna",
                "guardian.email", "ilze@example.org",
                "guardian.phone", "20000000"));
        String address = "/events/ours/register";

        Document told = ticked(browser, browser.page(address), address, typed, 422);

        assertThat(told.select("#errors")).isEmpty();
        assertThat(told.select("#guardian-note, #notes a[href=#guardian]").eachText())
                .hasSize(2)
                .containsOnly(TEXTS.get("registration.guardian.tick.vain", "ilze@example.org"));
        assertThat(database.number("SELECT COUNT(*) FROM registration")).isZero();
        ticked(browser, told, address, typed, 303);
        assertThat(kinds("ilze")).containsExactly("guardian");
    }

    @Test
    void whoeverTakesAPlaceOverIsToldSoToo() {
        publish(ASKS);
        Someone child = Someone.at(kopa, Someone.path(register(GUARDIAN).text("links.manage")));
        child.send("/hand-over", "/hand-over", Map.of("name", "Jānis Kalns", "email", "janis@example.org"));
        Someone janis = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "janis@example.org")));
        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(5));
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "consents", "privacy",
                "minor", "yes",
                "guardian.name", "Zane Kalna",
                "guardian.email", "zane@example.org",
                "guardian.phone", "20000000"));

        Document told = ticked(janis.browser(), janis.page(), janis.path(), typed, 422);
        assertThat(told.select("#guardian-note")).hasSize(1);
        ticked(janis.browser(), told, janis.path(), typed, 303);
        assertThat(kinds("zane")).containsExactly("guardian");
    }

    /** Sends a form with the guardian's tick in it. */
    private Document ticked(Browser browser, Document page, String address, Map<String, String> typed, int status) {
        HttpResponse<String> answer = post(browser, address, browser.body(page, address, typed) + "&consents=guardian");
        assertThat(answer.statusCode()).isEqualTo(status);
        return Jsoup.parse(answer.body());
    }

    @Test
    void whoeverHasNotAnsweredIsAskedAgainOnceSomeDaysBefore() {
        publish(ASKS);
        register(GUARDIAN);
        remind();
        assertThat(kinds("ilze")).containsExactly("guardian");

        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-08T08:00:00Z"));
        remind();
        kopa.bean(MovableClock.class).advance(Duration.ofHours(1));
        remind();

        assertThat(kinds("ilze")).containsExactly("guardian", "guardian");
        Browser ilze = browser();
        String link = asked();
        ilze.submit(ilze.page(link), link + "/consent", Map.of());
        assertThat(listed("Consent")).isEqualTo("Consent given");
    }

    @Test
    void whoeverMistypedTheAddressOfTheGuardianMendsItOnTheirOwnPage() {
        publish(ASKS);
        Answer karlis = register(GUARDIAN.replace("ilze@", "lize@"));
        String old = Someone.linkIn(Someone.mailTo(kopa, "lize@example.org"));
        Someone child = Someone.at(kopa, Someone.path(karlis.text("links.manage")));
        assertThat(child.page("/guardian").select("#guardian-email").val()).isEqualTo("lize@example.org");
        assertThat(child.send("/guardian", "/guardian", Map.of("guardian.email", "lize"))
                        .statusCode())
                .isEqualTo(422);

        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(5));

        child.send("/guardian", "/guardian", Map.of("guardian.email", "ilze@example.org"));

        assertThat(browser().get(old).statusCode()).isEqualTo(410);
        assertThat(browser().get(old).body()).contains("A newer mail has taken the place");
        assertThat(browser().page(asked()).select("h1").text()).contains("Do you agree?");
    }

    @Test
    void organisersSeeWhoseConsentIsMissingAndListsHaveColumnsForIt() {
        publish(ASKS);
        Answer karlis = register(GUARDIAN);
        Browser organiser = browser();
        organiser.submit(
                organiser.page("/organiser/sign-in"),
                "/organiser/sign-in",
                Map.of("email", "parks@example.org", "password", "long enough a password"));

        assertThat(organiser
                        .page("/organiser/events/ours")
                        .select("#attendees small")
                        .eachText())
                .contains(TEXTS.get("workspace.attendees.guardian-silent"));
        assertThat(organiser
                        .page("/organiser/events/ours")
                        .select("#attendees tbody th small")
                        .eachText())
                .contains(TEXTS.get("workspace.attendees.under-age"));
        assertThat(organiser
                        .page("/organiser/events/ours?columns=minor")
                        .select("#attendees td[data-label=\"Under 18\"]")
                        .eachText())
                .containsExactly("Yes");
        assertThat(organiser
                        .page("/organiser/registrations/" + karlis.text("reference"))
                        .select("dl.facts")
                        .text())
                .contains("Ilze Kalna", "ilze@example.org", "+371 20 000 000", "Consent missing");
        String csv = kopa.get(parks, "/api/v1/events/ours/registrations.csv")
                .response()
                .body();
        assertThat(csv)
                .contains(
                        "\"Under 18\",\"Guardian\"", "\"Yes\",\"Ilze Kalna\",\"ilze@example.org\",\"+371 20 000 000\"");
    }

    @Test
    void anOrganiserSaysInTheFormOfTheEventWhatIsAsked() {
        publish("\"registration\": {\"minors\": \"ASKED\", \"decisionsBy\": \"2031-05-20\"}");
        Browser organiser = browser();
        organiser.submit(
                organiser.page("/organiser/sign-in"),
                "/organiser/sign-in",
                Map.of("email", "parks@example.org", "password", "long enough a password"));
        Document form = organiser.page("/organiser/events/ours/edit");
        assertThat(form.select("[name=registration.minors] option[selected]").val())
                .isEqualTo("ASKED");
        assertThat(form.select("[name=registration.decisionsBy]").val()).isEqualTo("2031-05-20");

        HttpResponse<String> refused =
                organiser.submit(form, "/organiser/events/ours", Map.of("registration.decisionsBy", "soon"));
        assertThat(Jsoup.parse(refused.body())
                        .select("#registration-decisionsBy-error")
                        .text())
                .isEqualTo(TEXTS.get("event.fault.date"));
        organiser.submit(
                form,
                "/organiser/events/ours",
                Map.of("registration.minors", "ADULTS_ONLY", "registration.decisionsBy", ""));

        assertThat(kopa.get(parks, "/api/v1/events/ours").text("registration.minors"))
                .isEqualTo("ADULTS_ONLY");
        assertThat(kopa.get(parks, "/api/v1/events/ours").at("registration.decisionsBy"))
                .isEmpty();
        kopa.post(parks, "/api/v1/events", Plans.training("parks", "x", "\"registration\": {\"minors\": \"SOME\"}"))
                .isInvalid("registration.minors");
    }

    @Test
    void ownDataNameTheGuardianAndErasingForgetsThem() {
        publish(ASKS);
        Someone child = Someone.at(kopa, Someone.path(register(GUARDIAN).text("links.manage")));
        assertThat(child.browser().get(child.path() + "/data.json").body()).contains("Ilze Kalna", "Consent missing");

        String guardians = asked();
        child.send("/erasure", "/erasure", Map.of("sure", "yes"));

        assertThat(browser().get(guardians).body()).contains("The data behind this link were erased");
        assertThat(database.number("SELECT COUNT(*) FROM guardian")).isZero();
        assertThat(database.number("SELECT COUNT(*) FROM guardian_link")).isZero();
    }

    @Test
    void whoeverTakesAPlaceOverSaysTheirAgeAndTheFormerGuardianIsForgotten() {
        publish(ASKS);
        Someone child = Someone.at(kopa, Someone.path(register(GUARDIAN).text("links.manage")));
        child.send("/hand-over", "/hand-over", Map.of("name", "Jānis Kalns", "email", "janis@example.org"));
        Someone janis = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "janis@example.org")));
        assertThat(janis.send("", "", Map.of("consents", "privacy")).statusCode())
                .isEqualTo(422);

        assertThat(janis.send("", "", Map.of("consents", "privacy", "minor", "no"))
                        .statusCode())
                .isEqualTo(303);

        assertThat(database.number("SELECT COUNT(*) FROM guardian")).isZero();
    }

    @Test
    void nobodyRegistersSeveralPeopleWhereAgesAreAsked() {
        publish(ASKS);
        assertThat(form().select("a[href*=party]")).isEmpty();
        assertThat(browser().get("/events/ours/register/party").statusCode()).isEqualTo(303);
    }

    private void publish(String more) {
        kopa.publish(parks, Plans.training("parks", "ours", more));
    }

    private Answer register(String more) {
        String json = Wishes.of("karlis@example.org", more)
                .replace("Anna Bērziņa", "Kārlis Kalns")
                .replace("\"lv\"", "\"en\"");
        return kopa.register(STRANGER, "ours", json).is(201);
    }

    private Document form() {
        return browser().page("/events/ours/register");
    }

    private HttpResponse<String> send(Map<String, String> more) {
        Browser browser = browser();
        return browser.submit(browser.page("/events/ours/register"), "/events/ours/register", filled(more));
    }

    private static Map<String, String> filled(Map<String, String> more) {
        Map<String, String> typed = new LinkedHashMap<>(
                Map.of("name", "Kārlis Kalns", "email", "karlis@example.org", "consents", "privacy"));
        typed.putAll(more);
        return typed;
    }

    private HttpResponse<String> post(Browser browser, String address, String body) {
        return kopa.site()
                .send(kopa.site()
                        .at(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(
                                "Cookie",
                                browser.cookies().entrySet().stream()
                                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                        .collect(java.util.stream.Collectors.joining("; ")))
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
    }

    private void remind() {
        kopa.bean(GuardianReminders.class).remind();
    }

    private String asked() {
        return Someone.linkIn(Someone.mailTo(kopa, "ilze@example.org"));
    }

    private Document own(Answer receipt) {
        return browser().page(Someone.path(receipt.text("links.manage")));
    }

    private Answer item(Answer receipt) {
        return kopa.get(parks, "/api/v1/registrations/" + receipt.text("reference"))
                .is(200);
    }

    /** What the organisers' list says of the guardian of the one who is registered. */
    private String listed(String what) {
        String column = "Guardian’s " + (what.equals("Phone") ? "telephone" : "consent");
        List<String> lines = kopa.get(parks, "/api/v1/events/ours/registrations.csv")
                .response()
                .body()
                .lines()
                .toList();
        int at = List.of(lines.get(0).replace("\uFEFF", "").split(",")).indexOf("\"" + column + "\"");
        return lines.get(1).split("\",\"")[at].replace("\"", "");
    }

    private Browser browser() {
        Browser browser = new Browser(kopa.site());
        browser.page("/?lang=en");
        return browser;
    }

    /** Of the mails to somebody, the newest first. */
    private List<String> kinds(String person) {
        return Someone.mails(kopa, person + "@example.org").stream()
                .map(OutboxItem::kind)
                .toList();
    }
}
