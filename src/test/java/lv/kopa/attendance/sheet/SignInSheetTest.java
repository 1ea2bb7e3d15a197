package lv.kopa.attendance.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import lv.kopa.attendance.Visit;
import lv.kopa.event.EventDetails;
import lv.kopa.file.Samples;
import lv.kopa.file.UnknownFile;
import lv.kopa.organisation.Logo;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Entry;
import lv.kopa.paper.Paper;
import lv.kopa.project.Projects;
import lv.kopa.registration.erasure.Erasing;
import lv.kopa.web.Parts;
import lv.kopa.web.Site;
import lv.kopa.workspace.Desk;
import org.apache.pdfbox.Loader;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists that people sign, and what they signed. */
@Tag("database")
class SignInSheetTest {
    private static final String SHEET = "/organiser/events/hamar/sign-in";
    private static Site site;
    private static Visit visit;

    @BeforeAll
    static void travel() {
        site = Desk.room();
        visit = Visit.in(site);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    private static Paper paper(String query) throws Exception {
        return Paper.read(visit.paper(SHEET + ".pdf?" + query));
    }

    @Test
    void aSheetSaysWhatIsSignedForAndWhoPays() throws Exception {
        Paper paper = paper("of=session-" + visit.part(1).id() + "&columns=organisation&columns=category&blank=2");

        assertThat(paper.line())
                .contains("Study visit to Hamar", "Wednesday 14 June 2023", "Oslo time", "13:30–17:00 · Nature school")
                .contains("Hamar Naturskole", "AIF/2022/KAPAC2/108", "Aktīvo iedzīvotāju fonds")
                .contains("Name", "Organisation", "Comes as", "Signature")
                .contains("1 Andris Zeile Intelekta parks Member", "2 Inga Vasiļevska Intelekta parks Member")
                .contains("3 Marija Leonova Intelekta parks Volunteer", "4 Oksana Kovalenko")
                .contains("Those who have signed were present.", "Kari Haugen", "Led by")
                .doesNotContain("Talks with the host", "@example.org");
        assertThat(paper.text()).contains("1 / 1");
        assertThat(paper.borrowed()).isEmpty();
        assertThat(paper.spilt()).isEmpty();
    }

    @Test
    void aDayIsSignedForAtOnceAndInTheLanguageOfWhoPrintsIt() throws Exception {
        assertThat(paper("of=day-2023-06-15&lang=lv").line())
                .contains(
                        "Pieredzes brauciens uz Hamāru",
                        "2023. gada 15. jūnijs",
                        "Our network in Latgale",
                        "Good practice")
                .contains("Vārds", "Paraksts", "Tie, kas parakstījušies, bija klāt.", "Vadīja")
                .doesNotContain("Nature school");
        assertThat(visit.desk().get(SHEET + ".pdf?of=day-2023-06-16").statusCode())
                .as("a day of one session is that session")
                .isEqualTo(404);
    }

    @Test
    void everyPageOfALongSheetSaysWhatItIsAndRowsAreHighEnoughToSignIn() throws Exception {
        byte[] pdf = visit.paper(SHEET + ".pdf?of=session-" + visit.part(0).id() + "&blank=40");
        Paper paper = Paper.read(pdf);
        int pages = paper.pages().size();

        assertThat(pages).isGreaterThan(1);
        for (int page = 1; page <= pages; page++) {
            assertThat(paper.pages().get(page - 1))
                    .contains("Study visit to Hamar", "Wednesday 14 June 2023", page + " / " + pages, "KAPAC2/108");
        }
        assertThat(paper.pages().subList(0, pages - 1))
                .allSatisfy(page -> assertThat(page).contains("Signature"));
        // Between the lines of two rows lie at least ten millimetres, so that many rows do not fit on a page.
        assertThat(paper.pages())
                .allSatisfy(page -> assertThat(Pattern.compile("(?m)^\\d+( |$)")
                                .matcher(page)
                                .results()
                                .count())
                        .isLessThanOrEqualTo(25));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
        }
    }

