package lv.kopa.organisation.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Letters;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Teams;
import lv.kopa.organisation.signin.SignIns;
import lv.kopa.web.Browser;
import lv.kopa.web.Site;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("database")
class ProviderTest {
    private static final String SIGN_IN = "/organiser/sign-in";
    private static final String TEAM = "/organiser/organisations/intelekta-parks/team";
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Identifier IDENTIFIER = identifier();
    private static final Site SITE = start();
    private static final Teams TEAMS = Teams.settle(SITE);

    private final Browser browser = new Browser(SITE);

    private static Identifier identifier() {
        try {
            return Identifier.open();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Site start() {
        Map<String, Object> settings = new HashMap<>(DATABASE.settings());
        settings.put("kopa.public-url", "https://kopa.example");
        settings.put("kopa.limits", "off");
        settings.put("kopa.oidc.issuer", IDENTIFIER.issuer());
        settings.put("kopa.oidc.client-id", Identifier.CLIENT);
        settings.put("kopa.oidc.client-secret", Identifier.SECRET);
        settings.put("kopa.oidc.name", "Latgale ID");
        return Site.start("provider", settings);
    }

    @AfterAll
    static void stop() {
        SITE.close();
        IDENTIFIER.close();
    }

    @Test
    void whoeverTheProviderVouchesForIsSignedInAndGoesWhereTheyWantedTo() throws Exception {
        Document page = browser.page(SIGN_IN + "?to=" + TEAM);
        String way = page.select("a:contains(Latgale ID)").attr("href");

        URI sent = leave(way);
        HttpResponse<String> back = comeBack(IDENTIFIER.sayYes(sent, "ilze-1", Teams.ILZE, same()));

        assertThat(sent.toString()).contains("code_challenge_method=S256").contains("scope=openid+email");
        assertThat(Browser.onwards(back)).isEqualTo(TEAM);
        assertThat(browser.page(TEAM).text()).contains("Ilze");
        assertThat(DATABASE.texts("SELECT deed FROM audit WHERE subject = 'person' AND subject_id = "
                        + TEAMS.ilze().id()))
                .contains("identity-bound");
        assertThat(Letters.warnings(SITE, DATABASE, Teams.ILZE))
                .containsExactly("Tavu kontu tagad atver arī cits pakalpojums");
    }

    @Test
    void aSecondFactorIsAskedForAllTheSame() throws Exception {
        DATABASE.execute("INSERT INTO second_factor (person_id, sealed_secret, confirmed_at, last_step) VALUES ("
                + TEAMS.kari().id() + ", 'x', NOW(6), 1)");

        HttpResponse<String> back = signIn("kari-1", Teams.KARI);

        assertThat(Browser.onwards(back)).startsWith("/organiser/sign-in/code");
        assertThat(browser.get("/organiser/organisations").statusCode()).isEqualTo(303);
    }

    @Test
    void aSuccessorWithTheSameAddressDoesNotFindTheFormerOnesAccount() throws Exception {
        assertThat(signIn("janis-1", Teams.JANIS).statusCode()).isEqualTo(303);

        HttpResponse<String> successor = signIn("janis-2", Teams.JANIS);

        assertThat(successor.statusCode()).isEqualTo(403);
        assertThat(said(successor))
                .contains("Somebody else of Latgale ID has signed in to the account", "Forgot your password?");
    }

    @Test
    void anAccountIsFreeForAnotherIdentityOnceItsPasswordWasSetAnew() throws Exception {
        signIn("janis-1", Teams.JANIS);
        SITE.bean(SignIns.class)
                .shutOut(
                        SITE.bean(People.class)
                                .find(new EmailAddress(Teams.JANIS))
                                .orElseThrow()
                                .id(),
                        "test");

        assertThat(Browser.onwards(signIn("janis-3", Teams.JANIS))).isEqualTo("/organiser");

        SITE.bean(SignIns.class)
                .shutOut(
                        SITE.bean(People.class)
                                .find(new EmailAddress(Teams.JANIS))
                                .orElseThrow()
                                .id(),
                        "test");
    }

    @Test
    void anAddressThatIsNotInTheProofIsAskedFor() throws Exception {
        IDENTIFIER.tellMore("{\"sub\": \"ilze-1\", \"email\": \"" + Teams.ILZE + "\", \"email_verified\": true}");

        HttpResponse<String> hers = signIn(
                "ilze-1", Teams.ILZE, claims -> claims.claim("email", null).claim("email_verified", null));
        HttpResponse<String> anothers = signIn(
                "thief", Teams.ILZE, claims -> claims.claim("email", null).claim("email_verified", null));

        assertThat(Browser.onwards(hers)).isEqualTo("/organiser");
        assertThat(anothers.statusCode()).isEqualTo(403);
    }

    @Test
    void whoeverIsKnownNeedsNoConfirmedAddressAnyMore() throws Exception {
        signIn("ilze-1", Teams.ILZE);

        assertThat(Browser.onwards(signIn("ilze-1", Teams.ILZE, claims -> claims.claim("email_verified", false))))
                .isEqualTo("/organiser");
    }

    @Test
    void aSpoiltErrandOrAnAnswerWithoutACodeIsNoFault() throws Exception {
        for (String errand : List.of("", "...", "x.y.z.", "a.b")) {
            browser.cookies().put("kopa-errand", errand);
            assertThat(browser.get(Provider.RETURN + "?state=x&code=1").statusCode())
                    .as(errand)
                    .isEqualTo(400);
        }
        URI answer = IDENTIFIER.sayYes(leave("/organiser/sign-in/provider"), "ilze-1", Teams.ILZE, same());
        assertThat(comeBack(URI.create(answer.toString().replaceAll("code=[^&]*&", "")))
                        .statusCode())
                .isIn(400, 502);
    }

    @Test
    void whoeverWasKnownOnceIsKnownUnderANewAddress() throws Exception {
        signIn("ilze-1", Teams.ILZE);

        assertThat(Browser.onwards(signIn("ilze-1", "ilze.married@example.org")))
                .isEqualTo("/organiser");
    }

    @Test
    void whoeverIsInNoTeamIsToldWhomToAsk() throws Exception {
        HttpResponse<String> stranger = signIn("stranger", "stranger@example.org");

        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(said(stranger)).contains("Ask an owner of your organisation to invite you");
    }

    @Test
    void anAddressThatNobodyVouchesForOpensNothing() throws Exception {
        HttpResponse<String> claimed = signIn("thief", Teams.ILZE, claims -> claims.claim("email_verified", false));
        HttpResponse<String> unsaid = signIn("thief", Teams.ILZE, claims -> claims.claim("email_verified", null));

        assertThat(List.of(claimed.statusCode(), unsaid.statusCode())).containsOnly(403);
        assertThat(said(claimed)).contains("does not say for sure that your address is yours");
    }

    @Test
    void aProofForAnotherProgramOrAnotherSignInOrOfAnotherProviderOpensNothing() throws Exception {
        List<HttpResponse<String>> answers = List.of(
                signIn("ilze-1", Teams.ILZE, claims -> claims.audience("another program")),
                signIn("ilze-1", Teams.ILZE, claims -> claims.claim("nonce", "of another sign-in")),
                signIn("ilze-1", Teams.ILZE, claims -> claims.issuer("https://evil.example")),
                signIn("ilze-1", Teams.ILZE, claims -> claims.expirationTime(new Date(0))));

        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(502);
        assertThat(browser.get("/organiser/organisations").statusCode()).isEqualTo(303);
    }

    @Test
    void whatAnUnknownKeySignedOpensNothing() throws Exception {
        IDENTIFIER.signWith(Identifier.newKey());
        try {
            assertThat(signIn("ilze-1", Teams.ILZE).statusCode()).isEqualTo(502);
        } finally {
            IDENTIFIER.signAsBefore();
        }
    }

    @Test
    void anAnswerIsGoodInTheBrowserThatSetOutAndOnce() throws Exception {
        URI answer = IDENTIFIER.sayYes(leave("/organiser/sign-in/provider"), "ilze-1", Teams.ILZE, same());

        assertThat(said(new Browser(SITE).get(path(answer)))).contains("begun in another browser");
        assertThat(comeBack(answer).statusCode()).isEqualTo(303);
        assertThat(comeBack(answer).statusCode()).isEqualTo(400);
    }

    @Test
    void anAnswerWithAnotherStateIsNotTaken() throws Exception {
        URI answer = IDENTIFIER.sayYes(leave("/organiser/sign-in/provider"), "ilze-1", Teams.ILZE, same());

        HttpResponse<String> forged = comeBack(URI.create(answer.toString().replaceAll("state=.*", "state=forged")));

        assertThat(forged.statusCode()).isEqualTo(400);
    }

    @Test
    void whoeverSaysNoThereIsToldThatNothingHasChanged() throws Exception {
        HttpResponse<String> back = comeBack(IDENTIFIER.sayNo(leave("/organiser/sign-in/provider")));

        assertThat(said(back)).contains("Nothing has changed here");
    }

    @Test
    void nobodyIsLedToAnAddressOfOthers() throws Exception {
        URI sent = leave("/organiser/sign-in/provider?to=https://evil.example");

        assertThat(Browser.onwards(comeBack(IDENTIFIER.sayYes(sent, "ilze-1", Teams.ILZE, same()))))
                .isEqualTo("/organiser");
    }

    @Test
    void aProviderThatIsGoneIsSaidToBe() {
        Map<String, Object> settings = new HashMap<>(DATABASE.settings());
        settings.put("kopa.oidc.issuer", "http://localhost:1/nobody");
        settings.put("kopa.oidc.client-id", Identifier.CLIENT);
        settings.put("kopa.oidc.client-secret", Identifier.SECRET);
        try (Site site = Site.start("provider", settings)) {
            HttpResponse<String> answer = new Browser(site).get("/organiser/sign-in/provider");

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(said(answer)).contains("localhost did not answer as it should");
        }
    }

    @Test
    void whereThereIsNoProviderNobodyIsOfferedOne() {
        try (Site site = Site.start("provider", new HashMap<>(DATABASE.settings()))) {
            assertThat(new Browser(site).page(SIGN_IN).select("a[href*=provider]"))
                    .isEmpty();
            assertThat(Browser.onwards(new Browser(site).get("/organiser/sign-in/provider")))
                    .isEqualTo(SIGN_IN);
        }
    }

    private HttpResponse<String> signIn(String subject, String email) throws Exception {
        return signIn(subject, email, same());
    }

    private HttpResponse<String> signIn(String subject, String email, UnaryOperator<JWTClaimsSet.Builder> more)
            throws Exception {
        return comeBack(IDENTIFIER.sayYes(leave("/organiser/sign-in/provider"), subject, email, more));
    }

    private static UnaryOperator<JWTClaimsSet.Builder> same() {
        return UnaryOperator.identity();
    }

    private URI leave(String way) {
        return URI.create(browser.get(way).headers().firstValue("Location").orElseThrow());
    }

    private HttpResponse<String> comeBack(URI answer) {
        return browser.get(path(answer));
    }

    private static String path(URI answer) {
        return answer.getRawPath() + "?" + answer.getRawQuery();
    }

    private static String said(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body()).select("main").text();
    }
}
