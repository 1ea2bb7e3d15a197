package lv.kopa.registration.waiting;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.OutboxItem;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.time.MovableClock;

/** An event with people in line, who are called by their first names. */
final class Queue implements AutoCloseable {
    static final Instant NOW = Instant.parse("2031-05-01T08:00:00Z");
    static final String OFFERS = "\"registration\": {\"offerHours\": 24}";

    private final TestDatabase database = TestDatabase.fresh();
    private final Map<String, Answer> people = new LinkedHashMap<>();
    private final Program kopa;
    private final String parks;

    Queue(String spec) {
        kopa = Program.start(spec, database);
        parks = kopa.found("parks");
        kopa.bean(MovableClock.class).set(NOW);
    }

    Program kopa() {
        return kopa;
    }

    String parks() {
        return parks;
    }

    TestDatabase database() {
        return database;
    }

    /** Announces the event, with what a test wants to say besides. */
    Queue of(String more) {
        kopa.publish(parks, Plans.training("parks", "ours", more));
        return this;
    }

    /** Registers people one after another. */
    Queue register(String... names) {
        for (String name : names) {
            comes(name, "");
        }
        return this;
    }

    Answer comes(String name, String more) {
        String wish = Wishes.of(name + "@example.org", more).replace("\"lv\"", "\"en\"");
        Answer receipt = kopa.register(STRANGER, "ours", wish).is(201);
        people.put(name, receipt);
        return receipt;
    }

    Someone someone(String name) {
        return Someone.at(kopa, Someone.path(people(name).text("links.manage")));
    }

    private Answer people(String name) {
        Answer receipt = people.get(name);
        if (receipt == null) {
            throw new AssertionError(name + " never registered");
        }
        return receipt;
    }

    String reference(String name) {
        return people(name).text("reference");
    }

    Answer asked(String name) {
        return kopa.get(parks, "/api/v1/registrations/" + reference(name)).is(200);
    }

    String status(String name) {
        Answer answer = asked(name);
        return answer.at("answerBy").isPresent() ? "OFFERED" : answer.text("status");
    }

    /** How it stands with each, in the order they registered. */
    List<String> statuses() {
        List<String> statuses = new ArrayList<>();
        people.keySet().forEach(name -> statuses.add(name + " " + status(name)));
        return statuses;
    }

    void organiserCancels(String name) {
        kopa.post(parks, "/api/v1/registrations/" + reference(name) + "/cancel", "{}")
                .is(200);
    }

    void accepts(String name) {
        presses(name, "/place/acceptance");
    }

    void refuses(String name) {
        presses(name, "/place/refusal");
    }

    /** Whatever the page shows by now. */
    void presses(String name, String action) {
        Someone person = someone(name);
        person.page();
        String proof = String.valueOf(person.browser().cookies().get("kopa-csrf"));
        assertThat(person.browser()
                        .post(person.path() + action, Map.of("_csrf", proof))
                        .statusCode())
                .isEqualTo(303);
    }

    void later(Duration time) {
        kopa.bean(MovableClock.class).advance(time);
        kopa.bean(OfferKeeper.class).endOverdue();
    }

    Answer changeEvent(String json) {
        String version = kopa.get(parks, "/api/v1/events/ours").header("ETag");
        return kopa.patch(parks, "/api/v1/events/ours", version, json);
    }

    /** Of the mails to somebody, the newest first. */
    List<String> mails(String name) {
        return Someone.mails(kopa, name + "@example.org").stream()
                .map(OutboxItem::kind)
                .filter(kind -> !kind.equals("calendar-entry"))
                .toList();
    }

    long taken() {
        return database.number("SELECT places_taken FROM event WHERE slug = 'ours'");
    }

    /** Every counter is what the rows say: confirmed, or offered. */
    void isInOrder() {
        Books.balance(database);
    }

    @Override
    public void close() {
        kopa.close();
    }
}
