package lv.kopa.organisation.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.Mail;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Teams;
import lv.kopa.web.Browser;
import lv.kopa.web.Site;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("database")
class MailPagesTest {
    private static final String PARKS = "/organiser/organisations/intelekta-parks/mail";
    private static final String SERVER = PARKS + "/server";
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Site SITE = start();
    private static final Teams TEAMS = Teams.settle(SITE);

    @RegisterExtension
    static final GreenMailExtension MAIL =
            new GreenMailExtension(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

    private static Site start() {
        Map<String, Object> settings = new HashMap<>(DATABASE.settings());
        settings.put("kopa.mail.private-hosts", true);
        settings.put("kopa.limits", "off");
        return Site.start("organisation-mail", settings);
    }

    @AfterEach
    void forget() {
        DATABASE.execute("DELETE FROM mail_server");
    }

    @AfterAll
    static void stop() {
        SITE.close();
    }

    @Test
    void anOwnerTriesTheirServerAndReadsWhatItSaid() throws Exception {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        assertThat(ilze.page(PARKS).select("header").text()).contains("No mail server is set up");
        assertThat(Browser.onwards(keep(ilze, Map.of()))).isEqualTo(PARKS);
        assertThat(ilze.page(PARKS).select("header").text()).contains("your own mail server 127.0.0.1");

        Document told = Jsoup.parse(
                ilze.submit(ilze.page(PARKS), PARKS + "/trial", Map.of()).body());

        assertThat(told.select(".notice.good").text())
                .startsWith("Your own mail server 127.0.0.1 has taken the test mail");
        assertThat(told.select("samp").text()).startsWith("250");
        assertThat(told.select("a[hreflang=lv]").attr("href")).isEqualTo(PARKS + "?lang=lv");
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        assertThat(MAIL.getReceivedMessages()[0].getAllRecipients()[0].toString())
                .contains(Teams.ILZE);
        assertThat(MAIL.getReceivedMessages()[0].getFrom()[0].toString()).contains("post@parks.example");
    }

    @Test
    void aServerThatRefusesIsQuoted() {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        keep(ilze, Map.of("port", "9"));

        Document told = Jsoup.parse(
                ilze.submit(ilze.page(PARKS), PARKS + "/trial", Map.of()).body());

        assertThat(told.select(".notice.bad").text())
                .contains(
                        "Your own mail server 127.0.0.1 has not taken the test mail",
                        "The mail server refuses connections");
    }

    @ParameterizedTest
    @CsvSource({
        "true, good, The shared mail server 127.0.0.1 has taken",
        "false, bad, The shared mail server 127.0.0.1 has not taken"
    })
    void whoHasNoServerOfTheirOwnReadsThatItWasTheSharedOne(boolean works, String notice, String said) {
        Map<String, Object> settings = new HashMap<>(TestDatabase.fresh().settings());
        settings.put("kopa.limits", "off");
        settings.put("kopa.mail.host", "127.0.0.1");
        settings.put("kopa.mail.port", works ? MAIL.getSmtp().getPort() : 9);
        settings.put("kopa.mail.from", "kopa@kopa.example");
        try (Site shared = Site.start("organisation-mail-shared", settings)) {
            Browser ilze = Teams.settle(shared).signedIn(Teams.ILZE);
            assertThat(ilze.page(PARKS).select("header").text()).contains("the shared mail server");

            Document told = Jsoup.parse(
                    ilze.submit(ilze.page(PARKS), PARKS + "/trial", Map.of()).body());

            assertThat(told.select(".notice." + notice).text()).startsWith(said);
        }
        assertThat(MAIL.getReceivedMessages()).hasSize(works ? 1 : 0);
    }

    @Test
    void aPasswordIsKeptButNeverShownAndNeverInTheRecord() {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        assertThat(Browser.onwards(keep(ilze, Map.of("username", "kopa", "password", "s3cret-word"))))
                .isEqualTo(PARKS);

        Document page = ilze.page(PARKS);
        assertThat(page.html()).doesNotContain("s3cret-word");
        assertThat(page.select("#password-hint").text()).startsWith("A password is kept");
        assertThat(DATABASE.texts("SELECT CONCAT_WS(' ', deed, detail) FROM audit WHERE deed = 'mail-server-changed'"))
                .isNotEmpty()
                .allMatch(entry -> entry.contains("127.0.0.1"))
                .noneMatch(entry -> entry.contains("s3cret"));
        assertThat(DATABASE.texts("SELECT sealed_password FROM mail_server"))
                .singleElement()
                .asString()
                .doesNotContain("s3cret");

        assertThat(Browser.onwards(keep(ilze, Map.of("username", "kopa", "perMinute", "30"))))
                .as("blank keeps it")
                .isEqualTo(PARKS);
        assertThat(error(keep(ilze, Map.of("username", "another")), "password"))
                .as("it is good for its user alone")
                .startsWith("Write the password");
    }

    @ParameterizedTest
    @CsvSource({
        "host, '', Write the name of the mail server.",
        "host, http://x, This is not the name of a server.",
        "host, nowhere.invalid, Nobody knows a server of this name.",
        "port, 70000, A port is a number",
        "tls, PLAIN, Choose a way from the list.",
        "from, nobody, This is not a whole e-mail address.",
        "from, '', Write the address your mail comes from.",
        "perMinute, many, Write a number",
        "bounce, nobody, This is not",
        "bounce, mail-that-came-back-to-the-park@parks.example, Before the @"
    })
    void whatIsWrongIsSaidAtItsFieldAndNothingTypedIsLost(String field, String typed, String said) {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        HttpResponse<String> answer = keep(ilze, Map.of("username", "kopa", "password", "x", field, typed));
        assertThat(error(answer, field)).startsWith(said);
        assertThat(Jsoup.parse(answer.body()).select("#username").val()).isEqualTo("kopa");
        assertThat(error(answer, "password")).startsWith("Write the password again");
    }

    @Test
    void whoComesSecondIsToldAndOverwritesNothing() {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        Document before = ilze.page(PARKS);
        keep(ilze, Map.of());
        HttpResponse<String> second =
                ilze.submit(before, SERVER, Map.of("host", "localhost", "tls", "NONE", "from", "x@parks.example"));
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(second.body()).select("#errors").text()).contains("Somebody else changed this");
        assertThat(DATABASE.texts("SELECT host FROM mail_server")).containsExactly("127.0.0.1");
    }

