package lv.kopa.calendar;

import static lv.kopa.ical.FeedAssert.assertThatFeed;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.event.announcement.EventPlan.SessionPlan;
import lv.kopa.ical.Golden;
import lv.kopa.text.InvalidInput;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whole feeds to the last byte. */
class GoldenFeedTest {
    private final Season season = Season.begin();

    @AfterEach
    void close() {
        season.close();
    }

    @Test
    void ofNoEvent() {
        isTheCalendar("empty.ics", "/calendar.ics?lang=lv");
    }

    @Test
    void ofSeveralZones() {
        publish(
                "zones",
                Season.session(null, "2027-03-27T10:00", "2027-03-27T15:00", "Europe/Riga", "Rīga"),
                Season.session(null, "2027-05-10T09:00", "2027-05-10T12:00", "Europe/Oslo", "Hamar"),
                Season.session(null, "2027-05-12T09:00", "2027-05-12T12:00", "Atlantic/Reykjavik", "Reykjavík"),
                Season.session(null, "2028-01-12T19:30", "2028-01-12T21:00", "America/New_York", null));

        isTheCalendar("zones.ics", "/calendar.ics?lang=nb");
    }

    @Test
    void ofAVisitWithItsBanner() {
        season.beginProject();
        season.publish(Season.plan(
                "hamar",
                "STUDY_VISIT",
                "PUBLIC",
                null,
                "kapitals/4",
                List.of(
                        Season.session(null, "2027-06-14T09:30", "2027-06-14T12:00", "Europe/Oslo", "Hamar"),
                        Season.session(null, "2027-06-16T06:00", "2027-06-16T09:00", "Europe/Riga", "Rīga"))));

        isTheCalendar("visit.ics", "/projects/kapitals/calendar.ics?lang=lv");
    }

    @Test
    void ofAnEventThatWasCancelledAndOneThatWasMoved() {
        EventDetails cancelled = publish("maize", training("2027-03-27T10:00", "2027-03-27T15:00", null));
        EventDetails moved = publish("darzs", training("2027-03-27T10:00", "2027-03-27T15:00", null));
        season.clock().advance(Duration.ofHours(1));
        season.cancel(cancelled);
        season.change(
                moved,
                Season.plan(
                        "darzs",
                        "TRAINING",
                        "PUBLIC",
                        List.of(training(
                                "2027-03-29T10:00",
                                "2027-03-29T15:00",
                                moved.sessions().get(0).id()))));

        isTheCalendar("changed.ics", "/organisations/parks/calendar.ics?lang=en");
    }

    @Test
    void ofTheHourThatAutumnRepeats() {
        publish("nakts", training("2027-10-31T03:30", "2027-10-31T05:00", null));

        isTheCalendar("repeated-hour.ics", "/calendar.ics?lang=lv");
    }

    @Test
    void ofTheNightWhoseHourSpringSkips() {
        publish("nakts", training("2027-03-28T02:30", "2027-03-28T04:30", null));
        assertThatExceptionOfType(InvalidInput.class)
                .as("at an hour that no clock shows")
                .isThrownBy(() -> publish("neviena", training("2027-03-28T03:30", "2027-03-28T05:00", null)));

        isTheCalendar("skipped-hour.ics", "/calendar.ics?lang=lv");
    }

    @Test
    void ofAPartOnlineAndOneThatWasCancelled() {
        EventDetails event = publish(
                "tiksaiste",
                Season.session(null, "2027-03-27T10:00", "2027-03-27T12:00", "Europe/Riga", null),
                training("2027-03-28T10:00", "2027-03-28T12:00", null));
        season.clock().advance(Duration.ofHours(1));
        season.change(
                event,
                Season.plan(
                        "tiksaiste",
                        "TRAINING",
                        "PUBLIC",
                        List.of(Season.session(
                                event.sessions().get(0).id(),
                                "2027-03-27T10:00",
                                "2027-03-27T12:00",
                                "Europe/Riga",
                                null))));

        isTheCalendar("online-and-cancelled.ics", "/calendar.ics?lang=en");
    }

    @Test
    void ofWhatOnePersonLeads() {
        publish(
                "diena",
                led("2027-03-27T10:00", "2027-03-27T12:00", "Kari"),
                led("2027-03-27T13:00", "2027-03-27T15:00", "Ola"));

        isTheCalendar("trainer.ics", "/calendar.ics?trainer=Kari&lang=lv");
    }

    @Test
    void ofNewsInAtomAndInJson() {
        publish("darzs", training("2027-03-27T10:00", "2027-03-27T15:00", null));

        is("news.atom", "/events.atom?lang=nb");
        is("news.json", "/events.json?lang=nb");
    }

    private EventDetails publish(String slug, SessionPlan... sessions) {
        return season.publish(Season.plan(slug, "TRAINING", "PUBLIC", List.of(sessions)));
    }

    private static SessionPlan led(String start, String end, String trainer) {
        return new SessionPlan(
                null, null, start, end, "Europe/Riga", "Saules iela 1", null, null, null, List.of(trainer), null);
    }

    private static SessionPlan training(String start, String end, @Nullable Long id) {
        return Season.session(id, start, end, "Europe/Riga", "Saules iela 1");
    }

    private void isTheCalendar(String name, String path) {
        assertThatFeed(season.feed(path)).isClean().isPublished();
        is(name, path);
    }

    private void is(String name, String path) {
        Golden.assertThatIs(name, season.feed(path));
    }
}
