package lv.kopa.registration.address;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
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
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.Network;
import lv.kopa.web.guard.TooOften;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes along when an address is mended, what does not, and that none of it tells what an address has. */
final class MendingTest {
    private static final Texts TEXTS = Texts.in(Language.EN);
    private static final String WRONG = "anna@wrong.example.org";
    private static final String RIGHT = "anna@right.example.org";
    private static final String FORM = "/events/ours/register";
    private static final String MEND = FORM + "?mistyped";
    private static final String GONE = TEXTS.get("registration.mistyped.gone");
    private static final String ASKS = """
            "questions": [
              {"key": "diet", "type": "TEXT", "label": {"en": "What do you not eat?"}, "sensitive": true},
              {"key": "work", "type": "LONG_TEXT", "label": {"en": "What do you work at?"}, "required": true},
              {"key": "days", "type": "CHOICES", "label": {"en": "Which days?"},
               "choices": [{"key": "sat", "label": {"en": "Saturday"}}, {"key": "sun", "label": {"en": "Sunday"}}]}]""";
    private static final String PARTS = """
            {"organisation": "parks", "slug": "ours", "kind": "TRAINING", "title": {"en": "Parts"}, "places": 9,
             "timeZone": "Europe/Riga", "sessions": [
              {"title": {"en": "Bees"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 5},
              {"title": {"en": "Birds"}, "start": "2031-06-14T12:00", "end": "2031-06-14T13:00", "places": 5}]}""";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.limited("MendingTest", database);
    private final String parks = kopa.found("parks");
    private final Browser browser = browser();

    @BeforeEach
    void begin() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-05-01T08:00:00Z"));
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    private Browser browser() {
        Browser other = new Browser(kopa.site());
        other.page("/?lang=en");
        return other;
    }

    private void publish(String more) {
        kopa.publish(parks, Plans.training("parks", "ours", more));
    }

    private static Map<String, String> typed(String email) {
        return new HashMap<>(Map.of("name", "Anna Bērziņa", "email", email, "consents", "privacy"));
    }

    private static Map<String, String> mending(String email) {
        Map<String, String> typed = typed(email);
        typed.put("mistyped", "yes");
        return typed;
    }

    private HttpResponse<String> send(Map<String, String> typed) {
        return browser.submit(browser.page(FORM), FORM, typed);
    }

    private List<String> people() {
        return database.texts("SELECT CONCAT(name, ' ', email) FROM registration ORDER BY id");
    }

    private List<String> kinds(String address) {
        return Someone.mails(kopa, address).stream().map(OutboxItem::kind).toList();
    }

    private static Document read(HttpResponse<String> page) {
        return Jsoup.parse(page.body(), FORM);
    }

