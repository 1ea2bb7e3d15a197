package lv.kopa.registration.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.file.Samples;
import lv.kopa.registration.own.Someone;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Parts;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files that few may see, and not for long. */
@Tag("database")
final class FileSecretsTest {
    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void whatNobodyNeedsAnyLongerIsDeletedWithItsBytes() {
        try (Program kopa = Program.start("FileSecretsTest", database)) {
            kopa.bean(MovableClock.class).set(Instant.parse("2031-06-01T08:00:00Z"));
            kopa.publish(kopa.found("parks"), Plans.training("parks", "ours", """
                    "questions": [
                      {"key": "photo", "type": "PICTURE", "label": {"en": "Photo"}},
                      {"key": "health", "type": "FILE", "label": {"en": "Note"}, "sensitive": true}]"""));
            Someone anna = Someone.registered(kopa, "ours", "anna@example.org", "");
            answer(kopa, anna);
            SecretsKept kept = kopa.bean(SecretsKept.class);
            kept.deleteOld();
            assertThat(database.number("SELECT COUNT(*) FROM stored_file")).isEqualTo(2);

            kopa.bean(MovableClock.class).set(Instant.parse("2031-07-20T08:00:00Z"));
            kept.deleteOld();

            assertThat(database.texts("SELECT name FROM stored_file")).containsExactly("photo.jpg");
            assertThat(database.number("SELECT COUNT(*) FROM file_piece")).isOne();
            assertThat(database.number("SELECT bytes_taken FROM file_space")).isEqualTo(Samples.jpeg().length);
        }
    }

    private static void answer(Program kopa, Someone anna) {
        Document page = anna.page("/answers");
        int status = kopa.site()
                .send(new Parts()
                        .field("version", page.select("[name=version]").val())
                        .field("asked", "photo")
                        .field("asked", "health")
                        .file("answers.photo", "photo.jpg", Samples.jpeg())
                        .file("answers.health", "note.pdf", Samples.pdf(100))
                        .in(kopa.site().at(anna.path() + "/answers"))
                        .headers("Sec-Fetch-Site", "same-origin"))
                .statusCode();
        assertThat(status).isEqualTo(303);
    }
}
