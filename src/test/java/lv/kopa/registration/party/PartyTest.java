package lv.kopa.registration.party;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.OutboxItem;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.ConsentText;
import lv.kopa.registration.wish.Purpose;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** People whom one contact registers together. */
final class PartyTest {
    private static final String KINDS = """
            "places": 10, "categories": [{"key": "member", "name": {"en": "Member"}, "places": 1},
              {"key": "guest", "name": {"en": "Guest"}}], "questions": [
              {"key": "since", "type": "NUMBER", "label": {"en": "Member for how many years?"}, "required": true,
               "categories": ["member"]},
              {"key": "diet", "type": "TEXT", "label": {"en": "Diet"}, "sensitive": true, "required": true}]""";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("PartyTest", database);
    private final String parks = kopa.found("parks");

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void everybodyGetsAPlaceAndAMailAndTheContactFindsThemAll() {
        announced("\"places\": 10");

        HttpResponse<String> answer = Contacts.at(kopa, "ours")
                .send("Anna Ozola|anna@example.org", "Jānis Kalns|janis@example.org", "Kate Liepa", "Zane Liepa");

        assertThat(Browser.onwards(answer)).startsWith("/p/");
        assertThat(taken()).isEqualTo(4);
        Mail anna = Someone.mailTo(kopa, "anna@example.org");
        assertThatMail(anna)
                .isTo("anna@example.org", "Anna Ozola")
                .says("You have a place")
                .says("Ilze Kalniņa, Latgales biedrība has registered you")
                .hasAttachment("invite.ics");
        assertThat(subjectsTo(Contacts.ILZE))
                .contains(
                        "Kate Liepa – You have a place: Grant writing", "Zane Liepa – You have a place: Grant writing");
        assertThatMail(Contacts.summary(kopa))
                .says("Anna Ozola – Confirmed")
                .says("Kate Liepa – Confirmed")
                .hasNoAttachment();
        Document home = Contacts.home(kopa).page();
        assertThat(home.select("li h3").eachText())
                .containsExactly("Anna Ozola", "Jānis Kalns", "Kate Liepa", "Zane Liepa");
        Someone own = Someone.at(kopa, Someone.linkIn(anna));
        assertThat(own.headline()).isEqualTo("Anna Ozola, you have a place");
        assertThat(own.page().select("dl.facts").text()).contains("Registered by Ilze Kalniņa, Latgales biedrība");
        assertThat(own.page().select("#history ~ ol li span").eachText())
                .containsExactly("You were registered by your contact");
        assertThat(database.texts("SELECT DISTINCT actor FROM audit WHERE deed = 'registered'"))
                .containsExactly("contact");
    }

