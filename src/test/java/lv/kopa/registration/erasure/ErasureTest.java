package lv.kopa.registration.erasure;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.delivery.Delivered;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Purpose;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** People who are no longer to be known. */
final class ErasureTest {
    private static final Map<String, String> SURE = Map.of("sure", "yes");

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("ErasureTest", database);
    private final String parks = kopa.found("parks");

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void nothingOfThePersonStaysAndThePlaceGoesToWhoWaits() {
        Someone anna = anna("\"places\": 1");
        anna.send(
                "/edit", "/edit", Map.of("name", "Zigrīda", "phone", "+371 20 000 000", "organisation", "Secret Ltd"));
        anna.send("", "/consents", Map.of("consents", "photo"));
        anna.press("/calendar-address");
        String calendar = Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")) + "/calendar.ics";
        assertThat(kopa.site().get(calendar).statusCode()).isEqualTo(200);
        Someone janis = Someone.registered(kopa, "ours", "janis@example.org", "");
        assertThat(anna.page("/erasure").select("main li").eachText())
                .contains("You give up your place, or the wait for one.");

        HttpResponse<String> answer = anna.send("/erasure", "/erasure", SURE);

        assertThat(anna.browser().page(Browser.onwards(answer)).select("h1").text())
                .isEqualTo("Your data are erased");
        assertThat(anna.isKnown()).isFalse();
        assertThat(janis.headline()).contains("you have a place");
        assertThatMail(Someone.mailTo(kopa, "anna@example.org")).says("Tavi dati ir dzēsti");
        sendEverything();
        assertThat(dump()).doesNotContain("Zigrīda", "anna@", "Secret Ltd", "20 000 000");
        assertThat(database.texts("SELECT status FROM registration ORDER BY id"))
                .containsExactly("CANCELLED", "CONFIRMED");
        assertThat(database.texts("SELECT deed FROM audit WHERE subject = 'registration' AND subject_id = 1"))
                .contains("erased");
        assertThat(database.number("SELECT COUNT(*) FROM personal_feed")).isZero();
        HttpResponse<String> gone = kopa.site().get(calendar);
        assertThat(gone.statusCode()).isEqualTo(404);
        assertThat(gone.body()).doesNotContain("VEVENT", "Zigrīda");
    }

    @Test
    void whatWaitedToBeSentIsNotSentAnyMoreButTheLastMail() {
        Someone anna = anna("");

        anna.send("/erasure", "/erasure", SURE);

        assertThat(database.texts("SELECT CONCAT_WS(' ', kind, state, to_name) FROM mail_outbox"
                        + " WHERE kind IN ('confirmed', 'erased') ORDER BY id"))
                .satisfiesExactly(
                        confirmed -> assertThat(confirmed)
                                .startsWith("confirmed STOPPED")
                                .doesNotContain("Anna"),
                        goodbye -> assertThat(goodbye).startsWith("erased WAITING"));
    }

    @Test
    void afterTheEventTheRowStaysConfirmedSoThatTheNumberIsRight() {
        Someone anna = anna("");
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-20T08:00:00Z"));
        assertThat(anna.page("/erasure").select("main li").eachText())
                .doesNotContain("You give up your place, or the wait for one.");
        assertThat(anna.page("/erasure").select("main").text())
                .contains("A sheet that you signed by hand, and its scan, stay with");

        anna.send("/erasure", "/erasure", SURE);

        assertThat(database.texts("SELECT status FROM registration")).containsExactly("CONFIRMED");
        assertThat(database.number("SELECT places_taken FROM event")).isOne();
        String list = kopa.get(parks, "/api/v1/events/ours/registrations.csv")
                .is(200)
                .response()
                .body();
        assertThat(list).contains("(erased)").doesNotContain("Anna", "erased.invalid", "data use");
        assertThat(kopa.get(parks, "/api/v1/events/ours/registrations.vcf")
                        .is(200)
                        .response()
                        .body())
                .doesNotContain("VCARD");
    }

