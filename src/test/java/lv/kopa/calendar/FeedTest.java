package lv.kopa.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lv.kopa.ical.FeedAssert.assertThatFeed;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.ical.EntryStatus;
import lv.kopa.organisation.Organisations;
import lv.kopa.project.Project;
import lv.kopa.project.Projects;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.wish.Wish;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What stands in the feeds that everybody may subscribe to. */
class FeedTest {
    private final Season season = Season.begin();

    @AfterEach
    void close() {
        season.close();
    }

    @Test
    void aFeedIsACalendarThatProgramsTakeWithoutAQuestion() {
        EventDetails event = season.publish(Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00"));

        HttpResponse<byte[]> answer = season.get("/calendar.ics?lang=lv");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/calendar; charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Disposition")).hasValue("inline; filename=\"events.ics\"");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("public, max-age=300");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThatFeed(answer.body())
                .isClean()
                .isPublished()
                .isNamed("Kopa: visi pasākumi")
                .says("REFRESH-INTERVAL", "PT1H")
                .says("X-PUBLISHED-TTL", "PT1H")
                .says("SOURCE", "https://kopa.example/calendar.ics?lang=lv")
                .hasZones("Europe/Riga")
                .hasEntries(uid(event))
                .entry(uid(event))
                .hasSummary("Mācības: darzs")
                .hasStatus(EntryStatus.CONFIRMED)
                .says("LOCATION", "Saules iela 1")
                .says("URL", "https://kopa.example/events/darzs")
                .doesNotSay("ATTENDEE")
                .showsTheClock(
                        LocalDateTime.parse("2027-03-27T10:00"),
                        LocalDateTime.parse("2027-03-27T15:00"),
                        ZoneId.of("Europe/Riga"));
    }

    @Test
    void aFeedWithoutEventsIsACalendarAllTheSame() {
        assertThatFeed(season.feed("/calendar.ics")).isClean().hasNoEntries();
    }

