package lv.kopa.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Dates as each language writes them. */
final class DatesTest {
    private static final LocalDateTime MORNING = LocalDateTime.parse("2023-06-14T09:30");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | Wednesday 14 June 2023            | Wednesday 14 June 2023, 09:30
            LV | trešdiena, 2023. gada 14. jūnijs  | trešdiena, 2023. gada 14. jūnijs, 09:30
            NB | onsdag 14. juni 2023              | onsdag 14. juni 2023, 09:30
            UK | середа, 14 червня 2023 р.         | середа, 14 червня 2023 р. о 09:30
            RU | среда, 14 июня 2023 г.            | среда, 14 июня 2023 г. в 09:30""")
    void aDayAndAMomentOfItAreSaidInFull(Language language, String day, String moment) {
        assertThat(plain(Dates.in(language).day(MORNING.toLocalDate()))).isEqualTo(day);
        assertThat(plain(Dates.in(language).moment(MORNING))).isEqualTo(moment);
        assertThat(plain(Dates.in(language).bound(MORNING))).isEqualTo(day + ", 09:30");
    }

    /** As in the texts around them, and not with the letter U+02BC that the platform writes. */
    @Test
    void ukrainianNamesHaveTheApostropheOfPrint() {
        assertThat(Dates.in(Language.UK).day(LocalDate.parse("2023-06-16"))).startsWith("п’ятниця");
        assertThat(Dates.in(Language.UK).zone(ZoneId.of("Atlantic/Reykjavik"))).isEqualTo("Рейк’явік");
        assertThat(Language.UK.country("VN")).isEqualTo("В’єтнам");
    }

    @ParameterizedTest
    @CsvSource({"UK, середа, 14 червня об 11:00", "RU, среда, 14 июня в 11:00", "EN, Wednesday 14 June, 11:00"})
    void elevenBeginsWithAVowel(Language language, String first, String second) {
        String said = second == null ? first : first + ", " + second;
        assertThat(Dates.in(language).nearMoment(LocalDateTime.parse("2023-06-14T11:00")))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | 14–16 June 2023             | 30 June – 2 July 2023
            LV | 2023. gada 14.–16. jūnijs   | 2023. gada 30. jūnijs – 2. jūlijs
            NB | 14.–16. juni 2023           | 30. juni–2. juli 2023
            UK | 14–16 червня 2023 р.        | 30 червня – 2 липня 2023 р.
            RU | 14–16 июня 2023 г.          | 30 июня – 2 июля 2023 г.""")
    void severalDaysNameTheirMonthOnce(Language language, String within, String across) {
        Dates dates = Dates.in(language);
        assertThat(plain(dates.days(LocalDate.parse("2023-06-14"), LocalDate.parse("2023-06-16"))))
                .isEqualTo(within);
        assertThat(plain(dates.days(LocalDate.parse("2023-06-30"), LocalDate.parse("2023-07-02"))))
                .isEqualTo(across);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EN | 30 December 2023 – 2 January 2024
            LV | 2023. gada 30. decembris – 2024. gada 2. janvāris
            NB | 30. desember 2023–2. januar 2024
            UK | 30 грудня 2023 – 2 січня 2024 рр.
            RU | 30 декабря 2023 г. – 2 января 2024 г.""")
    void daysOverTheTurnOfTheYearNameBothYears(Language language, String days) {
        assertThat(plain(Dates.in(language).days(LocalDate.parse("2023-12-30"), LocalDate.parse("2024-01-02"))))
                .isEqualTo(days);
    }

    @ParameterizedTest
    @CsvSource({"EN, June 2023", "LV, 2023. g. jūnijs", "NB, juni 2023", "UK, червень 2023 р.", "RU, июнь 2023 г."})
    void aMonthByItselfStandsInTheNominative(Language language, String month) {
        assertThat(plain(Dates.in(language).month(YearMonth.of(2023, 6)))).isEqualTo(month);
    }

    @ParameterizedTest
    @CsvSource({"EN, June 2023", "LV, 2023. g. jūnijs", "NB, juni 2023", "UK, червня 2023 р.", "RU, июня 2023 г."})
    void aMonthAfterItsDaysStandsInTheGenitive(Language language, String month) {
        assertThat(plain(Dates.in(language).monthOf(LocalDate.parse("2023-06-14"))))
                .isEqualTo(month);
    }

    @ParameterizedTest
    @CsvSource({
        "EN, Riga, Oslo, Kyiv, UTC",
        "LV, Rīga, Oslo, Kijeva, UTC",
        "NB, Riga, Oslo, Kyiv, UTC",
        "UK, Рига, Осло, Київ, UTC",
        "RU, Рига, Осло, Киев, UTC"
    })
    void aZoneIsCalledAfterItsPlace(Language language, String riga, String oslo, String kyiv, String utc) {
        Dates dates = Dates.in(language);
        assertThat(dates.zone(ZoneId.of("Europe/Riga"))).isEqualTo(riga);
        assertThat(dates.zone(ZoneId.of("Europe/Oslo"))).isEqualTo(oslo);
        assertThat(dates.zone(ZoneId.of("Europe/Kyiv"))).isEqualTo(kyiv);
        assertThat(dates.zone(ZoneId.of("UTC"))).isEqualTo(utc);
    }

    @ParameterizedTest
    @CsvSource({"EN, Europe/Riga", "LV, Europe/Riga – Rīga", "UK, Europe/Riga – Рига", "RU, Europe/Riga – Рига"})
    void aFormOffersAZoneByBothItsNames(Language language, String name) {
        assertThat(Zones.offered("Europe/Riga", "Europe/Riga", language)).containsEntry("Europe/Riga", name);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\u00a0\\u2009\\u202f]", " ");
    }

    @ParameterizedTest
    @EnumSource
    void aSentenceThatEndsWithADateHasOneFullStop(Language language) {
        LocalDate day = LocalDate.of(2027, 1, 7);
        for (String date :
                List.of(Dates.in(language).day(day), Dates.in(language).day(day).replaceAll("\\h", "\u202f"))) {
            assertThat(Texts.in(language).get("event.decision.by", date))
                    .endsWith(".")
                    .doesNotContain("..");
        }
    }
}
