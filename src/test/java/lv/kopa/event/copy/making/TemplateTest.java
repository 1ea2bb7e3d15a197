package lv.kopa.event.copy.making;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.Browser;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventState;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.event.copy.EventPart;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.workspace.Desk;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What takes place again and again is kept as a template, from which drafts are made. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TemplateTest {
    private static final Texts TEXTS = Texts.in(Language.EN);
    private static final String BEGIN = "/organiser/events/begin";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("TemplateTest", database);
    private final Desk desk = Desk.of(kopa.site(), "parks");
    private final Desk other = Desk.of(kopa.site(), "meadows");
    private final Events events = kopa.bean(Events.class);
    private final String program = kopa.found("woods");

    @AfterAll
    void close() {
        kopa.close();
    }

    @Test
    void aTemplateIsOfferedWhereAnEventBeginsAndInNoList() {
        draft("hamar");
        long before = database.number("SELECT COUNT(*) FROM registration");
        HttpResponse<String> kept = keep("hamar");
        String slug = slug(kept);
        Document page = desk.after(kept);

        assertThat(page.select("[role=status]").text()).contains(TEXTS.get("workspace.template.kept"));
        assertThat(page.select("header .state").text()).isEqualTo(TEXTS.get("workspace.template"));
        assertThat(page.select("form[action$=/publication]")).isEmpty();
        assertThat(page.select("dl").text()).contains("2 sessions on 1 day");
        assertThat(desk.page(BEGIN).select("#from a").eachAttr("href")).contains("/organiser/events/" + slug + "/copy");
        assertThat(events.of(List.of(desk.organisation().id())))
                .extracting(details -> details.event().slug())
                .contains("hamar")
                .doesNotContain(slug);
        for (String list : List.of("/organiser", "/organiser/events", "/", "/organisations/parks", "/sitemap.xml")) {
            assertThat(desk.get(list).body()).as(list).doesNotContainPattern(slug + "(?![\\w-])");
        }
        for (String feed : List.of("/calendar.ics", "/organisations/parks/calendar.ics", "/events.atom")) {
            assertThat(kopa.site().get(feed).body()).as(feed).doesNotContainPattern(slug + "(?![\\w-])");
        }
        assertThat(kopa.site().get("/events/" + slug, "Accept", "text/html").statusCode())
                .isEqualTo(404);
        assertThat(database.number("SELECT COUNT(*) FROM registration")).isEqualTo(before);
        assertThat(database.texts("SELECT deed FROM audit WHERE subject = 'event' AND subject_id = "
                        + details(slug).event().id() + " ORDER BY id"))
                .containsExactly("drafted", "copied-from", "template-kept");
    }

    @Test
    void aTemplateIsNeverPublishedNeitherByAPersonNorByAProgram() {
        draft("never");
        String slug = slug(keep("never"));

        HttpResponse<String> refused = desk.post("/organiser/events/" + slug + "/publication");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(refused.body()).text()).contains(TEXTS.get("event.not-ready.template"));
        assertThat(details(slug).event().state()).isEqualTo(EventState.DRAFT);

        kopa.post(program, "/api/v1/events", Plans.training("woods", "by-program", ""))
                .is(201);
        database.execute("INSERT INTO event_template (event_id, kept_at) SELECT id, NOW(6) FROM event"
                + " WHERE slug = 'by-program'");
        Program.Answer answer =
                kopa.post(program, "/api/v1/events/by-program/publish").is(409);
        assertThat(answer.response().body()).contains("template");
        assertThat(details("by-program").event().state()).isEqualTo(EventState.DRAFT);
    }

    @Test
    void anEventIsStartedFromATemplateWithItsDeadlinesAndQuestions() {
        draft("origin");
        String template = slug(keep("origin"));

        String slug = slug(desk.post(
                "/organiser/events/" + template + "/copy",
                fields(Map.of("first", List.of("2031-11-20"), "submission", List.of("s1")))));

        EventDetails started = details(slug);
        assertThat(started.firstDay().orElseThrow()).hasToString("2031-11-20");
        assertThat(started.event().closesAt()).hasToString("2031-11-07T21:00:00Z");
        assertThat(started.categories()).hasSize(2);
        assertThat(events.of(List.of(desk.organisation().id())))
                .extracting(details -> details.event().slug())
                .contains(slug);
        desk.post("/organiser/events/" + slug + "/publication");
        assertThat(details(slug).event().state()).isEqualTo(EventState.PUBLISHED);
        assertThat(details(template).event().state()).isEqualTo(EventState.DRAFT);
    }

    @Test
    void aTemplateIsCalledOtherwiseRemovedAndPutBack() {
        draft("renamed");
        String slug = slug(keep("renamed"));
        String page = "/organiser/events/" + slug;
        HttpResponse<String> saved =
                desk.post(page, Desk.filled(desk.page(page + "/edit"), "title.en", "Our usual visit"));
        assertThat(desk.after(saved).select("h1").text()).isEqualTo("Our usual visit");
        assertThat(desk.page(BEGIN).select("#from").text()).contains("Our usual visit");

        Document removed = desk.after(desk.post(page + "/template/removal"));
        assertThat(removed.select("header .state").text()).isEqualTo(TEXTS.get("workspace.template.removed"));
        assertThat(desk.page(BEGIN).select("#from").text()).doesNotContain("Our usual visit");
        assertThat(desk.post(page + "/publication").statusCode()).isEqualTo(409);

        desk.post(page + "/template/return");
        assertThat(desk.page(BEGIN).select("#from").text()).contains("Our usual visit");
    }

    @Test
    void onlyWhatIsChosenIsKeptAndAFormSentTwiceKeepsOnce() {
        draft("part");
        Map<String, List<String>> typed =
                Map.of("parts", List.of(EventPart.QUESTIONS.name()), "submission", List.of("twice"));
        String slug = slug(desk.post("/organiser/events/part/template", typed));

        assertThat(slug(desk.post("/organiser/events/part/template", typed))).isEqualTo(slug);
        assertThat(details(slug).planned()).isEmpty();
        assertThat(details(slug).categories()).isEmpty();
        assertThat(desk.page("/organiser/events/" + slug).select("dl").text())
                .contains(TEXTS.get("workspace.template.programme.none"));
    }

    @Test
    void anotherAssociationsEventIsKeptByNobodyElseAndItsTemplateIsNotTheirs() {
        draft("ours");
        assertThat(other.get("/organiser/events/ours/template").statusCode()).isEqualTo(404);
        assertThat(other.post("/organiser/events/ours/template").statusCode()).isEqualTo(404);
        String slug = slug(keep("ours"));
        assertThat(other.post("/organiser/events/" + slug + "/template/removal").statusCode())
                .isEqualTo(404);
        assertThat(other.page(BEGIN).select("#from").text())
                .doesNotContain(TEXTS.get("workspace.begin.templates"))
                .contains(TEXTS.get("starting.training"));
    }

    @Test
    void byARealBrowserAnEventIsKeptStartedFromAndPublished() {
        draft("journey");
        try (Browser browser = Browser.open();
                BrowserContext window = browser.window(360, true, "en")) {
            window.addCookies(cookies());
            Page page = window.newPage();
            page.navigate(kopa.site().address("/organiser/events/journey"));
            page.locator("a[href$='/journey/template']").click();
            sound(page);
            page.locator("form.narrow button").click();
            page.locator(".state.draft").waitFor();
            sound(page);
            page.locator(".crumbs a").click();
            sound(page);
            page.locator("#from a[href$='/copy']").first().click();
            page.locator("[name=first]").fill("2031-09-20");
            page.locator("form.narrow button").click();
            page.locator("form[action$='/publication'] button").click();
            assertThat(page.locator("[role=status]").first().textContent())
                    .contains(TEXTS.get("workspace.event.published"));

            page.navigate(kopa.site().address(BEGIN + "/study-visit"));
            sound(page);
            page.locator("[name=first]").fill("2031-09-20");
            page.locator("form.narrow button").click();
            assertThat(page.locator("[role=status]").first().textContent())
                    .contains(TEXTS.get("workspace.starting.drafted"));
        }
    }

    private static void sound(Page page) {
        Browser.isSoundOnThePhone(page);
    }

    private List<Cookie> cookies() {
        String all = desk.cookies(kopa.site().at("/"))
                .build()
                .headers()
                .firstValue("Cookie")
                .orElseThrow();
        return Arrays.stream(all.split("; "))
                .map(cookie -> cookie.split("=", 2))
                .map(cookie ->
                        new Cookie(cookie[0], cookie[1]).setUrl(kopa.site().address("/")))
                .toList();
    }

    private void draft(String slug) {
        try {
            EventPlan plan =
                    kopa.bean(ObjectMapper.class).readValue(Plans.studyVisit("parks", slug, ""), EventPlan.class);
            kopa.bean(Announcements.class).draft(plan, desk.organisation(), "person:1");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> keep(String slug) {
        return desk.post(
                "/organiser/events/" + slug + "/template", fields(Map.of("submission", List.of("kept-" + slug))));
    }

    private static Map<String, List<String>> fields(Map<String, List<String>> typed) {
        Map<String, List<String>> fields = new LinkedHashMap<>(typed);
        fields.put("parts", Arrays.stream(EventPart.values()).map(Enum::name).toList());
        return fields;
    }

    private static String slug(HttpResponse<String> made) {
        return Desk.location(made).replaceFirst(".*/", "");
    }

    private EventDetails details(String slug) {
        return events.find(slug).orElseThrow();
    }
}
