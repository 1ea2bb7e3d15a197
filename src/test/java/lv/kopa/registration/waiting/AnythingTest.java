package lv.kopa.registration.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.registration.Outcome;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationSettled;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.wish.Wish;
import lv.kopa.time.MovableClock;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever people and organisers do, one after another: no counter differs from its rows, and nobody is overtaken. */
@Tag("database")
class AnythingTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Program KOPA = Program.start("AnythingTest", DATABASE);
    private static final String PARKS = KOPA.found("parks");
    private static int events;

    private final List<Registration> people = new ArrayList<>();
    private String event = "";

    @AfterContainer
    static void stop() {
        assertThat(DATABASE.texts("SELECT DISTINCT COALESCE(ending, 'OPEN') FROM place_offer"))
                .contains("OPEN", "ACCEPTED", "REFUSED", "RAN_OUT", "WITHDRAWN");
        KOPA.close();
    }

    @Property(tries = 12, shrinking = ShrinkingMode.OFF)
    void whereAPlaceIsTheirsAtOnce(@ForAll @Size(min = 30, max = 45) List<@IntRange(max = 99_999) Integer> deeds) {
        all("null", deeds);
    }

    @Property(tries = 18, shrinking = ShrinkingMode.OFF)
    void wherePlacesAreOffered(@ForAll @Size(min = 30, max = 45) List<@IntRange(max = 99_999) Integer> deeds) {
        all("24", deeds);
    }

    @Example
    void whoeverIsOvertakenIsFound() {
        Crowd before = new Crowd(List.of(
                new Crowd.Member(1, "IN_LINE", 1, Set.of("a", "b"), Set.of()),
                new Crowd.Member(2, "IN_LINE", 2, Set.of("b"), Set.of("s1"))));
        Crowd after = new Crowd(List.of(
                new Crowd.Member(1, "IN_LINE", 1, Set.of("a", "b"), Set.of()),
                new Crowd.Member(2, "OFFERED", 2, Set.of("b"), Set.of("s1"))));
        assertThat(before.overtakers(after)).hasSize(1);
        assertThat(before.overtakers(before)).isEmpty();
    }

    private void all(String hours, List<Integer> deeds) {
        announce(hours);
        Crowd before = Crowd.of(DATABASE, event);
        for (int i = 0; i < deeds.size(); i++) {
            int deed = deeds.get(i);
            String said = (i < 8 ? "register " : deed % 11 + " ") + deed;
            if (i < 8) {
                register(deed);
            } else {
                settle(deed);
            }
            Crowd now = Crowd.of(DATABASE, event);
            assertThat(Books.wrong(DATABASE)).as(said).isEmpty();
            if (i < 8 || deed % 11 != 9) {
                assertThat(before.overtakers(now)).as(said).isEmpty();
            }
            assertThat(now.forgotten(DATABASE, event)).as(said).isEmpty();
            before = now;
        }
    }

    private void announce(String hours) {
        people.clear();
        event = "e" + events++;
        KOPA.bean(MovableClock.class).set(Instant.parse("2031-01-01T08:00:00Z"));
        KOPA.publish(PARKS, """
                {"organisation": "parks", "slug": "%s", "kind": "TRAINING", "title": {"en": "Anything"}, "places": 4,
                 "timeZone": "Europe/Riga", "registration": {"offerHours": %s},
                 "categories": [{"key": "a", "name": {"en": "A"}, "places": 2}, {"key": "b", "name": {"en": "B"}, "places": 2}],
                 "sessions": [
                   {"title": {"en": "All"}, "start": "2031-06-14T08:30", "end": "2031-06-14T09:00"},
                   {"title": {"en": "One"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 2}],
                 "questions": [{"key": "bed", "type": "CHOICE", "label": {"en": "Bed"}, "choices": [
                   {"key": "window", "label": {"en": "By the window"}, "places": 2},
                   {"key": "floor", "label": {"en": "On the floor"}}]}]}""".formatted(event, hours));
    }

    private void settle(int deed) {
        try {
            act(deed % 11, deed / 11);
        } catch (RegistrationSettled settled) {
            assertThat(settled.sentence().key()).startsWith("registration.");
        }
    }

    private void act(int what, int how) {
        Registration person = people.get(how % people.size());
        Registrations registrations = KOPA.bean(Registrations.class);
        switch (what) {
            case 0, 1 -> register(how);
            case 2 -> registrations.withdraw(person);
            case 3 -> registrations.cancel(person, null, "test");
            case 4 -> registrations.withdrawByContact(person);
            case 5 -> registrations.decline(person, null, "test");
            case 6 -> someOffered(how).ifPresent(KOPA.bean(Offering.class)::accept);
            case 7 -> someOffered(how).ifPresent(KOPA.bean(Offering.class)::refuse);
            case 8 -> runOut(how);
            case 9 -> KOPA.bean(Reordering.class).move(person, 1 + how % 5, "fair", "test");
            default -> resize(how);
        }
    }

    private void register(int how) {
        EventDetails details = KOPA.bean(Events.class).find(event).orElseThrow();
        List<Long> sessions = details.chosen().stream().map(Session::id).toList();
        String email = "p" + people.size() + "@" + event + ".example.org";
        Wish wish = new Wish(
                how % 2 == 0 ? "a" : "b",
                "Person",
                email,
                null,
                null,
                "en",
                how / 2 % 3 == 0 ? Map.of("bed", how / 6 % 2 == 0 ? "window" : "floor") : null,
                List.of("privacy"),
                how / 12 % 3 == 0 ? sessions : null,
                null,
                how / 36 % 3 == 0 ? List.of("a", "b") : null,
                null,
                null,
                null);
        Outcome outcome = KOPA.bean(Registrations.class).register(details, wish, null);
        people.add(((Outcome.Registered) outcome).registration());
    }

    private Optional<Registration> someOffered(int how) {
        List<Long> offered = Crowd.of(DATABASE, event).members().stream()
                .filter(member -> member.standing().equals("OFFERED"))
                .map(Crowd.Member::id)
                .toList();
        return people.stream()
                .filter(person -> !offered.isEmpty() && person.id() == offered.get(how % offered.size()))
                .findFirst();
    }

    private static void runOut(int how) {
        KOPA.bean(MovableClock.class).advance(Duration.ofHours(how % 2 == 0 ? 5 : 25));
        KOPA.bean(OfferKeeper.class).endOverdue();
    }

    /** Fewer places than are taken are refused, unless it is by what is only offered. */
    private void resize(int how) {
        String path = "/api/v1/events/" + event;
        String version = KOPA.get(PARKS, path).header("ETag");
        Program.Answer answer =
                KOPA.patch(PARKS, path, version, """
                {"places": %d, "categories": [{"key": "a", "places": %d}, {"key": "b", "places": %d}]}""".formatted(2 + how % 5, 1 + how / 5 % 3, 1 + how / 15 % 3));
        assertThat(answer.status()).as(answer.response().body()).isIn(200, 422);
    }
}
