package lv.kopa.registration.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.registration.Outcome;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationSettled;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.own.ChangesClosed;
import lv.kopa.registration.own.Changing;
import lv.kopa.registration.undo.UndoLate;
import lv.kopa.registration.undo.Undoing;
import lv.kopa.registration.wish.Wish;
import lv.kopa.text.InvalidInput;
import lv.kopa.time.MovableClock;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever people and organisers do with sessions, one after another: counters equal rows, and nobody is overtaken. */
@Tag("database")
class AnyWorkshopTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Program KOPA = Program.start("AnyWorkshopTest", DATABASE);
    private static final String PARKS = KOPA.found("parks");
    private static int events;

    private final List<Registration> people = new ArrayList<>();
    private String event = "";

    @AfterContainer
    static void stop() {
        assertThat(DATABASE.number("SELECT COUNT(*) FROM audit WHERE deed = 'session-given'"))
                .isGreaterThan(20);
        KOPA.close();
    }

    @Property(tries = 14, shrinking = ShrinkingMode.OFF)
    void wherePlacesAreTheirsAtOnce(@ForAll @Size(min = 30, max = 50) List<@IntRange(max = 99_999) Integer> deeds) {
        all("null", deeds);
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void wherePlacesAreOffered(@ForAll @Size(min = 30, max = 50) List<@IntRange(max = 99_999) Integer> deeds) {
        all("24", deeds);
    }

    @Example
    void whoeverIsOvertakenIsFound() {
        WorkshopLine before = new WorkshopLine(List.of(
                new WorkshopLine.Member(1, true, false, 0, Set.of(), java.util.Map.of("s", 1)),
                new WorkshopLine.Member(2, true, false, 0, Set.of(), java.util.Map.of("s", 2))));
        WorkshopLine after = new WorkshopLine(List.of(
                new WorkshopLine.Member(1, true, false, 0, Set.of(), java.util.Map.of("s", 1)),
                new WorkshopLine.Member(2, true, false, 0, Set.of("s"), java.util.Map.of())));
        assertThat(before.overtakers(after)).hasSize(1);
        assertThat(before.overtakers(before)).isEmpty();
    }

    private void all(String hours, List<Integer> deeds) {
        announce(hours);
        WorkshopLine before = WorkshopLine.of(DATABASE, event);
        for (int i = 0; i < deeds.size(); i++) {
            int deed = deeds.get(i);
            String said = (i < 10 ? "register " : deed % 9 + " ") + deed;
            if (i < 10) {
                register(deed);
            } else {
                settle(deed);
            }
            WorkshopLine now = WorkshopLine.of(DATABASE, event);
            assertThat(Books.wrong(DATABASE)).as(said).isEmpty();
            assertThat(before.overtakers(now)).as(said).isEmpty();
            assertThat(now.forgotten(DATABASE, event)).as(said).isEmpty();
            assertThat(Crowd.of(DATABASE, event).forgotten(DATABASE, event))
                    .as(said)
                    .isEmpty();
            before = now;
        }
    }

    private void announce(String hours) {
        people.clear();
        event = "w" + events++;
        KOPA.bean(MovableClock.class).set(Instant.parse("2031-01-01T08:00:00Z"));
        KOPA.publish(PARKS, """
                {"organisation": "parks", "slug": "%s", "kind": "TRAINING", "title": {"en": "Anything"}, "places": 8,
                 "timeZone": "Europe/Riga", "registration": {"offerHours": %s},
                 "categories": [{"key": "a", "name": {"en": "A"}, "places": 12}], "sessions": [
                   {"title": {"en": "One"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 2},
                   {"title": {"en": "Two"}, "start": "2031-06-14T10:30", "end": "2031-06-14T12:00", "places": 2},
                   {"title": {"en": "Three"}, "start": "2031-06-14T11:30", "end": "2031-06-14T13:00", "places": 2}]}""".formatted(event, hours));
    }

    private void settle(int deed) {
        try {
            act(deed % 9, deed / 9);
        } catch (RegistrationSettled | ChangesClosed | InvalidInput | UndoLate refused) {
            assertThat(refused).isNotNull();
        }
    }

    private void act(int what, int how) {
        Registration person = KOPA.bean(Registrations.class)
                .byReference(people.get(how % people.size()).reference());
        Registrations registrations = KOPA.bean(Registrations.class);
        switch (what) {
            case 0 -> register(how);
            case 1 -> registrations.withdraw(person);
            case 2 -> registrations.cancel(person, null, "test");
            case 3, 4 -> KOPA.bean(Changing.class).change(person, person.revision(), wish(how / 7, person.email()));
            case 5 -> KOPA.bean(Undoing.class).undo(person, Undoing.Terms.whateverIsLeft(how % 2 == 0), "participant");
            case 6 -> accept(how);
            case 7 -> KOPA.bean(Leaving.class).leave(person, sessions().get(how % 3));
            default -> resize(how);
        }
    }

    private void accept(int how) {
        List<Registration> offered = people.stream()
                .map(person -> KOPA.bean(Registrations.class).byReference(person.reference()))
                .filter(person -> KOPA.bean(lv.kopa.registration.offer.PlaceOffers.class)
                        .open(person.id())
                        .isPresent())
                .toList();
        if (!offered.isEmpty()) {
            Registration person = offered.get(how % offered.size());
            if (how % 3 == 0) {
                KOPA.bean(Offering.class).refuse(person);
            } else {
                KOPA.bean(Offering.class).accept(person);
            }
        }
    }

    private List<Long> sessions() {
        return KOPA.bean(Events.class).find(event).orElseThrow().chosen().stream()
                .map(Session::id)
                .toList();
    }

    /** One session at most, and any that are waited for. */
    private Wish wish(int how, String email) {
        List<Long> all = sessions();
        List<Long> chosen = how % 4 == 3 ? List.of() : List.of(all.get(how % 4));
        List<Long> awaited = all.stream()
                .filter(session -> (how / 4 >> all.indexOf(session)) % 2 == 1 && !chosen.contains(session))
                .toList();
        return new Wish(
                "a",
                "Person",
                email,
                null,
                null,
                "en",
                null,
                List.of("privacy"),
                chosen,
                null,
                null,
                null,
                null,
                awaited);
    }

    private void register(int how) {
        EventDetails details = KOPA.bean(Events.class).find(event).orElseThrow();
        String email = "p" + people.size() + "@" + event + ".example.org";
        Outcome outcome = KOPA.bean(Registrations.class).register(details, wish(how, email), null);
        people.add(((Outcome.Registered) outcome).registration());
    }

    private void resize(int how) {
        EventDetails details = KOPA.bean(Events.class).find(event).orElseThrow();
        String path = "/api/v1/events/" + event;
        String version = KOPA.get(PARKS, path).header("ETag");
        String programme = details.chosen().stream()
                .map(session -> """
                        {"id": %d, "title": {"en": "%s"}, "start": "%s", "end": "%s", "places": %d}""".formatted(
                                session.id(),
                                session.id(),
                                session.startsOn().plusMinutes(how % 2 == 0 ? 0 : 30L * (how / 2 % 3) - 30),
                                session.endsOn().plusMinutes(how % 3 == 0 ? 30 : 0),
                                Math.max(session.placesTaken(), 1 + how % 3)))
                .collect(Collectors.joining(","));
        Program.Answer answer = KOPA.patch(
                PARKS, path, version, "{\"places\": %d, \"sessions\": [%s]}".formatted(5 + how % 6, programme));
        assertThat(answer.status()).as(answer.response().body()).isIn(200, 422);
    }
}
