package lv.kopa.calendar.team;

import static lv.kopa.ical.FeedAssert.assertThatFeed;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.transaction.jdbc.DataSourceTransactionManager;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.event.announcement.EventPlan.SessionPlan;
import lv.kopa.ical.EntryStatus;
import lv.kopa.ical.Golden;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.wish.Wish;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Site;
import lv.kopa.workspace.Desk;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calendar of an organisation's team. */
class TeamFeedTest {
    private final Site site = Desk.room();
    private final Desk parks = Desk.of(site, "parks");
    private EventDetails event;

    @BeforeEach
    void announce() {
        site.bean(MovableClock.class).set(Instant.parse("2026-11-24T06:00:00Z"));
        event = publish(draft("darzs"));
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void itTellsHowManyComeAndHowManyWait() {
        register("Zanda Zvaigzne", "zanda@example.org");
        register("Jānis Bērziņš", "janis@example.org");
        register("Kari Nordmann", "kari@example.org");

        assertThatFeed(feed(address("")))
                .isClean()
                .isPublished()
                .isNamed("Kopa: Association parks, team")
                .hasEntries(uid(event))
                .entry(uid(event))
                .hasSummary("Training: darzs (2 of 2)")
                .hasStatus(EntryStatus.CONFIRMED)
                .says("URL", "http://kopa.example/organiser/events/darzs");
        Golden.assertThatIs("team.ics", feed(address("")));
        assertThat(text(address(""))).contains("Confirmed: 2 of 2\\nWaiting: 1").doesNotContain("Zvaigzne");
    }

    @Test
    void itTellsNamesOnlyWhereThatWasWishedForAndNothingElseOfPeople() {
        register("Zanda Zvaigzne", "zanda@example.org");

        assertThat(text(address(""))).doesNotContain("Zvaigzne");
        assertThat(text(address("on"))).contains("Zanda Zvaigzne").doesNotContain("zanda@example.org");
    }

    @Test
    void whoRegistersMakesTheEntryNewerThanItWas() {
        String address = address("");
        assertThatFeed(feed(address)).entry(uid(event)).says("LAST-MODIFIED", "20261124T060000Z");
        String before = etag(address);
        site.bean(MovableClock.class).advance(Duration.ofHours(1));

        register("Zanda Zvaigzne", "zanda@example.org");

        assertThatFeed(feed(address))
                .entry(uid(event))
                .says("LAST-MODIFIED", "20261124T070000Z")
                .hasSequence(0);
        assertThat(etag(address)).isNotEqualTo(before);
        assertThat(site.get(address, "If-None-Match", etag(address)).statusCode())
                .isEqualTo(304);
    }

    @Test
    void draftsAreInItAndOtherOrganisationsEventsAreNot() {
        EventDetails drafted = draft("melns");
        Desk venner = Desk.of(site, "venner");
        site.bean(Announcements.class).draft(plan("svešs"), venner.organisation(), "person:2");

        byte[] feed = feed(address(""));

        assertThatFeed(feed)
                .hasEntries(Stream.of(uid(event), uid(drafted)).sorted().toArray(String[]::new));
        assertThatFeed(feed)
                .entry(uid(drafted))
                .hasSummary("DRAFT: Training: melns (0 of 2)")
                .hasStatus(EntryStatus.TENTATIVE);
    }

    @Test
    void itOpensNothingOnceItsPersonHasLeftTheTeam() {
        String address = address("on");
        assertThat(site.get(address).statusCode()).isEqualTo(200);

        execute("DELETE FROM membership WHERE person_id = " + parks.organiser().personId());

        assertThat(site.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void itOpensNothingOnceItsPersonIsOnlyAtTheDoor() {
        String address = address("on");
        assertThat(site.get(address).statusCode()).isEqualTo(200);

        execute("UPDATE membership SET role = 'CHECK_IN' WHERE person_id = "
                + parks.organiser().personId());

        assertThat(site.get(address).statusCode()).isEqualTo(404);
    }

    @Test
    void aNewAddressEndsTheOneBeforeAndEndingItEndsIt() {
        String first = address("");
        String second = address("");
        assertThat(site.get(first).statusCode()).isEqualTo(404);
        assertThat(site.get(second).statusCode()).isEqualTo(200);

        parks.post("/organiser/calendar/parks/end");

        assertThat(site.get(second).statusCode()).isEqualTo(404);
    }

    @Test
    void theAddressIsShownOnceAndThePageSaysWhichProgramCameLast() {
        String address = address("");
        String secret = address.split("/")[3];
        assertThat(parks.page("/organiser/calendar").text()).contains("No program has fetched it yet.");

        HttpResponse<String> answer = site.get(address, "User-Agent", "Google-Calendar-Importer");

        Document page = parks.page("/organiser/calendar");
        assertThat(page.text()).contains("Google-Calendar-Importer", "24 November 2026");
        assertThat(page.outerHtml()).doesNotContain(secret);
        assertThat(secret).hasSize(32);
        assertThat(answer.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
    }

    @Test
    void nobodyMakesAnAddressForAnOrganisationOfOthers() {
        Desk.of(site, "venner");

        assertThat(parks.post("/organiser/calendar/venner").statusCode()).isEqualTo(404);
    }

    /** The path of the calendar, as the page tells it once. */
    private String address(String names) {
        Document page = Jsoup.parse(
                parks.post("/organiser/calendar/parks", "names", names).body());
        assertThat(page.select("a[hreflang=lv]").attr("href")).isEqualTo("/organiser/calendar?lang=lv");
        return page.expectFirst("#address").val().replace("http://kopa.example", "");
    }

    private byte[] feed(String address) {
        return site.get(address).body().getBytes(StandardCharsets.UTF_8);
    }

    private String text(String address) {
        return site.get(address).body().replace("\r\n ", "");
    }

    private String etag(String address) {
        return site.get(address).headers().firstValue("ETag").orElseThrow();
    }

    private void register(String name, String email) {
        EventDetails now = site.bean(Events.class).get(event.event().id());
        site.bean(Registrations.class)
                .register(
                        now, new Wish(null, name, email, null, null, "lv", null, List.of("privacy"), null, null), null);
    }

    private EventDetails draft(String slug) {
        return site.bean(Announcements.class).draft(plan(slug), parks.organisation(), "person:1");
    }

    private EventDetails publish(EventDetails draft) {
        return site.bean(Announcements.class).publish(draft.event().id(), "person:1");
    }

    private static EventPlan plan(String slug) {
        return new EventPlan(
                null,
                slug.equals("svešs") ? "svess" : slug,
                "TRAINING",
                Map.of("en", "Training: " + slug),
                null,
                null,
                List.of("lv"),
                "Europe/Riga",
                2,
                true,
                "AUTOMATIC",
                "PUBLIC",
                null,
                null,
                null,
                List.of(new SessionPlan(
                        null,
                        null,
                        "2027-03-27T10:00",
                        "2027-03-27T15:00",
                        "Europe/Riga",
                        "Saules iela 1",
                        null,
                        null,
                        null,
                        null,
                        null)),
                null);
    }

    private static String uid(EventDetails event) {
        return event.sessions().get(0).uid();
    }

    private void execute(String sql) {
        site.bean(DataSourceTransactionManager.class).executeWrite(transaction -> {
            try (var statement = transaction.getConnection().createStatement()) {
                return statement.executeUpdate(sql);
            }
        });
    }
}
