package lv.kopa.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.jdbc.DataSourceTransactionManager;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.MailState;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.OutboxFilter;
import lv.kopa.mail.Wording;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Site;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
final class TodayTest {
    private final Site site = Desk.room();
    private final Desk desk = Desk.of(site, "intelekta-parks");
    private final Desk other = Desk.of(site, "omsozams-venner");

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void whoHasNoEventYetIsShownHowToMakeOne() {
        assertThat(desk.page("/organiser").select(".empty .steps li")).hasSize(3);
        assertThat(desk.page("/organiser/events").select("a[href=/organiser/events/begin]"))
                .isNotEmpty();
    }

    @Test
    void whoIsSignedInFindsBackToTheWorkspaceFromAnAddressThatIsNone() {
        Document lost = Jsoup.parse(desk.get("/organiser/events/nothing").body());

        assertThat(lost.select("main .box a").eachAttr("href")).containsExactly("/organiser", "/organiser/events");
        assertThat(lost.select("main").text()).doesNotContain("Looking for your own registration?");
        assertThat(Jsoup.parse(site.get("/events/nothing").body())
                        .select("main .box a")
                        .eachAttr("href"))
                .containsExactly("/registrations/link");
    }

    @Test
    void whatWaitsForTheOrganiserStandsOnTop() {
        site.bean(MovableClock.class).set(Instant.parse("2027-02-01T08:00:00Z"));
        Desk today = Desk.of(site, "today");
        EventDetails draft = drafted(today, "Soon", "2027-02-06");
        EventDetails soon = site.bean(Announcements.class).publish(draft.event().id(), "system");
        drafted(today, "Later", "2027-05-06");
        site.bean(Registrations.class).register(soon, Wishes.of(null, "Anna", "anna@example.org", null), null);
        put(today, "one", "Refused");
        site.bean(DataSourceTransactionManager.class).executeWrite(status -> fail("test"));

        Document page = today.page("/organiser");

        assertThat(page.select(".tasks strong").eachText())
                .containsExactly(
                        "registration awaits your approval",
                        "mail could not be delivered",
                        "Begins in 5 days, Sat 6 Feb",
                        "Draft waits to be published");
        assertThat(page.select(".tasks").text()).contains("Later · Thursday 6 May 2027");
        assertThat(page.select(".tasks b:not(.day)").eachText()).containsExactly("1", "1", "✎");
        assertThat(page.select(".tasks .day").eachText()).containsExactly("6 Feb");
        assertThat(page.select("tbody th").eachText()).containsExactly("Soon", "Later");
        for (String address : page.select(".tasks a").eachAttr("href")) {
            today.page(address);
        }
    }

    @Test
    void whomNoMailReachesStandsThereWithTheWayToWhatCameBack() {
        site.bean(MovableClock.class).set(Instant.parse("2027-02-01T08:00:00Z"));
        Desk reached = Desk.of(site, "reached");
        EventDetails draft = drafted(reached, "Soon", "2027-02-26");
        EventDetails soon = site.bean(Announcements.class).publish(draft.event().id(), "system");
        site.bean(Registrations.class).register(soon, Wishes.of(null, "Zane", "zane@example.org", null), null);
        assertThat(reached.page("/organiser").select(".tasks").text()).doesNotContain("reached by no mail");
        site.bean(DataSourceTransactionManager.class)
                .executeWrite(status -> site.bean(JdbcOperations.class)
                        .prepareStatement(
                                "UPDATE mail_outbox SET state = 'RETURNED' WHERE to_address = 'zane@example.org'",
                                PreparedStatement::executeUpdate));

        Element task = reached.page("/organiser").expectFirst(".tasks a:contains(person is reached by no mail)");

        assertThat(task.text()).contains("1", "Soon");
        assertThat(reached.page(task.attr("href")).select("tbody th")).isNotEmpty();
    }

