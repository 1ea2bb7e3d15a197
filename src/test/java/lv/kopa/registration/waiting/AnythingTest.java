package lv.kopa.registration.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.delegation.Ledger;
import lv.kopa.registration.delegation.Partner;
import lv.kopa.registration.erasure.Erasing;
import lv.kopa.registration.undo.Undoing;
import lv.kopa.text.Refusal;
import lv.kopa.time.MovableClock;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Whatever people, contacts, heads, guardians and organisers do, one after another: no counter differs from its rows,
 * nobody is overtaken, and nobody waits for what there is.
 */
@Tag("database")
class AnythingTest {
    private static final int FIRST = 8;
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Program KOPA = Program.start("AnythingTest", DATABASE);
    private static final String PARKS = KOPA.found("parks");
    private static final Ledger LEDGER = new Ledger(DATABASE);
    private static int events;

    private String event = "";
    private Anybody anybody = new Anybody(KOPA, PARKS, event);
    private Partner partner = new Partner(KOPA, event);

    /** Each of them was really done, and not only refused. */
    @AfterContainer
    static void stop() {
        assertThat(DATABASE.texts("SELECT DISTINCT ending FROM place_offer WHERE ending IS NOT NULL"))
                .hasSizeGreaterThan(2);
        assertThat(DATABASE.texts("SELECT DISTINCT deed FROM audit"))
                .as("deeds that came about by chance, of some thirty")
                .hasSizeGreaterThan(20);
        KOPA.close();
    }

    @Property(tries = 7, shrinking = ShrinkingMode.OFF)
    void wherePlacesAreTheirsAtOnce(@ForAll @Size(min = 45, max = 60) List<@IntRange(max = 999_999) Integer> deeds) {
        all("", deeds);
    }

