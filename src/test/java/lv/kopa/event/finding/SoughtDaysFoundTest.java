package lv.kopa.event.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words for days find what is held on them, by the clocks of its place. */
@Tag("database")
class SoughtDaysFoundTest {
    private static Program kopa;

    @BeforeAll
    static void hold() {
        kopa = Program.start("sought-days", TestDatabase.fresh());
        String parks = kopa.found("parks");
        hold(parks, "winter", "Ziema", "Europe/Riga", "2031-02-06T10:00", "12:00", "2031-04-10T10:00", "12:00");
        hold(parks, "spring", "Pavasaris", "Europe/Riga", "2031-03-08T10:00", "12:00");
        hold(parks, "abroad", "Far away", "America/New_York", "2031-05-31T22:00", "23:30");
        hold(parks, "midnight", "Nakts", "Europe/Riga", "2031-07-31T20:00", "2031-08-01T00:00");
        hold(parks, "new-year", "Gaviļu nakts", "Europe/Riga", "2031-12-31T20:00", "2032-01-01T02:00");
        hold(parks, "science", "March for Science", "Europe/Riga", "2032-09-15T10:00", "12:00");
    }

    private static void hold(String token, String slug, String title, String zone, String... times) {
        StringBuilder sessions = new StringBuilder();
        for (int i = 0; i < times.length; i += 2) {
            String end = times[i + 1].contains("T") ? times[i + 1] : times[i].substring(0, 11) + times[i + 1];
            sessions.append(sessions.isEmpty() ? "" : ",")
                    .append("{\"start\": \"%s\", \"end\": \"%s\"}".formatted(times[i], end));
        }
        kopa.publish(token, """
                {"organisation": "parks", "slug": "%s", "kind": "MEETING", "languages": ["en"], "title": {"en": "%s"},
                 "timeZone": "%s", "sessions": [%s]}
                """.formatted(slug, title, zone, sessions));
    }

    @AfterAll
    static void close() {
        kopa.close();
    }

    private static Document page(String typed) {
        String address = "/?lang=en&q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
        return Jsoup.parse(kopa.site().get(address).body());
    }

    private static List<String> found(String typed) {
        return page(typed).select(".event-card h3 a").eachAttr("href").stream()
                .map(path -> path.substring("/events/".length()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"march", "in March", "марта", "В марте", "marts", "martā", "i mars", "у березні"})
    void aMonthFindsWhatIsHeldInItAndWhatSaysItsName(String typed) {
        assertThat(found(typed)).first().isEqualTo("spring");
        assertThat(found("march")).containsExactly("spring", "science");
    }

    @ParameterizedTest
    @CsvSource({
        "march for science, science",
        "march 2031, spring",
        "2031. gada martā, spring",
        "03.2031, spring",
        "у березні 2031 року, spring",
        "2031 pavasaris, spring",
        "2032 pavasaris, ''",
        "may, abroad",
        "1.6.2031, ''",
        "june, ''",
        "july, midnight",
        "august, ''",
        "1 августа, ''",
        "december, new-year",
        "1 января, new-year",
        "2032. gada janvāris, new-year",
        "2031. gada janvāris, ''",
        "1.1.2032, new-year",
        "2. janvāris, ''"
    })
    void aMonthOfAYearIsNoOther(String typed, String slug) {
        assertThat(found(typed)).isEqualTo(slug.isEmpty() ? List.of() : List.of(slug));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.3.",
                "8 марта",
                "8-го марта",
                "8. mars",
                "2031-03-08",
                "08.03.2031",
                "8/3/31",
                "Saturday 8 March",
                "Sat 8 Mar",
                "sestdien, 8. martā",
                "в субботу 8 марта 2031 года",
                "\u00a08 марта 2031\u202fг.",
                "8 березня"
            })
    void aDayIsFoundHoweverItIsWritten(String typed) {
        assertThat(found(typed)).containsExactly("spring");
    }

    @Test
    void theWordsOfADateAreMetByOneSession() {
        assertThat(found("6 февраля")).containsExactly("winter");
        assertThat(found("10.4.")).containsExactly("winter");
        assertThat(found("10 февраля")).isEmpty();
        assertThat(found("Friday 6 February")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"saturday", "Saturdays", "sestdien", "sestdienās", "В субботу", "субботу", "у суботу", "lørdag"})
    void aWeekdayFindsWhatIsHeldOnIt(String typed) {
        assertThat(found(typed)).containsExactly("spring", "abroad");
    }

    @Test
    void aNightIsOnBothOfItsDays() {
        assertThat(found("wednesday december")).containsExactly("new-year");
        assertThat(found("thursday january")).containsExactly("new-year");
        assertThat(found("2032")).containsExactly("new-year", "science");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Marte", "Mārta", "Julie", "6", "30.2.", "1 ' OR 1=1", "31.13.2031"})
    void whatIsNoDayFindsNone(String typed) {
        assertThat(found(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"free", "Free of charge", "бесплатно", "bez maksas", "bezmaksas", "gratis", "безкоштовно"})
    void whoAsksWhatIsFreeIsShownAllAndToldWhatWeKnow(String typed) {
        assertThat(found(typed)).hasSize(6);
        assertThat(page(typed).select("main").text()).contains("Nobody pays anything through Kopa.");
    }

    @Test
    void whatElseTheyAskForStillCounts() {
        assertThat(found("бесплатные в субботу")).containsExactly("spring", "abroad");
        assertThat(found("bezmaksas nekas")).isEmpty();
        assertThat(page("saturday").select("main").text()).doesNotContain("Nobody pays");
    }
}