    @Test
    void theLanguageIsTheOneOfTheAddressWhateverAProgramPrefers() {
        season.publish(Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00"));

        byte[] english = season.feed("/calendar.ics");
        byte[] preferring = season.get("/calendar.ics", "Accept-Language", "lv", "Cookie", "kopa-lang=nb")
                .body();

        assertThatFeed(english).isNamed("Kopa: all events");
        assertThat(preferring).isEqualTo(english);
        assertThatFeed(season.feed("/calendar.ics?lang=nb")).isNamed("Kopa: alle arrangementer");
    }

    @Test
    void onlyWhatIsPublicAndPublishedIsInAFeed() {
        EventDetails open = season.publish(Season.training("open", "2027-01-10T10:00", "2027-01-10T12:00"));
        EventDetails draft = season.draft(Season.training("draft", "2027-01-11T10:00", "2027-01-11T12:00"));
        for (String hidden : List.of("UNLISTED", "INVITATION")) {
            season.publish(
                    Season.plan(hidden.toLowerCase(java.util.Locale.ROOT), "TRAINING", hidden, List.of(later())));
        }

        assertThatFeed(season.feed("/calendar.ics")).hasEntries(uid(open));

        season.bean(lv.kopa.event.announcement.Announcements.class)
                .publish(draft.event().id(), Season.ACTOR);
        assertThatFeed(season.feed("/calendar.ics")).hasEntries(uid(open), uid(draft));

        EventDetails published =
                season.bean(lv.kopa.event.Events.class).get(draft.event().id());
        season.change(published, Season.plan("draft", "TRAINING", "UNLISTED", List.of(later())));
        assertThatFeed(season.feed("/calendar.ics")).hasEntries(uid(open));
    }

    @Test
    void whatEndedAYearAgoLeavesTheFeedAndWhatIsToComeStays() {
        EventDetails past = season.publish(Season.training("past", "2026-02-10T10:00", "2026-02-10T12:00"));
        EventDetails far = season.publish(Season.training("far", "2029-02-10T10:00", "2029-02-10T12:00"));
        String before = etag(season.get("/calendar.ics"));
        assertThatFeed(season.feed("/calendar.ics")).hasEntries(uid(past), uid(far));

        season.clock().advance(Duration.ofDays(90));

        assertThatFeed(season.feed("/calendar.ics")).hasEntries(uid(far));
        assertThat(etag(season.get("/calendar.ics"))).isNotEqualTo(before);
    }

    @Test
    void aCancelledEventStaysAndSaysSoInTheLanguageOfTheFeed() {
        EventDetails event = season.publish(Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00"));
        season.cancel(event);

        assertThatFeed(season.feed("/calendar.ics?lang=lv"))
                .isClean()
                .entry(uid(event))
                .hasStatus(EntryStatus.CANCELLED)
                .hasSummary("ATCELTS: Mācības: darzs")
                .hasSequence(1);
        assertThatFeed(season.feed("/calendar.ics?lang=nb")).entry(uid(event)).hasSummary("AVLYST: Training: darzs");
        assertThatFeed(season.feed("/calendar.ics")).entry(uid(event)).hasSummary("CANCELLED: Training: darzs");
    }

    @Test
    void aMovedSessionKeepsItsIdentityAndIsNewer() {
        EventDetails event = season.publish(Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00"));
        assertThatFeed(season.feed("/calendar.ics")).entry(uid(event)).hasSequence(0);

        season.clock().advance(Duration.ofHours(1));
        long id = event.sessions().get(0).id();
        season.change(
                event,
                Season.plan(
                        "darzs",
                        "TRAINING",
                        "PUBLIC",
                        List.of(Season.session(
                                id, "2027-03-29T10:00", "2027-03-29T15:00", "Europe/Riga", "Saules iela 1"))));

        assertThatFeed(season.feed("/calendar.ics"))
                .hasEntries(uid(event))
                .entry(uid(event))
                .hasSequence(1)
                .says("LAST-MODIFIED", "20261124T070000Z")
                .showsTheClock(
                        LocalDateTime.parse("2027-03-29T10:00"),
                        LocalDateTime.parse("2027-03-29T15:00"),
                        ZoneId.of("Europe/Riga"));
    }

    @Test
    void aStudyVisitIsABannerOverItsDaysAndAnEntryForEachStop() {
        season.beginProject();
        EventDetails visit = season.publish(Season.plan(
                "hamar",
                "STUDY_VISIT",
                "PUBLIC",
                null,
                "kapitals/4",
                List.of(
                        Season.session(null, "2027-06-14T09:30", "2027-06-14T12:00", "Europe/Oslo", "Hamar"),
                        Season.session(null, "2027-06-16T06:00", "2027-06-16T09:00", "Europe/Riga", "Rīga"))));

        byte[] feed = season.feed("/projects/kapitals/calendar.ics?lang=lv");

        assertThatFeed(feed)
                .isClean()
                .isNamed("KAPITĀLS")
                .says(
                        "X-WR-CALDESC",
                        "Projekts „KAPITĀLS”, Nr. AIF/2022/KAPAC2/108. Finansē: Aktīvo iedzīvotāju fonds.")
                .hasZones("Europe/Oslo", "Europe/Riga");
        assertThatFeed(feed)
                .entry(visit.event().uid())
                .isOnDays(java.time.LocalDate.parse("2027-06-14"), java.time.LocalDate.parse("2027-06-16"));
        assertThat(new String(feed, UTF_8).replace("\r\n ", "")).contains("AIF/2022/KAPAC2/108\\, 4. aktivitāte");
        assertThatFeed(feed).doesNotMention("meet.example").doesNotMention("900 00 000");
    }

    @Test
    void filtersNarrowAFeedAsTheyNarrowThePage() {
        season.found("venner", "OMSOZAMS VENNER");
        EventDetails training = season.publish(Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00"));
        EventDetails meeting =
                season.publish(Season.plan("sapulce", "MEETING", "PUBLIC", "venner", null, List.of(later())));

        assertThatFeed(season.feed("/calendar.ics?kind=meeting")).hasEntries(uid(meeting));
        assertThatFeed(season.feed("/calendar.ics?organisation=parks"))
                .isNamed("Intelekta parks")
                .hasEntries(uid(training));
        assertThatFeed(season.feed("/organisations/venner/calendar.ics")).hasEntries(uid(meeting));
        assertThatFeed(season.feed("/organisations/venner/calendar.ics?kind=training"))
                .hasNoEntries();
        assertThatFeed(season.feed("/calendar.ics?q=sapulce&lang=lv"))
                .isNamed("Kopa: visi pasākumi · „sapulce”")
                .hasEntries(uid(meeting));
        assertThatFeed(season.feed("/calendar.ics?to=2027-03-27")).hasEntries(uid(training));
        assertThatFeed(season.feed("/calendar.ics?from=2027-03-28")).hasEntries(uid(meeting));
        assertThatFeed(season.feed("/calendar.ics?language=nb")).hasNoEntries();
        assertThatFeed(season.feed("/calendar.ics?organisation=nobody"))
                .isClean()
                .hasNoEntries();
        assertThatFeed(season.feed("/calendar.ics?from=+999999999-12-31&to=0000-00-00"))
                .hasEntries(uid(training), uid(meeting));
    }

    @Test
    void aTrainersFeedHasWhatTheyLeadAndNoMore() {
        EventDetails event = season.publish(Season.plan(
                "darzs",
                "TRAINING",
                "PUBLIC",
                List.of(
                        led("2027-03-27T10:00", List.of("Kari Nordmann", "Ola", "Ж".repeat(40))),
                        led("2027-03-28T10:00", List.of("Kari Nordmannsen")))));
        season.publish(Season.training("maize", "2027-04-27T10:00", "2027-04-27T15:00"));

        assertThatFeed(season.feed("/calendar.ics?trainer=Kari%20Nordmann&lang=lv"))
                .isClean()
                .isNamed("Kopa: visi pasākumi · Vada Kari Nordmann")
                .hasEntries(uid(event));
        assertThat(season.get("/calendar.ics?trainer=Kari%20Nordmann&lang=lv")
                        .headers()
                        .firstValue("Last-Modified"))
                .isPresent();
        assertThatFeed(season.feed("/calendar.ics?trainer=OL%C3%81")).hasEntries(uid(event));
        assertThat(season.get("/calendar.ics?trainer=OL%C3%81").headers().firstValue("Last-Modified"))
                .isEmpty();
        String longName = "/calendar.ics?trainer=" + "%D0%96".repeat(40);
        assertThatFeed(season.feed(longName)).hasEntries(uid(event));
        assertThat(season.get(longName).headers().firstValue("Last-Modified"))
                .as("no date is kept of an address that is longer than a key")
                .isEmpty();
        for (String nobody : List.of("Kari", "%25", "Kari%20Nordmann%0AOla", "_la")) {
            assertThatFeed(season.feed("/calendar.ics?trainer=" + nobody)).hasNoEntries();
        }
    }

    @Test
    void aFeedOfAKindOfPlacesIsCalledAsTheEventCallsThem() {
        EventPlan plan = Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00");
        season.publish(new EventPlan(
                plan.organisation(),
                plan.slug(),
                plan.kind(),
                plan.title(),
                plan.description(),
                plan.provided(),
                plan.languages(),
                plan.timeZone(),
                plan.places(),
                plan.waitingList(),
                plan.approval(),
                plan.visibility(),
                plan.registration(),
                plan.activity(),
                List.of(new EventPlan.CategoryPlan("member", Map.of("lv", "Biedrs"), Map.of(), null)),
                plan.sessions(),
                plan.questions()));

        assertThatFeed(season.feed("/calendar.ics?category=member&lang=lv"))
                .isNamed("Kopa: visi pasākumi · Vietas: „Biedrs”");
        assertThatFeed(season.feed("/calendar.ics?category=nobody&lang=lv"))
                .isNamed("Kopa: visi pasākumi · Vietas: „nobody”");
    }

    private static EventPlan.SessionPlan led(String start, List<String> trainers) {
        String end = LocalDateTime.parse(start).plusHours(2).toString();
        return new EventPlan.SessionPlan(
                null, null, start, end, "Europe/Riga", "Saules iela 1", null, null, null, trainers, null);
    }

    @Test
    void aCancelledEventIsInTheFeedForAMonthAndMoreAfterItsDay() {
        EventDetails event = season.publish(Season.training("darzs", "2026-12-01T10:00", "2026-12-01T15:00"));
        season.cancel(event);

        season.clock().advance(Duration.ofDays(7 + 40));

        assertThatFeed(season.feed("/calendar.ics")).entry(uid(event)).hasStatus(EntryStatus.CANCELLED);
    }

    @Test
    void whatIsNotThereHasNoFeed() {
        for (String path : List.of("/organisations/nobody/calendar.ics", "/projects/none/calendar.ics")) {
            assertThat(season.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void whoRegisteredIsInNoFeed() {
        EventDetails event = season.publish(Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00"));
        Wish wish = new Wish(
                null, "Zanda Zvaigzne", "zanda@example.org", null, null, "lv", null, List.of("privacy"), null, null);
        season.bean(Registrations.class).register(event, wish, null);

        for (String path :
                List.of("/calendar.ics", "/organisations/parks/calendar.ics", "/events.atom", "/events.json")) {
            assertThat(new String(season.feed(path), UTF_8))
                    .as(path)
                    .contains("darzs")
                    .doesNotContainIgnoringCase("zanda")
                    .doesNotContainIgnoringCase("Zvaigzne");
        }
    }

    @Test
    void aFeedHasTheNewNameOfItsOrganisationAtOnce() {
        String before = etag(season.get("/organisations/parks/calendar.ics"));
        var parks = season.organisation("parks");

        season.bean(Organisations.class)
                .change(parks.id(), parks.version(), Season.profile("Jaunais parks"), Season.ACTOR);

        HttpResponse<byte[]> renamed = season.get("/organisations/parks/calendar.ics");
        assertThat(etag(renamed)).isNotEqualTo(before);
        assertThatFeed(renamed.body()).isNamed("Jaunais parks");
    }

    @Test
    void aFeedHasTheNewNameOfItsProjectAtOnce() {
        season.beginProject();
        Project project = season.bean(Projects.class).find("kapitals").orElseThrow();
        String before = etag(season.get("/projects/kapitals/calendar.ics?lang=lv"));

        season.bean(Projects.class)
                .change(project.id(), project.version(), Season.project("kapitals", "KAPITĀLS II"), Season.ACTOR);

        HttpResponse<byte[]> renamed = season.get("/projects/kapitals/calendar.ics?lang=lv");
        assertThat(etag(renamed)).isNotEqualTo(before);
        assertThatFeed(renamed.body()).isNamed("KAPITĀLS II");
    }

    @Test
    void anEventThatGoesToAnotherProjectGoesFromOneFeedToTheOtherAsTheSameEntry() {
        season.beginProject();
        season.bean(Projects.class)
                .create(season.organisation("parks").id(), Season.project("otrs", "OTRS"), Season.ACTOR);
        EventDetails event = season.publish(inProject("kapitals/4", null));
        assertThatFeed(season.feed("/projects/kapitals/calendar.ics")).hasEntries(uid(event));
        assertThatFeed(season.feed("/projects/otrs/calendar.ics")).hasNoEntries();

        season.change(event, inProject("otrs/4", event.sessions().get(0).id()));

        assertThatFeed(season.feed("/projects/kapitals/calendar.ics")).hasNoEntries();
        assertThatFeed(season.feed("/projects/otrs/calendar.ics")).hasEntries(uid(event));

        season.change(
                season.bean(Events.class).get(event.event().id()),
                inProject(null, event.sessions().get(0).id()));
        assertThatFeed(season.feed("/projects/otrs/calendar.ics")).hasNoEntries();
        assertThatFeed(season.feed("/calendar.ics")).hasEntries(uid(event));
    }

    @Test
    void anEventThatGoesToAnotherOrganisationGoesFromOneFeedToTheOtherAsTheSameEntry() {
        season.found("venner", "OMSOZAMS VENNER");
        EventDetails event = season.publish(Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00"));
        assertThatFeed(season.feed("/organisations/parks/calendar.ics")).hasEntries(uid(event));
        assertThatFeed(season.feed("/organisations/venner/calendar.ics")).hasNoEntries();
        assertThatFeed(season.feed("/calendar.ics")).hasEntries(uid(event));

        season.handOver(event, "venner");

        assertThatFeed(season.feed("/organisations/parks/calendar.ics")).hasNoEntries();
        for (String path : List.of("/organisations/venner/calendar.ics", "/calendar.ics")) {
            byte[] feed = season.feed(path);
            assertThatFeed(feed).isClean().hasEntries(uid(event));
            assertThat(new String(feed, UTF_8)).as(path).contains("ORGANIZER;CN=OMSOZAMS VENNER:");
        }
    }

    private static EventPlan inProject(@Nullable String activity, @Nullable Long session) {
        return Season.plan(
                "darzs",
                "TRAINING",
                "PUBLIC",
                null,
                activity,
                List.of(Season.session(session, "2027-03-27T10:00", "2027-03-27T15:00", "Europe/Riga", "Rīga")));
    }

    @Test
    void everyEditionOfAFeedIsAnotherOne() {
        EventDetails event = season.publish(Season.training("darzs", "2027-03-27T10:00", "2027-03-27T15:00"));
        String first = etag(season.get("/calendar.ics"));
        EventDetails other = season.publish(Season.training("maize", "2027-04-27T10:00", "2027-04-27T15:00"));
        String second = etag(season.get("/calendar.ics"));
        season.cancel(event);
        String third = etag(season.get("/calendar.ics"));
        season.erase(other);
        String fourth = etag(season.get("/calendar.ics"));

        assertThat(Set.of(first, second, third, fourth)).hasSize(4);
    }

    private static EventPlan.SessionPlan later() {
        return Season.session(null, "2027-05-10T10:00", "2027-05-10T12:00", "Europe/Riga", "Rīga");
    }

    static String uid(EventDetails event) {
        return event.sessions().get(0).uid();
    }

    static String etag(HttpResponse<?> answer) {
        return answer.headers().firstValue("ETag").orElseThrow();
    }
}
