package lv.kopa.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import lv.kopa.event.EventDetails;
import lv.kopa.organisation.signin.ApiTokens;
import lv.kopa.paper.Leaf;
import lv.kopa.paper.Paper;
import lv.kopa.paper.Pdf;
import lv.kopa.project.Acknowledgement;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The list of who comes, printed and laid on a table. */
class AttendeePaperTest {
    private final Office office = Office.open("2026-11-24T21:30:00Z");

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    void itSaysWhatWhenAndWhereAndWhoPaysInTheReadersLanguage() throws IOException {
        office.register("Anna Ozola", "anna@example.org", "member", "+37120000000", "Intelekta parks");

        HttpResponse<byte[]> answer = office.get(Office.LIST + ".pdf?lang=lv", office.organiser("Ieva", "parks"));

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"hamar-registrations.pdf\"");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(Paper.read(answer.body()).line())
                .contains("Intelekta parks", "Hamāra", "pirmdiena, 2027. gada 14. jūnijs · Hamar")
                .contains("Projekts „KAPITĀLS”, Nr. AIF/2022/KAPAC2/108, 4. aktivitāte.")
                .contains("Projektu finansē Islande, Lihtenšteina un Norvēģija.")
                .contains("1 pieteikums")
                .contains("Anna Ozola Intelekta parks Biedrs anna@example.org +371 20 000 000 Apstiprināts")
                .contains("1 / 1");
    }

    @Test
    void namesOfEveryAlphabetAreReadable() throws IOException {
        office.register("Žaņa Āboliņa-Ķēniņš", "z@example.org", "member", null, "Bjørnstjerne Åsgård");
        office.register("Дмитро Їжакевич", "d@example.org", "volunteer", null, "Щёголев и сыновья");
        office.register("Νίκος Παππάς", "n@example.org", "member", null, "Έλληνες");

        Paper paper = paper("?lang=en");

        assertThat(paper.line())
                .contains("Žaņa Āboliņa-Ķēniņš", "Bjørnstjerne Åsgård", "Дмитро Їжакевич", "Щёголев и сыновья")
                .contains("Νίκος Παππάς", "Waiting, no. 1");
        assertThat(paper.borrowed()).isEmpty();
    }

    @Test
    void emojiAndScriptsFromTheRightBreakNothing() throws IOException {
        office.register("Zoe 🎉👍🏽", "zoe@example.org", "member", null, "中文 😀");
        office.register("محمد שלום", "m@example.org", "member", null, "After (שלום) it");

        assertThat(paper("").line()).contains("Zoe", "After", "it", "zoe@example.org", "m@example.org");
    }

    @Test
    void whateverSomebodyWritesIsText() throws IOException {
        office.register("=1+1", "a@example.org", "member", null, "<script>alert(1)</script>");
        office.register("<img src='http://127.0.0.1:1/x.png'/>", "b@example.org", "member", null, "]]>&amp;<!--");
        office.register(
                "W".repeat(200), "c@example.org", "member", null, "<style>@import 'http://127.0.0.1:1'</style>");

        String text = paper("").text().replaceAll("\\s", "");

        assertThat(text)
                .contains("=1+1", "<script>alert(1)</script>", "<imgsrc='http://127.0.0.1:1/x.png'/>", "]]>&amp;<!--")
                .contains("W".repeat(200));
    }

    @Test
    void nothingAPagePointsToIsLoaded() throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer net = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        net.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        net.start();
        String page =
                """
                <html><head><title>Trap</title><link rel="stylesheet" href="ADDRESS/sheet.css"/>
                <style>@import 'ADDRESS/import.css'; body { font-family: "Noto Sans"; background: url(ADDRESS/background.png) }</style></head>
                <body>Kopa<img alt="" src="ADDRESS/picture.png"/></body></html>
                """.replace("ADDRESS", "http://127.0.0.1:" + net.getAddress().getPort());
        try {
            assertThat(Paper.read(Pdf.of(new Leaf(page))).text()).contains("Kopa");
            assertThat(asked).isEmpty();

            new PdfRendererBuilder()
                    .withHtmlContent(page, null)
                    .toStream(OutputStream.nullOutputStream())
                    .run();
            assertThat(asked).as("the trap works").contains("/sheet.css", "/picture.png");
        } finally {
            net.stop(0);
        }
    }

    @Test
    void aWordLongerThanAPageIsBrokenIntoLines() throws IOException {
        office.register("Anna", "anna@example.org", "member", null, "Organisation");
        Sheet list = office.sheet();
        List<String> row = list.columns().stream()
                .map(column -> column.isNumber() ? "" : "W".repeat(10_000))
                .toList();
        Sheet hostile = new Sheet(list.name(), list.columns(), List.of(row), List.of());

        Paper paper = office.paper(hostile);

        assertThat(paper.text().replaceAll("[^W]", "")).hasSizeGreaterThanOrEqualTo(6 * 10_000);
        assertThat(paper.spilt()).isEmpty();
    }

    @Test
    void whoPaysIsNamedInFullAtTheFootOfThePageHoweverLongThatIs() throws IOException {
        String title = "Kapacitāte izaugsmei un tālākai sadarbībai ".repeat(7).strip();
        String funder = "Aktīvo iedzīvotāju fonds, Islande, Lihtenšteina un Norvēģija "
                .repeat(3)
                .strip();
        var funding = new Acknowledgement(
                "kapitals",
                "AIF/2022/KAPAC2/108",
                Translated.of(Language.EN, title),
                funder,
                Translated.nothing(),
                "4",
                Translated.nothing(),
                null);
        EventDetails details = office.details();

        Paper paper = Office.paper(
                new EventDetails(
                        details.event(),
                        details.organisation(),
                        Optional.of(funding),
                        details.categories(),
                        details.sessions(),
                        details.questionnaire()),
                office.sheet());

        assertThat(paper.line())
                .contains("Project “" + title + "”, no. AIF/2022/KAPAC2/108, activity 4. Financed by: " + funder + ".");
        assertThat(paper.spilt()).isEmpty();
    }

    @Test
    void aListOfManyPagesNamesItsColumnsAndWhoPaysOnEachOfThem() throws IOException {
        for (int i = 0; i < 60; i++) {
            office.register("Person " + i, "person" + i + "@example.org", "member", null, "Organisation");
        }

        Paper paper = paper("?lang=en");

        assertThat(paper.pages())
                .hasSizeGreaterThan(2)
                .allSatisfy(page -> assertThat(page)
                        .contains(
                                "Organisation",
                                "Comes as",
                                "AIF/2022/KAPAC2/108",
                                " / " + paper.pages().size()));
        assertThat(paper.line()).contains("60 registrations", "Person 59");
    }

    @Test
    void aFilterIsNamedSoThatNobodyTakesTheListForAllOfThem() throws IOException {
        office.register("Anna", "anna@example.org", "member", null, null);

        assertThat(paper("?lang=en&status=CONFIRMED&category=member&q=anna").line())
                .contains("1 registration · Confirmed · Biedrs · “anna” · as of Tuesday 24 November 2026, 22:30");
        assertThat(paper("?lang=en&q=nobody").line()).contains("0 registrations", "No registration matches.");
    }

    @Test
    void aProgramGetsItByItsToken() throws IOException {
        office.register("Anna Ozola", "anna@example.org", "member", null, null);
        long anna = office.person("Anna Liepa", "parks").id();
        String token = office.site()
                .bean(ApiTokens.class)
                .create(anna, "paper", "test")
                .secret();

        byte[] pdf = office.get("/api/v1/events/hamar/registrations.pdf", "Authorization", "Bearer " + token)
                .body();

        assertThat(Paper.read(pdf).line()).contains("Anna Ozola", "Aktīvo iedzīvotāju fonds");
    }

    private Paper paper(String query) throws IOException {
        String cookie = office.organiser("Reader " + System.nanoTime(), "parks");
        HttpResponse<byte[]> answer = office.get(Office.LIST + ".pdf" + query, cookie);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Paper.read(answer.body());
    }
}
