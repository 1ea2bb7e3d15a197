package lv.kopa.calendar;

import static lv.kopa.ical.FeedAssert.assertThatFeed;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.ical.Golden;
import lv.kopa.mail.Mail;
import lv.kopa.registration.own.Someone;
import lv.kopa.time.MovableClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calendar of all that a person is registered for. */
final class PersonalFeedTest {
    private final Program kopa = Program.start("PersonalFeedTest", TestDatabase.fresh());

    @BeforeEach
    void publish() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-01T08:00:00Z"));
        String parks = kopa.found("parks");
        kopa.publish(parks, Plans.training("parks", "ours", ""));
        kopa.publish(parks, Plans.training("parks", "theirs", "").replace("2031-06-14", "2031-06-15"));
        kopa.publish(parks, Plans.training("parks", "full", "\"places\": 1").replace("2031-06-14", "2031-06-16"));
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void allThatAnAddressIsRegisteredForIsInItAsItStands() {
        Someone anna = anna("ours");
        Someone.registered(kopa, "theirs", "ANNA@example.org", "").cancels();
        Someone.registered(kopa, "full", "first@example.org", "");
        Someone.registered(kopa, "full", "anna@example.org", "");

        String feed = calendar(address(anna)).body();

        assertThat(feed).contains("METHOD:PUBLISH", "/events/ours", "STATUS:CONFIRMED");
        assertThat(feed).contains("/events/theirs", "STATUS:CANCELLED");
        assertThat(feed).contains("/events/full", "STATUS:TENTATIVE", "(Rindā)").doesNotContain("first@example.org");
        assertThat(feed.split("BEGIN:VEVENT", -1)).hasSize(4);
        assertThatFeed(feed.getBytes(StandardCharsets.UTF_8)).isClean().isPublished();
        Golden.assertThatIs("personal.ics", feed.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void itsPageSaysWhichProgramCameLast() {
        String address = address(anna("ours"));
        Someone page = Someone.at(kopa, address.replace("/calendar.ics", ""));
        assertThat(page.page().text()).contains("No program has fetched it yet.");

        kopa.site().get(address, "User-Agent", "iOS/18 dataaccessd");

        assertThat(page.page().text()).contains("iOS/18 dataaccessd", "1 June 2031");
    }

    @Test
    void whoGaveUpAndRegisteredAgainHasTheEntryOnceAndConfirmed() {
        Someone.registered(kopa, "ours", "anna@example.org", "").cancels();
        Someone anna = anna("ours");

        String feed = calendar(address(anna)).body();

        assertThat(feed.split("BEGIN:VEVENT", -1)).hasSize(2);
        assertThat(feed).contains("STATUS:CONFIRMED").doesNotContain("STATUS:CANCELLED");
    }

    @Test
    void theAddressGoesByMailAloneAndNoOrganiserReadsIt() {
        Someone anna = anna("ours");

        HttpResponse<String> answer = anna.press("/calendar-address");

        Mail mail = Someone.mailTo(kopa, "anna@example.org");
        String secret = Someone.linkIn(mail);
        assertThat(answer.body()).doesNotContain(secret);
        assertThat(anna.page().outerHtml()).doesNotContain(secret, "Tavs Kopa kalendārs");
        assertThat(mail.about()).isEqualTo(Mail.About.NOTHING);
        assertThat(kopa.site()
                        .get(anna.path().replace("/r/", "/my/") + "/calendar.ics")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void unchangedItIsTheSameAndA304() {
        String address = address(anna("ours"));
        HttpResponse<String> first = calendar(address);
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-02T08:00:00Z"));

        HttpResponse<String> second = kopa.site()
                .get(
                        address,
                        "If-None-Match",
                        first.headers().firstValue("ETag").orElseThrow());

        assertThat(second.statusCode()).isEqualTo(304);
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
    }

    @Test
    void afterAResetOlderAddressesAreGoneAndSaySo() {
        Someone anna = anna("ours");
        String older = address(anna);
        String newer = address(anna);
        assertThat(calendar(older).statusCode()).isEqualTo(200);

        Someone.at(kopa, newer.replace("/calendar.ics", "")).press("/reset");

        assertThat(calendar(older).statusCode()).isEqualTo(410);
        HttpResponse<String> page = kopa.site().get(older.replace("/calendar.ics", "?lang=en"));
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(page.body())
                .contains("This calendar has got a new address", "The new address was in our mail")
                .doesNotContain("cut links");
        assertThat(calendar(newer).statusCode()).isEqualTo(200);
    }

    private Someone anna(String slug) {
        return Someone.registered(kopa, slug, "anna@example.org", "");
    }

    private String address(Someone someone) {
        someone.press("/calendar-address");
        return Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")) + "/calendar.ics";
    }

    private HttpResponse<String> calendar(String address) {
        return kopa.site().get(address);
    }
}
