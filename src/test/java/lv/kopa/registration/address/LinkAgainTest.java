package lv.kopa.registration.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Wording;
import lv.kopa.registration.delegation.Heads;
import lv.kopa.registration.own.Someone;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import lv.kopa.web.Token;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Links that come again, and those that a mail program has spoilt. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LinkAgainTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("LinkAgainTest", database);
    private final Browser browser = new Browser(kopa.site());
    private final String parks = kopa.found("parks");
    private Someone anna = Someone.at(kopa, "/");
    private int test;

    /** Another Anna, with events of her own, for each test. */
    @BeforeEach
    void register() {
        test++;
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-01T08:00:00Z"));
        for (String slug : List.of(event("ours"), event("theirs"), event("given-up"))) {
            kopa.publish(parks, Plans.training("parks", slug, ""));
            anna = Someone.registered(kopa, slug, address("anna"), "");
        }
        anna.cancels();
    }

    private String event(String name) {
        return name + "-" + test;
    }

    private String address(String name) {
        return name + test + "@example.org";
    }

    @AfterAll
    void stop() {
        kopa.close();
    }

    @Test
    void aMailListsAllThatIsAliveEachWithAFreshLink() {
        HttpResponse<String> answer = ask("Anna" + test + "@Example.org");

        assertThat(answer.statusCode()).isEqualTo(200);
        Mail mail = Someone.mailTo(kopa, address("anna"));
        assertThat(mail.about()).isEqualTo(Mail.About.NOTHING);
        List<Wording.Fact> facts = mail.wording().facts();
        assertThat(facts).hasSize(2);
        assertThat(facts).allSatisfy(fact -> {
            String link = Someone.path(fact.values().get(2));
            assertThat(browser.page(link).select("#facts ~ dl").text()).contains(address("anna"));
        });
    }

    @Test
    void whoeverAsksIsToldTheSameWhetherTheAddressIsKnownOrNot() {
        String known = ask(address("anna")).body().replace(address("anna"), "X");
        int mails = Someone.mails(kopa, "").size();

        String unknown = ask(address("nobody")).body().replace(address("nobody"), "X");

        assertThat(Jsoup.parse(unknown).select("main").html())
                .isEqualTo(Jsoup.parse(known).select("main").html());
        assertThat(Someone.mails(kopa, "")).hasSize(mails);
    }

    @Test
    void whatIsOverIsNotListed() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-20T08:00:00Z"));

        ask(address("anna"));

        assertThat(Someone.mails(kopa, address("anna")))
                .noneMatch(item -> item.kind().equals("link-again"));
    }

    @Test
    void whatIsNoAddressIsSaidAtTheField() {
        HttpResponse<String> answer = ask("anna@");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("#email").val()).isEqualTo("anna@");
        assertThat(Jsoup.parse(answer.body()).select("#email-error").text()).startsWith("This is not a whole");
    }

    @Test
    void aLinkThatAMailProgramWroteOnOpensAllTheSame() {
        String path = anna.path();
        String token = path.substring(3);
        for (String spoilt : List.of(
                path + ".",
                path + "%3E",
                path + ")",
                path + ",",
                path + "/",
                path + "%20",
                path + ".Thanks",
                "/r/" + token.toUpperCase(Locale.ROOT),
                "/r/%3C" + token + "%3E")) {
            assertThat(browser.get(spoilt).statusCode()).as(spoilt).isEqualTo(200);
        }
    }

    @Test
    void soDoesEveryOtherSecret() {
        for (String path : List.of(party(), handOver(), delegation())) {
            String secret = path.replaceFirst(".*/", "");
            String before = path.substring(0, path.length() - secret.length());
            for (String spoilt : spoilt(secret)) {
                assertThat(browser.get(before + spoilt).statusCode())
                        .as(before + spoilt)
                        .isEqualTo(200);
            }
        }
    }

    @Test
    void aLinkThatWasCutLeadsToWhereItIsSentAgain() {
        for (String path : List.of(anna.path(), party(), delegation())) {
            HttpResponse<String> answer = cut(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(Jsoup.parse(answer.body()).select("main a[href=/registrations/link]"))
                    .hasSize(1);
        }
        HttpResponse<String> offer = cut(handOver());
        assertThat(offer.statusCode()).isEqualTo(404);
        assertThat(offer.body()).contains("There is no offer behind this link");
    }

    @Test
    void aLinkToANewAddressThatWasCutIsNotSaidToBeUsed() {
        Texts texts = Texts.in(Language.EN);
        for (String cut : List.of("/my/address", "/my/address/", "/my/address/abcdefg", "/my/guardian", "/my/news")) {
            HttpResponse<String> answer = kopa.site().get(cut, "Accept-Language", "en");
            assertThat(answer.statusCode()).as(cut).isEqualTo(404);
            assertThat(Jsoup.parse(answer.body()).select("main").text())
                    .as(cut)
                    .contains("cut")
                    .doesNotContain(texts.get("registration.address.unknown"), "used");
        }
        HttpResponse<String> used =
                kopa.site().get("/my/address/" + Token.random().secret(), "Accept-Language", "en");
        assertThat(used.statusCode()).isEqualTo(410);
        assertThat(used.body()).contains(texts.get("registration.address.unknown"));
    }

    private HttpResponse<String> cut(String path) {
        return kopa.site().get(path.substring(0, path.length() - 12), "Accept-Language", "en");
    }

    @Test
    void anInvitationThatAMailProgramWroteOnLetsInAllTheSameAndOneThatWasCutSaysWhatToOpen() {
        Token secret = Token.random();
        database.execute("UPDATE event SET visibility = 'INVITATION', invitation_hash = '" + secret.hash()
                + "' WHERE slug = '" + event("given-up") + "'");
        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(1));
        String form = "/events/" + event("given-up") + "/register";
        for (String spoilt : spoilt(secret.secret())) {
            Document page = browser.page(form + "?invitation=" + spoilt);
            assertThat(page.select("#name")).as(spoilt).hasSize(1);
            assertThat(Browser.onwards(browser.submit(
                            page, form, Map.of("name", "Olga", "email", address("olga"), "consents", "privacy"))))
                    .contains("status=confirmed");
            assertThat(browser.page(form + "/party?invitation=" + spoilt).select("#people"))
                    .as(spoilt)
                    .hasSize(1);
        }

        Document cut = browser.page(form + "?invitation=" + secret.secret().substring(0, 20));
        assertThat(cut.select("#name")).isEmpty();
        assertThat(cut.select("main").text()).contains(Texts.in(Language.EN).get("registration.closed.by-invitation"));
    }

    private static List<String> spoilt(String secret) {
        return List.of(
                secret,
                secret + ".",
                secret + "%3E",
                secret + ")",
                secret.toUpperCase(Locale.ROOT),
                "%3C" + secret + "%3E");
    }

    private String party() {
        String form = "/events/" + event("theirs") + "/register/party";
        return Browser.onwards(browser.submit(
                browser.page(form),
                form,
                Map.of("name", "Ilze", "email", "ilze@example.org", "people.0.name", "Kate", "consents", "privacy")));
    }

    private String handOver() {
        Someone kate = Someone.registered(kopa, event("ours"), address("kate"), "");
        kate.send("/hand-over", "/hand-over", Map.of("name", "Olga", "email", address("olga")));
        return Someone.linkIn(Someone.mailTo(kopa, address("olga")));
    }

    private String delegation() {
        Heads.give(kopa, event("theirs"), Map.of("", 2));
        return Heads.home(kopa).path();
    }

    @Test
    void whoseCookieHasGoneIsAskedToPressOnceMoreWithTheAddressKept() {
        Document page = browser.page("/registrations/link?lang=en");
        browser.cookies().put("kopa-csrf", "another");

        HttpResponse<String> answer = browser.submit(page, "/registrations/link", Map.of("email", address("anna")));
        assertThat(answer.statusCode()).isEqualTo(403);
        Document again = Jsoup.parse(answer.body(), "/registrations/link");
        assertThat(again.select("#errors p").text())
                .isEqualTo(Texts.in(Language.EN).get("registration.form.old"));
        assertThat(again.select("#email").val()).isEqualTo(address("anna"));

        assertThat(Jsoup.parse(browser.submit(again, "/registrations/link", Map.of())
                                .body())
                        .select("[role=status] h2")
                        .text())
                .isEqualTo(Texts.in(Language.EN).get("registration.again.sent"));
    }

    @Test
    void whatIsTypedInTheFormsOfAPersonGoesAlongIntoAnotherLanguage() {
        Someone kate = Someone.registered(kopa, event("ours"), address("kate"), "");
        Browser kates = kate.browser();
        for (String form : List.of("/edit", "/hand-over")) {
            Document page = Jsoup.parse(
                    kates.translate(kate.page(form), "uk", Map.of("name", "Катерина", "email", address("new")))
                            .body());
            assertThat(page.select("html").attr("lang")).as(form).isEqualTo("uk");
            assertThat(page.select("#name").val()).isEqualTo("Катерина");
            assertThat(page.select("#email").val()).isEqualTo(address("new"));
        }
        assertThat(Someone.mails(kopa, address("new"))).isEmpty();
        assertThat(database.texts("SELECT name FROM registration WHERE email = '" + address("kate") + "'"))
                .containsExactly("Anna Bērziņa");
    }

    @Test
    void whoseBrowserKeepsNoCookiesIsSentALinkToo() {
        String path = "/registrations/link";
        for (String[] headers : new String[][] {
            {"Origin", kopa.site().address("")}, {"Sec-Fetch-Site", "same-origin"}, {"Accept", "text/html"}
        }) {
            String reader = address(headers[0].toLowerCase(Locale.ROOT));
            Someone.registered(kopa, event("ours"), reader, "");
            Document form = Jsoup.parse(kopa.site().get(path + "?lang=en").body(), path);
            String body = new Browser(kopa.site()).body(form, path, Map.of("email", reader));

            HttpResponse<String> answer = kopa.site()
                    .post(path, body, headers[0], headers[1], "Content-Type", "application/x-www-form-urlencoded");

            assertThat(answer.statusCode()).as(headers[0]).isEqualTo(200);
            assertThat(Someone.mails(kopa, reader))
                    .as(headers[0])
                    .anyMatch(mail -> mail.kind().equals("link-again"));
        }
    }

    @Test
    void aFormOlderThanItsCookieAndABrowserWithoutCookiesStillGetThrough() {
        String path = anna.path();

        HttpResponse<String> without = kopa.site()
                .post(
                        path + "/consents",
                        "consents=photo",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Sec-Fetch-Site",
                        "same-origin");
        HttpResponse<String> old = kopa.site()
                .post(
                        path + "/consents",
                        "consents=newsletter&_csrf=abcdefgh",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Cookie",
                        "kopa-csrf=somethingelse; kopa-lang=en",
                        "Sec-Fetch-Site",
                        "same-origin");
        HttpResponse<String> forged = kopa.site()
                .post(
                        path + "/consents",
                        "consents=photo",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Origin",
                        "https://elsewhere.example");

        assertThat(without.statusCode()).isEqualTo(303);
        assertThat(old.statusCode()).isEqualTo(303);
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(database.texts("SELECT c.purpose FROM consent c JOIN registration r ON r.id = c.registration_id"
                        + " WHERE c.withdrawn_at IS NULL AND r.email = '" + address("anna") + "'"))
                .containsExactly("NEWSLETTER");
    }

    private HttpResponse<String> ask(String address) {
        return browser.submit(
                browser.page("/registrations/link?lang=en"), "/registrations/link", Map.of("email", address));
    }
}
