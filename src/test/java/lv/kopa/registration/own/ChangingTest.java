package lv.kopa.registration.own;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.registration.wish.Purpose;
import lv.kopa.time.MovableClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people change by themselves. */
final class ChangingTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("ChangingTest", database);
    private List<Long> sessions = List.of();

    @BeforeEach
    void publish() {
        kopa.publish(kopa.found("parks"), """
                {"organisation": "parks", "slug": "ours", "kind": "TRAINING", "title": {"en": "Science for everyone"},
                 "places": 2, "timeZone": "Europe/Riga", "registration": {"changesUntil": "2031-06-10T08:00:00Z"},
                 "sessions": [
                   {"title": {"en": "Kitchen"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 1},
                   {"title": {"en": "Sundial"}, "start": "2031-06-14T12:30", "end": "2031-06-14T14:00", "places": 1},
                   {"title": {"en": "Garden"}, "start": "2031-06-14T13:30", "end": "2031-06-14T15:00", "places": 5}]}""");
        sessions = kopa.bean(Events.class).find("ours").orElseThrow().chosen().stream()
                .map(Session::id)
                .toList();
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void nameTelephoneOrganisationAndLanguageAreChangedAndStandInTheHistory() {
        Someone anna = anna("anna@example.org", 0);

        HttpResponse<String> answer = anna.send(
                "/edit",
                "/edit",
                Map.of("name", "Anna Kalniņa", "phone", "20000000", "organisation", "Parks", "language", "en"));

        assertThat(answer.statusCode()).isEqualTo(303);
        Document page = anna.page();
        assertThat(page.select("h1").text()).isEqualTo("Anna Kalniņa, you have a place");
        assertThat(page.select("[role=status]").text()).contains("Your changes are saved.");
        assertThat(page.select("dl.facts").text()).contains("+371 20 000 000", "Parks");
        assertThat(page.select("#history ~ ol li").eachText())
                .anySatisfy(
                        step -> assertThat(step).startsWith("You changed: name, telephone, organisation, language"));
        assertThat(kinds("anna@example.org")).containsExactly("confirmed");
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost() {
        Someone anna = anna("anna@example.org", 0);

        HttpResponse<String> answer = anna.send("/edit", "/edit", Map.of("name", "", "phone", "call me"));

        assertThat(answer.statusCode()).isEqualTo(422);
        Document form = Jsoup.parse(answer.body());
        assertThat(form.select("#name-error").text()).isEqualTo("Write your name and surname.");
        assertThat(form.select("#phone-error").text()).startsWith("This is not a telephone number.");
        assertThat(form.select("#phone").val()).isEqualTo("call me");
    }

    @Test
    void anotherSessionIsTakenTheFirstIsFreedAndWhoeverWaitsForItMovesUp() {
        Someone anna = anna("anna@example.org", 0);
        Someone waiting = anna("janis@example.org", 0);
        assertThat(waiting.headline()).contains("no. 1 in line");

        anna.send("/edit", "/edit", Map.of("sessions", sessions.get(1).toString()));

        assertThat(anna.page().select("dt:contains(Your sessions) ~ dd").text()).startsWith("Sundial");
        assertThatMail(Someone.mailTo(kopa, "anna@example.org"))
                .isIn("lv")
                .says("Tavas nodarbības ir mainītas")
                .hasAttachment("invite.ics");
        assertThat(waiting.headline()).contains("you have a place");
        assertThat(kinds("janis@example.org")).containsExactly("promoted", "waiting");
        countersEqualRows();
    }

    @Test
    void aFullSessionIsRefusedAndThePlaceInTheOldOneIsKept() {
        Someone anna = anna("anna@example.org", 0);
        anna("janis@example.org", 1);

        HttpResponse<String> answer =
                anna.send("/edit", "/edit", Map.of("sessions", sessions.get(1).toString()));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("#sessions-error").text())
                .isEqualTo("There is no place left in “Sundial”. Nothing has been changed.");
        assertThat(anna.page().select("dt:contains(Your sessions) ~ dd").text()).startsWith("Kitchen");
        countersEqualRows();
    }

    @Test
    void aFullSessionThatIsOnesOwnIsNotShownAsFull() {
        Someone anna = anna("anna@example.org", 0);
        anna("janis@example.org", 1);

        assertThat(anna.page("/edit").select("#sessions .state").eachText())
                .startsWith("Yours", "Full, waiting list open");
    }

    @Test
    void theSecondOfTwoWindowsIsToldWhatIsStoredAndLosesNothing() {
        Someone anna = anna("anna@example.org", 0);
        Document old = anna.page("/edit");
        anna.send("/edit", "/edit", Map.of("name", "Anna Kalniņa"));

        HttpResponse<String> answer =
                anna.browser().submit(old, anna.path() + "/edit", Map.of("organisation", "Parks"));

        assertThat(answer.statusCode()).isEqualTo(422);
        Document form = Jsoup.parse(answer.body());
        assertThat(form.select("#errors").text()).contains("This was changed in the meantime");
        assertThat(form.select("#organisation").val()).isEqualTo("Parks");
        assertThat(form.select("#stored ~ dl").text()).contains("Anna Kalniņa");
        Map<String, String> again = new HashMap<>(Map.of("name", "Anna Kalniņa"));
        assertThat(anna.browser().submit(form, anna.path() + "/edit", again).statusCode())
                .isEqualTo(303);
        assertThat(anna.page().select("dl.facts").text()).contains("Anna Kalniņa", "Parks");
    }

    @Test
    void afterTheDeadlineNothingIsChanged() {
        Someone anna = anna("anna@example.org", 0);
        Document form = anna.page("/edit");
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-10T08:00:00Z"));

        assertThat(anna.browser().get(anna.path() + "/edit").statusCode()).isEqualTo(303);
        assertThat(anna.browser()
                        .submit(form, anna.path() + "/edit", Map.of("name", "Late"))
                        .statusCode())
                .isEqualTo(303);

        Document page = anna.page();
        assertThat(page.select("h1").text()).startsWith("Anna Bērziņa");
        assertThat(page.select("#change ~ p").text()).startsWith("The deadline for changing");
    }

    @Test
    void anotherAddressCountsOnlyWhenTheLinkThatWasSentThereIsOpened() {
        Someone anna = anna("anna@example.org", 0);

        anna.send("/edit", "/edit", Map.of("email", "anna@new.example.org"));

        assertThat(anna.page().select("#address").text())
                .contains("anna@new.example.org", "Until then we write to anna@example.org");
        assertThat(kinds("anna@example.org")).containsExactly("confirmed");
        String link = Someone.linkIn(Someone.mailTo(kopa, "anna@new.example.org"));
        assertThat(anna.page().select("#messages ~ details").text()).doesNotContain("Is this your new address");
        Someone confirming = Someone.at(kopa, link);
        assertThat(confirming.page().text()).contains("anna@new.example.org");
        assertThat(anna.page().select("dl.facts").text()).contains("anna@example.org");

        HttpResponse<String> answer = confirming.press("");

        Document page = confirming.browser().page(lv.kopa.web.Browser.onwards(answer));
        assertThat(page.select("dl.facts").text()).contains("anna@new.example.org");
        assertThatMail(Someone.mailTo(kopa, "anna@example.org")).says("Turpmāk rakstīsim uz citu adresi");
        assertThat(confirming.browser().get(link).statusCode()).isEqualTo(410);
        assertThat(anna.isKnown()).isFalse();
    }

    @Test
    void anAddressThatIsRegisteredItselfIsToldSoOnlyByWhoReadsItsMail() {
        Someone anna = anna("anna@example.org", 0);
        anna("janis@example.org", 1);

        assertThat(anna.send("/edit", "/edit", Map.of("email", "janis@example.org"))
                        .statusCode())
                .isEqualTo(303);

        String link = Someone.linkIn(Someone.mailTo(kopa, "janis@example.org"));
        HttpResponse<String> answer = Someone.at(kopa, link).press("");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("This address has a registration of its own");
        assertThat(anna.page().select("dl.facts").text()).contains("anna@example.org");
    }

    @Test
    void consentsAreWithdrawnAndGivenAgainAndTheOrganiserSeesIt() {
        Someone anna = Someone.registered(kopa, "ours", "anna@example.org", "\"sessions\": [" + sessions.get(0) + "]");
        assertThat(anna.page().select("#photo-when").text()).isEqualTo("Not given");

        anna.send("", "/consents", Map.of("consents", "photo"));
        assertThat(anna.page().select("#photo-when").text())
                .startsWith("Agreed ")
                .contains(" This wording has stood since ")
                .doesNotContain(Purpose.PHOTO.textVersion());
        assertThat(anna.browser().get(anna.path() + "/data.json").body())
                .contains(Purpose.PHOTO.textVersion(), "\"textSince\"");
        assertThat(database.texts("SELECT purpose FROM consent WHERE withdrawn_at IS NULL"))
                .containsExactly("PHOTO");

        anna.send("", "/consents", Map.of("consents", "nothing"));
        assertThat(anna.page().select("#photo-when").text()).startsWith("Withdrawn ");
        assertThat(anna.page().select("#history ~ ol li").eachText())
                .anySatisfy(step -> assertThat(step).startsWith("You withdrew your agreement: photographs"));
        assertThat(database.number("SELECT COUNT(*) FROM consent WHERE withdrawn_at IS NULL"))
                .isZero();
    }

    @Test
    void messagesAreReadAgainAndNeverThoseToSomebodyElse() {
        Someone anna = anna("anna@example.org", 0);

        Document page = anna.page();

        assertThat(page.select("#messages ~ details summary").eachText())
                .singleElement()
                .satisfies(summary ->
                        assertThat(summary).startsWith("Tev ir vieta").contains("on its way"));
        assertThat(page.select("#messages ~ details").text()).contains("Tava vieta ir apstiprināta.");
        assertThat(page.select("#messages ~ details a[href*=/r/]")).isEmpty();
    }

    private Someone anna(String address, int session) {
        return Someone.registered(kopa, "ours", address, "\"sessions\": [" + sessions.get(session) + "]");
    }

    private List<String> kinds(String address) {
        return Someone.mails(kopa, address).stream().map(item -> item.kind()).toList();
    }

    private void countersEqualRows() {
        assertThat(database.number("""
                SELECT COUNT(*) FROM session s WHERE s.places_taken <> (
                  SELECT COUNT(*) FROM registration_session c JOIN registration r ON r.id = c.registration_id
                  WHERE c.session_id = s.id AND r.status = 'CONFIRMED')""")).isZero();
        assertThat(database.number("""
                SELECT COUNT(*) FROM event e WHERE e.places_taken <> (
                  SELECT COUNT(*) FROM registration r WHERE r.event_id = e.id AND r.status = 'CONFIRMED')""")).isZero();
    }
}
