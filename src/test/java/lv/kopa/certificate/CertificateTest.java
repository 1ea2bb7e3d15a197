package lv.kopa.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lv.kopa.Program.Answer;
import lv.kopa.attendance.Visit;
import lv.kopa.database.TestDatabase;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Entry;
import lv.kopa.paper.Paper;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.erasure.Erasing;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Site;
import lv.kopa.workspace.Desk;
import org.apache.pdfbox.Loader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The delegation comes home. Its five parts take 2:30 + 3:30, 3:00 + 2:30 and 2:30, 14 hours or 840 minutes together.
 * Inga was at all of it: 14 hours. Andris missed the first part: 14:00 − 2:30 = 11:30, 690 of 840 minutes, 82 %. Marija
 * saw the first three: 2:30 + 3:30 + 3:00 = 9 hours, 64 %. Oksana left the last part at 10:40, 80 minutes before its end:
 * 14:00 − 1:20 = 12:40, 760 minutes, 90 %.
 */
@Tag("database")
class CertificateTest {
    private static final String PAGE = "/organiser/events/hamar/certificates";
    private final TestDatabase database = TestDatabase.fresh();
    private Site site;
    private Visit visit;
    private Desk desk;

    @BeforeEach
    void comeHome() {
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("kopa.public-url", "http://kopa.example");
        site = Site.start("certificates", settings);
        visit = Visit.in(site);
        desk = visit.desk();
        attend("Inga", 0, 1, 2, 3, 4);
        attend("Andris", 1, 2, 3, 4);
        attend("Marija", 0, 1, 2);
        attend("Oksana", 0, 1, 2, 3, 4);
        desk.post(
                "/organiser/events/hamar/check-in/" + visit.part(4).id() + "/"
                        + visit.person("Oksana").reference() + "/times",
                "came",
                "09:30",
                "left",
                "10:40");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void attend(String name, int... parts) {
        IntStream.of(parts).forEach(part -> visit.attended(name, part));
    }

    private String row(String name) {
        return desk.page(PAGE).select(".rows > li").eachText().stream()
                .filter(row -> row.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private String number(String name) {
        return database.texts("SELECT number FROM certificate WHERE standing = 1 AND registration_id = "
                        + visit.person(name).id())
                .get(0);
    }

    private Document verify(String number, String language) {
        return Jsoup.parse(site.get("/verify/" + number + "?lang=" + language).body());
    }

    private long mails() {
        return database.number("SELECT COUNT(*) FROM mail_outbox WHERE kind = 'certificate'");
    }

    @Test
    void programsReadWhoWasThereHowLongAndWhoseCertificateIsGood() {
        Answer there = visit.ask("GET", "/api/v1/events/hamar/attendance?limit=200", "")
                .is(200);
        assertThat(there.at("items").orElseThrow().size()).isEqualTo(5 + 4 + 3 + 5);
        assertThat(there.response().body())
                .contains(
                        "\"cameOn\":null,\"leftOn\":\"2023-06-16T10:40:00\",\"timeZone\":\"Europe/Oslo\",\"minutes\":70");
        Answer some =
                visit.ask("GET", "/api/v1/events/hamar/attendance?limit=10", "").is(200);
        Answer rest = visit.ask("GET", "/api/v1/events/hamar/attendance?limit=10&cursor=" + some.text("next"), "")
                .is(200);
        assertThat(some.at("items").orElseThrow().size()).isEqualTo(10);
        assertThat(rest.at("items").orElseThrow().size()).isEqualTo(7);
        assertThat(rest.at("next")).isEmpty();

        desk.post(PAGE);
        desk.post(PAGE + "/" + visit.person("Andris").reference() + "/withdrawal");

        Answer issued = visit.ask("GET", "/api/v1/events/hamar/certificates?limit=2", "")
                .is(200);
        Answer last = visit.ask("GET", "/api/v1/events/hamar/certificates?cursor=" + issued.text("next"), "")
                .is(200);
        assertThat(issued.at("items").orElseThrow().size()).isEqualTo(2);
        assertThat(last.at("items").orElseThrow().size()).isEqualTo(1);
        assertThat(issued.response().body() + last.response().body())
                .contains(
                        "http://kopa.example/verify/" + number("Inga"), "\"standing\":\"WITHDRAWN\"", "\"minutes\":840")
                .contains(visit.person("Oksana").reference());
        Desk others = Desk.of(site, "others");
        assertThat(others.get("/api/v1/events/hamar/certificates").statusCode()).isNotEqualTo(200);
    }

    @Test
    void whoWasThereForFourFifthsOfTheHoursGetsOneInOneGo() {
        assertThat(row("Inga")).contains("14 hours of 14 hours (100 %)", "Earned");
        assertThat(row("Andris")).contains("11 h 30 min of 14 hours (82 %)", "Earned");
        assertThat(row("Marija")).contains("9 hours of 14 hours (64 %)", "Too few hours");
        assertThat(row("Oksana")).contains("12 h 40 min of 14 hours (90 %)", "Earned");

        assertThat(desk.after(desk.post(PAGE)).text()).contains("3 certificates are issued.", "See the mails");

        assertThat(row("Andris")).contains("Issued", number("Andris"));
        assertThat(mails()).isEqualTo(3);
        assertThat(database.texts("SELECT wording FROM mail_outbox WHERE kind = 'certificate' AND language = 'nb'")
                        .get(0))
                .contains("Kursbeviset ditt er klart", "#certificate");
        assertThat(desk.after(desk.post(PAGE)).text()).contains("No certificate was due.");
        assertThat(mails()).isEqualTo(3);
        assertThat(deeds("Inga")).containsOnlyOnce("certificate-issued");
        assertThat(site.bean(CertificateEnclosures.class).of(visit.part(0).eventId()))
                .hasSize(3)
                .anySatisfy(enclosed -> {
                    assertThat(enclosed.name()).isEqualTo("certificates/" + number("Inga") + ".pdf");
                    assertThat(enclosed.content().get().readNBytes(5))
                            .asString()
                            .isEqualTo("%PDF-");
                });
    }

    @Test
    void organisersWhoIssueAtTheSameMomentIssueOnce() {
        List<Integer> answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> desk.post(PAGE).statusCode())
                .toList();

        assertThat(answers).containsOnly(303);
        assertThat(database.number("SELECT COUNT(*) FROM certificate")).isEqualTo(3);
        assertThat(mails()).isEqualTo(3);
    }

    @Test
    void thePaperIsInTheLanguageOfWhoEarnedItAndLeadsToItsProof() throws Exception {
        desk.post(PAGE);

        for (String name : List.of("Inga", "Andris", "Oksana")) {
            Registration person = visit.person(name);
            Texts texts = Texts.in(person.reader());
            byte[] pdf = visit.paper(PAGE + "/" + number(name) + ".pdf");
            Paper paper = Paper.read(pdf);
            assertThat(paper.line())
                    .contains(person.name(), visit.details().event().title().in(person.reader()))
                    .contains(texts.get("certificate.paper.heading"), "Kari Haugen", "Association intelekta-parks")
                    .contains("AIF/2022/KAPAC2/108", "Islande, Lihtenšteina un Norvēģija", number(name))
                    .contains("kopa.example/verify/" + number(name), "2023");
            assertThat(paper.pages()).hasSize(1);
            assertThat(paper.borrowed()).isEmpty();
            try (var document = Loader.loadPDF(pdf)) {
                assertThat(document.getDocumentCatalog().getMarkInfo().isMarked())
                        .isTrue();
                assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo(person.language());
                assertThat(document.getPage(0).getResources().getXObjectNames()).isNotEmpty();
            }
        }
        assertThat(Paper.read(visit.paper(PAGE + "/" + number("Andris") + ".pdf"))
                        .line())
                .contains("11 t 30 min", "14.–16. juni 2023");
    }

    @Test
    void thePersonFindsItOnTheirOwnPageAndNobodyElseDoes() throws Exception {
        desk.post(PAGE);
        Registration inga = visit.person("Inga");
        String own = site.bean(PersonalLinks.class).renew(inga).replace("http://kopa.example", "");
        String others =
                site.bean(PersonalLinks.class).renew(visit.person("Marija")).replace("http://kopa.example", "");

        String link = Jsoup.parse(site.get(own).body())
                .expectFirst("a[href$='certificate.pdf']")
                .attr("href");
        assertThat(Paper.read(visit.paper(link)).line()).contains("Inga Vasiļevska", "14 stundu");
        assertThat(Jsoup.parse(site.get(others).body()).select("a[href$='certificate.pdf']"))
                .isEmpty();
        assertThat(site.get(others + "/certificate.pdf").statusCode()).isEqualTo(404);
        Desk stranger = Desk.of(site, "others");
        assertThat(stranger.get(PAGE).statusCode()).isEqualTo(404);
        assertThat(stranger.get(PAGE + "/" + number("Inga") + ".pdf").statusCode())
                .isEqualTo(404);
        assertThat(stranger.post(PAGE).statusCode()).isEqualTo(404);
        assertThat(stranger.post(PAGE + "/" + inga.reference() + "/withdrawal").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anybodyVerifiesItInEveryLanguage() {
        desk.post(PAGE);
        String number = number("Inga");

        for (Language language : Language.spoken()) {
            Texts texts = Texts.in(language);
            assertThat(verify(number, language.tag()).text())
                    .contains(
                            texts.get("certificate.verify.genuine"), "Inga Vasiļevska", "Pieredzes brauciens uz Hamāru")
                    .contains(texts.get("certificate.hours", 14), "2023", number);
        }
        assertThat(verify(number.toLowerCase(java.util.Locale.ROOT).replace("-", ""), "en")
                        .text())
                .contains("This certificate is genuine");
        assertThat(site.get("/verify/" + number).headers().firstValue("X-Robots-Tag"))
                .hasValue("noindex");
        for (String unknown : List.of("BCDF-GHJK-LMNP", "1", "%20", number + "2")) {
            HttpResponse<String> answer = site.get("/verify/" + unknown + "?lang=en");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("There is no certificate of this number");
        }
    }

    @Test
    void whatWasCorrectedIsIssuedAnewAndTheOldOneSaysSo() {
        desk.post(PAGE);
        String old = number("Oksana");
        desk.post(
                "/organiser/events/hamar/check-in/" + visit.part(4).id() + "/"
                        + visit.person("Oksana").reference() + "/times",
                "came",
                "09:30",
                "left",
                "12:00");
        assertThat(row("Oksana")).contains("To be corrected", "14 hours of 14 hours");
        assertThat(row("Inga")).contains("Issued").doesNotContain("To be corrected");

        assertThat(desk.after(desk.post(PAGE)).text()).contains("1 certificate is issued.");

        assertThat(number("Oksana")).isNotEqualTo(old);
        assertThat(verify(old, "en").text())
                .contains("This certificate was replaced by a newer one")
                .doesNotContain("Oksana", "12 h 40 min");
        assertThat(verify(number("Oksana"), "en").text()).contains("This certificate is genuine", "14 hours");
        assertThat(mails()).isEqualTo(4);
        assertThat(deeds("Oksana")).contains("certificate-issued", "certificate-replaced");

        database.execute("UPDATE registration SET name = 'Inga Vasilevska' WHERE reference = '"
                + visit.person("Inga").reference() + "'");
        assertThat(row("Inga")).contains("To be corrected");
    }

    @Test
    void whatWasTakenBackProvesNothingAndIsNotIssuedAgainByTheWay() {
        desk.post(PAGE);
        String number = number("Inga");
        String inga = PAGE + "/" + visit.person("Inga").reference();

        assertThat(desk.page(PAGE).select("form[action$=/withdrawal]").size())
                .isEqualTo(desk.page(PAGE)
                        .select("details:not([open]) form[action$=/withdrawal]:contains(This cannot be undone)")
                        .size())
                .isPositive();
        assertThat(desk.after(desk.post(inga + "/withdrawal")).text()).contains("The certificate is withdrawn.");
        desk.post(inga + "/withdrawal");
        assertThat(database.texts(
                        "SELECT CONCAT(to_address, wording) FROM mail_outbox WHERE kind = 'certificate-withdrawn'"))
                .singleElement()
                .asString()
                .contains("inga@example.org", "Tava apliecība vairs nav derīga", number);

        assertThat(verify(number, "en").text())
                .contains("This certificate was withdrawn")
                .doesNotContain("Inga");
        assertThat(desk.after(desk.post(PAGE)).text()).contains("No certificate was due.");
        assertThat(desk.after(desk.post(inga)).text()).contains("1 certificate is issued.");
        assertThat(verify(number, "en").text()).contains("This certificate was withdrawn");
        assertThat(number("Inga")).isNotEqualTo(number);
    }

    @Test
    void ofWhoWasForgottenACertificateSaysNoNameAnyMore() throws Exception {
        desk.post(PAGE);
        String number = number("Inga");

        site.bean(Erasing.class).erase(visit.person("Inga"));

        assertThat(verify(number, "en").text())
                .contains("This certificate is genuine", "The name was deleted", "14 hours")
                .doesNotContain("Inga");
        assertThat(new String(visit.paper(PAGE + "/" + number + ".pdf"), StandardCharsets.ISO_8859_1))
                .doesNotContain("Inga");
        assertThat(Paper.read(visit.paper(PAGE + "/" + number + ".pdf")).text()).doesNotContain("Inga");
        assertThat(database.number("SELECT COUNT(*) FROM certificate WHERE name LIKE 'Inga%'"))
                .isZero();
    }

    @Test
    void anEventMayAskForMoreOrLess() {
        assertThat(desk.post(PAGE + "/rule", "percent", "0").statusCode()).isEqualTo(422);
        assertThat(desk.post(PAGE + "/rule", "percent", "101").body()).contains("Write a number from 1 to 100.");
        assertThat(desk.after(desk.post(PAGE + "/rule", "percent", "60")).text())
                .contains("at least 60 %");
        assertThat(row("Marija")).contains("Earned");
        desk.post(PAGE + "/rule", "percent", "83");
        assertThat(row("Andris")).contains("Too few hours");
        assertThat(desk.after(desk.post(PAGE + "/" + visit.person("Andris").reference()))
                        .text())
                .contains("No certificate was due.");
    }

    @Test
    void partsAtWhichNobodyWasMarkedTakeNothingFromAnybody() {
        for (String name : List.of("Inga", "Andris", "Oksana")) {
            for (int part : List.of(3, 4)) {
                desk.post(
                        "/organiser/events/hamar/check-in/" + visit.part(part).id() + "/"
                                + visit.person(name).reference(),
                        "present",
                        "no");
            }
        }

        assertThat(row("Marija")).contains("9 hours of 9 hours (100 %)", "Earned");
        assertThat(desk.page(PAGE).text()).contains("count: 3 of 5.");
    }

    private List<String> deeds(String name) {
        return site.bean(Audit.class).of("registration", visit.person(name).id()).stream()
                .map(Entry::deed)
                .toList();
    }
}
