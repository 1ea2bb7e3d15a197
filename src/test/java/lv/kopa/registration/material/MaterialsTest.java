package lv.kopa.registration.material;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.event.material.Handout;
import lv.kopa.event.material.Materials;
import lv.kopa.file.CheckedFile;
import lv.kopa.file.Samples;
import lv.kopa.mail.Turn;
import lv.kopa.organisation.signin.ApiTokens;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.own.Someone;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Parts;
import lv.kopa.workspace.Desk;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What organisers give people to read, and who gets it. */
@Tag("database")
@Timeout(30)
final class MaterialsTest {
    private static final String PAGE = "/organiser/events/ours/materials";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("MaterialsTest", database);
    private final Desk desk = Desk.of(kopa.site(), "parks");

    @BeforeEach
    void announce() {
        String token = kopa.bean(ApiTokens.class)
                .create(desk.organiser().personId(), "program", "test")
                .secret();
        kopa.publish(token, Plans.training("parks", "ours", "\"places\": 1, \"waitingList\": true"));
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void whoHasAPlaceFindsAFileOnTheirPageAndNobodyElseGetsIt() throws Exception {
        Someone anna = someone("anna");
        Someone waiting = someone("waiting");
        byte[] content = Samples.pdf(2_500_000);
        add("title.en", "Slides", "about.en", "Of the morning", content);

        assertThat(anna.page().select("#materials ~ ul a").text()).isEqualTo("Slides");
        assertThat(anna.page().select("#materials ~ ul").text()).contains("Of the morning", "PDF, 2.4 MB");
        String address = anna.path() + "/materials/" + only().material().id();
        HttpResponse<byte[]> given = download(address);
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.body()).isEqualTo(content);

        assertThat(waiting.page().select("#materials")).isEmpty();
        assertNotThere(waiting.path() + "/materials/" + only().material().id());
        assertNotThere("/events/ours/materials/" + only().material().id());
        anna.cancels();
        assertThat(anna.page().select("#materials")).isEmpty();
        assertNotThere(address);
        assertThat(download(waiting.path() + "/materials/" + only().material().id())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoeverRegistersDoesNotWaitUntilEverybodyIsWrittenTo() throws Exception {
        Someone anna = someone("anna");
        add("title.en", "Slides", "about.en", "", Samples.pdf(100));
        long event = kopa.bean(Events.class).find("ours").orElseThrow().event().id();
        try (Connection registering = database.connect()) {
            registering.setAutoCommit(false);
            registering.createStatement().executeQuery("SELECT id FROM event FOR UPDATE");

            assertThat(kopa.bean(MaterialNews.class).tell(event, "test").people())
                    .isOne();
        }
        assertThat(anna.page().select("#materials")).hasSize(1);
    }

    @Test
    void aFileIsSavedAndNeverShownOrKeptOnTheWay() throws Exception {
        Someone anna = someone("anna");
        desk.send(PAGE + "/files", form().file("file", "Plāns “1”.pdf", Samples.pdf(100)));

        HttpResponse<byte[]> given =
                download(anna.path() + "/materials/" + only().material().id());

        assertThat(given.headers().map())
                .containsEntry("content-type", List.of("application/pdf"))
                .containsEntry("content-length", List.of("100"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("content-security-policy", List.of("default-src 'none'; sandbox"))
                .containsEntry("cache-control", List.of("private, no-store"))
                .containsEntry(
                        "content-disposition",
                        List.of(
                                "attachment; filename=\"Plans _1_.pdf\"; filename*=UTF-8''Pl%C4%81ns%20%E2%80%9C1%E2%80%9D.pdf"));
    }

    @Test
    void aFileOfTheWrongKindIsRefusedAtItsFieldAndNothingTypedIsLost() {
        Map<String, byte[]> hostile = new LinkedHashMap<>();
        hostile.put("page.pdf", Samples.text("<!DOCTYPE html><html><script>1</script></html>"));
        hostile.put("drawing.svg", Samples.text("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"));
        hostile.put("empty.pdf", new byte[0]);
        hostile.put("large.pdf", Samples.pdf(CheckedFile.LARGEST + 1));
        hostile.forEach((name, content) -> {
            HttpResponse<String> refused =
                    desk.send(PAGE + "/files", form("title.lv", "Prezentācija").file("file", name, content));
            assertThat(refused.statusCode()).as(name).isEqualTo(422);
            Document page = Jsoup.parse(refused.body());
            assertThat(page.select("#file-error")).as(name).hasSize(1);
            assertThat(page.select("[name='title.lv']").val()).isEqualTo("Prezentācija");
        });
        assertThat(Jsoup.parse(desk.send(PAGE + "/files", form()).body())
                        .select("#file-error")
                        .text())
                .isEqualTo("Choose a file.");
        assertThat(materials()).isEmpty();
        assertThat(database.number("SELECT COUNT(*) FROM stored_file")).isZero();
    }

    @Test
    void whatIsFarTooLargeIsAnErrorPageAndNoFault() {
        int status = desk.send(PAGE + "/files", form().file("file", "huge.pdf", Samples.pdf(17 * 1024 * 1024)))
                .statusCode();
        assertThat(status).isEqualTo(413);
    }

    @Test
    void noNameOfAFileIsAFault() {
        for (String name : List.of(
                "../../x.pdf", "a\\\"b.pdf", "😀.pdf", "a\r\nX-Evil: 1.pdf", "%0d%0a.pdf", ".", "n".repeat(3_000))) {
            int status = desk.send(PAGE + "/files", form().file("file", name, Samples.pdf(100)))
                    .statusCode();
            assertThat(status).as(name).isIn(303, 400, 422);
        }
        assertThat(materials())
                .extracting(handout -> handout.file().orElseThrow().name())
                .contains("x.pdf", "😀.pdf")
                .allMatch(name -> name.matches("[^/\\\\\"\\p{Cc}]+\\.pdf"));
        assertThat(desk.get(PAGE).statusCode()).isEqualTo(200);
    }

    @Test
    void aFileIsKeptWhereAnotherFieldIsWrongAndNeedNotBeChosenAgain() throws Exception {
        HttpResponse<String> wrong = desk.send(
                PAGE + "/files", form("title.en", "t".repeat(201)).file("file", "slides.pdf", Samples.pdf(100)));
        assertThat(wrong.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(wrong.body());
        assertThat(page.select("[role=status]").text()).contains("slides.pdf");
        assertThat(page.select("#title-en-error")).hasSize(1);

        HttpResponse<String> saved = desk.send(PAGE + "/files", Parts.of(Desk.filled(page, "title.en", "Slides")));

        assertThat(Desk.location(saved)).isEqualTo(PAGE);
        assertThat(only().file().orElseThrow().name()).isEqualTo("slides.pdf");
    }

    @Test
    void whatWaitedTooLongIsToChooseAgain() {
        Document page = Jsoup.parse(desk.send(
                        PAGE + "/files", form("title.en", "t".repeat(201)).file("file", "slides.pdf", Samples.pdf(100)))
                .body());
        MovableClock clock = kopa.bean(MovableClock.class);
        clock.set(clock.instant().plusSeconds(7 * 60 * 60));

        HttpResponse<String> late = desk.send(PAGE + "/files", Parts.of(Desk.filled(page, "title.en", "Slides")));

        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(late.body()).select("#file-error").text()).contains("Choose it once more");
        assertThat(materials()).isEmpty();
    }

    @Test
    void aLinkIsShownByItsTitleOrItsSite() {
        Someone anna = someone("anna");
        desk.post(PAGE + "/links", with("address", "https://videos.example/1?a=b&c=d"));
        desk.post(PAGE + "/links", with("address", "https://videos.example/2", "title.en", "The recording"));
        for (String wrong : List.of("", "videos", "javascript:alert(1)", "https://", "https://a b")) {
            HttpResponse<String> refused = desk.post(PAGE + "/links", with("address", wrong));
            assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
            assertThat(Jsoup.parse(refused.body()).select("#address-error")).hasSize(1);
        }
        assertThat(anna.page().select("#materials ~ ul a").eachText())
                .containsExactly("videos.example", "The recording");
        assertThat(anna.page().select("#materials ~ ul a").attr("href")).isEqualTo("https://videos.example/1?a=b&c=d");
    }

    @Test
    void materialsAreShownWhenItIsTimeForThem() {
        Someone anna = someone("anna");
        desk.post(PAGE + "/links", with("address", "https://now.example"));
        desk.post(PAGE + "/links", with("address", "https://during.example", "visible", "FROM_START"));
        desk.post(PAGE + "/links", with("address", "https://after.example", "visible", "AFTER_END"));

        assertThat(links(anna)).containsExactly("now.example");
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-14T06:30:00Z"));
        assertThat(links(anna)).containsExactly("now.example", "during.example");
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-14T13:00:01Z"));
        assertThat(links(anna)).containsExactly("now.example", "during.example", "after.example");
    }

    @Test
    void aFileIsNotGivenOutBeforeItsTime() throws Exception {
        Someone anna = someone("anna");
        desk.send(
                PAGE + "/files",
                form("visible", "AFTER_END", "everybody", "true").file("file", "a.pdf", Samples.pdf(100)));
        assertNotThere(anna.path() + "/materials/" + only().material().id());
        assertNotThere("/events/ours/materials/" + only().material().id());
    }

    @Test
    void whatIsForEverybodyIsOnThePublicPage() throws Exception {
        assertThat(kopa.site().get("/events/ours?lang=en").body()).doesNotContain("id=\"materials\"");
        add("title.en", "Programme", "everybody", "true", Samples.pdf(100));

        Document page = Jsoup.parse(kopa.site().get("/events/ours?lang=en").body());

        assertThat(page.select("#materials ~ ul a").text()).isEqualTo("Programme");
        String address = page.select("#materials ~ ul a").attr("href");
        assertThat(download(address).statusCode()).isEqualTo(200);
        desk.post(PAGE + "/" + only().material().id() + "/removal");
        assertThat(kopa.site().get("/events/ours?lang=en").body()).doesNotContain("id=\"materials\"");
        assertNotThere(address);
    }

    @Test
    void whoHasAPlaceIsToldOnceOfEachMaterial() {
        someone("anna");
        someone("waiting");
        desk.post(PAGE + "/links", with("address", "https://videos.example/1", "title.en", "The recording"));
        desk.post(PAGE + "/links", with("address", "https://later.example", "visible", "AFTER_END"));
        database.execute("UPDATE mail_outbox SET state = 'SENT'");

        Document told = desk.after(desk.post(PAGE + "/news"));

        assertThat(told.select("[role=status]").text()).contains("One mail is on its way.");
        assertThat(mails("waiting")).isZero();
        assertThat(mails("anna")).isOne();
        assertThat(database.number("SELECT bulk FROM mail_outbox WHERE kind = 'materials'"))
                .as("behind what one person waits for")
                .isEqualTo(Turn.EVENT.number());
        assertThatMail(Someone.mailTo(kopa, "anna@example.org")).says("The recording");
        String link = Someone.linkIn(Someone.mailTo(kopa, "anna@example.org"));
        assertThat(Someone.at(kopa, link).page().select("#materials")).hasSize(1);
        assertThat(desk.after(desk.post(PAGE + "/news")).select("[role=status]").text())
                .contains("nothing new");
        assertThat(mails("anna")).isOne();
        assertThat(desk.page(PAGE).select("#news")).isEmpty();
    }

    @Test
    void twoWhoTellAtOnceTellOnce() {
        someone("anna");
        desk.post(PAGE + "/links", with("address", "https://videos.example/1"));

        AtOnce.of(6, i -> desk.post(PAGE + "/news").statusCode())
                .forEach(status -> assertThat(status).isEqualTo(303));

        assertThat(mails("anna")).isOne();
    }

    @Test
    void anotherFileTakesThePlaceOfTheFirstAndIsNewsAgain() throws Exception {
        Someone anna = someone("anna");
        add("title.en", "Slides", "visible", "AT_ONCE", Samples.pdf(100));
        desk.post(PAGE + "/news");
        String address = PAGE + "/" + only().material().id();
        Document form = desk.page(address);
        assertThat(form.select("fieldset a").text()).contains("file.pdf");

        Parts changed = Parts.of(Desk.filled(form, "title.en", "Slides"));
        assertThat(Desk.location(desk.send(address, changed.file("file", "new.pdf", Samples.pdf(200)))))
                .isEqualTo(PAGE);

        assertThat(download(anna.path() + "/materials/" + only().material().id())
                        .body())
                .hasSize(200);
        assertThat(database.number("SELECT COUNT(*) FROM stored_file")).isOne();
        assertThat(database.number("SELECT bytes_taken FROM file_space")).isEqualTo(200);
        assertThat(desk.page(PAGE).select("#news")).hasSize(1);
        assertThat(desk.get(address + "/file").statusCode()).isEqualTo(200);
    }

    @Test
    void aChangeOfWordsAloneKeepsTheFileAndIsNoNews() {
        add("title.en", "Slides", "visible", "AT_ONCE", Samples.pdf(100));
        desk.post(PAGE + "/news");
        String address = PAGE + "/" + only().material().id();
        desk.send(address, Parts.of(Desk.filled(desk.page(address), "title.en", "The slides")));
        assertThat(only().file()).isPresent();
        assertThat(desk.page(PAGE).select("#news")).isEmpty();
        assertThat(desk.page(PAGE).select(".rows a").text()).isEqualTo("The slides");
    }

    @Test
    void whoeverWasSlowerIsToldAndLosesNothing() {
        add("title.en", "Slides", "visible", "AT_ONCE", Samples.pdf(100));
        String address = PAGE + "/" + only().material().id();
        Document older = desk.page(address);
        desk.send(address, Parts.of(Desk.filled(older, "title.en", "Faster")));
        HttpResponse<String> told = desk.send(
                address, Parts.of(Desk.filled(older, "title.en", "Slower")).file("file", "b.pdf", Samples.pdf(50)));
        assertThat(told.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(told.body());
        assertThat(page.select("[name='title.en']").val()).isEqualTo("Slower");
        assertThat(Desk.location(desk.send(address, Parts.of(Desk.filled(page)))))
                .isEqualTo(PAGE);
        assertThat(only().file().orElseThrow().name()).isEqualTo("b.pdf");
    }

    @Test
    void materialsStandInTheOrderThatOrganisersGiveThem() {
        desk.post(PAGE + "/links", with("address", "https://one.example"));
        desk.post(PAGE + "/links", with("address", "https://two.example"));
        desk.post(PAGE + "/" + materials().get(1).material().id() + "/place", "to", "up");
        assertThat(desk.page(PAGE).select(".rows a").eachText()).containsExactly("two.example", "one.example");
    }

    @Test
    void otherAssociationsSeeAndChangeNothing() {
        add("title.en", "Slides", "visible", "AT_ONCE", Samples.pdf(100));
        Desk other = Desk.of(kopa.site(), "others");
        String address = PAGE + "/" + only().material().id();
        for (String path : List.of(PAGE, PAGE + "/files", PAGE + "/links", address, address + "/file")) {
            assertThat(other.get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (String path :
                List.of(PAGE + "/links", PAGE + "/news", address, address + "/removal", address + "/place")) {
            assertThat(other.post(path, with("address", "https://theirs.example"))
                            .statusCode())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(materials()).hasSize(1);
    }

    @Test
    void aFormThatIsNotOursIsRefusedWithFilesToo() {
        HttpResponse<String> forged = kopa.site()
                .send(form().file("file", "a.pdf", Samples.pdf(100))
                        .in(kopa.site().at(PAGE + "/files").header("Cookie", "kopa-csrf=abcdefgh")));
        assertThat(forged.statusCode()).isIn(401, 403);
        assertThat(materials()).isEmpty();
    }

    private Someone someone(String name) {
        return Someone.registered(kopa, "ours", name + "@example.org", "");
    }

    private long mails(String name) {
        return Someone.mails(kopa, name + "@example.org").stream()
                .filter(mail -> mail.kind().equals("materials"))
                .count();
    }

    private void add(String one, String value, String other, String otherValue, byte[] content) {
        Parts parts = form(one, value, other, otherValue).file("file", "file.pdf", content);
        assertThat(Desk.location(desk.send(PAGE + "/files", parts))).isEqualTo(PAGE);
    }

    private static Parts form(String... namesAndValues) {
        return Parts.of(with(namesAndValues));
    }

    private static Map<String, List<String>> with(String... namesAndValues) {
        Map<String, List<String>> fields = new LinkedHashMap<>(Desk.fields("version", "0", "visible", "AT_ONCE"));
        fields.putAll(Desk.fields(namesAndValues));
        return fields;
    }

    private List<String> links(Someone someone) {
        return new ArrayList<>(someone.page().select("#materials ~ ul a").eachText());
    }

    private List<Handout> materials() {
        return kopa.bean(Materials.class)
                .of(kopa.bean(Events.class).find("ours").orElseThrow().event().id());
    }

    private Handout only() {
        assertThat(materials()).hasSize(1);
        return materials().get(0);
    }

    private HttpResponse<byte[]> download(String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        kopa.site()
                                .at(path)
                                .header("Accept", "*/*")
                                .timeout(Duration.ofSeconds(20))
                                .build(),
                        BodyHandlers.ofByteArray());
    }

    private void assertNotThere(String path) throws IOException, InterruptedException {
        assertThat(download(path).statusCode()).as(path).isEqualTo(404);
    }
}
