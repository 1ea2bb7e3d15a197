package lv.kopa;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Events;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.time.MovableClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a screen reader is given of the pages of participants: the browser's own tree of accessibility, in which names are
 * computed as readers have them. See {@link Heard} for what has to be so.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScreenReaderNamesTest {
    private static final Instant NOW = Instant.parse("2031-06-01T08:00:00Z");

    private Program kopa = Program.start("ScreenReaderNamesTest", TestDatabase.fresh());
    private Browser browser = Browser.open();
    private final List<String> wrong = new ArrayList<>();
    private String parks = "";

    @BeforeAll
    void announce() {
        kopa.bean(MovableClock.class).set(NOW);
        parks = kopa.found("parks");
    }

    @AfterAll
    void close() {
        browser.close();
        kopa.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"LV", "EN"})
    void everythingHasANameThatMakesSenseAloneAndHeadingsGoDownInOrder(Language language) {
        wrong.clear();
        kopa.bean(MovableClock.class).set(NOW);
        String tag = language.tag();
        publish(tag);
        String anna = registered(
                tag, "anna", "member", "false, \"sessions\": [" + chosen(tag).get(0) + "]");
        String janis = registered(tag, "janis", "member", "false");
        String karlis = registered(tag, "karlis", "volunteer", """
                true, "guardian": {"name": "Ilze Kalna", "email": "ilze.%s@example.org", "phone": "+371 20 000 000"}""".formatted(tag));
        try (BrowserContext window = browser.window(1280, true, tag)) {
            Page page = window.newPage();
            hear(page, "/?lang=" + tag);
            hear(page, "/events/" + tag);
            hear(page, "/events/" + tag + "/register");
            page.locator("main form button.button").last().click();
            page.locator("#errors").waitFor();
            wrong.addAll(Heard.of(page).wrong());
            hear(page, "/events/" + tag + "/registered?status=confirmed");
            hear(page, "/events/" + tag + "/registered?status=waiting&position=2&category=member");
            for (String own : List.of(anna, janis, karlis)) {
                hear(page, own);
            }
            hear(page, anna + "/edit");
            hear(page, anna + "/answers");
            hear(page, anna + "/hand-over");
            hear(page, anna + "/erasure");
            hear(page, karlis + "/guardian");
            hear(page, Someone.linkIn(Someone.mailTo(kopa, "ilze." + tag + "@example.org")));
            handOver(anna, tag);
            hear(page, anna);
            hear(page, Someone.linkIn(Someone.mailTo(kopa, "kate." + tag + "@example.org")));
            Someone.at(kopa, anna).cancels();
            hear(page, anna);
            hear(page, Someone.linkIn(Someone.mailTo(kopa, "janis." + tag + "@example.org")));
            hear(page, "/registrations/link");
            hear(page, "/r/abcdefg");
        }
        assertThat(wrong).isEmpty();
    }

    private void publish(String slug) {
        kopa.publish(parks, """
                {"organisation": "parks", "slug": "%s", "kind": "STUDY_VISIT", "timeZone": "Europe/Riga",
                 "title": {"en": "Study visit to Hamar", "lv": "Brauciens uz Hamaru"},
                 "registration": {"minors": "ASKED", "offerHours": 24}, "places": 9,
                 "categories": [{"key": "member", "name": {"en": "Member"}, "places": 1},
                   {"key": "volunteer", "name": {"en": "Volunteer"}, "places": 5}],
                 "questions": [
                   {"key": "train", "type": "YES_NO", "label": {"en": "Do you come by train?"}, "required": true},
                   {"key": "bed", "type": "YES_NO", "label": {"en": "Do you need a bed?"}}],
                 "sessions": [
                   {"title": {"en": "Flight"}, "start": "2031-06-14T06:10", "end": "2031-06-14T07:10", "place": "Riga"},
                   {"title": {"en": "Nature school"}, "start": "2031-06-14T11:00", "end": "2031-06-14T15:30",
                    "timeZone": "Europe/Oslo", "place": "Hamar Naturskole", "onlineUrl": "https://meet.example/hamar",
                    "hostContact": "+47 22 00 00 00"},
                   {"title": {"en": "Kitchen"}, "start": "2031-06-15T09:30", "end": "2031-06-15T11:00", "places": 3},
                   {"title": {"en": "Sundial"}, "start": "2031-06-15T12:30", "end": "2031-06-15T14:00", "places": 3}]}
                """.formatted(slug).replace("-14T", slug.equals("lv") ? "-14T" : "-13T"));
    }

    private List<Long> chosen(String slug) {
        return kopa.bean(Events.class).find(slug).orElseThrow().chosen().stream()
                .map(session -> session.id())
                .toList();
    }

    private String registered(String slug, String name, String category, String minor) {
        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(1));
        String wish = "\"answers\": {\"train\": true}, \"category\": \"" + category + "\", \"minor\": " + minor;
        Answer answer = kopa.register(STRANGER, slug, Wishes.of(name + "." + slug + "@example.org", wish))
                .is(201);
        return Someone.path(answer.text("links.manage"));
    }

    private void handOver(String anna, String tag) {
        Someone.at(kopa, anna)
                .send(
                        "/hand-over",
                        "/hand-over",
                        java.util.Map.of("name", "Kate Kalna", "email", "kate." + tag + "@example.org"));
    }

    private void hear(Page page, String path) {
        page.navigate(kopa.site().address(path));
        wrong.addAll(Heard.of(page).wrong());
    }
}
