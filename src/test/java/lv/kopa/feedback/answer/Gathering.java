package lv.kopa.feedback.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.attendance.Visit;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.wish.Wish;
import lv.kopa.web.Browser;
import lv.kopa.web.Site;
import lv.kopa.workspace.Desk;
import org.jsoup.nodes.Document;

/** Events that are over, with people who were there, and an organiser who wants to know how it was. */
final class Gathering implements AutoCloseable {
    private final TestDatabase database = TestDatabase.fresh();
    private final Site site;
    private final Visit visit;

    Gathering() {
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("kopa.public-url", "http://kopa.example");
        site = Site.start("feedback", settings);
        visit = Visit.in(site);
    }

    Site site() {
        return site;
    }

    TestDatabase database() {
        return database;
    }

    Visit visit() {
        return visit;
    }

    Desk desk() {
        return visit.desk();
    }

    /** An event of June 2021. */
    EventDetails event(String slug) {
        visit.ask(
                        "POST",
                        "/api/v1/events",
                        Plans.training("intelekta-parks", slug, "\"places\": 20")
                                .replace("2031", "2021"))
                .is(201);
        visit.ask("POST", "/api/v1/events/" + slug + "/publish", "").is(200);
        return site.bean(Events.class).find(slug).orElseThrow();
    }

    /** Somebody with a place, whose address is their name. */
    Registration enter(EventDetails event, String name, String language) {
        Wish wish =
                new Wish(null, name, name + "@example.org", null, null, language, null, List.of("privacy"), null, null);
        return site.bean(Registrations.class)
                .add(event, wish, desk().organiser().actor())
                .registration();
    }

    void attended(EventDetails event, Registration person) {
        String path = "/api/v1/sessions/" + event.planned().get(0).id() + "/attendance/" + person.reference();
        visit.ask("PUT", path, "{\"present\": true}").is(200);
    }

    String settings(EventDetails event) {
        return "/organiser/events/" + event.event().slug() + "/feedback";
    }

    /** Asks the usual questions, and switches it on. */
    void ask(EventDetails event, String names) {
        desk().post(settings(event) + "/usual");
        desk().post(settings(event) + "/settings", "names", names, "hours", "24", "shown", "true");
        desk().post(settings(event) + "/opening");
    }

    /** The path of somebody's form. */
    String form(Registration person) {
        return site.bean(PersonalLinks.class).renew(person).replace("http://kopa.example", "") + "/feedback";
    }

    /** The names of the fields of the questions of an event, in their order. */
    List<String> fields(EventDetails event) {
        return database.texts("SELECT CONCAT('q', id) FROM feedback_question WHERE event_id = "
                + event.event().id() + " ORDER BY position");
    }

    /** Answers the first question with a rating and the third in words. */
    void answer(EventDetails event, Registration person, int rating, String words) {
        String path = form(person);
        Browser browser = new Browser(site);
        List<String> fields = fields(event);
        Map<String, String> typed = Map.of(fields.get(0), Integer.toString(rating), fields.get(2), words);
        assertThat(browser.submit(browser.page(path), path, typed).statusCode()).isEqualTo(303);
    }

    /** Sends the same again by a form that was opened before. */
    void answerTwice(EventDetails event, Registration person, int rating, String words) {
        String path = form(person);
        Browser browser = new Browser(site);
        Document form = browser.page(path);
        List<String> fields = fields(event);
        Map<String, String> typed = Map.of(fields.get(0), Integer.toString(rating), fields.get(2), words);
        assertThat(browser.submit(form, path, typed).statusCode()).isEqualTo(303);
        assertThat(browser.submit(form, path, typed).statusCode()).isEqualTo(303);
    }

    @Override
    public void close() {
        site.close();
    }
}
