package lv.kopa.registration.own;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.file.Samples;
import lv.kopa.organisation.signin.ApiTokens;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.start.Command;
import lv.kopa.web.Parts;
import lv.kopa.workspace.Desk;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that people answer with, on their own page. */
@Tag("database")
@Timeout(60)
final class FileAnswersTest {
    private static final String SECRET = "a weak heart";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("FileAnswersTest", database);
    private final Desk desk = Desk.of(kopa.site(), "parks");
    private String token = "";

    @BeforeEach
    void announce() {
        token = kopa.bean(ApiTokens.class)
                .create(desk.organiser().personId(), "program", "test")
                .secret();
        kopa.publish(token, Plans.training("parks", "ours", """
                "questions": [
                  {"key": "cv", "type": "DOCUMENT", "label": {"en": "Your CV"}, "required": true},
                  {"key": "town", "type": "TEXT", "label": {"en": "Your town"}, "required": true},
                  {"key": "health", "type": "FILE", "label": {"en": "A note from the doctor"}, "stage": "CONFIRMED",
                   "sensitive": true}]"""));
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void noFileIsTakenFromAStrangerButAskedForAfterwards() {
        Document form =
                Jsoup.parse(kopa.site().get("/events/ours/register?lang=en").body());
        assertThat(form.select("[type=file]")).isEmpty();
        assertThat(form.text()).contains("A file is asked for too.");
        kopa.register(STRANGER, "ours", Wishes.of("x@example.org", "\"answers\": {\"cv\": \"x\", \"town\": \"Riga\"}"))
                .isInvalid("answers.cv");

        Someone anna = anna();

        assertThat(anna.page().select(".notice").text()).contains("one more answer");
        assertThat(anna.page("/answers").select("[type=file]").eachAttr("name"))
                .containsExactly("answers.cv", "answers.health");
    }

    @Test
    void aFileIsKeptShownAndGivenBack() {
        Someone anna = anna();

        answers(anna, parts(anna).file("answers.cv", "Anna CV.pdf", Samples.pdf(3_000)));

        assertThat(anna.page().select(".notice")).isEmpty();
        assertThat(anna.page().select("dd a[href$=/answers/cv/file]").text()).isEqualTo("Anna CV.pdf (3 kB)");
        assertThat(download(anna, "cv").body()).startsWith("%PDF").hasSizeGreaterThan(2_900);
        assertThat(download(anna, "cv").headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(name -> assertThat(name).startsWith("attachment; filename=\"Anna CV.pdf\""));
        Document again = anna.page("/answers");
        assertThat(again.text()).contains("You have given: Anna CV.pdf");
        answers(anna, parts(anna));
        assertThat(download(anna, "cv").statusCode()).isEqualTo(200);
        assertThat(database.number("SELECT COUNT(*) FROM stored_file")).isOne();
        assertThat(download(someoneElse(), "cv").statusCode()).isEqualTo(404);
        assertThat(kopa.site().get(anna.path() + "/data.json").body()).contains("Anna CV.pdf (3 kB)");
    }

    @Test
    void nobodyMakesAFileOfSomebodyElseTheirOwn() {
        Someone anna = anna();
        answers(anna, parts(anna).file("answers.cv", "cv.pdf", Samples.pdf(100)));
        String value = database.texts("SELECT given FROM answer WHERE file_id IS NOT NULL")
                .get(0);
        Someone kate = someoneElse();
        String version = kate.page("/answers").select("[name=version]").val();

        for (String asked : List.of("cv", "town")) {
            Parts forged = new Parts()
                    .field("version", version)
                    .field("asked", asked)
                    .field("answers.town", "Riga")
                    .field("answers.cv", value);
            assertThat(send(kate, forged).statusCode()).isEqualTo(422);
        }

        assertThat(download(kate, "cv").statusCode()).isEqualTo(404);
        assertThat(download(anna, "cv").statusCode()).isEqualTo(200);
    }

    @Test
    void nobodyMakesAFileTheirOwnByWhatAnotherFileBringsUp() {
        kopa.publish(token, Plans.training("parks", "two", """
                "questions": [
                  {"key": "cv", "type": "DOCUMENT", "label": {"en": "Your CV"}},
                  {"key": "letter", "type": "DOCUMENT", "label": {"en": "A letter"},
                   "shownIf": [{"question": "cv", "isNot": ["x"]}]}]"""));
        Someone anna = Someone.registered(kopa, "two", "anna@example.org", "");
        answers(anna, fields(anna.page("/answers")).file("answers.cv", "cv.pdf", Samples.pdf(100)));
        String value = database.texts("SELECT given FROM answer WHERE file_id IS NOT NULL")
                .get(0);
        Someone kate = Someone.registered(kopa, "two", "kate@example.org", "");
        Parts forged = new Parts()
                .field("version", kate.page("/answers").select("[name=version]").val())
                .field("asked", "cv")
                .field("answers.letter", value)
                .file("answers.cv", "mine.pdf", Samples.pdf(100));

        assertThat(send(kate, forged).statusCode()).isEqualTo(422);

        assertThat(download(kate, "letter").statusCode()).isEqualTo(404);
    }

    @Test
    void anotherFileTakesThePlaceOfTheFirst() {
        Someone anna = anna();
        answers(anna, parts(anna).file("answers.cv", "one.pdf", Samples.pdf(100)));
        answers(anna, parts(anna).file("answers.cv", "two.pdf", Samples.pdf(200)));
        assertThat(anna.page().select("dd a[href$=/file]").text()).isEqualTo("two.pdf (1 kB)");
        assertThat(database.number("SELECT bytes_taken FROM file_space")).isEqualTo(200);
    }

    @Test
    void theWrongFileIsRefusedAtItsFieldAndTheRightOneIsKeptThere() {
        Someone anna = anna();
        HttpResponse<String> refused = send(
                anna,
                parts(anna)
                        .file("answers.cv", "photo.pdf", Samples.jpeg())
                        .file("answers.health", "note.pdf", Samples.pdf(100)));
        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select("#answers-cv-error")).hasSize(1);
        assertThat(page.select("[name='answers.town']").val()).isEqualTo("Riga");
        assertThat(page.select("[name='answers.health.kept']")).hasSize(1);

        Parts mended = fields(page).file("answers.cv", "cv.pdf", Samples.pdf(100));
        answers(anna, mended);

        assertThat(download(anna, "health").statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(send(anna, fields(anna.page("/answers")).field("answers.cv.kept", "abc"))
                                .body())
                        .select("#answers-cv-error")
                        .text())
                .contains("Choose it once more");
    }

    @Test
    void whatIsSensitiveIsNeverReadableInTheDatabaseAndOpensForItsPersonAlone() {
        Someone anna = anna();
        answers(anna, both(anna));
        assertThat(database.texts("SELECT CONVERT(content USING latin1) FROM file_piece"))
                .hasSize(2)
                .noneMatch(piece -> piece.contains(SECRET));
        assertThat(database.texts("SELECT name FROM stored_file")).containsExactlyInAnyOrder("cv.pdf", "file.txt");
        assertThat(download(anna, "health").body()).isEqualTo(SECRET);
        String reference = anna.page().select("dd.number").text();
        String page = "/organiser/registrations/" + reference;
        assertThat(desk.page(page).select("dd a[href$=/file]").eachText()).containsExactly("cv.pdf (1 kB)");
        assertThat(Jsoup.parse(desk.post(page + "/secrets").body())
                        .select("dd a[href$=/file]")
                        .eachText())
                .containsExactly("cv.pdf (1 kB)", "file.txt (1 kB)");
        long seen = database.number("SELECT COUNT(*) FROM audit WHERE deed = 'sensitive-answers-seen'");
        assertThat(desk.get(page + "/answers/health/file").body()).isEqualTo(SECRET);
        assertThat(database.number("SELECT COUNT(*) FROM audit WHERE deed = 'sensitive-answers-seen'"))
                .isEqualTo(seen + 1);
        Desk others = Desk.of(kopa.site(), "others");
        assertThat(others.get(page + "/answers/health/file").statusCode()).isEqualTo(404);
        assertThat(kopa.get(token, "/api/v1/events/ours/registrations.csv")
                        .response()
                        .body())
                .contains("cv.pdf (1 kB) https://kopa.example" + page + "/answers/cv/file")
                .doesNotContain("file.txt");
    }

    @Test
    void filesAreSealedWithANewKeyToo() {
        Someone anna = anna();
        answers(anna, both(anna));
        String before = database.texts("SELECT sha256 FROM stored_file WHERE name = 'file.txt'")
                .get(0);
        kopa.bean(Command.class).run();
        assertThat(database.texts("SELECT sha256 FROM stored_file WHERE name = 'file.txt'"))
                .doesNotContain(before);
        assertThat(download(anna, "health").body()).isEqualTo(SECRET);
    }

    @Test
    void theFilesGoWithThePerson() {
        Someone anna = anna();
        answers(anna, both(anna));
        assertThat(anna.send("/erasure", "/erasure", Map.of("sure", "yes")).statusCode())
                .isEqualTo(303);
        assertThat(database.number("SELECT COUNT(*) FROM stored_file")).isZero();
        assertThat(database.number("SELECT SUM(bytes_taken) FROM file_space")).isZero();
    }

    @Test
    void whoTakesAPlaceOverGetsNoFileOfWhoHadIt() {
        Someone anna = anna();
        answers(anna, both(anna));
        anna.send("/hand-over", "/hand-over", Map.of("name", "Kate", "email", "kate@example.org"));
        Someone kate = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "kate@example.org")));
        assertThat(kate.send("", "", Map.of("consents", "privacy")).statusCode())
                .isEqualTo(303);
        assertThat(database.number("SELECT COUNT(*) FROM stored_file")).isZero();
    }

    private Someone anna() {
        return Someone.registered(kopa, "ours", "anna@example.org", "\"answers\": {\"town\": \"Riga\"}");
    }

    private Someone someoneElse() {
        return Someone.registered(kopa, "ours", "kate@example.org", "\"answers\": {\"town\": \"Riga\"}");
    }

    private Parts both(Someone someone) {
        return parts(someone)
                .file("answers.cv", "cv.pdf", Samples.pdf(100))
                .file("answers.health", "my heart.txt", Samples.text(SECRET));
    }

    private static Parts parts(Someone someone) {
        return fields(someone.page("/answers"));
    }

    private static Parts fields(Document page) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        ((FormElement) page.expectFirst("main form"))
                .formData()
                .forEach(field -> fields.merge(
                        field.key(),
                        List.of(field.value()),
                        (one, other) ->
                                Stream.concat(one.stream(), other.stream()).toList()));
        fields.keySet().removeAll(List.of("answers.cv", "answers.health"));
        return Parts.of(fields);
    }

    private void answers(Someone someone, Parts parts) {
        HttpResponse<String> answer = send(someone, parts);
        assertThat(answer.statusCode())
                .as(() -> Jsoup.parse(answer.body()).select("#errors").text())
                .isEqualTo(303);
    }

    private HttpResponse<String> send(Someone someone, Parts parts) {
        return kopa.site()
                .send(parts.in(kopa.site().at(someone.path() + "/answers"))
                        .headers("Accept-Language", "en", "Sec-Fetch-Site", "same-origin"));
    }

    private HttpResponse<String> download(Someone someone, String key) {
        return kopa.site().get(someone.path() + "/answers/" + key + "/file");
    }
}
