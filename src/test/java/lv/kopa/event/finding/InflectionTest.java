package lv.kopa.event.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words are found whatever their ending is in a sentence. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InflectionTest {
    private final Program kopa = Program.start("InflectionTest", TestDatabase.fresh());

    @BeforeAll
    void announce() {
        kopa.publish(kopa.found("parks"), """
                {"organisation": "parks", "slug": "ours", "kind": "TRAINING",
                 "title": {"lv": "Semināri par projektiem", "ru": "Семинары о проектах", "uk": "Семінари про проєкти"},
                 "description": {"lv": "Notiek bibliotēkā.", "ru": "На занятиях пишем заявки.", "uk": "Пишемо заявки."},
                 "sessions": [{"start": "2031-06-14T09:30", "end": "2031-06-14T16:00", "timeZone": "Europe/Riga"}]}""");
    }

    @AfterAll
    void stop() {
        kopa.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "семинар",
                "семинаре",
                "СЕМИНАРОВ",
                "занятие",
                "заявка",
                "проектов семинары",
                "семінар",
                "семінарів",
                "проєктами",
                "seminārs",
                "semināriem",
                "seminaros",
                "projekts",
                "bibliotēkas"
            })
    void anotherEndingFindsItToo(String typed) {
        assertThat(found(typed)).containsExactly("/events/ours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"семестр", "проектор", "semestris", "projektors", "семинар нигде"})
    void anotherWordDoesNot(String typed) {
        assertThat(found(typed)).isEmpty();
    }

    private List<String> found(String typed) {
        String query = "/?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
        return Jsoup.parse(kopa.site().get(query).body())
                .select(".event-card h3 a")
                .eachAttr("href");
    }
}
