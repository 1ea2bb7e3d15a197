package lv.kopa.registration.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Wording;
import lv.kopa.registration.own.Someone;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links that come again, and those that a mail program has spoilt. */
final class LinkAgainTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("LinkAgainTest", database);
    private final Browser browser = new Browser(kopa.site());
    private Someone anna = Someone.at(kopa, "/");

    @BeforeEach
    void register() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-01T08:00:00Z"));
        String parks = kopa.found("parks");
        for (String slug : List.of("ours", "theirs", "given-up")) {
            kopa.publish(parks, Plans.training("parks", slug, ""));
            anna = Someone.registered(kopa, slug, "anna@example.org", "");
        }
        anna.cancels();
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void aMailListsAllThatIsAliveEachWithAFreshLink() {
        HttpResponse<String> answer = ask("Anna@Example.org");

        assertThat(answer.statusCode()).isEqualTo(200);
        Mail mail = Someone.mailTo(kopa, "anna@example.org");
        assertThat(mail.about()).isEqualTo(Mail.About.NOTHING);
        List<Wording.Fact> facts = mail.wording().facts();
        assertThat(facts).hasSize(2);
        assertThat(facts).allSatisfy(fact -> {
            String link = Someone.path(fact.values().get(2));
            assertThat(browser.page(link).select("#facts ~ dl").text()).contains("anna@example.org");
        });
    }

    @Test
    void whoeverAsksIsToldTheSameWhetherTheAddressIsKnownOrNot() {
        String known = ask("anna@example.org").body().replace("anna@example.org", "X");
        int mails = Someone.mails(kopa, "").size();

        String unknown = ask("nobody@example.org").body().replace("nobody@example.org", "X");

        assertThat(Jsoup.parse(unknown).select("main").html())
                .isEqualTo(Jsoup.parse(known).select("main").html());
        assertThat(Someone.mails(kopa, "")).hasSize(mails);
    }

    @Test
    void whatIsOverIsNotListed() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-20T08:00:00Z"));

        ask("anna@example.org");

        assertThat(Someone.mails(kopa, "anna@example.org"))
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
    void aLinkThatWasCutLeadsToWhereItIsSentAgain() {
        HttpResponse<String> answer = kopa.site().get(anna.path().substring(0, 20), "Accept-Language", "en");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Jsoup.parse(answer.body()).select("main a[href=/registrations/link]"))
                .hasSize(1);
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
        assertThat(database.texts("SELECT purpose FROM consent WHERE withdrawn_at IS NULL"))
                .containsExactly("NEWSLETTER");
    }

    private HttpResponse<String> ask(String address) {
        return browser.submit(
                browser.page("/registrations/link?lang=en"), "/registrations/link", Map.of("email", address));
    }
}