    @Test
    void afterTheDeadlineForChangesOneCanStillBeErased() {
        Someone anna = anna("\"registration\": {\"changesUntil\": \"2031-06-02T08:00:00Z\"}");
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-03T08:00:00Z"));

        anna.send("/erasure", "/erasure", SURE);

        assertThat(database.texts("SELECT status FROM registration")).containsExactly("CANCELLED");
        assertThat(database.number("SELECT places_taken FROM event")).isZero();
    }

    @Test
    void whoIsNotSureIsAskedAgain() {
        Someone anna = anna("");

        HttpResponse<String> answer = anna.send("/erasure", "/erasure", Map.of());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("#sure-error").text()).isEqualTo("Tick the box if you are sure.");
        assertThat(anna.isKnown()).isTrue();
    }

    @Test
    void twoWhoAreErasedFromOneEventAreTwoRowsAndTheAddressMayRegisterAnew() {
        Someone anna = anna("");
        Someone.registered(kopa, "ours", "janis@example.org", "").send("/erasure", "/erasure", SURE);

        anna.send("/erasure", "/erasure", SURE);

        assertThat(anna.browser().get(anna.path()).statusCode()).isEqualTo(410);
        assertThat(anna.browser().get(anna.path()).body()).contains("The data behind this link were erased");
        Someone again = Someone.registered(kopa, "ours", "anna@example.org", "");
        assertThat(again.headline()).contains("you have a place");
        assertThat(database.number("SELECT COUNT(*) FROM registration WHERE name = ''"))
                .isEqualTo(2);
    }

    @Test
    void allThatIsKeptIsHandedOutAsAFile() {
        Someone anna = anna("");
        anna.send("/hand-over", "/hand-over", Map.of("name", "Jānis", "email", "janis@example.org"));

        HttpResponse<String> json = anna.browser().get(anna.path() + "/data.json");
        HttpResponse<String> pdf = anna.browser().get(anna.path() + "/data.pdf");

        assertThat(json.statusCode()).isEqualTo(200);
        assertThat(json.headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).contains("my-data.json"));
        assertThat(json.body())
                .contains(
                        "\"name\":\"Anna Bērziņa\"",
                        "anna@example.org",
                        "data use",
                        Purpose.PRIVACY.textVersion(),
                        "hand-over-offered")
                .contains("\"calendar\":\"By invitation\"", "\"by\":\"participant\",\"byName\":null")
                .contains("Tava vieta ir apstiprināta", "\"offeredTo\":{\"name\":\"Jānis\"")
                .doesNotContain("/r/", "/my/");
        assertThat(pdf.statusCode()).isEqualTo(200);
        assertThat(pdf.body()).startsWith("%PDF");
        assertThat(kopa.site()
                        .get("/r/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/data.json")
                        .statusCode())
                .isEqualTo(404);
    }

    private Someone anna(String more) {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-01T08:00:00Z"));
        kopa.publish(parks, Plans.training("parks", "ours", more));
        return Someone.registered(kopa, "ours", "anna@example.org", "");
    }

    /** As a mail server would take it. */
    private void sendEverything() {
        List<Long> waiting = database.texts("SELECT id FROM mail_outbox WHERE state = 'WAITING'").stream()
                .map(Long::valueOf)
                .toList();
        waiting.forEach(id -> kopa.bean(Delivered.class).sent(id));
    }

    private String dump() {
        return String.join(
                        "\n",
                        database.texts(
                                "SELECT CONCAT_WS('|', name, email, email_key, phone, organisation, reason) FROM registration"))
                + String.join(
                        "\n",
                        database.texts("SELECT CONCAT_WS('|', to_address, to_name, subject, wording, last_answer)"
                                + " FROM mail_outbox"))
                + String.join("\n", database.texts("SELECT CONCAT_WS('|', deed, detail) FROM audit"))
                + String.join("\n", database.texts("SELECT email_key FROM personal_feed"));
    }
}
