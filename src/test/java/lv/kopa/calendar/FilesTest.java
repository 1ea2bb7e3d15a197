package lv.kopa.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lv.kopa.ical.FeedAssert.assertThatFeed;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.ical.EntryStatus;
import lv.kopa.ical.Golden;
import lv.kopa.registration.Outcome;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.wish.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Single events and one's own, as files to import. */
class FilesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/calendar/hamar.ics");
    private final Season season = Season.begin();

    @AfterEach
    void close() {
        season.close();
    }

    @Test
    void theFileOfAnEventIsThisToTheLastByte() throws IOException {
        EventDetails event = visit("PUBLIC");

        HttpResponse<byte[]> answer = season.get("/events/hamar/calendar.ics?lang=lv");

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar; charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("attachment; filename=\"hamar.ics\"");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=300");
        assertThat(answer.headers().firstValue("ETag")).isPresent();
        assertThatFeed(answer.body()).isClean().hasNoMethod();
        String text = new String(answer.body(), UTF_8);
        for (int i = 0; i < event.sessions().size(); i++) {
            text = text.replace(event.sessions().get(i).uid(), "session-" + i + "@kopa.example");
        }
        assertThat(text.replace(event.event().uid(), "event@kopa.example")).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void anUnlistedEventHasAFileAndADraftHasNone() {
        visit("UNLISTED");
        season.draft(Season.training("draft", "2027-03-27T10:00", "2027-03-27T15:00"));

        assertThat(season.get("/events/hamar/calendar.ics").statusCode()).isEqualTo(200);
        assertThat(season.get("/events/draft/calendar.ics").statusCode()).isEqualTo(404);
        assertThat(season.get("/events/none/calendar.ics").statusCode()).isEqualTo(404);
    }

    @Test
    void theFileOfAnEventHasTheIdentitiesOfTheFeed() {
        EventDetails event = visit("PUBLIC");
        String[] uids = {
            event.event().uid(),
            event.sessions().get(0).uid(),
            event.sessions().get(1).uid()
        };

        assertThatFeed(season.feed("/calendar.ics")).hasEntries(uids);
        assertThatFeed(season.feed("/events/hamar/calendar.ics")).hasEntries(uids);
    }

    @Test
    void aPersonsOwnFileHasTheSessionsTheyChoseAndWhatOnlyTheyMayKnow() {
        EventDetails event = workshops();
        String link = register(
                event, "anna@example.org", List.of(event.sessions().get(1).id()));

        HttpResponse<byte[]> answer = season.get("/r/" + link + "/calendar.ics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThatFeed(answer.body())
                .isClean()
                .hasNoMethod()
                .doesNotMention("anna@example.org")
                .hasEntries(invitation(link, event, 0), invitation(link, event, 1));
        Golden.assertThatIs("own.ics", answer.body());
        assertThat(new String(answer.body(), UTF_8).replace("\r\n ", ""))
                .contains("https://meet.example/secret")
                .contains("+47 900 00 000");
        assertThat(season.get(
                                "/r/" + link + "/calendar.ics",
                                "If-None-Match",
                                answer.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void aPlaceGivenUpLeavesCancelledEntriesWithoutItsSecrets() {
        EventDetails event = workshops();
        String link = register(event, "anna@example.org", List.of());
        Registrations registrations = season.bean(Registrations.class);
        registrations.withdraw(registrations.byLink(lv.kopa.web.Token.typed(link)));

        byte[] file = season.feed("/r/" + link + "/calendar.ics");

        assertThatFeed(file).isClean().doesNotMention("meet.example").doesNotMention("900 00 000");
        assertThatFeed(file)
                .entry(invitation(link, event, 0))
                .hasStatus(EntryStatus.CANCELLED)
                .hasSummary("ATCELTS: Mācības: darbnica");
    }

    /** As what somebody was invited to a session. */
    private String invitation(String link, EventDetails event, int session) {
        String reference = season.bean(Registrations.class)
                .byLink(lv.kopa.web.Token.typed(link))
                .reference();
        return "reg-%s-%d@kopa.example"
                .formatted(reference, event.sessions().get(session).id());
    }

    @Test
    void whoWaitsOrIsUnknownHasNoFile() {
        EventDetails event = workshops();
        register(event, "anna@example.org", List.of());
        String waiting = register(season.bean(Events.class).get(event.event().id()), "zoe@example.org", List.of());

        assertThat(season.get("/r/" + waiting + "/calendar.ics").statusCode()).isEqualTo(404);
        assertThat(season.get("/r/" + "a".repeat(32) + "/calendar.ics").statusCode())
                .isEqualTo(404);
        assertThat(season.get("/r/x/calendar.ics").statusCode()).isEqualTo(404);
    }

    private String register(EventDetails event, String email, List<Long> sessions) {
        Wish wish = new Wish(null, "Anna", email, null, null, "lv", null, List.of("privacy"), sessions, null);
        Outcome outcome = season.bean(Registrations.class).register(event, wish, null);
        return ((Outcome.Registered) outcome).link().secret();
    }

    private EventDetails visit(String visibility) {
        season.beginProject();
        return season.publish(Season.plan(
                "hamar",
                "STUDY_VISIT",
                visibility,
                null,
                "kapitals/4",
                List.of(
                        Season.session(null, "2027-06-14T09:30", "2027-06-14T12:00", "Europe/Oslo", "Hamar Naturskole"),
                        Season.session(null, "2027-06-16T06:00", "2027-06-16T09:00", "Europe/Riga", null))));
    }

    /** One session for everybody, two to choose from, one place in all. */
    private EventDetails workshops() {
        EventPlan plan = Season.training("darbnica", "2027-03-27T10:00", "2027-03-27T15:00");
        List<EventPlan.SessionPlan> sessions = List.of(
                Season.session(null, "2027-03-27T09:00", "2027-03-27T10:00", "Europe/Riga", null),
                choice("A", "2027-03-27T10:00", "2027-03-27T11:00"),
                choice("B", "2027-03-27T12:00", "2027-03-27T13:00"));
        return season.publish(new EventPlan(
                null,
                plan.slug(),
                plan.kind(),
                plan.title(),
                plan.description(),
                plan.provided(),
                plan.languages(),
                plan.timeZone(),
                1,
                true,
                plan.approval(),
                plan.visibility(),
                null,
                null,
                null,
                sessions,
                null));
    }

    private static EventPlan.SessionPlan choice(String title, String start, String end) {
        return new EventPlan.SessionPlan(
                null,
                Map.of("lv", title),
                start,
                end,
                "Europe/Riga",
                null,
                "https://meet.example/b",
                null,
                null,
                null,
                5);
    }
}