    @Test
    void whoWasRegisteredReadsWhatTheContactSaidForThemAndAgreesByThemselves() {
        announced("\"places\": 10");
        Contacts.at(kopa, "ours").send("Anna Ozola|anna@example.org");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));

        Document page = anna.page();
        assertThat(page.select("#privacy-when").text())
                .startsWith("Whoever registered you said that you agree: Ilze Kalniņa, Latgales biedrība")
                .contains(" This wording has stood since ");
        assertThat(page.select("#privacy-when + details").text())
                .contains(
                        "Read what was agreed to for you",
                        "Everybody named here knows that I register them, and agrees that parks uses their data");
        assertThat(page.select("[name=consents]").eachAttr("value")).containsExactly("privacy", "photo", "newsletter");
        assertThat(page.select("[name=consents][checked]")).isEmpty();
        assertThat(page.select("form .consent details p").text()).startsWith("parks keeps your name");

        anna.send("", "/consents", Map.of("consents", "privacy"));
        Document after = anna.page();
        assertThat(after.select("#privacy-when").text())
                .startsWith("Agreed ")
                .doesNotContain(Purpose.PRIVACY.textVersion());
        assertThat(after.select("#privacy-when + details").text()).contains("I agree that parks uses these data");
        assertThat(after.select("[name=consents]").eachAttr("value")).containsExactly("photo", "newsletter");
        assertThat(after.select("#photo-when").text()).isEqualTo("Not given");

        anna.send("", "/consents", Map.of("consents", "privacy"));
        assertThat(database.texts("SELECT detail FROM audit WHERE deed = 'consent-given'"))
                .containsExactly("privacy");
    }

    @Test
    void nobodyAgreesToAnotherTextThanTheyReadNorAfterTheyGaveUp() {
        announced("\"places\": 10");
        Contacts.at(kopa, "ours").send("Anna Ozola|anna@example.org");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));
        Document read = anna.page();

        HttpResponse<String> moved = anna.browser()
                .submit(read, anna.path() + "/consents", Map.of("consents", "privacy", "read", "2026-11"));
        assertThat(moved.statusCode()).isEqualTo(409);
        assertThat(moved.body()).contains("has changed meanwhile");

        anna.cancels();
        HttpResponse<String> late =
                anna.browser().submit(read, anna.path() + "/consents", Map.of("consents", "privacy"));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("nothing left to agree to");
        assertThat(database.texts("SELECT privacy_version FROM registration"))
                .containsExactly(ConsentText.PARTY.version());
    }

    @Test
    void whereTwoTextsHaveOneVersionTheOneIsShownThatWasReadByWhoeverSpoke() {
        announced("\"places\": 10");
        Contacts.at(kopa, "ours").send("Anna Ozola|anna@example.org");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));
        database.execute("UPDATE registration SET privacy_version = '2026-11'");

        assertThat(anna.page().select("#privacy-when + details").text())
                .contains("Everybody named here knows that I register them");
    }

    @Test
    void whatWasTypedForOneIsKeptWhereTheEventClosedMeanwhile() {
        announced("\"places\": 9, \"registration\": {\"closes\": \"2031-06-10T08:00:00Z\"}");
        Browser browser = new Browser(kopa.site());
        Document single = browser.page("/events/ours/register?lang=en");
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-10T09:00:00Z"));

        HttpResponse<String> answer = browser.press(
                single,
                "header button[name=from]",
                Map.of("name", "Ilze", "email", "ilze@example.org", "phone", "+371 20 000 000"));

        assertThat(answer.statusCode()).isEqualTo(409);
        Document form = Jsoup.parse(answer.body());
        assertThat(form.select("#closed").text())
                .isEqualTo(Texts.in(Language.EN).get("registration.closed.title"));
        assertThat(form.select("#typed").attr("action")).isEqualTo("/events/ours/register");
        assertThat(form.select("#name, #email, #phone").eachAttr("value"))
                .containsExactly("Ilze", "ilze@example.org", "+371 20 000 000");
    }

    @Test
    void whatWasTypedForOneCanStillBeSentWhereEachHasToRegisterAloneByNow() {
        announced("\"places\": 9");
        Browser browser = new Browser(kopa.site());
        Document single = browser.page("/events/ours/register?lang=en");
        String event = "/api/v1/events/ours";
        kopa.patch(
                        parks,
                        event,
                        kopa.get(parks, event).header("ETag"),
                        "{\"registration\": {\"confirmAddress\": true}}")
                .is(200);

        HttpResponse<String> answer =
                browser.press(single, "header button[name=from]", Map.of("name", "Ilze", "email", "ilze@example.org"));

        assertThat(answer.statusCode()).isEqualTo(409);
        Document form = Jsoup.parse(answer.body());
        assertThat(form.select("#errors").text())
                .isEqualTo(Texts.in(Language.EN).get("registration.party.alone"));
        assertThat(form.select("#name").val()).isEqualTo("Ilze");
        assertThat(form.select("#typed button.button")).isNotEmpty();
    }

    @Test
    void whatWasTypedForOneGoesAlongToTheFormForSeveral() {
        announced(KINDS);
        Browser browser = new Browser(kopa.site());
        Document single = browser.page("/events/ours/register?lang=uk");
        Map<String, String> typed = Map.of(
                "name",
                "Ilze <b>",
                "email",
                "ilze@example.org",
                "phone",
                "+371 20 000 000",
                "category",
                "member",
                "answers.since",
                "4",
                "answers.diet",
                "nuts",
                "consents",
                "privacy");

        HttpResponse<String> answer = browser.press(single, "header button[name=from]", typed);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.request().uri().getQuery()).isNull();
        Document form = Jsoup.parse(answer.body());
        assertThat(form.select("html").attr("lang")).isEqualTo("uk");
        assertThat(form.select("#name, #people-0-name").eachAttr("value")).containsExactly("Ilze <b>", "Ilze <b>");
        assertThat(form.select("#people-0-email").val()).isEqualTo("ilze@example.org");
        assertThat(form.select("#phone").val()).isEqualTo("+371 20 000 000");
        assertThat(form.select("#people-0-category option[selected]").val()).isEqualTo("member");
        assertThat(form.select("#people-0-answers-since").val()).isEqualTo("4");
        assertThat(answer.body()).doesNotContain("nuts");
        assertThat(form.select("#people > fieldset")).hasSize(3);
        assertThat(form.select("#consents").hasAttr("checked")).isFalse();
        assertThat(form.select("#errors")).isEmpty();
        assertThat(form.select("#notes a[href=#consents], #consents-note").eachText())
                .hasSize(2)
                .containsOnly(Texts.in(Language.UK).get("registration.party.privacy.anew"));
        assertThat(database.number("SELECT COUNT(*) FROM mail_outbox")).isZero();

        HttpResponse<String> sent = browser.submit(form, "/events/ours/register/party", Map.of("consents", "privacy"));
        assertThat(Browser.onwards(sent)).startsWith("/p/");
        assertThat(statuses()).containsExactly("Ilze <b> CONFIRMED");
    }

    @Test
    void whatWasTypedForSeveralGoesAlongToTheFormForOneAndBack() {
        announced(KINDS);
        Contacts ilze = Contacts.at(kopa, "ours");
        Map<String, String> typed = new HashMap<>(
                Contacts.typed("Anna|anna@example.org|guest", "Ilze Kalniņa||member", "Jānis|janis@example.org|guest"));
        typed.put("people.1.answers.since", "4");

        HttpResponse<String> answer = ilze.browser().press(ilze.page(), "header button[name=from]", typed);

        assertThat(answer.statusCode()).isEqualTo(200);
        Document single = Jsoup.parse(answer.body(), "/");
        assertThat(single.select("#typed").attr("action")).isEqualTo("/events/ours/register");
        assertThat(single.select("#name, #email, #phone, #organisation").eachAttr("value"))
                .containsExactly("Ilze Kalniņa", "ilze@example.org", "+371 20 000 000", "Latgales biedrība");
        assertThat(single.select("[name=category][checked]").val()).isEqualTo("member");
        assertThat(single.select("#answers-since").val()).isEqualTo("4");
        assertThat(single.select("#consents").hasAttr("checked")).isFalse();
        Texts texts = Texts.in(Language.EN);
        assertThat(single.select("#notes li").eachText())
                .containsExactly(
                        texts.get("registration.form.others-kept", 2), texts.get("registration.form.consents.anew"));

        Document several = Jsoup.parse(ilze.browser()
                .press(single, "header button[name=from]", Map.of("name", "Ilze Liepa"))
                .body());
        assertThat(several.select("[id^=people-][id$=-name]").eachAttr("value"))
                .containsExactly("Anna", "Ilze Liepa", "Jānis");
        assertThat(several.select("#people-1-answers-since").val()).isEqualTo("4");
        assertThat(several.select("#people-2-email").val()).isEqualTo("janis@example.org");

        assertThat(ilze.browser()
                        .submit(single, "/events/ours/register", Map.of("consents", "privacy", "answers.diet", "-"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(statuses()).containsExactly("Ilze Kalniņa CONFIRMED");
    }

    @Test
    void aContactWhoHasLostTheLinkAsksForItByTheAddress() {
        announced("\"places\": 10");
        Contacts.at(kopa, "ours").send("Anna Ozola|anna@example.org");
        Browser browser = new Browser(kopa.site());

        browser.submit(
                browser.page("/registrations/link?lang=en"),
                "/registrations/link",
                Map.of("email", "Ilze@Example.org"));

        String sent = Someone.mailTo(kopa, Contacts.ILZE).wording().text();
        assertThat(sent).contains("You have registered others");
        assertThat(Contacts.home(kopa, Someone.mailTo(kopa, Contacts.ILZE))
                        .page()
                        .select("li h3")
                        .eachText())
                .containsExactly("Anna Ozola");
    }

    @Test
    void whereThereArePlacesForSomeNobodyIsRegisteredUntilTheContactSaysWhatThen() {
        announced("\"places\": 2, \"waitingList\": true");
        Contacts ilze = Contacts.at(kopa, "ours");

        HttpResponse<String> answer = ilze.send("Anna|anna@example.org", "Jānis|janis@example.org", "Kate");

        assertThat(answer.statusCode()).isEqualTo(409);
        Document asked = Jsoup.parse(answer.body(), ilze.path());
        assertThat(asked.select("#errors").text())
                .contains("There are places for 2 of 3 people", "There is none for: Kate");
        assertThat(asked.select("#people-2-name").val()).isEqualTo("Kate");
        assertThat(database.number("SELECT COUNT(*) FROM registration")).isZero();
        assertThat(database.number("SELECT COUNT(*) FROM party")).isZero();
        assertThat(database.number("SELECT COUNT(*) FROM mail_outbox")).isZero();
        assertThat(taken()).isZero();

        assertThat(Browser.onwards(ilze.send(asked, Map.of("rest", "wait")))).startsWith("/p/");

        assertThat(statuses()).containsExactly("Anna CONFIRMED", "Jānis CONFIRMED", "Kate WAITING");
        assertThat(taken()).isEqualTo(2);
        assertThatMail(Contacts.summary(kopa)).says("Kate – Waiting list");
    }

    @Test
    void whereThereIsAPlaceForNobodyAllOfThemMayWait() {
        announced("\"places\": 1, \"waitingList\": true");
        Someone.registered(kopa, "ours", "first@example.org", "");
        Contacts ilze = Contacts.at(kopa, "ours");

        Document asked = Jsoup.parse(ilze.send("Anna|anna@example.org", "Kate").body(), ilze.path());

        assertThat(asked.select("#errors").text())
                .contains("There is no place left for these people", "Let all of them wait")
                .doesNotContain("others");
        assertThat(asked.select("button[name=rest]").text()).isEqualTo("Put all of them on the waiting list");
        ilze.send(asked, Map.of("rest", "wait"));
        Contacts home = Contacts.home(kopa);
        assertThat(home.page().select("a[href$=/withdrawal]").eachText())
                .containsExactly("Withdraw the registration Anna", "Withdraw the registration Kate");
        assertThat(home.browser().page(home.withdrawal(0)).select("main").text())
                .contains("Withdraw the registration: Anna", "with the same turn");
        String form = home.withdrawal(0).replace("/withdrawal", "");
        assertThat(home.browser().page(form).select("main").text())
                .contains(
                        "There is no place yet: the other person takes the registration over",
                        "Hand the registration over")
                .doesNotContain("goes to the other person at once");
        home.exchanges(0, "Zane", "zane@example.org");
        assertThat(home.page().select("[role=status]").text()).contains("below you see whose the registration is now.");
    }

    @Test
    void aContactWhoTakesPartTooIsNotToldThatSomebodyRegisteredThem() {
        announced("\"places\": 10");
        Contacts.at(kopa, "ours").send("Ilze Kalniņa|" + Contacts.ILZE, "Anna Ozola|anna@example.org");

        Mail mail = Someone.mails(kopa, Contacts.ILZE).stream()
                .filter(item -> item.kind().equals("confirmed"))
                .map(item ->
                        kopa.bean(Outbox.class).find(item.id()).orElseThrow().mail())
                .findFirst()
                .orElseThrow();
        assertThatMail(mail).says("You registered yourself for this event together with others.");
        assertThat(mail.wording().text()).doesNotContain("has registered you");
        Someone ilze = Someone.at(kopa, Someone.linkIn(mail));
        assertThat(ilze.page().select("dl.facts").text()).contains("Registered by You, together with others");
        assertThat(ilze.page().select("#history ~ ol li span").eachText())
                .containsExactly("You registered together with others");
        assertThat(ilze.page().select("#privacy-when").text()).startsWith("Agreed ");
        assertThat(ilze.page().select("[value=privacy]")).isEmpty();
        assertThat(ilze.browser().get(ilze.path() + "/data.json").body())
                .contains("\"by\":\"participant\",\"byName\":null");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));
        assertThat(anna.browser().get(anna.path() + "/data.json").body())
                .contains("\"by\":\"another\",\"byName\":\"Ilze Kalniņa, Latgales biedrība\"");
    }

    @Test
    void withoutAWaitingListThePartyCanOnlyBeChanged() {
        announced("\"places\": 1, \"waitingList\": false");
        Contacts ilze = Contacts.at(kopa, "ours");

        HttpResponse<String> answer = ilze.send("Anna|anna@example.org", "Kate");

        assertThat(answer.statusCode()).isEqualTo(409);
        Document asked = Jsoup.parse(answer.body(), ilze.path());
        assertThat(asked.select("button[name=rest]")).isEmpty();
        assertThat(ilze.send(asked, Map.of("rest", "wait")).statusCode()).isEqualTo(409);
        assertThat(ilze.send(asked, Map.of("people.1.name", "")).statusCode()).isEqualTo(303);
        assertThat(statuses()).containsExactly("Anna CONFIRMED");
    }

    @Test
    void whoDecidesAboutEverybodyDecidesAboutThePartyToo() {
        announced("\"places\": 1, \"approval\": \"MANUAL\"");

        Contacts.at(kopa, "ours").send("Anna|anna@example.org", "Kate");

        assertThat(statuses()).containsExactly("Anna AWAITING_APPROVAL", "Kate AWAITING_APPROVAL");
        assertThat(taken()).isZero();
    }

    @Test
    void whatIsWrongIsSaidInItsRowAndNothingTypedIsLost() {
        announced(KINDS);
        Contacts ilze = Contacts.at(kopa, "ours");
        Map<String, String> typed = new HashMap<>(
                Contacts.typed("Anna|anna@example.org|member", "Jānis|nonsense|guest", "Kate|ANNA@example.org"));
        typed.remove("consents");
        typed.put("email", "");
        typed.put("people.0.asked", "since");

        HttpResponse<String> answer = ilze.send(ilze.page(), typed);

        assertThat(answer.statusCode()).isEqualTo(422);
        Document form = Jsoup.parse(answer.body());
        assertThat(form.select("#email-error").text()).isNotEmpty();
        assertThat(form.select("#people-0-answers-since-error").text()).isEqualTo("This needs an answer.");
        assertThat(form.select("#people-1-email-error").text()).startsWith("This is not an e-mail address");
        assertThat(form.select("#people-1-email").val()).isEqualTo("nonsense");
        assertThat(form.select("#people-2-email-error").text()).startsWith("Another person here");
        assertThat(form.select("#people-2-category-error").text()).isEqualTo("Choose what this person comes as.");
        assertThat(form.select("#consents-error").text())
                .isEqualTo("We cannot register anybody without this agreement.");
        assertThat(form.select("#people-0-category option[selected]").val()).isEqualTo("member");
        assertThat(form.text()).doesNotContain("Diet");
        assertThat(form.select("#errors a").eachAttr("href"))
                .containsExactly(
                        "#email",
                        "#people-0-answers-since",
                        "#people-1-email",
                        "#people-2-email",
                        "#people-2-category",
                        "#consents");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatIsWrongAboutAnotherPersonIsNotSaidOfTheContact(Language language) {
        announced(KINDS);
        Contacts ilze = Contacts.at(kopa, "ours");
        ilze.browser().page("/?lang=" + language.tag());
        Map<String, String> typed = new HashMap<>(Contacts.typed("|anna@example.org"));
        typed.put("name", "");
        typed.put("people.1.name", "Jānis");
        typed.put("people.1.category", "member");

        Document form = Jsoup.parse(ilze.send(ilze.page(), typed).body());

        Texts texts = Texts.in(language);
        assertThat(form.select("#name-error").text()).isEqualTo(texts.get("registration.fault.name"));
        assertThat(form.select("#people-0-name-error").text()).isEqualTo(texts.get("registration.fault.name.theirs"));
        assertThat(form.select("#people-0-category-error").text())
                .isEqualTo(texts.get("registration.fault.category.theirs"));
        assertThat(form.select("#people-1-answers-since-error").text())
                .isEqualTo(texts.get("registration.fault.answer.new.theirs"));
    }

    @Test
    void whoNamesASuccessorIsToldOfThatPersonToo() {
        announced("\"places\": 1");
        Contacts.at(kopa, "ours").send("Anna Ozola|anna@example.org");

        HttpResponse<String> answer = Contacts.home(kopa).exchanges(0, "", "");

        assertThat(Jsoup.parse(answer.body()).select("#name-error").text())
                .isEqualTo("Write the person’s name and surname.");
    }

    @Test
    void whatElseOneWouldComeAsIsNotLostOnTheWayToTheFormForSeveralAndBack() {
        announced(KINDS.replace("\"places\": 1}", "\"places\": 0}"));
        Browser browser = new Browser(kopa.site());
        Document single = browser.page("/events/ours/register");

        Document several = Jsoup.parse(
                browser.press(
                                single,
                                "header button[name=from]",
                                Map.of("name", "Ilze", "category", "member", "alternatives", "guest"))
                        .body(),
                "/");
        assertThat(several.select("#typed [name=alternatives]").eachAttr("value"))
                .containsExactly("guest");
        Document faulty = Jsoup.parse(
                browser.submit(several, "/events/ours/register/party", Map.of()).body(), "/");
        assertThat(faulty.select("#errors")).hasSize(1);

        Document again = Jsoup.parse(
                browser.press(faulty, "header button[name=from]", Map.of()).body(), "/");
        assertThat(again.select("[name=alternatives][checked]").eachAttr("value"))
                .containsExactly("guest");
    }

    @Test
    void aPartyOfNobodyIsNone() {
        announced("");
        Contacts ilze = Contacts.at(kopa, "ours");

        Document form = Jsoup.parse(ilze.send().body());

        assertThat(form.select("#people-0-name-error").text()).isEqualTo("Name at least one person.");
    }

    @Test
    void rowsComeAndGoWithoutAScript() {
        announced("");
        Contacts ilze = Contacts.at(kopa, "ours");
        assertThat(ilze.page().select("#people > .repeat")).hasSize(3);
        Map<String, String> typed = new HashMap<>(Contacts.typed("Anna", "Jānis", "Kate"));
        typed.put("add", "people");

        Document four = Jsoup.parse(ilze.send(ilze.page(), typed).body(), ilze.path());

        assertThat(four.select("#people > .repeat")).hasSize(4);
        assertThat(four.select("#people-3-name").val()).isEmpty();
        Document three =
                Jsoup.parse(ilze.send(four, Map.of("remove", "people.1")).body(), ilze.path());
        assertThat(three.select("#people > .repeat input[name$=.name]").eachAttr("value"))
                .containsExactly("Anna", "Kate");
        assertThat(database.number("SELECT COUNT(*) FROM registration")).isZero();
    }

    @Test
    void theSameFormSentTwiceCountsOnce() {
        announced("\"places\": 3");
        Contacts ilze = Contacts.at(kopa, "ours");
        Document form = ilze.page();

        String first = Browser.onwards(ilze.send(form, Contacts.typed("Anna", "Kate")));
        String second = Browser.onwards(ilze.send(form, Contacts.typed("Anna", "Kate")));

        assertThat(statuses()).hasSize(2);
        assertThat(ilze.browser().page(second).select("li h3").eachText())
                .isEqualTo(ilze.browser().page(first).select("li h3").eachText());
        assertThat(database.number("SELECT COUNT(*) FROM mail_outbox")).isEqualTo(3);
    }

    @Test
    void whoIsRegisteredAlreadyLooksToTheContactLikeAnybodyElse() {
        announced("\"places\": 2, \"waitingList\": false");
        Someone anna = Someone.registered(kopa, "ours", "anna@example.org", "");
        Contacts ilze = Contacts.at(kopa, "ours");

        assertThat(ilze.send("Anna|anna@example.org", "Jānis|janis@example.org").statusCode())
                .as("there is one place, which somebody new would need two of")
                .isEqualTo(409);
        kopa.publish(parks, Plans.training("parks", "larger", "\"places\": 3"));
        Someone again = Someone.registered(kopa, "larger", "anna@example.org", "");
        Contacts.at(kopa, "larger").send("Anna|anna@example.org", "Jānis|janis@example.org");

        assertThat(database.number("SELECT places_taken FROM event WHERE slug = 'larger'"))
                .isEqualTo(2);
        assertThatMail(Someone.mailTo(kopa, "anna@example.org")).says("Tev jau ir pieteikums");
        Contacts home = Contacts.home(kopa);
        assertThat(home.page().select("li h3, li .state").eachText())
                .containsExactly("Anna", "Confirmed", "Jānis", "Confirmed");
        assertThat(again.page().text()).doesNotContain("Ilze");

        assertThat(home.withdraws(0).statusCode()).isEqualTo(303);

        assertThat(home.page().select("li .state").eachText()).containsExactly("Cancelled", "Confirmed");
        assertThat(again.headline()).isEqualTo("Anna Bērziņa, you have a place");
        assertThat(anna.isKnown()).isTrue();
    }

    @Test
    void theContactTakesSomebodyOutAndWhoWaitsMovesUp() {
        announced("\"places\": 2, \"waitingList\": true");
        Contacts.at(kopa, "ours").send("Anna|anna@example.org", "Kate");
        Someone waiting = Someone.registered(kopa, "ours", "waiting@example.org", "");
        Contacts ilze = Contacts.home(kopa);

        assertThat(Browser.onwards(ilze.withdraws(0))).isEqualTo(ilze.path());

        assertThatMail(Someone.mailTo(kopa, "anna@example.org")).says("Whoever registered you has given your place up");
        assertThat(waiting.headline()).contains("you have a place");
        assertThat(ilze.page().select("li .state").eachText()).containsExactly("Cancelled", "Confirmed");
        assertThat(ilze.page().select("a[href$=/withdrawal]")).hasSize(1);
    }

    @Test
    void somebodyElseComesAndTheFormerLinkIsDead() {
        announced("\"places\": 2, \"waitingList\": false");
        Contacts.at(kopa, "ours").send("Anna|anna@example.org", "Kate");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));
        Contacts ilze = Contacts.home(kopa);

        ilze.exchanges(0, "Jānis Kalns", "janis@example.org");
        ilze.exchanges(1, "Zane Liepa", "");

        assertThat(anna.isKnown()).isFalse();
        assertThatMail(Someone.mailTo(kopa, "janis@example.org")).says("You have a place");
        assertThat(subjectsTo(Contacts.ILZE))
                .contains("Zane Liepa – You have a place: Grant writing", "Kate – Handed over: Grant writing");
        assertThat(ilze.page().select("li h3").eachText()).containsExactly("Jānis Kalns", "Zane Liepa");
        assertThat(taken()).isEqualTo(2);
    }

    @Test
    void whoIsPutInThePlaceOfAnotherAndHasOneAlreadyLooksLikeSomebodyNew() {
        announced("\"places\": 3, \"waitingList\": false");
        Someone janis = Someone.registered(kopa, "ours", "janis@example.org", "");
        Contacts.at(kopa, "ours").send("Anna|anna@example.org", "Kate");
        Contacts ilze = Contacts.home(kopa);

        assertThat(ilze.exchanges(0, "Jānis", "janis@example.org").statusCode()).isEqualTo(303);

        assertThat(ilze.page().select("li h3, li .state").eachText())
                .containsExactly("Jānis", "Confirmed", "Kate", "Confirmed");
        assertThat(taken()).isEqualTo(2);
        assertThat(janis.headline()).contains("you have a place");
    }

    @Test
    void onceTheEventAsksForAgesNobodyIsPutInThePlaceOfAnother() {
        announced("\"places\": 3");
        Contacts.at(kopa, "ours").send("Anna|anna@example.org");
        Contacts ilze = Contacts.home(kopa);
        Document before = ilze.browser().page(ilze.withdrawal(0).replace("/withdrawal", ""));
        String action = before.select("form[action*=/people/]").attr("action");

        database.execute("UPDATE event SET minors = 'ASKED'");

        ilze.browser().submit(before, action, Map.of("name", "Jānis Kalns", "email", "", "consents", "privacy"));
        assertThat(ilze.page().text()).contains("For this event everybody says for themselves whether they are 18");
        assertThat(ilze.page().select("li h3").eachText()).containsExactly("Anna");
    }

    @Test
    void nothingIsChangedAfterTheDeadline() {
        announced("\"places\": 9, \"registration\": {\"changesUntil\": \"2031-06-10T08:00:00Z\"}");
        Contacts.at(kopa, "ours").send("Anna|anna@example.org");
        Contacts ilze = Contacts.home(kopa);
        String action = ilze.withdrawal(0);
        Document before = ilze.browser().page(action);

        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-10T08:00:00Z"));

        assertThat(ilze.page().select("a[href$=/withdrawal]")).isEmpty();
        assertThat(ilze.browser().get(action).statusCode()).isEqualTo(303);
        assertThat(ilze.page().text()).contains("The deadline for changes has passed");
        ilze.browser().submit(before, action, Map.of());
        assertThat(statuses()).containsExactly("Anna CONFIRMED");
    }

    @Test
    void furtherPeopleAreAddedWhileRegistrationIsOpen() {
        announced("\"places\": 9, \"registration\": {\"closes\": \"2031-06-10T08:00:00Z\"}");
        Contacts.at(kopa, "ours").send("Anna|anna@example.org");
        Contacts ilze = Contacts.home(kopa);
        String form = ilze.page().select("header .actions a").attr("href");

        HttpResponse<String> answer = ilze.browser()
                .submit(ilze.browser().page(form), form, Map.of("people.0.name", "Kate", "consents", "privacy"));

        assertThat(Browser.onwards(answer)).isEqualTo(ilze.path());
        assertThat(ilze.page().select("li h3").eachText()).containsExactly("Anna", "Kate");
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-10T08:00:00Z"));
        assertThat(ilze.page().select("header .actions a")).isEmpty();
        assertThat(ilze.browser().get(form).statusCode()).isEqualTo(303);
    }

    @Test
    void whoHandsThePlaceOverLeavesThePartyOfTheContact() {
        announced("\"places\": 9");
        Contacts.at(kopa, "ours").send("Anna|anna@example.org");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));
        anna.send("/hand-over", "/hand-over", Map.of("name", "Olga", "email", "olga@example.org"));
        Someone olga = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "olga@example.org")));
        String own = Browser.onwards(olga.send("", "", Map.of("consents", "privacy")));

        Document home = Contacts.home(kopa).page();

        assertThat(home.select("li h3, li .state").eachText()).containsExactly("Anna", "Cancelled");
        assertThat(home.select("a[href$=/withdrawal]")).isEmpty();
        assertThat(olga.browser().page(own).text()).doesNotContain("Ilze");
    }

    @Test
    void sensitiveQuestionsAreLeftToEachPerson() {
        announced(KINDS);
        Contacts ilze = Contacts.at(kopa, "ours");
        Map<String, String> typed = new HashMap<>(Contacts.typed("Anna|anna@example.org|member"));
        typed.put("people.0.answers.since", "3");
        typed.put("people.0.asked", "since");

        assertThat(ilze.send(ilze.page(), typed).statusCode()).isEqualTo(303);

        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));
        assertThatMail(Someone.mailTo(kopa, "anna@example.org"))
                .says("The organiser has some questions for those who come");
        assertThat(anna.page().text()).contains("The organiser needs one more answer from you.");
        assertThat(anna.page("/answers").select("#answers-since").val()).isEqualTo("3");
        assertThat(anna.page("/answers").text()).contains("Diet");
        assertThat(Contacts.home(kopa).page().text()).doesNotContain("anna@example.org", "Diet");
    }

    @Test
    void whoIsErasedIsGoneFromTheContactsPage() {
        announced("\"places\": 9");
        Contacts.at(kopa, "ours").send("Anna|anna@example.org", "Kate");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));

        assertThat(anna.send("/erasure", "/erasure", Map.of("sure", "yes")).statusCode())
                .isBetween(200, 303);

        assertThat(Contacts.home(kopa).page().select("li h3").eachText()).containsExactly("Kate");
    }

    @Test
    void anAddressWithNothingBehindItSaysSo() {
        assertThat(new Browser(kopa.site())
                        .get("/p/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
                        .statusCode())
                .isEqualTo(404);
    }

    private void announced(String more) {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-01T08:00:00Z"));
        kopa.publish(parks, Plans.training("parks", "ours", more));
    }

    private List<String> subjectsTo(String address) {
        return Someone.mails(kopa, address).stream().map(OutboxItem::subject).toList();
    }

    private List<String> statuses() {
        return database.texts("SELECT CONCAT(name, ' ', status) FROM registration ORDER BY id");
    }

    private long taken() {
        return database.number("SELECT places_taken FROM event WHERE slug = 'ours'");
    }
}
