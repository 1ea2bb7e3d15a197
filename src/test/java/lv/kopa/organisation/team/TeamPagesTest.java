package lv.kopa.organisation.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Letters;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.Teams;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Entry;
import lv.kopa.organisation.signin.ApiTokens;
import lv.kopa.project.ProjectPlan;
import lv.kopa.project.Projects;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import lv.kopa.web.Site;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class TeamPagesTest {
    private static final String TEAM = "/organiser/organisations/intelekta-parks/team";
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Site SITE = Site.start("team-pages", with(DATABASE.settings()));
    private static final Teams TEAMS = Teams.settle(SITE);

    private static Map<String, Object> with(Map<String, Object> settings) {
        Map<String, Object> all = new java.util.HashMap<>(settings);
        all.put("kopa.limits", "off");
        return all;
    }

    @AfterAll
    static void stop() {
        SITE.close();
    }

    @Test
    void whoHasNoAccountMakesOneByTheLinkAndIsIn() {
        String path = invite("liga@example.org", Role.CHECK_IN);
        Browser liga = new Browser(SITE);
        Document page = liga.page(path);
        assertThat(page.select("main").text()).contains("Intelekta parks", "Check-in", "liga@example.org");

        assertThat(liga.submit(page, path + "/account", Map.of("name", "Līga", "password", "short"))
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> joined =
                liga.submit(page, path + "/account", Map.of("name", "Līga", "password", Teams.PASSWORD));

        assertThat(Browser.onwards(joined)).isEqualTo("/organiser");
        assertThat(liga.page("/organiser/organisations").select(".rows").text())
                .contains("Intelekta parks", "Check-in");
        assertThat(liga.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void whoHasAnAccountSignsInAndAccepts() {
        String path = invite(Teams.KARI, Role.AUDITOR);
        Document before = new Browser(SITE).page(path);
        assertThat(before.select("form input[type=password]")).isEmpty();
        assertThat(before.select("main a.button").attr("href")).startsWith("/organiser/sign-in?to=%2Fjoin%2F");
        Browser kari = TEAMS.signedIn(Teams.KARI);

        assertThat(Browser.onwards(kari.submit(kari.page(path), path, Map.of())))
                .isEqualTo("/organiser");

        assertThat(kari.page("/organiser/organisations").select(".rows").text()).contains("Intelekta parks", "Auditor");
        SITE.bean(People.class).leave(TEAMS.kari().id(), TEAMS.intelektaParks().id(), "test");
    }

    @Test
    void anInvitationIsGoodForAWeekAndItsLinkIsKeptNowhere() {
        String path = invite("late@example.org", Role.ORGANISER);
        String secret = path.substring("/join/".length());
        assertThat(DATABASE.texts("SELECT link_hash FROM team_invitation")).doesNotContain(secret);

        SITE.bean(MovableClock.class).advance(Duration.ofDays(7).plusSeconds(1));
        assertThat(new Browser(SITE).get(path).statusCode()).isEqualTo(404);
        assertThat(owner().page(TEAM).select("li:contains(late@example.org)").text())
                .contains("invite again");
    }

    @Test
    void ofTwoInvitationsTheSecondCountsAndATakenBackOneOpensNothing() {
        String first = invite("twice@example.org", Role.AUDITOR);
        String second = invite("twice@example.org", Role.ORGANISER);
        assertThat(new Browser(SITE).get(first).statusCode()).isEqualTo(404);
        assertThat(new Browser(SITE).page(second).select(".lead").text()).contains("Organiser");

        Browser ilze = owner();
        Document page = ilze.page(TEAM);
        ilze.submit(page, page.select("li:contains(twice@example.org) form").attr("action"), Map.of());

        assertThat(new Browser(SITE).get(second).statusCode()).isEqualTo(404);
    }

    @Test
    void aChangedRoleCountsAtOnce() {
        Person person = member("changing", Role.ORGANISER);
        Browser theirs = TEAMS.signedIn(person.email());
        assertThat(theirs.get("/organiser/events/new").statusCode()).isEqualTo(200);

        Browser ilze = owner();
        ilze.submit(ilze.page(TEAM), TEAM + "/" + person.id() + "/role", Map.of("role", "AUDITOR"));

        assertThat(theirs.get("/organiser/events/new").statusCode()).isEqualTo(403);
        assertThat(theirs.page("/organiser").select("#looks-only").text()).contains("You look only");
        assertThat(theirs.page("/organiser").select("a[href=/organiser/events/begin], main form[method=post]"))
                .isEmpty();
    }

    @Test
    void whoOrganisesHereAndOnlyLooksThereSeesNoButtonsThere() {
        Person person = member("mixed", Role.ORGANISER);
        SITE.bean(People.class).join(person.id(), TEAMS.omsozamsVenner().id(), Role.AUDITOR, "test");
        for (String slug : List.of("intelekta-parks", "omsozams-venner")) {
            SITE.bean(Projects.class)
                    .create(
                            SITE.bean(Organisations.class).get(slug).id(),
                            new ProjectPlan(
                                    "of-" + slug,
                                    "1",
                                    Translated.of(Language.EN, "Neighbours"),
                                    Translated.nothing(),
                                    "Fund",
                                    Translated.nothing(),
                                    null,
                                    null,
                                    List.of()),
                            "test");
        }
        Browser theirs = TEAMS.signedIn(person.email());

        Document own = theirs.page("/organiser/projects/of-intelekta-parks/report");
        Document others = theirs.page("/organiser/projects/of-omsozams-venner/report");

        assertThat(theirs.get("/organiser/projects/of-omsozams-venner").statusCode())
                .isEqualTo(403);
        assertThat(own.select("a[href=/organiser/projects/of-intelekta-parks]")).isNotEmpty();
        assertThat(own.select("#looks-only")).isEmpty();
        assertThat(others.select("a[href=/organiser/projects/of-omsozams-venner]"))
                .isEmpty();
        assertThat(others.select("#looks-only")).hasSize(1);
        assertThat(theirs.page("/organiser").select("#looks-only")).isEmpty();
    }

    @Test
    void whoIsTakenOutIsSignedOutAndTheirProgramsToo() {
        Person person = member("leaving", Role.ORGANISER);
        Browser theirs = TEAMS.signedIn(person.email());
        String token =
                SITE.bean(ApiTokens.class).create(person.id(), "mine", "test").secret();
        Browser ilze = owner();

        ilze.submit(ilze.page(TEAM), TEAM + "/" + person.id() + "/removal", Map.of());

        assertThat(Browser.onwards(theirs.get("/organiser"))).startsWith("/organiser/sign-in");
        assertThat(SITE.get("/api/v1/events", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
        assertThat(deeds()).contains("left", "invited", "joined");
    }

    @Test
    void theOnlyOwnerHearsWhyTheyCannotGo() {
        Browser ilze = owner();

        HttpResponse<String> refused =
                ilze.submit(ilze.page(TEAM), TEAM + "/" + TEAMS.ilze().id() + "/removal", Map.of());

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#errors").text()).contains("only owner");
    }

    @Test
    void anOrganiserHearsThatThisIsForOwners() {
        Browser janis = TEAMS.signedIn(Teams.JANIS);

        HttpResponse<String> refused = janis.get(TEAM);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(Jsoup.parse(refused.body()).select("main").text()).contains("for the owners", "Intelekta parks");
        assertThat(TEAMS.signedIn(Teams.KARI).get(TEAM).statusCode()).isEqualTo(404);
    }

    private static Browser owner() {
        return TEAMS.signedIn(Teams.ILZE);
    }

    private static List<String> deeds() {
        return SITE.bean(Audit.class).of("organisation", TEAMS.intelektaParks().id()).stream()
                .map(Entry::deed)
                .toList();
    }

    private static Person member(String name, Role role) {
        People people = SITE.bean(People.class);
        Person person =
                people.create(name, new EmailAddress(name + "@example.org"), Teams.PASSWORD, lv.kopa.text.Language.EN);
        people.join(person.id(), TEAMS.intelektaParks().id(), role, "test");
        return person;
    }

    private static String invite(String address, Role role) {
        Browser ilze = owner();
        HttpResponse<String> sent =
                ilze.submit(ilze.page(TEAM), TEAM + "/invitations", Map.of("email", address, "role", role.name()));
        assertThat(Browser.onwards(sent)).isEqualTo(TEAM);
        return Letters.path(SITE, DATABASE, "team-invitation", address);
    }
}
