package lv.kopa.registration.address;

import static lv.kopa.Program.STRANGER;
import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.OutboxItem;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.own.Someone;
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

/** Whoever mistyped their address registers with the right one in the stead of it, and not besides. */
final class MistypingTest {
    private static final Texts TEXTS = Texts.in(Language.EN);
    private static final String WRONG = "anna@wrong.example.org";
    private static final String RIGHT = "anna@right.example.org";
    private static final String FORM = "/events/ours/register";
    private static final String ASKS_AGE = "\"registration\": {\"minors\": \"ASKED\"}";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("MistypingTest", database);
    private final String parks = kopa.found("parks");
    private final Browser browser = new Browser(kopa.site());

    @BeforeEach
    void speakEnglish() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-05-01T08:00:00Z"));
        browser.page("/?lang=en");
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    private void publish(String more) {
        kopa.publish(parks, Plans.training("parks", "ours", more));
    }

    private static Map<String, String> typed(String email) {
        return new HashMap<>(Map.of("name", "Anna Bērziņa", "email", email, "consents", "privacy"));
    }

    private HttpResponse<String> send(Map<String, String> typed) {
        return browser.submit(browser.page(FORM), FORM, typed);
    }

    /** Sends the form with another name or address, and answers the question that comes. */
    private HttpResponse<String> sendAndSay(String which, Map<String, String> typed) {
        HttpResponse<String> asked = send(typed);
        assertThat(asked.statusCode()).isEqualTo(422);
        Map<String, String> answer = new HashMap<>(typed);
        answer.put("mistyped", which);
        return browser.submit(Jsoup.parse(asked.body(), FORM), FORM, answer);
    }

    private long living() {
        return database.number("SELECT COUNT(*) FROM registration WHERE status <> 'CANCELLED'");
    }

    private List<String> kinds(String address) {
        return Someone.mails(kopa, address).stream().map(OutboxItem::kind).toList();
    }

    private List<String> deeds() {
        return database.texts("SELECT deed FROM audit WHERE subject = 'registration' ORDER BY id");
    }

    @Test
    void whoSendsTheSameNameAgainWithAnotherAddressIsAskedWhichOfTheTwoItIs() {
        publish("");
        send(typed(WRONG));
        Map<String, String> again = typed(RIGHT);
        again.put("name", "  anna   BĒRZIŅA ");
        again.put("organisation", "School");

        HttpResponse<String> asked = send(again);

        assertThat(asked.statusCode()).isEqualTo(422);
        Document form = Jsoup.parse(asked.body(), FORM);
        String question = TEXTS.get("registration.mistyped.question", "Anna Bērziņa", WRONG);
        assertThat(form.select("#notes a[href=#mistyped]").text()).isEqualTo(question);
        assertThat(form.select("#mistyped-note").text()).isEqualTo(question);
        assertThat(form.select("#errors")).isEmpty();
        assertThat(form.select("#email").val()).isEqualTo(RIGHT);
        assertThat(form.select("#organisation").val()).isEqualTo("School");
        assertThat(living()).isOne();
        Document translated =
                Jsoup.parse(browser.translate(form, "lv", Map.of()).body());
        assertThat(translated.select("#mistyped-note").text())
                .isEqualTo(Texts.in(Language.LV).get("registration.mistyped.question", "Anna Bērziņa", WRONG));
        assertThat(browser.submit(form, FORM, Map.of()).statusCode())
                .as("until it is answered")
                .isEqualTo(422);
        assertThat(living()).isOne();
    }

    @Test
    void theRightAddressTakesTheRegistrationOverAndTheLinkOfTheWrongOneEnds() {
        publish("\"places\": 3");
        send(typed(WRONG));
        String reference = database.texts("SELECT reference FROM registration").get(0);
        String wrong = Someone.linkIn(Someone.mailTo(kopa, WRONG));
        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(5));
        Map<String, String> again = typed(RIGHT);
        again.put("organisation", "School");