    @Test
    void theMailOfOneOrganisationIsInvisibleToAnother() {
        put(desk, "mine", "For Anna");
        long id = id();

        assertThat(desk.page("/organiser/outbox").select("tbody th").eachText()).containsExactly("For Anna");
        assertThat(other.page("/organiser/outbox").select("tbody th")).isEmpty();
        assertThat(other.page("/organiser/outbox").select(".figures dd").eachText())
                .containsExactly("0", "0", "0", "0", "0", "0");
        assertThat(other.page("/organiser/outbox?q=Anna").select("tbody th")).isEmpty();
        for (String path : List.of("", "/letter")) {
            assertThat(other.get("/organiser/outbox/" + id + path).statusCode()).isEqualTo(404);
        }
        for (String deed : List.of("/attempt", "/stop")) {
            assertThat(other.post("/organiser/outbox/" + id + deed).statusCode())
                    .isEqualTo(404);
        }
        assertThat(state()).isEqualTo(MailState.WAITING);
    }

    @Test
    void aMailIsReadWithoutTrustingIt() {
        put(desk, "read", "Hello");
        Document page = desk.page("/organiser/outbox/" + id());
        assertThat(page.select("pre.letter").text()).contains("text of <b>Hello</b>");
        assertThat(page.text()).contains("No mail server is set up").doesNotContain("KOPA_");

        var letter = desk.get("/organiser/outbox/" + id() + "/letter");
        assertThat(letter.body()).containsPattern("<h1[^>]*>Hello</h1>");
        assertThat(letter.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("sandbox")
                .contains("default-src 'none'");
    }

    @Test
    void aMailIsStoppedAndFoundByItsState() {
        put(desk, "stop", "Not this one");
        Desk.location(desk.post("/organiser/outbox/" + id() + "/stop"));

        assertThat(state()).isEqualTo(MailState.STOPPED);
        Document outbox = desk.page("/organiser/outbox");
        assertThat(outbox.select(".figures dd").eachText()).containsExactly("0", "0", "0", "0", "0", "1");
        assertThat(outbox.text()).contains("Stopped mail does not go out");
        assertThat(desk.page(outbox.expectFirst(".figures a[href*=STOPPED]").attr("href"))
                        .select("tbody th"))
                .hasSize(1);
        assertThat(desk.page("/organiser/outbox?state=SENT").select("tbody th")).isEmpty();
    }

    private EventDetails drafted(Desk by, String title, String day) {
        String address = Desk.location(by.post(
                "/organiser/events",
                "kind",
                "TRAINING",
                "title.en",
                title,
                "approval",
                "MANUAL",
                "sessions.0.start",
                day + "T10:00",
                "sessions.0.end",
                day + "T12:30",
                "sessions.0.timeZone",
                "Europe/Riga"));
        return site.bean(Events.class)
                .find(address.substring(address.lastIndexOf('/') + 1))
                .orElseThrow();
    }

    private void put(Desk by, String key, String subject) {
        Mail mail = new Mail(
                "test:" + key,
                "test",
                new Mail.Recipient(new EmailAddress("anna@example.org"), "Anna Ozola", "en"),
                new Mail.Sender("Association", null),
                new Mail.About(by.organisation().id(), null, null),
                new Wording(
                        subject,
                        subject,
                        "",
                        List.of("The text of <b>" + subject + "</b>"),
                        List.of(),
                        Optional.empty(),
                        List.of()));
        site.bean(DataSourceTransactionManager.class)
                .executeWrite(status -> site.bean(Outbox.class).put(mail));
    }

    private int fail(String kind) {
        return site.bean(JdbcOperations.class)
                .prepareStatement("UPDATE mail_outbox SET state = 'FAILED' WHERE kind = ?", statement -> {
                    statement.setString(1, kind);
                    return statement.executeUpdate();
                });
    }

    private long id() {
        return site.bean(Outbox.class)
                .page(OutboxFilter.newestOf(null, 1))
                .items()
                .get(0)
                .id();
    }

    private MailState state() {
        return site.bean(Outbox.class)
                .page(OutboxFilter.newestOf(null, 1))
                .items()
                .get(0)
                .state();
    }
}