    @Test
    void whoAgreedToNoPhotographsIsMarkedWhereThatIsAskedFor() throws Exception {
        String part = "of=session-" + visit.part(0).id();

        assertThat(paper(part + "&columns=photo").line()).contains("Inga Vasiļevska No photographs");
        assertThat(paper(part).line()).doesNotContain("No photographs");
    }

    @Test
    void whoWasErasedOrGaveTheirPlaceUpIsOnNoSheet() throws Exception {
        try (Site other = Desk.room()) {
            Visit second = Visit.in(other);
            other.bean(Erasing.class).erase(second.person("Marija"));
            second.ask(
                            "POST",
                            "/api/v1/registrations/" + second.person("Oksana").reference() + "/cancel",
                            "{}")
                    .is(200);

            Paper paper = Paper.read(
                    second.paper(SHEET + ".pdf?of=session-" + second.part(0).id()));

            assertThat(paper.line()).contains("Inga Vasiļevska").doesNotContain("Marija", "Oksana", "erased");
        }
    }

    @Test
    void theFundersLogoIsOnTheSheetAndABrokenOneHarmsNothing() throws Exception {
        Projects projects = site.bean(Projects.class);
        long project = projects.get("kapitals").id();
        String address = SHEET + ".pdf?of=session-" + visit.part(0).id();
        projects.keepLogo(project, Logo.of(png()), "test");
        try (var document = Loader.loadPDF(visit.paper(address))) {
            assertThat(document.getPage(0).getResources().getXObjectNames()).isNotEmpty();
        }

        projects.keepLogo(
                project, Logo.of(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2}), "test");
        assertThat(Paper.read(visit.paper(address)).line()).contains("Inga Vasiļevska");
        projects.removeLogo(project, "test");
    }

    private static byte[] png() throws Exception {
        var picture = new java.awt.image.BufferedImage(40, 20, java.awt.image.BufferedImage.TYPE_INT_RGB);
        var bytes = new java.io.ByteArrayOutputStream();
        javax.imageio.ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void theSignedSheetIsKeptWithItsSessionAndGivenOutToTheOrganisersAlone() throws Exception {
        Desk desk = visit.desk();
        String session = "session-" + visit.part(2).id();
        HttpResponse<String> kept = desk.send(
                SHEET + "/scans", new Parts().field("of", session).file("scan", "Lapa.pdf", Samples.pdf(2_000)));
        assertThat(desk.after(kept).text())
                .contains("The signed sheet is kept.", "Our network in Latgale", "PDF, 2 kB");

        String link = desk.page(SHEET).expectFirst(".rows a").attr("href");
        assertThat(visit.file(link).body()).isEqualTo(Samples.pdf(2_000));
        assertThat(visit.file(link).headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"Lapa.pdf\"");
        assertThat(Desk.of(site, "others").get(link).statusCode()).isEqualTo(404);
        assertThat(Desk.of(site, "strangers").get(SHEET).statusCode()).isEqualTo(404);
        assertThat(site.get(link).statusCode()).isIn(303, 401);

        assertThat(site.bean(SignedEnclosures.class).of(visit.part(2).eventId()))
                .singleElement()
                .satisfies(enclosed -> {
                    assertThat(enclosed.name()).matches("signed/2023-06-15-\\d+\\.pdf");
                    assertThat(enclosed.content().get().readAllBytes()).isEqualTo(Samples.pdf(2_000));
                });

        Document before = desk.page(SHEET);
        assertThat(before.select("form[action$=/removal]")).hasSize(1);
        assertThat(before.select("details:not([open]) form[action$=/removal]").text())
                .contains("This cannot be undone");
        assertThat(desk.after(desk.post(link + "/removal")).text())
                .contains("The signed sheet is removed.", "No signed sheet is kept here yet.");
        assertThat(desk.get(link).statusCode()).isEqualTo(404);
        assertThat(deeds()).contains("sheet-kept", "sheet-removed");
    }

    @Test
    void whoSignedIsTickedAndWhatDiffersFromCheckInIsListed() {
        Desk desk = visit.desk();
        desk.send(
                SHEET + "/scans",
                new Parts().field("of", "day-2023-06-14").file("scan", "Lapa.pdf", Samples.pdf(2_000)));
        visit.attended("Inga", 0);
        visit.attended("Andris", 1);
        String signatures = desk.page(SHEET)
                .expectFirst(".rows a:contains(Compare with check-in)")
                .attr("href");
        assertThat(desk.page(signatures).select("input[name=signed]")).hasSize(4);
        assertThat(desk.page(signatures).select("input[checked], #differences")).isEmpty();

        HttpResponse<String> saved = desk.post(
                signatures,
                Map.of(
                        "signed",
                        List.of(
                                visit.person("Inga").reference(),
                                visit.person("Marija").reference(),
                                "BCDFGHJK")));

        Document compared = desk.after(saved);
        assertThat(compared.select("section:has(#differences) li > div:first-child")
                        .eachText())
                .containsExactly(
                        "Andris Zeile Is marked at check-in, but did not sign",
                        "Marija Leonova Signed, but is not marked at check-in");
        assertThat(compared.select("input[checked]").eachAttr("value"))
                .containsExactly(
                        visit.person("Inga").reference(), visit.person("Marija").reference());
        assertThat(desk.page(compared.select("section:has(#differences) li a").attr("href"))
                        .select(".door b")
                        .eachText())
                .containsExactly("Andris Zeile");
        visit.attended("Marija", 0);
        desk.post(
                signatures,
                Map.of(
                        "signed",
                        List.of(
                                visit.person("Inga").reference(),
                                visit.person("Andris").reference(),
                                visit.person("Marija").reference())));
        assertThat(desk.page(signatures).text()).contains("The sheet and check-in say the same.");
        Desk others = Desk.of(site, "neighbours");
        assertThat(others.get(signatures).statusCode()).isEqualTo(404);
        assertThat(others.post(signatures, "signed", visit.person("Inga").reference())
                        .statusCode())
                .isEqualTo(404);
        assertThat(deeds()).contains("sheet-compared");
        assertThat(desk.after(desk.post(signatures.replace("/signatures", "/removal")))
                        .text())
                .contains("The signed sheet is removed.");
        assertThat(desk.get(signatures).statusCode()).isEqualTo(404);
    }

    @Test
    void aSheetThatIsRemovedMeanwhileTakesNoSignatures() {
        Desk desk = visit.desk();
        desk.send(
                SHEET + "/scans",
                new Parts().field("of", "day-2023-06-14").file("scan", "Lapa.pdf", Samples.pdf(2_000)));
        EventDetails event = visit.details();
        SignedSheets sheets = site.bean(SignedSheets.class);
        Signatures signatures = site.bean(Signatures.class);
        SignedSheet sheet = sheets.of(event.event()).get(0).sheet();
        List<String> inga = List.of(visit.person("Inga").reference());
        signatures.keep(event, sheet, inga, "system");

        sheets.remove(event.event(), sheet.id(), "system");

        assertThatThrownBy(() -> signatures.keep(event, sheet, inga, "system")).isInstanceOf(UnknownFile.class);
        assertThatThrownBy(() -> sheets.remove(event.event(), sheet.id(), "system"))
                .isInstanceOf(UnknownFile.class);
        assertThat(site.bean(SheetRepository.class).signatures(sheet.id())).isEmpty();
    }

    @Test
    void aPageOfTextIsNoScanAndWhatWasChosenIsNotLostWhenTheSessionIsMissing() {
        Desk desk = visit.desk();
        HttpResponse<String> refused = desk.send(
                SHEET + "/scans",
                new Parts()
                        .field("of", "day-2023-06-14")
                        .file(
                                "scan",
                                "Lapa.pdf",
                                "<html>not paper</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Files of this kind are not taken here");

        HttpResponse<String> nowhere =
                desk.send(SHEET + "/scans", new Parts().field("of", "").file("scan", "Lapa.pdf", Samples.pdf(2_000)));
        assertThat(nowhere.statusCode()).isEqualTo(422);
        assertThat(nowhere.body()).contains("is kept; you need not choose it again");
        assertThat(desk.send(SHEET + "/scans", new Parts().field("of", "day-2023-06-14"))
                        .statusCode())
                .isEqualTo(422);
    }

    private static List<String> deeds() {
        return site.bean(Audit.class).of("event", visit.details().event().id()).stream()
                .map(Entry::deed)
                .toList();
    }
}
