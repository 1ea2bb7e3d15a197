package lv.kopa.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.database.TestDatabase;
import lv.kopa.organisation.Teams;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import lv.kopa.web.Browser;
import lv.kopa.web.Site;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class ProjectPagesTest {
    private static final String PROJECTS = "/organiser/projects";
    private static final String NEW = PROJECTS + "/new";
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Site SITE = Site.start("projects", settings());
    private static final Teams TEAMS = Teams.settle(SITE);
    private final Projects projects = SITE.bean(Projects.class);
    private final Browser ilze = TEAMS.signedIn(Teams.ILZE);

    private static Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(DATABASE.settings());
        settings.put("kopa.limits", "off");
        return settings;
    }

    @AfterAll
    static void stop() {
        SITE.close();
    }

    @Test
    void anOrganiserWritesAProjectAndItsActivitiesWithoutJavaScript() {
        Map<String, String> typed = typed("kapitals");
        Document page = Jsoup.parse(
                ilze.submit(ilze.page(NEW), NEW, with(typed, "add", "activity")).body());
        typed.put("activities.1.number", "4");
        typed.put("activities.1.title.en", "Study visit");
        typed.put("activities.1.target", "4");

        assertThat(page.select("[name=title.lv]").val()).startsWith("KAPITĀLS");
        assertThat(Browser.onwards(ilze.submit(page, NEW, typed))).isEqualTo(PROJECTS);

        Project kept = projects.get("kapitals");
        assertThat(kept.number()).isEqualTo("AIF/2022/KAPAC2/108");
        assertThat(kept.startsOn()).isEqualTo(LocalDate.of(2022, 10, 1));
        assertThat(projects.activities(kept.id()))
                .extracting(Activity::number, Activity::targetParticipants)
                .containsExactly(tuple("1", null), tuple("4", 4));
        assertThat(ilze.page(PROJECTS).text()).contains("AIF/2022/KAPAC2/108");
    }

    @Test
    void whatIsWrongIsSaidAtItsField() {
        Map<String, String> typed = typed("x");
        typed.put("slug", "Ā");
        typed.put("number", "");
        typed.put("title.lv", "");
        typed.put("endsOn", "2020-01-01");
        typed.put("activities.0.target", "many");

        HttpResponse<String> response = ilze.submit(ilze.page(NEW), NEW, typed);

        assertThat(response.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(response.body());
        assertThat(page.select("#errors li a").eachAttr("href"))
                .containsExactlyInAnyOrder("#slug", "#number", "#title-en", "#endsOn", "#activities-0-target");
        assertThat(page.select("#activities-0-target").val()).isEqualTo("many");
    }

    @Test
    void aShortNameIsTakenOnce() {
        create("taken");

        HttpResponse<String> response = ilze.submit(ilze.page(NEW), NEW, typed("taken"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(response.body()).select("#slug-error").text()).startsWith("This short name is taken");
    }

    @Test
    void aProjectIsNotMadeForAnOrganisationOfOthers() {
        HttpResponse<String> response =
                ilze.submit(ilze.page(NEW), NEW, with(typed("theirs"), "organisation", "omsozams-venner"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(projects.find("theirs")).isEmpty();
    }

    @Test
    void aProjectOfOthersIsNotThere() {
        create("ours");
        Browser kari = TEAMS.signedIn(Teams.KARI);
        String csrf = kari.page(PROJECTS).select("[name=_csrf]").val();

        assertThat(kari.page(PROJECTS).text()).doesNotContain("AIF/2022");
        assertThat(kari.get(PROJECTS + "/ours").statusCode()).isEqualTo(404);
        assertThat(kari.post(PROJECTS + "/ours", with(typed("ours"), "_csrf", csrf))
                        .statusCode())
                .isEqualTo(404);
        assertThat(kari.post(PROJECTS + "/ours/logo/removal", Map.of("_csrf", csrf))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void activitiesExchangeTheirNumbersAndKeepTheirIdentity() {
        long id = create("exchange");
        projects.change(
                id, 0, plan("exchange", List.of(item(first(id), "1", "Training"), item(0, "2", "Visit"))), "system");
        List<Activity> before = projects.activities(id);
        projects.change(
                id,
                1,
                plan(
                        "exchange",
                        List.of(
                                item(before.get(0).id(), "2", "Training"),
                                item(before.get(1).id(), "1", "Visit"))),
                "system");

        assertThat(projects.activity("exchange/2").orElseThrow().id())
                .isEqualTo(before.get(0).id());
        assertThat(projects.activity("exchange/1").orElseThrow().id())
                .isEqualTo(before.get(1).id());
        assertThat(projects.activity("exchange/3")).isEmpty();
        assertThat(projects.activity("exchange")).isEmpty();
    }

    @Test
    void anActivityIsTakenOutUnlessEventsCountForIt() {
        long id = create("plan");
        DATABASE.execute("""
                INSERT INTO event (organisation_id, activity_id, slug, uid, kind, state, visibility, title, description,
                  languages, time_zone, waiting_list, approval, version, created_at, changed_at)
                VALUES (%d, %d, 'e', 'e', 'TRAINING', 'DRAFT', 'PUBLIC', '{}', '{}', '', 'UTC', 0, 'AUTOMATIC', 0,
                  NOW(), NOW())
                """.formatted(TEAMS.intelektaParks().id(), first(id)));
        String address = PROJECTS + "/plan";
        Document removed = Jsoup.parse(
                ilze.submit(ilze.page(address), address, Map.of("remove", "0")).body());
        assertThat(removed.select("[name=activities.0.number]")).isEmpty();

        HttpResponse<String> response = ilze.submit(removed, address, Map.of());

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(response.body()).select("#errors").text()).contains("Activity 1 cannot be taken out");
        assertThat(projects.activities(id)).hasSize(1);

        DATABASE.execute("DELETE FROM event");
        assertThat(Browser.onwards(ilze.submit(removed, address, Map.of()))).isEqualTo(PROJECTS);
        assertThat(projects.activities(id)).isEmpty();
    }

    @Test
    void theSecondOfTwoWhoChangeTheSameIsTold() {
        create("shared");
        String address = PROJECTS + "/shared";
        Document early = ilze.page(address);
        ilze.submit(ilze.page(address), address, Map.of("funder", "First"));

        HttpResponse<String> response = ilze.submit(early, address, Map.of("funder", "Second"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(projects.get("shared").funder()).isEqualTo("First");
        assertThat(Jsoup.parse(response.body()).select("#funder").val()).isEqualTo("Second");
    }

    @Test
    void anActivityKnowsWhoPaysForIt() {
        long id = create("paid");

        Acknowledgement acknowledgement = projects.acknowledgement(first(id)).orElseThrow();

        assertThat(acknowledgement.line(Language.EN))
                .isEqualTo("Project “KAPITĀLS: Kapacitāte izaugsmei”, no. AIF/2022/KAPAC2/108, activity 1."
                        + " Financed by: Aktīvo iedzīvotāju fonds.");
        assertThat(acknowledgement.text().in(Language.LV)).isEqualTo("Finansē AIF.");
        assertThat(projects.acknowledgement(-1)).isEmpty();
    }

    @Test
    void programsReadAProject() {
        create("read");

        String body = SITE.get("/api/v1/projects/read").body();

        assertThat(body)
                .contains("\"number\":\"AIF/2022/KAPAC2/108\"", "\"organisation\":\"intelekta-parks\"")
                .contains("\"startsOn\":\"2022-10-01\"", "\"title\":{\"lv\":\"KAPITĀLS: Kapacitāte izaugsmei\"}");
        assertThat(SITE.get("/api/v1/projects/unread").statusCode()).isEqualTo(404);
    }

    private long create(String slug) {
        assertThat(Browser.onwards(ilze.submit(ilze.page(NEW), NEW, typed(slug))))
                .isEqualTo(PROJECTS);
        return projects.get(slug).id();
    }

    private long first(long projectId) {
        return projects.activities(projectId).get(0).id();
    }

    private static ProjectPlan plan(String slug, List<ProjectPlan.Item> items) {
        Translated text = Translated.of(Language.EN, slug);
        return new ProjectPlan(slug, "1", text, text, "Fund", text, null, null, items);
    }

    private static ProjectPlan.Item item(long id, String number, String title) {
        return new ProjectPlan.Item(id, number, Translated.of(Language.EN, title), null);
    }

    private static Map<String, String> with(Map<String, String> typed, String field, String value) {
        Map<String, String> more = new HashMap<>(typed);
        more.put(field, value);
        return more;
    }

    private static Map<String, String> typed(String slug) {
        Map<String, String> typed = new HashMap<>();
        typed.put("organisation", "intelekta-parks");
        typed.put("slug", slug);
        typed.put("number", "AIF/2022/KAPAC2/108");
        typed.put("funder", "Aktīvo iedzīvotāju fonds");
        typed.put("title.lv", "KAPITĀLS: Kapacitāte izaugsmei");
        typed.put("acknowledgement.lv", "Finansē AIF.");
        typed.put("startsOn", "2022-10-01");
        typed.put("endsOn", "2023-12-31");
        typed.put("activities.0.number", "1");
        typed.put("activities.0.title.en", "Training sessions");
        return typed;
    }
}
