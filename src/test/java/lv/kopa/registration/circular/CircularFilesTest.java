package lv.kopa.registration.circular;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.file.CheckedFile;
import lv.kopa.file.Samples;
import lv.kopa.mail.Mail.Attachment;
import lv.kopa.organisation.signin.ApiTokens;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.web.Parts;
import lv.kopa.workspace.Desk;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What goes with the messages that organisers write to many people. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CircularFilesTest {
    private static final int SIX_MEGABYTES = 6 * 1024 * 1024;

    private final Program kopa =
            Program.start("CircularFilesTest", TestDatabase.fresh(), Map.of("kopa.circulars.interval", "1h"));
    private final Desk desk = Desk.of(kopa.site(), "parks");
    private final String token = kopa.bean(ApiTokens.class)
            .create(desk.organiser().personId(), "program", "test")
            .secret();
    private String ours = "";
    private int events;

    @BeforeEach
    void publish() {
        ours = "ours-" + ++events;
        kopa.publish(token, Plans.training("parks", ours, ""));
        kopa.register("", ours, Wishes.of(reader())).is(201);
    }

    @AfterAll
    void stop() {
        kopa.close();
    }

    @Test
    void severalFilesGoWithItUnderTheirNamesInWhateverScript() {
        HttpResponse<String> sent = send(form("send")
                .file("file", "Plāns.pdf", Samples.pdf(3_000))
                .file("file", "Програма дня.pdf", Samples.pdf(4_000))
                .file("file", "日程.pdf", Samples.pdf(5_000)));
        deliver();
        assertThat(arrived()).containsExactly("Plāns.pdf", "Програма дня.pdf", "日程.pdf");
        assertThat(desk.page(Desk.location(sent)).select("section .meta").text())
                .contains("Plāns.pdf, Програма дня.pdf, 日程.pdf");
    }

    @Test
    void twoFilesOfOneNameBothGo() {
        send(form("send").file("file", "Plan.pdf", Samples.pdf(3_000)).file("file", "Plan.pdf", Samples.pdf(4_000)));
        deliver();
        assertThat(Someone.mailTo(kopa, reader()).attachments())
                .extracting(file -> file.content().length)
                .containsExactly(3_000, 4_000);
    }

    @Test
    void noFileIsLostWhereAnotherFieldIsWrongAndMoreCanBeChosenThen() {
        Document again = refused(
                form("send", Map.of("subject.en", List.of("{nme}"))).file("file", "Plāns.pdf", Samples.pdf(3_000)));
        assertThat(again.select("[id=file-error]")).isEmpty();
        assertThat(names(again)).containsExactly("Plāns.pdf 3 kB");
        send(form("send", kept(again)).file("file", "日程.pdf", Samples.pdf(5_000)));
        deliver();
        assertThat(arrived()).containsExactly("Plāns.pdf", "日程.pdf");
    }

    @Test
    void whatIsUncheckedDoesNotGo() {
        Document preview = Jsoup.parse(send(form("preview")
                        .file("file", "a.pdf", Samples.pdf(3_000))
                        .file("file", "b.pdf", Samples.pdf(3_000)))
                .body());
        assertThat(preview.select("section").text()).contains("a.pdf (3 kB), b.pdf (3 kB)");
        String second = preview.select("[name=file.kept]").get(1).val();
        send(form("send", Map.of("file.kept", List.of(second))));
        deliver();
        assertThat(arrived()).containsExactly("b.pdf");
    }

    @Test
    void aTestHasThemToo() {
        send(form("test").file("file", "a.pdf", Samples.pdf(3_000)).file("file", "b.pdf", Samples.pdf(3_000)));
        assertThat(Someone.mailTo(kopa, "ilze@parks.example").attachments())
                .extracting(Attachment::fileName)
                .containsExactly("a.pdf", "b.pdf");
    }

    @Test
    void togetherTheyMayBeAsLargeAsOneAlone() {
        Document again = refused(form("preview")
                .file("file", "first.pdf", Samples.pdf(SIX_MEGABYTES))
                .file("file", "second.pdf", Samples.pdf(SIX_MEGABYTES)));
        assertThat(again.select("[id=file-error]").text())
                .isEqualTo(
                        "“second.pdf”: Together the files may have 10 MB at most. Leave one out, or give a link instead.");
        assertThat(names(again)).containsExactly("first.pdf 6 MB");
        assertThat(refused(form("preview", kept(again)).file("file", "second.pdf", Samples.pdf(SIX_MEGABYTES)))
                        .select("[id=file-error]")
                        .text())
                .as("chosen one by one")
                .contains("10 MB");
        assertThat(send(form("preview", kept(again))
                                .file("file", "second.pdf", Samples.pdf(CheckedFile.LARGEST - SIX_MEGABYTES)))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobodyPutsTheFilesOfTwoFormsTogetherThatAreTooLargeTogether() {
        List<String> secrets = new ArrayList<>();
        for (int form = 0; form < 2; form++) {
            Parts parts = form("preview").file("file", form + ".pdf", Samples.pdf(SIX_MEGABYTES));
            secrets.add(Jsoup.parse(send(parts).body())
                    .expectFirst("[name=file.kept]")
                    .val());
        }
        Document again = refused(form("send", Map.of("file.kept", secrets)));
        assertThat(again.select("[id=file-error]").text()).startsWith("“1.pdf”: Together the files may have 10 MB");
        assertThat(names(again)).containsExactly("0.pdf 6 MB");
    }

    @Test
    void moreThanTenAreTooMany() {
        Parts parts = form("preview");
        for (int i = 0; i < 11; i++) {
            parts.file("file", i + ".pdf", Samples.pdf(100));
        }
        Document again = refused(parts);
        assertThat(again.select("[id=file-error]").text()).isEqualTo("“10.pdf”: There may be 10 files at most.");
        assertThat(names(again)).hasSize(10);
    }

    @Test
    void ofSeveralWrongFilesEachIsNamedAndTheGoodOneIsKept() {
        Document again = refused(form("send")
                .file("file", "empty.pdf", new byte[0])
                .file("file", "good.pdf", Samples.pdf(3_000))
                .file("file", "run.exe", Samples.text("MZ\u0090\0 a program")));
        assertThat(again.select("[id=file-error]").text()).contains("empty.pdf, run.exe");
        assertThat(names(again)).containsExactly("good.pdf 3 kB");
    }

    @Test
    void theSameFormSentTwiceIsSentOnceWithItsFiles() {
        Document preview = Jsoup.parse(send(form("preview")
                        .file("file", "a.pdf", Samples.pdf(3_000))
                        .file("file", "b.pdf", Samples.pdf(3_000)))
                .body());
        String first = Desk.location(send(form("send", kept(preview))));
        assertThat(Desk.location(send(form("send", kept(preview))))).isEqualTo(first);
    }

    @Test
    void aFileOfAnotherEventDoesNotGo() {
        Document preview = Jsoup.parse(
                send(form("preview").file("file", "a.pdf", Samples.pdf(3_000))).body());
        publish();
        Document again = refused(form("send", kept(preview)));
        assertThat(again.select("[id=file-error]").text()).contains("is gone");
        assertThat(names(again)).isEmpty();
    }

    private String reader() {
        return ours + "@example.org";
    }

    private Parts form(String then) {
        return form(then, Map.of());
    }

    private Parts form(String then, Map<String, List<String>> more) {
        Map<String, List<String>> fields = new HashMap<>(Map.of(
                "submission", List.of(ours),
                "about", List.of("place"),
                "subject.en", List.of("Hello"),
                "text.en", List.of("All of you."),
                "then", List.of(then)));
        fields.putAll(more);
        return Parts.of(fields);
    }

    private HttpResponse<String> send(Parts parts) {
        return desk.send("/organiser/events/" + ours + "/circulars/new", parts);
    }

    private Document refused(Parts parts) {
        HttpResponse<String> answer = send(parts);
        assertThat(answer.statusCode()).isEqualTo(422);
        return Jsoup.parse(answer.body());
    }

    private static List<String> names(Document page) {
        return page.select("label:has([name=file.kept][checked])").eachText();
    }

    private static Map<String, List<String>> kept(Document page) {
        return Map.of("file.kept", page.select("[name=file.kept]").eachAttr("value"));
    }

    private void deliver() {
        kopa.bean(CircularSender.class).send();
    }

    private List<String> arrived() {
        return Someone.mailTo(kopa, reader()).attachments().stream()
                .map(Attachment::fileName)
                .toList();
    }
}
