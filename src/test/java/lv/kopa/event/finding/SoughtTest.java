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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type finds the events that they mean, though it stands there otherwise or not at all. */
@Tag("database")
class SoughtTest {
    private static Program kopa;

    @BeforeAll
    static void hold() {
        kopa = Program.start("sought", TestDatabase.fresh());
        String parks = kopa.found("parks");
        hold(parks, "dartgang", "TRAINING", "[\"lv\"]", "\"lv\": \"Brīvprātīgo diena\"", "\"place\": \"Rīga\"");
        hold(parks, "hytte", "STUDY_VISIT", "[\"nb\", \"en\"]", "\"nb\": \"Hytta\"", "\"place\": \"Hamar\"");
        hold(parks, "oars", "MEETING", "[\"ru\"]", "\"ru\": \"О вёслах\"", "\"onlineUrl\": \"https://meet.example/o\"");
        hold(parks, "gora", "CONFERENCE", "[\"uk\"]", "\"ru\": \"Привет, Елгава\"", "\"place\": \"Пилс 1\"");
        hold(
                parks,
                "to-write",
                "TRAINING",
                "[\"en\"]",
                "\"en\": \"How to write, event by event\"",
                "\"place\": \"Ogre\"");
    }

    private static void hold(String token, String slug, String kind, String languages, String title, String where) {
        kopa.publish(token, """
                {"organisation": "parks", "slug": "%s", "kind": "%s", "languages": %s, "title": {%s},
                 "timeZone": "Europe/Riga", "sessions": [
                   {"start": "2031-06-14T09:30", "end": "2031-06-14T16:00", %s}]}
                """.formatted(slug, kind, languages, title, where));
    }

    @AfterAll
    static void close() {
        kopa.close();
    }

    private static List<String> found(String typed) {
        String address = "/?lang=en&q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
        return Jsoup.parse(kopa.site().get(address).body()).select(".event-card h3 a").eachAttr("href").stream()
                .map(path -> path.substring("/events/".length()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "study visit, hytte",
        "study trips, hytte",
        "studiebesøk, hytte",
        "studiebesøket, hytte",
        "pieredzes braucieni, hytte",
        "учебная поездка, hytte",
        "поездок, hytte",
        "ознакомительную поездку, hytte",
        "навчальних візитів, hytte",
        "sapulces, oars",
        "møter, oars",
        "встречи, oars",
        "зустрічі, oars",
        "konferanser, gora",
        "konferences, gora",
        "конференций, gora",
        "форум, gora"
    })
    void theKindOfAnEventIsFoundByItsNameInAnyLanguage(String typed, String slug) {
        assertThat(found(typed)).containsExactly(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mācības", "apmācību", "kursi", "kursene", "trainings", "courses", "тренингов", "навчання"})
    void whateverATrainingIsCalledAllAreFound(String typed) {
        assertThat(found(typed)).containsExactly("dartgang", "to-write");
    }

    @ParameterizedTest
    @CsvSource({
        "latviešu, dartgang",
        "latviski, dartgang",
        "in Latvian, dartgang",
        "латышский, dartgang",
        "латиською, dartgang",
        "norsk, hytte",
        "norvēģu, hytte",
        "на норвежском, hytte",
        "russisk, oars",
        "по-русски, oars",
        "krieviski, oars",
        "ukrainian, gora",
        "українською, gora"
    })
    void theLanguageSpokenThereIsFoundByItsNameInAnyLanguage(String typed, String slug) {
        assertThat(found(typed)).containsExactly(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"english", "engelsk", "angliski", "английском"})
    void oneOfSeveralLanguagesIsEnough(String typed) {
        assertThat(found(typed)).containsExactly("hytte", "to-write");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "online",
                "tiešsaiste",
                "tiessaistē",
                "attālināti",
                "онлайн",
                "på nett",
                "дистанційно",
                "вебинары"
            })
    void whatOneMayJoinOnlineIsFoundByAnyWordForThat(String typed) {
        assertThat(found(typed)).containsExactly("oars");
    }

    @ParameterizedTest
    @CsvSource({
        "riga, dartgang",
        "Рига, dartgang",
        "в Риге, dartgang",
        "Хамар, hytte",
        "в Гамарі, hytte",
        "jelgava, ''",
        "Elgava, gora",
        "pils, gora"
    })
    void namesAreFoundInOtherLetters(String typed, String slug) {
        assertThat(found(typed)).isEqualTo(slug.isEmpty() ? List.of() : List.of(slug));
    }

    @ParameterizedTest
    @CsvSource({"brīvprātīgie, dartgang", "brivpratigajiem, dartgang", "writing, to-write", "вёслами, oars"})
    void wordsAreFoundInAnotherForm(String typed, String slug) {
        assertThat(found(typed)).containsExactly(slug);
    }

    @Test
    void eachWordHasToBeMetInOneWayOrAnother() {
        assertThat(found("kursi Рига latviešu brīvprātīgie")).containsExactly("dartgang");
        assertThat(found("kursi Рига norsk")).isEmpty();
        assertThat(found("kursi online")).isEmpty();
    }

    @Test
    void smallWordsBetweenOthersNeedNotBeThere() {
        assertThat(found("kursi un brīvprātīgie")).containsExactly("dartgang");
        assertThat(found("kursi UN brīvprātīgie"))
                .as("as a name would be written")
                .isEmpty();
        assertThat(found("un")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRAINING_", "%TRAINING", "yes", "\"kind\"", "pattern", "ь", "evening", "Norvēģija"})
    void whatNamesNothingOfThemFindsNothing(String typed) {
        assertThat(found(typed)).isEmpty();
    }
}
