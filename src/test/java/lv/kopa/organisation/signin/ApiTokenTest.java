package lv.kopa.organisation.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.net.http.HttpResponse;
import java.util.Map;
import lv.kopa.database.TestDatabase;
import lv.kopa.organisation.Letters;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Teams;
import lv.kopa.web.Api;
import lv.kopa.web.Browser;
import lv.kopa.web.Site;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("database")
class ApiTokenTest {
    private static final String TOKENS = "/organiser/tokens";
    private static final String WHO = "/api/v1/who";
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Site SITE = Site.start("tokens", DATABASE.settings());
    private static final Teams TEAMS = Teams.settle(SITE);

    @AfterAll
    static void stop() {
        SITE.close();
    }

    @Test
    void aTokenLetsAProgramActForItsPerson() {
        HttpResponse<String> answer = SITE.get(WHO, "Authorization", "Bearer " + token(Teams.ILZE, "our web site"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("token:").endsWith("intelekta-parks");
    }

    @Test
    void itsSecretIsShownOnceOnly() {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        String secret = create(ilze, "shown once");

        assertThat(ilze.page(TOKENS).html()).contains("shown once").doesNotContain(secret);
    }

    @Test
    void itsPersonIsToldOfItByMail() {
        int before = Letters.warnings(SITE, DATABASE, Teams.ILZE).size();

        create(TEAMS.signedIn(Teams.ILZE), "told of");

        assertThat(Letters.warnings(SITE, DATABASE, Teams.ILZE))
                .hasSize(before + 1)
                .last()
                .isEqualTo("Izveidota pilnvara programmai");
    }

    @Test
    void aTokenWithoutANameIsNotMade() {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);

        HttpResponse<String> response = ilze.submit(ilze.page(TOKENS), TOKENS, Map.of("name", " "));

        assertThat(response.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(response.body());
        assertThat(page.select("#errors a[href=#name]").text()).isEqualTo("Say what the token is for.");
        assertThat(page.select("#name").attr("aria-describedby")).contains("name-error");
    }

    @Test
    void aRevokedTokenOpensNothing() {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        String secret = create(ilze, "to be revoked");
        Document page = ilze.page(TOKENS);
        String revocation = page.select("li:contains(to be revoked) form").attr("action");

        assertThat(Browser.onwards(ilze.submit(page, revocation, Map.of()))).isEqualTo(TOKENS);

        assertThat(SITE.get(WHO, "Authorization", "Bearer " + secret).statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTokenThatIsNobodysIsRefusedAlsoWhereAStrangerMayGoOn() {
        assertThat(SITE.get(WHO + "/maybe", "Authorization", "Bearer nonsense").statusCode())
                .isEqualTo(401);
        assertThat(SITE.get("/api/v1/events", "Authorization", "Bearer nonsense")
                        .statusCode())
                .isEqualTo(401);
        assertThat(SITE.get("/api/v1/events").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyRevokesATokenOfSomebodyElse() {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        String secret = create(ilze, "of Ilze");
        String revocation =
                ilze.page(TOKENS).select("li:contains(of Ilze) form").attr("action");
        Browser kari = TEAMS.signedIn(Teams.KARI);
        String csrf = kari.page(TOKENS).select("[name=_csrf]").val();

        kari.post(revocation, Map.of("_csrf", csrf));

        assertThat(SITE.get(WHO, "Authorization", "Bearer " + secret).statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer nonsense", "Bearer ", "Basic aWx6ZTppbHpl", "nonsense", "Bearer a b c"})
    void aProgramWithoutAGoodTokenIsToldWhatItLacks(String authorization) {
        HttpResponse<String> answer = SITE.get(WHO, "Authorization", authorization);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":401");
    }

    @Test
    void aCookieReadsTheApiButChangesNothingThere() {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);

        assertThat(ilze.get(WHO).body()).startsWith("person:");
        assertThat(ilze.post(WHO, Map.of()).statusCode()).isIn(401, 403);
        String csrf = ilze.page(TOKENS).select("[name=_csrf]").val();
        assertThat(ilze.post(WHO, Map.of("_csrf", csrf)).statusCode()).isEqualTo(401);
    }

    @Test
    void aTokenOpensNoPages() {
        HttpResponse<String> answer =
                SITE.get("/organiser/projects", "Authorization", "Bearer " + token(Teams.ILZE, "pages"));

        assertThat(Browser.onwards(answer)).startsWith("/organiser/sign-in");
    }

    @Test
    void aPageForAllKnowsWhetherAnybodyIsSignedIn() {
        assertThat(SITE.get(WHO + "/maybe").body()).isEqualTo("nobody");
        assertThat(TEAMS.signedIn(Teams.KARI).get(WHO + "/maybe").body()).isEqualTo("Kari");
    }

    @Test
    void whatDoesNotSayWhoMaySeeItIsSeenByNobody() {
        assertThat(SITE.get("/api/v1/forgotten").statusCode()).isEqualTo(401);
        assertThat(SITE.get("/api/v1/forgotten", "Authorization", "Bearer " + token(Teams.ILZE, "curious"))
                        .statusCode())
                .isEqualTo(403);
    }

    private static String token(String email, String name) {
        return create(TEAMS.signedIn(email), name);
    }

    private static String create(Browser browser, String name) {
        HttpResponse<String> response = browser.submit(browser.page(TOKENS), TOKENS, Map.of("name", name));
        assertThat(response.statusCode()).isEqualTo(200);
        return Jsoup.parse(response.body()).select("#secret").val();
    }

    @Api
    @Controller(WHO)
    @Secured(SecurityRule.IS_AUTHENTICATED)
    @Requires(property = "spec.name", value = "tokens")
    static class Who {
        @Get
        String who(Organiser organiser) {
            return organiser.actor() + " " + organiser.memberships().get(0).slug();
        }

        @Post(consumes = "*/*")
        String change(Organiser organiser) {
            return organiser.actor();
        }

        @Get("/maybe")
        @Secured(SecurityRule.IS_ANONYMOUS)
        String maybe(@Nullable Organiser organiser) {
            return organiser == null ? "nobody" : organiser.name();
        }
    }

    @Api
    @Controller("/api/v1/forgotten")
    @Requires(property = "spec.name", value = "tokens")
    static class Forgotten {
        @Get
        String secret() {
            return "secret";
        }
    }
}
