package lv.kopa.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What days the words mean that somebody types. */
class SoughtDaysTest {
    private static List<Optional<SoughtDays>> read(String typed) {
        return SoughtDays.in(List.of(typed.split(" ")));
    }

    private static Optional<SoughtDays> days(
            @Nullable Integer year, @Nullable Integer month, @Nullable Integer day, @Nullable DayOfWeek weekday) {
        return Optional.of(new SoughtDays(year, month, day, weekday));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "March",
                "marts",
                "martā",
                "marta",
                "Martam",
                "mars",
                "март",
                "марта",
                "Марте",
                "мартом",
                "березень",
                "березня",
                "березні"
            })
    void aMonthIsKnownInAnyCaseInAnyLanguage(String typed) {
        assertThat(read(typed)).containsExactly(days(null, 3, null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "janvārī, 1", "februari, 2", "februāra, 2", "maijā, 5", "мае, 5", "маю, 5", "травні, 5", "jūnija, 6",
        "junija, 6", "июле, 7", "липня, 7", "лютому, 2", "листопаді, 11", "декабрём, 12", "oktobra, 10", "desember, 12"
    })
    void soAreAllTheOthers(String typed, int month) {
        assertThat(read(typed)).containsExactly(days(null, month, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Saturday",
                "saturdays",
                "sestdien",
                "sestdiena",
                "sestdienās",
                "lørdag",
                "lordager",
                "суббота",
                "субботу",
                "субботам",
                "субота",
                "суботу",
                "СУБОТИ"
            })
    void soIsADayOfTheWeek(String typed) {
        assertThat(read(typed)).containsExactly(days(null, null, null, DayOfWeek.SATURDAY));
    }

    @ParameterizedTest
    @CsvSource({
        "п'ятницю, FRIDAY",
        "п’ятниця, FRIDAY",
        "пʼятниці, FRIDAY",
        "неділі, SUNDAY",
        "понеділка, MONDAY",
        "четверга, THURSDAY",
        "середу, WEDNESDAY",
        "среду, WEDNESDAY",
        "воскресенья, SUNDAY",
        "понедельникам, MONDAY",
        "svētdien, SUNDAY",
        "søndag, SUNDAY",
        "sondag, SUNDAY"
    })
    void howeverItsLettersAreTyped(String typed, DayOfWeek weekday) {
        assertThat(read(typed)).containsExactly(days(null, null, null, weekday));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void whatOurOwnPagesSayOfADayIsThatDay(Language language) {
        LocalDate date = LocalDate.of(2027, 1, 1);
        for (int i = 0; i < 365; i++) {
            LocalDate day = date.plusDays(i);
            List<String> words = List.of(Dates.in(language).day(day).split("\\h+"));
            assertThat(SoughtDays.in(words).stream().flatMap(Optional::stream).collect(Collectors.toSet()))
                    .as(words.toString())
                    .containsExactly(
                            new SoughtDays(2027, day.getMonthValue(), day.getDayOfMonth(), day.getDayOfWeek()));
            List<String> brief = List.of(Dates.in(language).shortDay(day).split("\\h+"));
            assertThat(SoughtDays.in(brief))
                    .as(brief.toString())
                    .containsOnly(days(null, day.getMonthValue(), day.getDayOfMonth(), day.getDayOfWeek()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6.2.2027",
                "06.02.27",
                "6/2/2027",
                "2027-02-06",
                "6 February 2027",
                "6th february 2027",
                "6 февраля 2027 г.",
                "2027. gada 6. februārī",
                "6. februar 2027",
                "6-го февраля 2027 года",
                "6 лютого 2027 р.",
                "6 feb 2027",
                "6.02.2027,"
            })
    void wordsSideBySideAreOneDate(String typed) {
        assertThat(read(typed)).containsOnly(days(2027, 2, 6, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"6.2.", "6.2", "06.02.", "6 февраля", "6. februāris", "february 6", "6 feb"})
    void theYearNeedNotBeSaid(String typed) {
        assertThat(read(typed)).containsOnly(days(null, 2, 6, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-02", "02.2027", "februārī 2027", "2027. gada februārī", "Feb 2027"})
    void norTheDay(String typed) {
        assertThat(read(typed)).containsOnly(days(2027, 2, null, null));
    }

    @Test
    void whatIsSaidTwiceIsTwoDates() {
        assertThat(read("march april")).containsExactly(days(null, 3, null, null), days(null, 4, null, null));
        assertThat(read("hamar march 2027 saturday"))
                .containsExactly(
                        Optional.empty(),
                        days(2027, 3, null, DayOfWeek.SATURDAY),
                        days(2027, 3, null, DayOfWeek.SATURDAY),
                        days(2027, 3, null, DayOfWeek.SATURDAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6",
                "6th",
                "feb",
                "man",
                "sun",
                "gada",
                "г.",
                "30.2.",
                "31.4.2027",
                "2027-13",
                "18.30",
                "3000",
                "2/108",
                "Marte",
                "Mārta",
                "Julie",
                "Julia",
                "трава",
                "липа",
                "серп",
                "среди",
                "mais",
                "marching",
                "1.2.3"
            })
    void whatIsNoDateSaysNothingOfDays(String typed) {
        assertThat(read(typed)).containsOnly(Optional.empty());
    }

    @Test
    void daysAreCountedWithinAYearOrAmongAll() {
        SoughtDays march = new SoughtDays(null, 3, null, null);
        assertThat(List.of(march.among(), march.first(), march.last())).containsExactly(10_000, 301, 331);
        SoughtDays year = new SoughtDays(2027, null, null, null);
        assertThat(List.of(year.among(), year.first(), year.last()))
                .containsExactly(100_000_000, 20_270_101, 20_271_231);
        SoughtDays day = new SoughtDays(2027, 2, 6, null);
        assertThat(List.of(day.first(), day.last())).containsExactly(20_270_206, 20_270_206);
    }
}
