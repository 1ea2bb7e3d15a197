package lv.kopa.event.api;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.event.Session;
import lv.kopa.organisation.Organisations;
import lv.kopa.project.ProjectPlan;
import lv.kopa.project.Projects;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EventApiTest {
    private static final String EVENTS = "/api/v1/events";
    private static Program program;
    private static String parks;
    private static String venner;

    @BeforeAll
    static void start() {
        program = Program.start("events", TestDatabase.fresh());
        parks = program.found("parks");
        venner = program.found("venner");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void aDraftIsThereForItsOrganisersAlone() {
        Answer draft = program.post(parks, EVENTS, Plans.training("parks", "draft", ""));
        draft.is(201);
        assertThat(draft.header("Location")).endsWith("/api/v1/events/draft").isEqualTo(draft.text("links.self"));
        assertThat(draft.text("state")).isEqualTo("DRAFT");
        program.get(parks, EVENTS + "/draft").is(200);
        program.get(STRANGER, EVENTS + "/draft").isProblem(404);
        program.get(venner, EVENTS + "/draft").isProblem(404);
        assertThat(program.get(STRANGER, EVENTS).response().body()).doesNotContain("/draft\"");
    }

    @Test
    void anEventIsToldAgainAsItWasPlanned() {
        Answer event = program.post(
                parks, EVENTS, Plans.studyVisit("parks", "told-again", "\"provided\": {\"en\": \"Flights and beds\"}"));
        event.is(201);
        assertThat(event.text("provided.en")).isEqualTo("Flights and beds");
        assertThat(event.text("kind")).isEqualTo("STUDY_VISIT");
        assertThat(event.text("description.en")).isEqualTo("To see how *others* do it.");
        assertThat(event.text("languages.1")).isEqualTo("nb");
        assertThat(event.number("places")).isEqualTo(4);
        assertThat(event.at("waitingList").orElseThrow().getBooleanValue()).isFalse();
        assertThat(event.text("approval")).isEqualTo("MANUAL");
        assertThat(event.text("registration.changesUntil")).isEqualTo("2031-06-05T20:00:00Z");
        assertThat(event.text("categories.0.key")).isEqualTo("member");
        assertThat(event.at("categories.1.places")).isEmpty();
        assertThat(event.number("categories.1.placesLeft")).isEqualTo(4);
        assertThat(event.text("sessions.0.timeZone")).isEqualTo("Europe/Riga");
        assertThat(event.text("sessions.1.timeZone")).isEqualTo("Europe/Oslo");
        assertThat(event.text("sessions.1.start")).isEqualTo("2031-06-14T11:00");
        assertThat(event.text("sessions.1.trainers.1")).isEqualTo("Ola");
        assertThat(event.text("links.calendar")).endsWith("/events/told-again/calendar.ics");
        assertThat(event.text("links.register")).endsWith("/events/told-again/register");
        assertThat(event.header("ETag")).isEqualTo("\"" + event.number("version") + "\"");
    }

    @Test
    void onlineLinksAndContactsAreForOrganisersAlone() {
        program.publish(parks, Plans.studyVisit("parks", "secretive", ""));
        Answer own = program.get(parks, EVENTS + "/secretive");
        assertThat(own.text("sessions.1.onlineUrl")).isEqualTo("https://meet.example/hamar");
        assertThat(own.text("sessions.1.hostContact")).isEqualTo("+47 22 00 00 00");
        for (String token : new String[] {STRANGER, venner}) {
            Answer seen = program.get(token, EVENTS + "/secretive").is(200);
            assertThat(seen.response().body()).doesNotContain("meet.example").doesNotContain("+47");
            assertThat(seen.at("sessions.1.online").orElseThrow().getBooleanValue())
                    .isTrue();
        }
        assertThat(program.get(parks, EVENTS).response().body()).doesNotContain("meet.example");
    }

    @Test
    void onlyWhoBringsATokenPlansEventsAndOnlyForTheirOwnOrganisation() {
        program.post(STRANGER, EVENTS, Plans.training("parks", "foreign", "")).isProblem(401);
        program.post(venner, EVENTS, Plans.training("parks", "foreign", "")).isInvalid("organisation");
        program.post(venner, EVENTS, Plans.training("nobody", "foreign", "")).isInvalid("organisation");
        program.post(venner, EVENTS, "{}").isInvalid("organisation");
        program.get(parks, EVENTS + "/foreign").isProblem(404);
    }

    @Test
    void anotherOrganisationsEventCannotBeTouched() {
        Answer event = program.publish(parks, Plans.training("parks", "untouched", ""));
        program.patch(venner, EVENTS + "/untouched", event.header("ETag"), "{\"places\": 1}")
                .isProblem(404);
        program.post(venner, EVENTS + "/untouched/cancel", "{\"reason\": \"rain\"}")
                .isProblem(404);
        program.post(STRANGER, EVENTS + "/untouched/cancel", "{\"reason\": \"rain\"}")
                .isProblem(401);
        assertThat(program.get(STRANGER, EVENTS + "/untouched").text("state")).isEqualTo("PUBLISHED");
    }

    @Test
    void aPatchChangesOnlyWhatItNames() {
        Answer before = program.publish(parks, Plans.studyVisit("parks", "patched", ""));
        Answer after = program.patch(
                        parks,
                        EVENTS + "/patched",
                        before.header("ETag"),
                        "{\"places\": 9, \"title\": {\"nb\": \"Hamar\"}}")
                .is(200);
        assertThat(after.number("places")).isEqualTo(9);
        assertThat(after.text("title.nb")).isEqualTo("Hamar");
        assertThat(after.text("title.en")).isEqualTo("Study visit to Hamar");
        assertThat(after.number("version")).isEqualTo(before.number("version") + 1);
        for (String kept : new String[] {"sessions", "registration", "description", "approval", "slug"}) {
            assertThat(after.at(kept)).as(kept).isEqualTo(before.at(kept));
        }
        assertThat(after.text("categories.0.name.en")).isEqualTo("Member");
    }

    @Test
    void nullTakesAwayWhatCanBeMissing() {
        Answer before = program.publish(parks, Plans.studyVisit("parks", "cleared", ""));
        Answer after = program.patch(
                        parks,
                        EVENTS + "/cleared",
                        before.header("ETag"),
                        "{\"places\": null, \"description\": null, \"registration\": {\"closes\": null}}")
                .is(200);
        assertThat(after.at("places")).isEmpty();
        assertThat(after.text("description.en")).isEmpty();
        assertThat(after.at("registration.closes")).isEmpty();
        assertThat(after.text("registration.opens")).isNotEmpty();
        program.patch(parks, EVENTS + "/cleared", after.header("ETag"), "{\"title\": null}")
                .isInvalid("title");
        program.patch(parks, EVENTS + "/cleared", after.header("ETag"), "{\"kind\": null}")
                .isInvalid("kind");
    }

    @Test
    void aSessionKeepsItsIdentityThroughAPatch() {
        Answer before = program.publish(parks, Plans.studyVisit("parks", "identity", ""));
        long flight = before.number("sessions.0.id");
        long school = before.number("sessions.1.id");
        String uid = program.bean(Events.class).session(school).orElseThrow().uid();
        Answer after = program.patch(parks, EVENTS + "/identity", before.header("ETag"), """
                        {"sessions": [{"id": %d, "start": "2031-06-14T12:00"},
                          {"title": {"en": "Dinner"}, "start": "2031-06-14T19:00", "end": "2031-06-14T21:00"}]}
                        """.formatted(school))
                .is(200);
        assertThat(after.number("sessions.0.id")).isEqualTo(school);
        assertThat(after.text("sessions.0.start")).isEqualTo("2031-06-14T12:00");
        assertThat(after.text("sessions.0.host")).isEqualTo("OMSOZAMS VENNER");
        assertThat(after.text("sessions.0.timeZone")).isEqualTo("Europe/Oslo");
        assertThat(after.text("sessions.1.title.en")).isEqualTo("Dinner");
        Session moved = program.bean(Events.class).session(school).orElseThrow();
        assertThat(moved.uid()).isEqualTo(uid);
        assertThat(moved.sequence()).isEqualTo(1);
        assertThat(program.bean(Events.class).session(flight).orElseThrow().isCancelled())
                .isTrue();
        program.patch(
                        parks,
                        EVENTS + "/identity",
                        after.header("ETag"),
                        "{\"sessions\": [{\"id\": 999999, "
                                + "\"start\": \"2031-06-14T12:00\", \"end\": \"2031-06-14T13:00\"}]}")
                .isInvalid("sessions[0].id");
    }

    @Test
    void aPatchNeedsTheVersionThatWasSeen() {
        Answer event = program.publish(parks, Plans.training("parks", "versions", ""));
        String path = EVENTS + "/versions";
        program.send("PATCH", parks, path, "{\"places\": 7}").isProblem(428);
        program.patch(parks, path, "\"99\"", "{\"places\": 7}").isProblem(412);
        program.patch(parks, path, "\"nonsense\"", "{\"places\": 7}").isProblem(412);
        program.patch(parks, path, event.header("ETag"), "{\"places\": 7}").is(200);
        program.patch(parks, path, event.header("ETag"), "{\"places\": 8}").isProblem(412);
        assertThat(program.get(parks, path).number("places")).isEqualTo(7);
    }

    @Test
    void aNameThatIsMisspeltIsRefusedAndTheKnownOnesAreSaid() {
        Answer plan = program.post(parks, EVENTS, Plans.training("parks", "misspelt", "\"timezone\": \"Europe/Oslo\""))
                .isInvalid("timezone");
        assertThat(plan.text("errors.0.message")).contains("languages, timeZone, places");
        Answer event = program.publish(parks, Plans.training("parks", "misspelt", ""));
        Answer patch = program.patch(
                        parks,
                        EVENTS + "/misspelt",
                        event.header("ETag"),
                        "{\"sessions\": [{\"id\": " + event.number("sessions.0.id") + ", \"onlineURL\": null}]}")
                .isInvalid("sessions[0].onlineURL");
        assertThat(patch.text("errors.0.message")).contains("place, onlineUrl, host");
    }

    @Test
    void aTextIsTakenAwayInOneLanguageHoweverOften() {
        Answer event = program.publish(
                parks, Plans.training("parks", "languages", "\"description\": {\"en\": \"Seeds\", \"nb\": null}"));
        assertThat(event.at("description.nb")).isEmpty();
        Answer once = program.patch(parks, EVENTS + "/languages", event.header("ETag"), "{\"title\": {\"lv\": null}}")
                .is(200);
        Answer twice = program.patch(parks, EVENTS + "/languages", once.header("ETag"), "{\"title\": {\"lv\": null}}")
                .is(200);
        assertThat(twice.at("title")).isEqualTo(once.at("title"));
        assertThat(twice.at("title.lv")).isEmpty();
    }

    @Test
    void anEventStaysWithItsOrganisation() {
        Answer event = program.publish(parks, Plans.training("parks", "staying", ""));
        program.patch(parks, EVENTS + "/staying", event.header("ETag"), "{\"organisation\": \"venner\"}")
                .isInvalid("organisation");
        program.patch(parks, EVENTS + "/staying", event.header("ETag"), "[]").isProblem(422);
    }

    @Test
    void aMergePatchMayCallItselfOne() {
        Answer event = program.publish(parks, Plans.training("parks", "merge-patch", ""));
        var request = program.site()
                .at(EVENTS + "/merge-patch")
                .header("Authorization", "Bearer " + parks)
                .header("If-Match", event.header("ETag"))
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", BodyPublishers.ofString("{\"places\": 3}"));
        assertThat(new Answer(program.site().send(request)).is(200).number("places"))
                .isEqualTo(3);
    }

    @Test
    void onlyADraftWithSessionsIsPublishedAndOnlyOnce() {
        program.post(
                        parks,
                        EVENTS,
                        "{\"organisation\": \"parks\", \"slug\": \"empty\", \"kind\": \"MEETING\", \"title\": {\"en\": \"Empty\"}}")
                .is(201);
        program.post(parks, EVENTS + "/empty/publish").isProblem(409);
        program.publish(parks, Plans.training("parks", "once", ""));
        program.post(parks, EVENTS + "/once/publish").isProblem(409);
    }

    @Test
    void aCancelledEventSaysWhyAndStays() {
        program.publish(parks, Plans.training("parks", "cancelled", ""));
        program.post(parks, EVENTS + "/cancelled/cancel", "{}").isInvalid("reason");
        program.post(parks, EVENTS + "/cancelled/cancel", "{\"reason\": \" \"}").isInvalid("reason");
        program.post(parks, EVENTS + "/cancelled/cancel", "{\"reason\": \"The trainer is ill\"}")
                .is(200);
        Answer seen = program.get(STRANGER, EVENTS + "/cancelled").is(200);
        assertThat(seen.text("state")).isEqualTo("CANCELLED");
        assertThat(seen.text("cancelledBecause")).isEqualTo("The trainer is ill");
        program.post(parks, EVENTS + "/cancelled/cancel", "{\"reason\": \"again\"}")
                .isProblem(409);
    }

    @Test
    void publicEventsAreFoundByWhatTheyAre() {
        String word = "Zephyr" + UUID.randomUUID().toString().substring(0, 6);
        program.publish(
                venner, Plans.training("venner", "found-training", "\"description\": {\"en\": \"" + word + "\"}"));
        program.publish(
                venner, Plans.studyVisit("venner", "found-visit", "").replace("To see how *others* do it.", word));
        assertThat(program.get(STRANGER, EVENTS + "?q=" + word)
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(2);
        assertThat(program.get(STRANGER, EVENTS + "?kind=study-visit&q=" + word).text("items.0.slug"))
                .isEqualTo("found-visit");
        assertThat(program.get(STRANGER, EVENTS + "?organisation=parks&q=" + word)
                        .at("items.0"))
                .isEmpty();
        assertThat(program.get(STRANGER, EVENTS + "?organisation=%C4%B7ekava&q=" + word)
                        .at("items.0"))
                .isEmpty();
        assertThat(program.get(STRANGER, EVENTS + "?language=nb&q=" + word).text("items.0.slug"))
                .isEqualTo("found-visit");
        program.get(STRANGER, EVENTS + "?kind=party").isInvalid("kind");
        program.get(STRANGER, EVENTS + "?from=yesterday").isInvalid("from");
    }

    @Test
    void aLongListComesInParts() {
        String word = "Parts" + UUID.randomUUID().toString().substring(0, 6);
        for (int i = 0; i < 5; i++) {
            program.publish(
                    venner, Plans.training("venner", "part-" + i, "\"description\": {\"en\": \"" + word + "\"}"));
        }
        StringBuilder seen = new StringBuilder();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            Answer part = program.get(STRANGER, EVENTS + "?limit=2&q=" + word + next.get())
                    .is(200);
            part.json()
                    .get("items")
                    .values()
                    .forEach(item ->
                            seen.append(item.get("slug").getStringValue()).append(' '));
            next = part.at("next").map(cursor -> "&cursor=" + cursor.getStringValue());
        }
        assertThat(seen).hasToString("part-0 part-1 part-2 part-3 part-4 ");
        program.get(STRANGER, EVENTS + "?cursor=nonsense").isInvalid("cursor");
    }

    @Test
    void anEventSaysWhoPaysAndCountsForActivitiesOfItsOrganisersAlone() {
        project("parks", "kapitals");
        program.post(parks, EVENTS, Plans.training("parks", "funded", "\"activity\": \"kapitals/4\""))
                .is(201);
        program.post(parks, EVENTS + "/funded/publish").is(200);
        Answer event = program.get(STRANGER, EVENTS + "/funded");
        assertThat(event.text("activity")).isEqualTo("kapitals/4");
        assertThat(event.text("funding.projectNumber")).isEqualTo("AIF/2022/KAPAC2/108");
        assertThat(event.text("funding.activity")).isEqualTo("4");
        assertThat(event.text("funding.acknowledgement.en")).isEqualTo("Financed by the Active Citizens Fund.");
        for (String activity : new String[] {"kapitals/9", "nothing", "ķekava/1", "kapitals/", "/"}) {
            program.post(parks, EVENTS, Plans.training("parks", "unfunded", "\"activity\": \"" + activity + "\""))
                    .isInvalid("activity");
        }
        program.post(venner, EVENTS, Plans.training("venner", "unfunded", "\"activity\": \"kapitals/4\""))
                .isInvalid("activity");
    }

    @Test
    void whereThereIsNothingThatIsToldAsWell() {
        assertThat(program.get(STRANGER, EVENTS + "?organisation=nobody")
                        .response()
                        .body())
                .isEqualTo("{\"items\":[]}");
        Answer organisation =
                program.get(STRANGER, "/api/v1/organisations/venner").is(200);
        assertThat(organisation.at("about").orElseThrow().size()).isZero();
        assertThat(organisation.at("contact").orElseThrow().isObject()).isTrue();
        long holder = program.bean(Organisations.class).get("venner").id();
        Translated nothing = Translated.nothing();
        program.bean(Projects.class)
                .create(
                        holder,
                        new ProjectPlan(
                                "bare",
                                "1",
                                Translated.of(Language.EN, "Bare"),
                                nothing,
                                "Fund",
                                nothing,
                                null,
                                null,
                                List.of()),
                        "test");
        Answer project = program.get(STRANGER, "/api/v1/projects/bare").is(200);
        assertThat(project.at("activities").orElseThrow().size()).isZero();
        assertThat(project.at("description").orElseThrow().size()).isZero();
    }

    private static void project(String organisation, String slug) {
        long holder = program.bean(Organisations.class).get(organisation).id();
        program.bean(Projects.class)
                .create(
                        holder,
                        new ProjectPlan(
                                slug,
                                "AIF/2022/KAPAC2/108",
                                Translated.of(Language.EN, "KAPITĀLS"),
                                Translated.nothing(),
                                "Active Citizens Fund",
                                Translated.of(Map.of(Language.EN, "Financed by the Active Citizens Fund.")),
                                null,
                                null,
                                List.of(ProjectPlan.Item.of("4", Translated.of(Language.EN, "Study visit")))),
                        "test");
    }
}