    @Test
    void onlyOwnersComeHere() {
        assertThat(TEAMS.signedIn(Teams.JANIS).get(PARKS).statusCode()).isEqualTo(403);
        assertThat(TEAMS.signedIn(Teams.KARI).get(PARKS).statusCode()).isEqualTo(404);
    }

    @Test
    void anOrganisationWritesUnderTheNameAndForTheAnswersItChooses() {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        String sender = PARKS + "/sender";
        assertThat(error(ilze.submit(ilze.page(PARKS), sender, Map.of("replyTo", "x")), "replyTo"))
                .startsWith("This is not a whole e-mail address.");

        ilze.submit(ilze.page(PARKS), sender, Map.of("senderName", "Parka kursi", "replyTo", "kursi@parks.example"));

        Mail.Sender writes =
                SITE.bean(Organisations.class).get("intelekta-parks").sender();
        assertThat(writes.name()).isEqualTo("Parka kursi");
        assertThat(writes.replyTo()).hasToString("kursi@parks.example");
        ilze.submit(ilze.page(PARKS), sender, Map.of("senderName", "", "replyTo", ""));
        assertThat(SITE.bean(Organisations.class)
                        .get("intelekta-parks")
                        .sender()
                        .name())
                .isEqualTo("Intelekta parks");
    }

    @Test
    void whoDoesWithoutTheirServerHasItForgotten() {
        Browser ilze = TEAMS.signedIn(Teams.ILZE);
        keep(ilze, Map.of("username", "kopa", "password", "s3cret"));
        ilze.submit(ilze.page(PARKS), SERVER + "/removal", Map.of());
        assertThat(DATABASE.number("SELECT COUNT(*) FROM mail_server")).isZero();
        assertThat(ilze.page(PARKS).select("form[action$=removal]")).isEmpty();
    }

    private static HttpResponse<String> keep(Browser browser, Map<String, String> more) {
        Map<String, String> typed = new HashMap<>(Map.of(
                "host", "127.0.0.1",
                "port", String.valueOf(MAIL.getSmtp().getPort()),
                "tls", "NONE",
                "from", "post@parks.example"));
        typed.putAll(more);
        return browser.submit(browser.page(PARKS), SERVER, typed);
    }

    private static String error(HttpResponse<String> answer, String field) {
        assertThat(answer.statusCode()).isEqualTo(422);
        return Jsoup.parse(answer.body()).select("#" + field + "-error").text();
    }
}