    @Property(tries = 7, shrinking = ShrinkingMode.OFF)
    void wherePlacesAreOffered(@ForAll @Size(min = 45, max = 60) List<@IntRange(max = 999_999) Integer> deeds) {
        all("\"registration\": {\"offerHours\": 24},", deeds);
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void whereAddressesAreConfirmed(@ForAll @Size(min = 45, max = 60) List<@IntRange(max = 999_999) Integer> deeds) {
        all("\"registration\": {\"confirmAddress\": true, \"offerHours\": 24},", deeds);
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void whereOrganisersDecideAndGuardiansAnswer(
            @ForAll @Size(min = 45, max = 60) List<@IntRange(max = 999_999) Integer> deeds) {
        all("\"approval\": \"MANUAL\", \"registration\": {\"minors\": \"ASKED\"},", deeds);
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

    private void all(String more, List<Integer> numbers) {
        announce(more);
        List<Map.Entry<String, IntConsumer>> deeds = deeds();
        List<String> done = new ArrayList<>();
        Crowd before = Crowd.of(DATABASE, event);
        for (int i = 0; i < numbers.size(); i++) {
            int number = numbers.get(i);
            var deed = deeds.get(i < FIRST ? 0 : number % deeds.size());
            int how = number / deeds.size();
            done.add(deed.getKey() + " " + how);
            settle(() -> deed.getValue().accept(how));
            Crowd now = Crowd.of(DATABASE, event);
            String said = done.toString();
            LEDGER.isTrue(said);
            if (!deed.getKey().equals("moves in line")) {
                assertThat(before.overtakers(now)).as(said).isEmpty();
            }
            assertThat(now.forgotten(DATABASE, event)).as(said).isEmpty();
            before = now;
        }
        afterwards(deeds, numbers);
    }

    /** What is called off can still be given up, and is taken by nobody. */
    private void afterwards(List<Map.Entry<String, IntConsumer>> deeds, List<Integer> numbers) {
        anybody.callsItOff();
        LEDGER.isTrue("called off");
        for (int number : numbers.subList(0, FIRST)) {
            settle(() -> deeds.get(number % deeds.size()).getValue().accept(number / deeds.size()));
            LEDGER.isTrue("called off, " + deeds.get(number % deeds.size()).getKey());
        }
    }

    private List<Map.Entry<String, IntConsumer>> deeds() {
        Registrations registrations = KOPA.bean(Registrations.class);
        Offering offering = KOPA.bean(Offering.class);
        return List.of(
                Map.entry("registers", anybody::registers),
                Map.entry("registers once more", anybody::registers),
                Map.entry("brings others", anybody::bringsOthers),
                Map.entry("withdraws", how -> anybody.person(how).ifPresent(registrations::withdraw)),
                Map.entry("contact withdraws", how -> anybody.person(how).ifPresent(registrations::withdrawByContact)),
                Map.entry("guardian refuses", how -> anybody.person(how).ifPresent(registrations::withdrawByGuardian)),
                Map.entry(
                        "cancels",
                        how -> anybody.confirmed(how).ifPresent(one -> registrations.cancel(one, null, "test"))),
                Map.entry(
                        "declines",
                        how -> anybody.person(how).ifPresent(one -> registrations.decline(one, null, "test"))),
                Map.entry(
                        "approves",
                        how -> anybody.awaitingApproval(how).ifPresent(one -> registrations.approve(one, "test"))),
                Map.entry(
                        "approves another",
                        how -> anybody.awaitingApproval(how).ifPresent(one -> registrations.approve(one, "test"))),
                Map.entry("accepts", how -> anybody.offered(how).ifPresent(offering::accept)),
                Map.entry("refuses", how -> anybody.offered(how).ifPresent(offering::refuse)),
                Map.entry("waits long", how -> {
                    anybody.waitsLong(how);
                    partner.looksAtTheDate();
                }),
                Map.entry(
                        "moves in line",
                        how -> anybody.person(how)
                                .ifPresent(one -> KOPA.bean(Reordering.class).move(one, 1 + how % 5, "fair", "test"))),
                Map.entry(
                        "undoes",
                        how -> anybody.cancelled(how)
                                .ifPresent(one -> KOPA.bean(Undoing.class)
                                        .undo(one, Undoing.Terms.whateverIsLeft(how % 2 == 0), "participant"))),
                Map.entry("changes sessions", anybody::changesSessions),
                Map.entry("answers", anybody::answers),
                Map.entry("hands over", anybody::handsOver),
                Map.entry("is exchanged", anybody::isExchanged),
                Map.entry("erases", how -> anybody.person(how).ifPresent(KOPA.bean(Erasing.class)::erase)),
                Map.entry("confirms", anybody::confirmsTheAddress),
                Map.entry("confirms another", anybody::confirmsTheAddress),
                Map.entry("changes places", anybody::changesPlaces),
                Map.entry("changes the programme", anybody::changesTheProgramme),
                Map.entry("gives places", partner::isGivenPlaces),
                Map.entry("gives other places", partner::isGivenOtherPlaces),
                Map.entry("takes places back", partner::losesPlaces),
                Map.entry("names", how -> partner.names(how, anybody.address(how))),
                Map.entry("names another", how -> partner.names(how, anybody.address(how))),
                Map.entry("swaps", how -> partner.swaps(how, anybody.address(how))),
                Map.entry("takes out", partner::takesOut));
    }

    private void announce(String more) {
        event = "e" + events++;
        anybody = new Anybody(KOPA, PARKS, event);
        partner = new Partner(KOPA, event);
        KOPA.bean(MovableClock.class).set(Instant.parse("2031-01-01T08:00:00Z"));
        KOPA.publish(PARKS, """
                {"organisation": "parks", "slug": "%s", "kind": "TRAINING", "title": {"en": "Anything"}, "places": 5, %s
                 "timeZone": "Europe/Riga",
                 "categories": [{"key": "a", "name": {"en": "A"}, "places": 3}, {"key": "b", "name": {"en": "B"}, "places": 3}],
                 "sessions": [
                   {"title": {"en": "All"}, "start": "2031-06-14T08:30", "end": "2031-06-14T09:00"},
                   {"title": {"en": "One"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 2}],
                 "questions": [{"key": "bed", "type": "CHOICE", "label": {"en": "Bed"}, "choices": [
                   {"key": "window", "label": {"en": "By the window"}, "places": 2},
                   {"key": "floor", "label": {"en": "On the floor"}}]}]}""".formatted(event, more));
    }

    private static void settle(Runnable deed) {
        try {
            deed.run();
        } catch (Refusal refused) {
            assertThat(refused.sentence().key()).isNotEmpty();
        }
    }
}