    @Test
    void whoCorrectsNameAndAddressTogetherIsRegisteredOnce() {
        publish("");
        send(typed(WRONG));
        Map<String, String> mended = Map.of("name", "Anna Kalna", "email", "anna@", "consents", "privacy");

        HttpResponse<String> faulty = browser.submit(browser.page(MEND), FORM, mended);

        assertThat(faulty.statusCode()).isEqualTo(422);
        assertThat(read(faulty).select("#email-error")).isNotEmpty();
        assertThat(browser.submit(read(faulty), FORM, Map.of("email", RIGHT, "consents", "privacy"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(people()).containsExactly("Anna Kalna " + RIGHT);
    }

    @Test
    void whoCorrectsItTooLateIsToldBeforeTheyAreRegisteredASecondTime() {
        publish("");
        send(typed(WRONG));
        Document form = browser.page(MEND);
        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(15));

        HttpResponse<String> late = browser.submit(form, FORM, typed(RIGHT));

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(read(late).select("#notes").text()).contains(GONE);
        assertThat(read(late).select("#mistyped")).isEmpty();
        assertThat(people()).hasSize(1);
        assertThat(browser.submit(read(late), FORM, typed(RIGHT)).statusCode()).isEqualTo(303);
        assertThat(people()).hasSize(2);
        assertThat(browser().page(MEND).select("#notes").text()).contains(GONE);
    }

    /** Registers with an address and sends the same correction of it twice, with other sessions, by the cookie before. */
    private List<String> mendedTwice(String wrong, String right) {
        Browser window = browser();
        Document form = window.page(FORM);
        List<String> sessions = form.select("input[name=sessions]").eachAttr("value");
        Map<String, String> first = typed(wrong);
        first.put("sessions", sessions.get(0));
        window.submit(form, FORM, first);
        String before = String.valueOf(window.cookies().get("kopa-next"));
        Document again = window.page(MEND);
        Map<String, String> answer = mending(right);
        answer.put("sessions", sessions.get(1));
        String once = Browser.onwards(window.submit(again, FORM, answer));
        window.cookies().put("kopa-next", before);
        return List.of(once, Browser.onwards(window.submit(again, FORM, answer)));
    }

    @Test
    void theSameCorrectionSentAgainDoesNotTellWhetherTheRightAddressIsKnown() {
        kopa.publish(parks, PARTS);
        kopa.register(STRANGER, "ours", Wishes.of("known@example.org")).is(201);

        List<String> known = mendedTwice("wrong0@example.org", "known@example.org");
        List<String> fresh = mendedTwice("wrong1@example.org", "fresh@example.org");

        assertThat(known).isEqualTo(fresh);
        assertThat(known.get(1)).isEqualTo(known.get(0));
        assertThat(kinds("known@example.org")).containsExactlyInAnyOrder("confirmed", "registered-already");
    }

    @Test
    void whatIsForTheCalendarGoesToTheRightAddressUnderNewIdentities() {
        kopa.publish(parks, PARTS.replace(", \"places\": 5}", "}"));
        send(typed(WRONG));
        List<String> before = database.texts("SELECT uid FROM sent_entry");

        browser.submit(browser.page(MEND), FORM, mending(RIGHT));

        assertThat(Someone.mails(kopa, RIGHT)).hasSize(2);
        assertThat(database.texts("SELECT uid FROM sent_entry WHERE cancelled_at IS NULL"))
                .hasSize(2)
                .doesNotContainAnyElementsOf(before);
    }

    @Test
    void whoMendsAnAddressIsNotAskedAgainAboutThePlacesThatAreTheirs() {
        kopa.publish(parks, PARTS.replace("\"places\": 5", "\"places\": 1"));
        Document form = browser.page(FORM);
        String session = form.select("input[name=sessions]").eachAttr("value").get(0);
        Map<String, String> first = typed(WRONG);
        first.put("sessions", session);
        browser.submit(form, FORM, first);

        Document again = browser.page(MEND);

        assertThat(again.select("#sessions")).isEmpty();
        assertThat(again.select("input[type=hidden][name=sessions]").eachAttr("value"))
                .containsExactly(session);
        assertThat(browser.submit(again, FORM, mending(RIGHT)).statusCode()).isEqualTo(303);
        assertThat(database.number("SELECT COUNT(*) FROM registration_session WHERE session_id = " + session))
                .isOne();
        assertThat(people()).containsExactly("Anna Bērziņa " + RIGHT);
    }

    @Test
    void whatGaveWayIsNotAnsweredForAnotherAddress() {
        publish("");
        kopa.register(STRANGER, "ours", Wishes.of(RIGHT)).is(201);
        send(typed(WRONG));
        String before = String.valueOf(browser.cookies().get("kopa-next"));
        Document form = browser.page(MEND);
        browser.submit(form, FORM, mending(RIGHT));
        browser.cookies().put("kopa-next", before);

        browser.submit(form, FORM, mending("third@example.org"));

        assertThat(kinds("third@example.org")).containsExactly("confirmed");
    }

    @Test
    void whatGaveWayIsNoLongerFoundByTheWrongAddress() {
        publish("");
        kopa.register(STRANGER, "ours", Wishes.of(RIGHT)).is(201);
        send(typed(WRONG));

        browser.submit(browser.page(MEND), FORM, mending(RIGHT));

        assertThat(database.texts("SELECT CONCAT(status, ' ', email_key = CONCAT(reference, '@erased.invalid'))"
                        + " FROM registration WHERE email = '" + WRONG + "'"))
                .containsExactly("CANCELLED 1");
        assertThat(database.number("SELECT COUNT(*) FROM registration WHERE email_key = '" + WRONG + "'"))
                .isZero();
    }

    @Test
    void onceRegistrationIsClosedNothingIsMendedWhateverTheAddressHad() {
        publish("\"registration\": {\"closes\": \"2031-05-01T08:05:00Z\"}");
        kopa.register(STRANGER, "ours", Wishes.of("known@example.org")).is(201);
        Browser[] windows = {browser(), browser()};
        Document[] forms = new Document[2];
        String[] dones = new String[2];
        for (int i = 0; i < 2; i++) {
            String first = i == 0 ? "known@example.org" : "fresh@example.org";
            dones[i] = Browser.onwards(windows[i].submit(windows[i].page(FORM), FORM, typed(first)));
            forms[i] = windows[i].page(MEND);
        }
        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(6));

        for (int i = 0; i < 2; i++) {
            HttpResponse<String> refused = windows[i].submit(forms[i], FORM, mending("mine" + i + "@example.org"));
            assertThat(refused.statusCode()).isEqualTo(409);
            forms[i] = read(refused);
            assertThat(windows[i].page(MEND).select("#typed")).isEmpty();
            assertThat(windows[i].page(dones[i]).select("#written-to a")).isEmpty();
        }

        assertThat(forms[0].select("#errors").text())
                .isEqualTo(forms[1].select("#errors").text());
        assertThat(forms[0].select("#mistyped").html())
                .isEqualTo(forms[1].select("#mistyped").html().replace("fresh@", "known@"));
        assertThat(database.texts("SELECT email FROM registration ORDER BY id"))
                .containsExactly("known@example.org", "fresh@example.org");
    }

    @Test
    void anAddressThatIsConfirmedIsNotMended() {
        publish("\"registration\": {\"confirmAddress\": true}");
        send(typed(WRONG));
        database.execute("UPDATE address_hold SET confirmed_at = '2031-05-01 08:00:00'");

        browser.submit(browser.page(MEND), FORM, mending(RIGHT));

        assertThat(database.texts("SELECT email FROM registration ORDER BY id")).containsExactly(WRONG, RIGHT);
        assertThat(kinds(RIGHT)).containsExactly("confirm-address");
    }

    private void answer() {
        Document form = browser.page(FORM);
        form.select("[name=consents]").attr("checked", "");
        Map<String, String> first = typed(WRONG);
        first.remove("consents");
        first.putAll(Map.of("answers.diet", "Nuts", "answers.work", "Forests,\nand moors"));
        form.select("[name=answers.days]").attr("checked", "");
        assertThat(browser.submit(form, FORM, first).statusCode()).isEqualTo(303);
    }

    private List<String> said(String email) {
        return database.texts("SELECT COALESCE(a.given, c.choice_key, 'sealed') FROM answer a"
                + " JOIN registration r ON r.id = a.registration_id LEFT JOIN choice c ON c.id = a.choice_id"
                + " WHERE r.email = '" + email + "' ORDER BY a.question_id, a.choice_id");
    }

    private List<String> agreed(String email) {
        return database.texts("SELECT c.purpose FROM consent c JOIN registration r ON r.id = c.registration_id"
                + " WHERE r.email = '" + email + "' AND c.withdrawn_at IS NULL ORDER BY c.purpose");
    }

    @Test
    void whatWasAnsweredAndAgreedGoesAlongWithTheAddress() {
        publish(ASKS);
        answer();
        Document form = browser.page(MEND);
        assertThat(form.select("#notes").text()).contains(TEXTS.get("registration.mistyped.filled"));
        assertThat(form.text() + form.select("input").eachAttr("value")).doesNotContain("Nuts", "Forests");

        assertThat(browser.submit(form, FORM, typed(RIGHT)).statusCode()).isEqualTo(303);

        assertThat(said(RIGHT)).containsExactly("sealed", "Forests,\nand moors", "sat", "sun");
        assertThat(agreed(RIGHT)).containsExactly("NEWSLETTER", "PHOTO");
        Map<String, String> third = typed("anna@third.example.org");
        third.put("answers.work", "Rivers");
        assertThat(browser.submit(browser.page(MEND), FORM, third).statusCode()).isEqualTo(303);
        assertThat(said("anna@third.example.org")).containsExactly("sealed", "Rivers", "sat", "sun");
        assertThat(agreed("anna@third.example.org")).containsExactly("NEWSLETTER", "PHOTO");
    }

    @Test
    void itGoesAlongTooWhereTheFirstAddressWasRegisteredBefore() {
        publish(ASKS);
        kopa.register(STRANGER, "ours", Wishes.of(WRONG, "\"answers\": {\"work\": \"Rivers\"}"))
                .is(201);
        answer();

        assertThat(browser.submit(browser.page(MEND), FORM, typed(RIGHT)).statusCode())
                .isEqualTo(303);

        assertThat(said(RIGHT)).containsExactly("sealed", "Forests,\nand moors", "sat", "sun");
        assertThat(agreed(RIGHT)).containsExactly("NEWSLETTER", "PHOTO");
    }

    @Test
    void whoIsAskedInsteadSaysAllAnew() {
        publish("");
        Document form = browser.page(FORM);
        form.select("[name=consents]").attr("checked", "");
        browser.submit(form, FORM, Map.of("name", "Anna Bērziņa", "email", WRONG));

        browser.submit(read(send(typed(RIGHT))), FORM, mending(RIGHT));

        assertThat(people()).containsExactly("Anna Bērziņa " + RIGHT);
        assertThat(agreed(RIGHT)).isEmpty();
    }

    @Test
    void whereTooMuchWasAnsweredItHasToBeAnsweredAgain() {
        publish(ASKS);
        Map<String, String> first = typed(WRONG);
        first.put("answers.work", "Forests ".repeat(500));
        send(first);

        Document form = browser.page(MEND);

        assertThat(form.select("#notes").text()).contains(TEXTS.get("registration.mistyped.filled.in-part"));
        HttpResponse<String> missing = browser.submit(form, FORM, typed(RIGHT));
        assertThat(missing.statusCode()).isEqualTo(422);
        assertThat(browser.submit(read(missing), FORM, Map.of("answers.work", "Moors", "consents", "privacy"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(said(RIGHT)).containsExactly("Moors");
    }

    @Test
    void ofWhatIsFarTooLongNothingIsKeptNorOfThePersonBefore() {
        publish("");
        send(typed(WRONG));
        Map<String, String> second = typed("wang@example.org");
        second.putAll(Map.of("name", "名".repeat(200), "organisation", "校".repeat(200)));

        assertThat(send(second).statusCode()).isEqualTo(303);

        assertThat(browser.cookies()).doesNotContainKey("kopa-next");
    }

    @Test
    void whatAnOrganiserChangedIsNotMendedAnyMore() {
        publish("");
        send(typed(WRONG));
        database.execute("INSERT INTO audit (at, actor, subject, subject_id, deed)"
                + " SELECT registered_at, 'person:1', 'registration', id, 'changed' FROM registration");

        browser.submit(browser.page(MEND), FORM, mending(RIGHT));

        assertThat(database.texts("SELECT email FROM registration ORDER BY id")).containsExactly(WRONG, RIGHT);
    }

    @Test
    void theSameNameWithOtherSpacesIsNobodyElse() {
        publish("\"registration\": {\"minors\": \"ASKED\"}");
        Map<String, String> first = typed(WRONG);
        first.put("minor", "no");
        send(first);
        first.put("name", "  anna   BĒRZIŅA ");

        assertThat(send(first).statusCode()).isEqualTo(303);

        first.put("name", "Anna Kalna");
        assertThat(send(first).statusCode()).isEqualTo(422);
    }

    @Test
    void aFormByWhichNothingIsMendedCountsOnce() {
        publish("");
        send(typed(WRONG));
        Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, WRONG))).cancels();
        Document form = browser.page(MEND);
        Network here = Network.of(InetAddress.getLoopbackAddress());
        for (int i = 0; i < 98; i++) {
            kopa.bean(Limits.class).count(Limit.REGISTRATION, here);
        }

        assertThat(browser.submit(form, FORM, mending(RIGHT)).statusCode()).isEqualTo(303);

        assertThatThrownBy(() -> kopa.bean(Limits.class).count(Limit.REGISTRATION, here))
                .isInstanceOf(TooOften.class);
    }
}