        String done = Browser.onwards(sendAndSay("yes", again));

        assertThat(browser.page(done).select("h1").text()).isEqualTo(TEXTS.get("registration.done.confirmed"));
        assertThat(database.texts("SELECT CONCAT(reference, ' ', email, ' ', organisation) FROM registration"))
                .containsExactly(reference + " " + RIGHT + " School");
        assertThat(database.number("SELECT places_taken FROM event")).isOne();
        assertThat(browser.get(wrong).statusCode()).isEqualTo(410);
        assertThat(browser.get(wrong + "/calendar.ics").statusCode()).isEqualTo(410);
        assertThat(kinds(RIGHT)).containsExactly("confirmed");
        assertThatMail(Someone.mailTo(kopa, RIGHT)).says("You have a place").hasAttachment("invite.ics");
        Someone own = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, RIGHT)));
        assertThat(own.headline()).isEqualTo("Anna Bērziņa, you have a place");
        assertThat(deeds()).containsExactly("registered", "address-mended");
        assertThat(kinds(WRONG)).as("nothing more").containsExactly("confirmed");
        assertThat(database.number("SELECT COUNT(*) FROM earlier_address")).isZero();
    }

    @Test
    void whatIsNotYetSentToTheWrongAddressNeverIs() {
        publish("");
        send(typed(WRONG));
        database.execute("UPDATE mail_outbox SET state = 'WAITING' WHERE to_address = '" + WRONG + "'");

        sendAndSay("yes", typed(RIGHT));

        assertThat(database.texts("SELECT state FROM mail_outbox WHERE to_address = '" + WRONG + "'"))
                .containsOnly("STOPPED");
    }

    @Test
    void theSameCorrectionSentTwiceAtOnceIsMadeOnce() {
        publish("");
        send(typed(WRONG));
        String asked = send(typed(RIGHT)).body();
        List<Browser> windows = List.of(browser, new Browser(kopa.site()));
        windows.get(1).cookies().putAll(browser.cookies());
        Map<String, String> answer = typed(RIGHT);
        answer.put("mistyped", "yes");

        List<Integer> answers = AtOnce.of(
                2,
                i -> windows.get(i)
                        .submit(Jsoup.parse(asked, FORM), FORM, answer)
                        .statusCode());

        assertThat(answers).containsExactly(303, 303);
        assertThat(deeds()).containsExactly("registered", "address-mended");
        assertThat(kinds(RIGHT)).containsExactly("confirmed");
        assertThat(living()).isOne();
    }

    @Test
    void whatIsSaidWithTheRightAddressCountsButWhatTakesUpPlacesStays() {
        kopa.publish(parks, """
                {"organisation": "parks", "slug": "ours", "kind": "TRAINING", "title": {"en": "Science"}, "places": 9,
                 "timeZone": "Europe/Riga", "categories": [{"key": "member", "name": {"en": "Member"}, "places": 5},
                   {"key": "guest", "name": {"en": "Guest"}, "places": 5}],
                 "questions": [{"key": "diet", "type": "TEXT", "label": {"en": "What do you not eat?"}}],
                 "sessions": [{"start": "2031-06-14T09:30", "end": "2031-06-14T16:00", "place": "Riga"}]}""");
        Map<String, String> first = typed(WRONG);
        first.putAll(Map.of("category", "member", "answers.diet", "Nuts"));
        send(first);
        Map<String, String> again = typed(RIGHT);
        again.putAll(Map.of("category", "member", "answers.diet", "Fish", "phone", "+371 20 000 000"));

        sendAndSay("yes", again);

        assertThat(database.texts("SELECT given FROM answer")).containsExactly("Fish");
        assertThat(database.texts("SELECT phone FROM registration")).containsExactly("+371 20 000 000");
        again.putAll(Map.of("email", "anna@third.example.org", "category", "guest", "answers.diet", "Eggs"));
        sendAndSay("yes", again);
        assertThat(database.texts("SELECT CONCAT(r.email, ' ', c.category_key, ' ', c.places_taken)"
                        + " FROM registration r JOIN category c ON c.id = r.category_id"))
                .containsExactly("anna@third.example.org member 1");
        assertThat(database.texts("SELECT given FROM answer")).containsExactly("Fish");
    }

    @Test
    void somebodyElseOfTheSameNameIsRegisteredBesides() {
        publish("");
        send(typed(WRONG));

        assertThat(sendAndSay("no", typed(RIGHT)).statusCode()).isEqualTo(303);

        assertThat(database.texts("SELECT email FROM registration ORDER BY id")).containsExactly(WRONG, RIGHT);
        assertThat(kinds(RIGHT)).containsExactly("confirmed");
    }

    @Test
    void thePageAfterSendingLeadsToTheFormAsItWasSent() {
        publish("");
        Map<String, String> first = typed(WRONG);
        first.put("organisation", "School");
        Document done = browser.page(Browser.onwards(send(first)));
        assertThat(done.select("#written-to a").text()).isEqualTo(TEXTS.get("registration.done.mend"));

        Document form = browser.page(done.select("#written-to a").attr("href"));

        assertThat(form.select("#name").val()).isEqualTo("Anna Bērziņa");
        assertThat(form.select("#email").val()).isEqualTo(WRONG);
        assertThat(form.select("#organisation").val()).isEqualTo("School");
        assertThat(form.select("[name=mistyped][value=yes]").hasAttr("checked")).isTrue();
        assertThat(form.select("[name=consents][checked]")).isEmpty();
        assertThat(form.select("#notes").text()).contains(TEXTS.get("registration.mistyped.filled"));
        assertThat(browser.submit(form, FORM, Map.of("email", RIGHT, "consents", "privacy"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(database.texts("SELECT email FROM registration")).containsExactly(RIGHT);
    }

    @Test
    void itIsMendedWhereNobodyElseCouldRegisterAnyMore() {
        publish("\"places\": 1, \"waitingList\": false");
        String done = Browser.onwards(send(typed(WRONG)));
        String mend = browser.page(done).select("#written-to a").attr("href");

        Document form = browser.page(mend);

        assertThat(browser.submit(form, FORM, Map.of("email", RIGHT, "consents", "privacy"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(database.texts("SELECT email FROM registration")).containsExactly(RIGHT);
    }

    @Test
    void ofAnAddressThatWasRegisteredBeforeNobodyLearnsSo() {
        publish("");
        Document[] questions = new Document[2];
        Document[] dones = new Document[2];
        kopa.register(STRANGER, "ours", Wishes.of("known@example.org")).is(201);
        for (int i = 0; i < 2; i++) {
            Browser stranger = new Browser(kopa.site());
            stranger.page("/?lang=en");
            String first = i == 0 ? "known@example.org" : "fresh@example.org";
            stranger.submit(stranger.page(FORM), FORM, typed(first));
            Map<String, String> mine = typed("mine" + i + "@example.org");
            questions[i] =
                    Jsoup.parse(stranger.submit(stranger.page(FORM), FORM, mine).body(), FORM);
            mine.put("mistyped", "yes");
            dones[i] = stranger.page(Browser.onwards(stranger.submit(questions[i], FORM, mine)));
            assertThat(kinds("mine" + i + "@example.org")).containsExactly("confirmed");
        }

        assertThat(questions[0].select("#mistyped").html())
                .isEqualTo(questions[1].select("#mistyped").html().replace("fresh@", "known@"));
        assertThat(dones[0].select("main").html())
                .isEqualTo(dones[1].select("main").html().replace("mine1@", "mine0@"));
        assertThat(database.texts("SELECT email FROM registration ORDER BY email"))
                .containsExactly("known@example.org", "mine0@example.org", "mine1@example.org");
        assertThat(kinds("known@example.org")).containsExactly("registered-already", "confirmed");
    }

    @Test
    void theCookieIsAsLongWhetherOrNotTheAddressWasRegisteredBefore() {
        publish("");
        kopa.register(STRANGER, "ours", Wishes.of("known@example.org")).is(201);

        int[] lengths = new int[2];
        for (int i = 0; i < 2; i++) {
            Browser stranger = new Browser(kopa.site());
            stranger.page("/?lang=en");
            stranger.submit(stranger.page(FORM), FORM, typed(i == 0 ? "known@example.org" : "fresh@example.org"));
            lengths[i] = String.valueOf(stranger.cookies().get("kopa-next")).length();
        }

        assertThat(lengths[0]).isEqualTo(lengths[1]);
    }

    @Test
    void whenTheOwnPageWasMendedIsNotToBeSeenThere() {
        publish("");
        send(typed(WRONG));
        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(10));
        sendAndSay("yes", typed(RIGHT));

        Document own =
                Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, RIGHT))).page();

        assertThat(own.select("#history ~ ol li").eachText())
                .singleElement()
                .asString()
                .contains("11:10")
                .doesNotContain("11:00");
        assertThat(own.text()).doesNotContain(WRONG, "11:00");
    }

    @Test
    void whoeverHasARegistrationByTheRightAddressKeepsThatOneAndIsTold() {
        publish("\"places\": 3");
        kopa.register(STRANGER, "ours", Wishes.of(RIGHT)).is(201);
        send(typed(WRONG));
        String wrong = Someone.linkIn(Someone.mailTo(kopa, WRONG));
        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(5));

        String done = Browser.onwards(sendAndSay("yes", typed(RIGHT)));

        assertThat(browser.page(done).select("h1").text()).isEqualTo(TEXTS.get("registration.done.confirmed"));
        assertThat(database.texts("SELECT email FROM registration WHERE status = 'CONFIRMED'"))
                .containsExactly(RIGHT);
        assertThat(database.number("SELECT places_taken FROM event")).isOne();
        assertThat(kinds(RIGHT)).containsExactly("registered-already", "confirmed");
        assertThat(browser.get(wrong).statusCode()).isEqualTo(410);
        assertThat(kinds(WRONG)).containsExactly("confirmed");
        assertThat(deeds()).containsExactly("registered", "registered", "doubled");
    }

    @Test
    void whatSomebodyHasSeenToByItsLinkIsNobodysToMend() {
        publish("");
        send(typed(WRONG));
        Someone reader = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, WRONG)));
        reader.send("/edit", "/edit", Map.of("organisation", "Library"));
        assertThat(deeds()).contains("changed");

        sendAndSay("yes", typed(RIGHT));

        assertThat(reader.isKnown()).isTrue();
        assertThat(database.texts("SELECT email FROM registration ORDER BY id")).containsExactly(WRONG, RIGHT);
    }

    @Test
    void whatWasGivenUpIsNotMendedEither() {
        publish("");
        send(typed(WRONG));
        Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, WRONG))).cancels();

        sendAndSay("yes", typed(RIGHT));

        assertThat(database.texts("SELECT email FROM registration WHERE status = 'CONFIRMED'"))
                .containsExactly(RIGHT);
        assertThat(database.number("SELECT COUNT(*) FROM registration")).isEqualTo(2);
    }

    @Test
    void afterAQuarterOfAnHourWithoutCookiesAndFromAnotherBrowserNothingIsAsked() {
        publish("");
        send(typed(WRONG));
        Browser other = new Browser(kopa.site());
        other.page("/?lang=en");
        assertThat(other.submit(other.page(FORM), FORM, typed("anna2@example.org"))
                        .statusCode())
                .isEqualTo(303);
        String ours = String.valueOf(browser.cookies().remove("kopa-next"));
        assertThat(send(typed("anna3@example.org")).statusCode()).isEqualTo(303);
        browser.cookies().put("kopa-next", ours);
        assertThat(send(typed("anna4@example.org")).statusCode()).isEqualTo(422);
        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(15));

        assertThat(send(typed("anna4@example.org")).statusCode()).isEqualTo(303);

        assertThat(living()).isEqualTo(4);
    }

    @Test
    void whoWaitsKeepsTheTurnAndWhoGotThePlaceMeanwhileKeepsThat() {
        publish("\"places\": 1");
        kopa.register(STRANGER, "ours", Wishes.of("first@example.org")).is(201);
        send(typed(WRONG));
        kopa.register(STRANGER, "ours", Wishes.of("behind@example.org")).is(201);

        Document done = browser.page(Browser.onwards(sendAndSay("yes", typed(RIGHT))));

        assertThat(done.select("h1").text()).isEqualTo(TEXTS.get("registration.done.waiting", 1));
        assertThat(kinds(RIGHT)).containsExactly("waiting");
        Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "first@example.org")))
                .cancels();
        assertThat(kinds(RIGHT)).contains("promoted");
        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(5));

        sendAndSay("yes", typed("anna@third.example.org"));

        assertThat(kinds("anna@third.example.org")).containsExactly("confirmed");
        assertThat(database.number("SELECT COUNT(*) FROM registration WHERE status = 'CONFIRMED'"))
                .isOne();
    }

    @Test
    void whereAnAddressHasToBeConfirmedTheRightOneIsAskedToAndTheWrongOneCannotAnyMore() {
        publish("\"registration\": {\"confirmAddress\": true}");
        send(typed(WRONG));
        String wrong = Someone.proofFor(kopa, WRONG);
        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(5));

        sendAndSay("yes", typed(RIGHT));

        assertThat(kinds(RIGHT)).containsExactly("confirm-address");
        assertThat(browser.get("/my/confirmation/" + wrong).statusCode()).isEqualTo(410);
        Someone anna = Someone.at(kopa, "/my/confirmation/" + Someone.proofFor(kopa, RIGHT));
        assertThat(anna.press("").statusCode()).isEqualTo(303);
        assertThat(kinds(RIGHT)).contains("confirmed");
        assertThat(living()).isOne();
    }

    @Test
    void aGuardianWhoseTickWasForTheWrongAddressStandsForTheRightOneWithANewTick() {
        publish(ASKS_AGE);
        Map<String, String> first = child(WRONG);
        assertThat(ticked(browser.page(FORM), first).statusCode()).isEqualTo(303);
        assertThat(database.texts("SELECT email FROM guardian")).containsExactly(WRONG);
        Map<String, String> again = child(RIGHT);
        Document asked = Jsoup.parse(ticked(browser.page(FORM), again).body(), FORM);
        again.put("mistyped", "yes");

        assertThat(ticked(asked, again).statusCode()).isEqualTo(303);

        assertThat(database.texts("SELECT email FROM guardian")).containsExactly(RIGHT);
        assertThat(kinds(RIGHT)).containsExactly("confirmed");
        assertThat(database.number("SELECT COUNT(*) FROM consent WHERE purpose = 'GUARDIAN' AND withdrawn_at IS NULL"))
                .isOne();
        assertThat(living()).isOne();
    }

    private static Map<String, String> child(String email) {
        Map<String, String> typed = typed(email);
        typed.putAll(Map.of(
                "minor", "yes",
                "guardian.name", "Ilze Kalna",
                "guardian.email", email,
                "guardian.phone", "20000000"));
        return typed;
    }

    /** Sends a form with the guardian's tick in it. */
    private HttpResponse<String> ticked(Document page, Map<String, String> typed) {
        page.select("fieldset[disabled]").removeAttr("disabled");
        page.select("[name=consents][value=privacy], [name=consents][value=guardian]")
                .attr("checked", "");
        Map<String, String> rest = new HashMap<>(typed);
        rest.remove("consents");
        return browser.submit(page, FORM, rest);
    }
}
