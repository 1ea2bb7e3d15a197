package lv.kopa.event.helping;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Outbox;
import lv.kopa.organisation.EventRole;
import lv.kopa.organisation.Letters;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.QuickPeople;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.Teams;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Entry;
import lv.kopa.organisation.signin.ApiTokens;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Browser;
import lv.kopa.web.Site;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class HelpersTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Site SITE = start();
    private static final Teams TEAMS = Teams.settle(SITE);
    private static final String TOKEN =
            SITE.bean(ApiTokens.class).create(TEAMS.ilze().id(), "test", "test").secret();
    private static final String TEAM = "/organiser/organisations/intelekta-parks/team";

    private static Site start() {
        Map<String, Object> settings = new HashMap<>(DATABASE.settings());
        settings.put("kopa.limits", "off");
        return Site.start("helpers", settings);
    }

    @AfterAll
    static void stop() {
        SITE.close();
    }

    @Test
    void aColleagueMayAtOnceDoMoreAtOneEvent() {
        String event = planned("colleague-here");
        String other = planned("colleague-there");
        Person person = member("colleague", Role.CHECK_IN);
        Browser theirs = TEAMS.signedIn(person.email());
        assertThat(theirs.get(event + "/edit").statusCode()).isEqualTo(403);

        assertThat(Browser.onwards(add(event, person.email(), Role.ORGANISER))).isEqualTo(event + "/helpers");

        assertThat(theirs.get(event + "/edit").statusCode()).isEqualTo(200);
        assertThat(theirs.get(other + "/edit").statusCode()).isEqualTo(403);
        assertThat(theirs.get(other).statusCode()).isEqualTo(200);
        assertThat(theirs.page(event).select("a[href$=/edit]")).isNotEmpty();
        assertThat(theirs.page(other).select("a[href$=/edit]")).isEmpty();
        assertThat(theirs.page("/organiser/events").select("tbody th").eachText())
                .hasSizeGreaterThan(1);
    }

    @Test
    void whoOnlyChecksInIsShownNoHeadingOfWhatTheyMayNotDo() {
        String event = planned("headings");
        assertThat(SITE.postJson("/api/v1/events/headings/publish", "", "Authorization", "Bearer " + TOKEN)
                        .statusCode())
                .isEqualTo(200);
        Person person = member("headings", Role.CHECK_IN);

        Document page = TEAMS.signedIn(person.email()).page(event);

        assertThat(page.select("nav.ways b").eachText())
                .containsExactly(Texts.in(Language.EN).get("workspace.ways.day"));
        assertThat(page.select("nav.ways a")).isNotEmpty();
        assertThat(page.select("main section"))
                .isNotEmpty()
                .allSatisfy(section -> assertThat(section.children()).anyMatch(child -> !child.is("h2, h3, summary")));
        assertThat(page.select("#delegations, #reach, #next, #end, main form[method=post]"))
                .isEmpty();
        assertThat(owner().page(event).select("nav.ways b").size())
                .as("what its owner is shown")
                .isGreaterThan(3);
    }

    @Test
    void aLesserRoleInAnEventTakesNothingFromAColleague() {
        String event = planned("lesser");
        Person person = member("greater", Role.ORGANISER);

        HttpResponse<String> refused = add(event, person.email(), Role.AUDITOR);
        give(person, "lesser", Role.AUDITOR);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#errors").text()).contains("already");
        assertThat(TEAMS.signedIn(person.email()).get(event + "/edit").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoIsAskedByMailReadsForWhichEventAndWhatTheyMayDo() {
        String event = planned("asked");
        add(event, "marta@example.org", Role.AUDITOR);

        long id = DATABASE.number("SELECT MAX(id) FROM mail_outbox WHERE to_address = 'marta@example.org'");
        String mail =
                SITE.bean(Outbox.class).find(id).orElseThrow().mail().wording().text();
        assertThat(mail)
                .contains("Projektu rakstīšana", "Intelekta parks", "Revidents", "Skatās visu šajā pasākumā", "/join/");
        assertThat(owner().page(TEAM).select("li:contains(marta@example.org)").text())
                .contains("Auditor, only at the event: Grant writing");
        String path = Letters.path(SITE, DATABASE, "helper-invitation", "marta@example.org");
        Browser marta = new Browser(SITE);
        marta.submit(marta.page(path), path + "/account", Map.of("name", "Marta", "password", Teams.PASSWORD));

        assertThat(marta.page("/organiser").select("tbody th").eachText()).hasSize(1);
        assertThat(marta.page(event).select("#looks-only")).hasSize(1);
        assertThat(marta.page(event)
                        .select("main form[method=post], a[href$=/edit], a[href$=/copy], a[href$=/helpers]"))
                .isEmpty();
        assertThat(marta.get(event + "/helpers").statusCode()).isEqualTo(403);
        assertThat(marta.get("/organiser/deeds?event=asked").statusCode()).isEqualTo(403);
        assertThat(marta.get(TEAM).statusCode()).isEqualTo(404);
        assertThat(deeds("asked")).contains("helper-invited", "helper-joined");
        assertThat(owner().page("/organiser/deeds?event=asked").select("main").text())
                .contains("Marta", "Auditor");
    }

    @Test
    void anInvitationIsTakenBackWhereItWasGivenAlone() {
        String event = planned("taken-back");
        String other = planned("not-taken-back");
        add(event, "nobody@example.org", Role.CHECK_IN);
        String path = Letters.path(SITE, DATABASE, "helper-invitation", "nobody@example.org");
        String withdrawal = owner().page(event + "/helpers")
                .select("li:contains(nobody@example.org) form")
                .attr("action");

        Browser ilze = owner();
        ilze.page(other + "/helpers");
        ilze.post(withdrawal.replace(event, other), Map.of("_csrf", csrf(ilze.page(other + "/helpers"))));
        assertThat(new Browser(SITE).get(path).statusCode()).isEqualTo(200);
        ilze.submit(ilze.page(event + "/helpers"), withdrawal, Map.of());
        assertThat(new Browser(SITE).get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void aProgramOfTheirsMayWhatTheyMay() {
        String event = planned("by-program");
        planned("not-by-program");
        Person person = outsider("programmer");
        give(person, "by-program", Role.ORGANISER);
        String token =
                SITE.bean(ApiTokens.class).create(person.id(), "mine", "test").secret();

        assertThat(api(token, "/api/v1/events/by-program/registrations")).isEqualTo(200);
        assertThat(api(token, "/api/v1/events/not-by-program/registrations")).isEqualTo(404);
        assertThat(SITE.postJson(
                                "/api/v1/events",
                                Plans.training("intelekta-parks", "own", ""),
                                "Authorization",
                                "Bearer " + token)
                        .statusCode())
                .isEqualTo(403);
        assertThat(api(token, "/api/v1/events/by-program")).isEqualTo(200);
        assertThat(TEAMS.signedIn(person.email()).get(event + "/edit").statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoIsNoLongerToHelpIsLetInNowhere() {
        String event = planned("over");
        Person person = outsider("leaving-helper");
        give(person, "over", Role.CHECK_IN);
        Browser theirs = TEAMS.signedIn(person.email());
        String token =
                SITE.bean(ApiTokens.class).create(person.id(), "mine", "test").secret();

        Browser ilze = owner();
        ilze.submit(ilze.page(event + "/helpers"), event + "/helpers/" + person.id() + "/removal", Map.of());

        assertThat(Browser.onwards(theirs.get(event))).startsWith("/organiser/sign-in");
        assertThat(api(token, "/api/v1/events/over")).isEqualTo(401);
        assertThat(deeds("over")).contains("helper-left");
    }

    @Test
    void whoIsTakenOutOfTheTeamHelpsWithNoEventOfIts() {
        planned("with-the-team");
        Person person = member("going", Role.CHECK_IN);
        give(person, "with-the-team", Role.ORGANISER);
        Browser ilze = owner();

        ilze.submit(ilze.page(TEAM), TEAM + "/" + person.id() + "/removal", Map.of());

        assertThat(roles(person)).isEmpty();
        assertThat(deeds("with-the-team")).contains("helper-left");
    }

    @Test
    void aCopyTakesHelpersAlongOnlyWhereThatIsChosen() {
        String event = planned("copied");
        Person person = outsider("copied-helper");
        give(person, "copied", Role.CHECK_IN);
        Browser ilze = owner();
        Document form = ilze.page(event + "/copy");
        assertThat(form.select("input[value=HELPERS]").hasAttr("checked")).isFalse();

        ilze.submit(form, event + "/copy", Map.of("first", "2031-07-01"));
        assertThat(roles(person)).hasSize(1);
        form = ilze.page(event + "/copy");
        form.select("input[value=HELPERS]").attr("checked", "");
        ilze.submit(form, event + "/copy", Map.of("first", "2031-08-01"));
        assertThat(roles(person)).extracting(EventRole::role).containsExactly(Role.CHECK_IN, Role.CHECK_IN);
    }

    private static int api(String token, String path) {
        return SITE.get(path, "Authorization", "Bearer " + token).statusCode();
    }

    private static HttpResponse<String> add(String event, String email, Role role) {
        Browser ilze = owner();
        return ilze.submit(
                ilze.page(event + "/helpers"), event + "/helpers", Map.of("email", email, "role", role.name()));
    }

    private static void give(Person person, String slug, Role role) {
        DATABASE.execute("INSERT INTO event_role (person_id, event_id, role) SELECT " + person.id() + ", id, '" + role
                + "' FROM event WHERE slug = '" + slug + "'");
    }

    private static List<EventRole> roles(Person person) {
        return SITE.bean(People.class).eventRoles(person.id());
    }

    private static List<String> deeds(String slug) {
        long id = DATABASE.number("SELECT id FROM event WHERE slug = '" + slug + "'");
        return SITE.bean(Audit.class).of("event", id).stream().map(Entry::deed).toList();
    }

    private static String csrf(Document page) {
        return page.select("input[name=_csrf]").get(0).val();
    }

    private static Browser owner() {
        return TEAMS.signedIn(Teams.ILZE);
    }

    private static Person outsider(String name) {
        return QuickPeople.create(SITE, name, new EmailAddress(name + "@example.org"), Teams.PASSWORD, Language.EN);
    }

    private static Person member(String name, Role role) {
        Person person = outsider(name);
        SITE.bean(People.class).join(person.id(), TEAMS.intelektaParks().id(), role, "test");
        return person;
    }

    /** The organisers' address of a new event. */
    private static String planned(String slug) {
        assertThat(SITE.postJson(
                                "/api/v1/events",
                                Plans.training("intelekta-parks", slug, ""),
                                "Authorization",
                                "Bearer " + TOKEN)
                        .statusCode())
                .isEqualTo(201);
        return "/organiser/events/" + slug;
    }
}
