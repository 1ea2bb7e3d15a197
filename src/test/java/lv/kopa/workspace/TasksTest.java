package lv.kopa.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Role;
import lv.kopa.project.ProjectPlan;
import lv.kopa.project.Projects;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Site;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

@Tag("database")
final class TasksTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Site SITE = Desk.room(DATABASE);

    private Desk desk;

    @AfterAll
    static void stop() {
        SITE.close();
    }

    @BeforeEach
    void onTheFirstOfFebruary(TestInfo test) {
        SITE.bean(MovableClock.class).set(Instant.parse("2027-02-01T08:00:00Z"));
        desk = Desk.of(SITE, "d" + Integer.toHexString(test.getDisplayName().hashCode() & 0xfffffff));
    }

    @Test
    void peopleWhoWaitWhereAllPlacesAreTakenAreSaid() {
        EventDetails full = published("Full", "2027-03-20", "places", "1", "waitingList", "true");
        register(full, "Anna");
        register(full, "Bella");

        assertThat(tasks()).containsExactly("1 person waits, and all places are taken");
        follow();
    }

    @Test
    void anOfferThatRunsOutWithinADayIsSaidAndOneThatDoesNotIsNot() {
        EventDetails event = published("Offered", "2027-03-20", "places", "1", "waitingList", "true");
        register(event, "Anna");
        register(event, "Bella");
        offer(event, "Bella", "2027-02-03 08:00:00");
        assertThat(tasks()).noneMatch(task -> task.contains("offer"));

        SITE.bean(MovableClock.class).set(Instant.parse("2027-02-02T09:00:00Z"));

        assertThat(tasks()).contains("1 offer of a place runs out within a day");
        follow();
    }

    @Test
    void theLastPlacesAreSaid() {
        EventDetails event = published("Filling", "2027-03-20", "places", "10");
        for (int i = 0; i < 9; i++) {
            register(event, "Guest" + i);
        }

        assertThat(tasks()).containsExactly("1 place left, then it is full");
        follow();
    }

    @Test
    void whatStaysEmptyIsSaidTwoWeeksBeforeItIsTooLate() {
        EventDetails event = published("Empty", "2027-02-20", "places", "40");
        register(event, "Anna");
        assertThat(tasks()).isEmpty();

        SITE.bean(MovableClock.class).set(Instant.parse("2027-02-06T08:00:00Z"));

        assertThat(tasks()).containsExactly("1 of 40 places is taken; registration ends on Sat 20 Feb");
        follow();
    }

    @Test
    void whatIsOverWantsToBeToldOfForThreeMonths() {
        SITE.bean(MovableClock.class).set(Instant.parse("2026-10-20T08:00:00Z"));
        published("Long over", "2026-10-31", "places", "2");
        published("Over", "2026-11-02", "places", "2");

        SITE.bean(MovableClock.class).set(Instant.parse("2027-02-01T08:00:00Z"));

        assertThat(tasks()).containsExactly("¶ It is over: say what came of it");
        assertThat(desk.page("/organiser").select(".tasks .meta").text()).contains("Over · Monday 2 November 2026");
        follow();
    }

    @Test
    void theEndOfAProjectIsSaidAMonthBefore() {
        published("Anything", "2027-06-20", "places", "2");
        SITE.bean(Projects.class)
                .create(
                        desk.organisation().id(),
                        new ProjectPlan(
                                "ends-soon",
                                "1",
                                Translated.of(Language.EN, "Ends soon"),
                                Translated.nothing(),
                                "Fund",
                                Translated.nothing(),
                                null,
                                LocalDate.parse("2027-03-05"),
                                List.of()),
                        "test");
        assertThat(tasks()).isEmpty();

        SITE.bean(MovableClock.class).set(Instant.parse("2027-02-05T08:00:00Z"));

        assertThat(tasks()).containsExactly("5 Mar The last day of the project: see whether its report is complete");
        follow();
    }

    @Test
    void whoMayOnlyCheckPeopleInIsToldOfWhatTheyMayDo() {
        EventDetails event = published("Soon", "2027-02-03", "places", "40");
        register(event, "Anna");
        assertThat(tasks()).hasSize(2);

        SITE.bean(People.class)
                .join(
                        Desk.of(SITE, "owner-" + desk.organisation().slug())
                                .organiser()
                                .personId(),
                        desk.organisation().id(),
                        Role.OWNER,
                        "test");
        SITE.bean(People.class)
                .join(desk.organiser().personId(), desk.organisation().id(), Role.CHECK_IN, "test");

        assertThat(tasks()).containsExactly("3 Feb Begins in 2 days, Wed 3 Feb");
        follow();
    }

    private List<String> tasks() {
        return desk.page("/organiser").select(".tasks li").stream()
                .map(task -> task.expectFirst("b").text() + " "
                        + task.expectFirst("strong").text())
                .toList();
    }

    /** Each leads somewhere. */
    private void follow() {
        Document page = desk.page("/organiser");
        for (String address : page.select(".tasks a").eachAttr("href")) {
            String[] parts = address.split("#");
            Document there = desk.page(parts[0]);
            if (parts.length > 1) {
                assertThat(there.getElementById(parts[1])).as(address).isNotNull();
            }
        }
    }

    private EventDetails published(String title, String day, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "kind",
                "TRAINING",
                "title.en",
                title,
                "sessions.0.start",
                day + "T10:00",
                "sessions.0.end",
                day + "T12:30",
                "sessions.0.timeZone",
                "Europe/Riga"));
        fields.addAll(List.of(more));
        String address = Desk.location(desk.post("/organiser/events", fields.toArray(String[]::new)));
        long id = SITE.bean(Events.class)
                .find(address.substring(address.lastIndexOf('/') + 1))
                .orElseThrow()
                .event()
                .id();
        return SITE.bean(Announcements.class).publish(id, "test");
    }

    private static void register(EventDetails event, String name) {
        SITE.bean(Registrations.class)
                .register(event, Wishes.of(null, name, name.toLowerCase(Locale.ROOT) + "@example.org", null), null);
    }

    private static void offer(EventDetails event, String name, String answerBy) {
        DATABASE.execute("INSERT INTO place_offer (registration_id, category_id, offered_at, answer_by)"
                + " SELECT id, NULL, NOW(6), '" + answerBy + "' FROM registration WHERE name = '" + name
                + "' AND event_id = " + event.event().id());
    }
}
