package lv.kopa.ical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static lv.kopa.ical.FeedAssert.assertThatFeed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text from strangers neither breaks a calendar nor adds to it, and harmless text comes back as it was. */
class HostileTextTest {

    private static final List<String> PIECES = List.of(
            "\r",
            "\n",
            "\r\n",
            "\u000B",
            "\f",
            "\0",
            "\u0085",
            "\u2028",
            "\u2029",
            "\t",
            "\\",
            "\\n",
            "\\N",
            "\\,",
            ",",
            ";",
            ":",
            "\"",
            "'",
            "^n",
            "^",
            "=",
            " ",
            "BEGIN:VEVENT",
            "END:VCALENDAR",
            "ATTENDEE:mailto:a@b",
            "a",
            "ā",
            "e\u0301",
            "e\0\u0301",
            "👩‍👩‍👧",
            "🎓",
            "\ud83c",
            "\udf93",
            "שלום",
            "مرحبا",
            "\u202E",
            "\u200F",
            "漢字",
            "\uFEFF",
            "%0D%0A",
            "\u001B[31m");

    static Stream<String> harmless() {
        return Stream.of(
                "Mācības \"Kopā\": 1, 2; 3",
                "C:\\new\\notes\\",
                "\\n is not a line end",
                "👩‍👩‍👧 🎓 שלום مرحبا 漢字",
                "ā".repeat(500),
                "🎓".repeat(10_000),
                "a\\".repeat(10_000),
                " leading and trailing ",
                ",;,;\\,\\;",
                "");
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void harmlessTextComesBackAsItWas(String text) {
        assertThatFeed(Samples.feedOctets(
                        Samples.timed("x@x", "2026-12-01T10:00", "2026-12-01T11:00", Samples.RIGA, text)
                                .withDescription(text + "\n\t" + text)
                                .withLocation(text)))
                .isClean()
                .entry("x@x")
                .hasSummary(text)
                .says("DESCRIPTION", text + "\n\t" + text)
                .says("LOCATION", text);
    }

    @Test
    void aTitleAddsNoPropertyOfItsOwn() {
        var entry = Samples.training();
        for (String end : List.of("\r", "\n", "\r\n", "\u000B", "\f", "\u0085", "\u2028", "\u2029")) {
            var hostile = CalendarEntry.of(
                            entry.uid(), entry.revision(), entry.when(), "a" + end + "ATTENDEE:mailto:a@b")
                    .withOrganiser(new Organiser("b" + end + "X-EVIL:1\"", "a@b"))
                    .withCategories(List.of("c" + end + "X-EVIL:1", end, ","));

            assertThatFeed(Samples.feedOctets(hostile))
                    .isClean()
                    .entry(entry.uid())
                    .doesNotSay("ATTENDEE")
                    .doesNotSay("X-EVIL");
        }
    }

    @Test
    void twoThousandMixturesOfHostilePiecesAreReadBackAsTheyWereCleaned() {
        var random = new Random(20261124);
        for (int i = 0; i < 2_000; i++) {
            String summary = mixture(random);
            String description = mixture(random);
            byte[] feed = Calendars.feed(
                    new CalendarHeader(
                            summary, description, Samples.RIGA, Samples.header().refresh(), null, null, "lv"),
                    List.of(Samples.timed("x@x", "2026-12-01T10:00", "2026-12-01T11:00", Samples.RIGA, summary)
                            .withDescription(description)
                            .withOrganiser(new Organiser(summary, "a@b"))
                            .withCategories(List.of(summary, description))));

            assertThat(CalendarLint.faults(feed)).as("mixture %d", i).isEmpty();
            assertThatFeed(feed)
                    .isNamed(CleanText.line(summary))
                    .says("X-WR-CALDESC", CleanText.lines(description))
                    .entry("x@x")
                    .hasSummary(CleanText.line(summary))
                    .says("DESCRIPTION", CleanText.lines(description));
        }
    }

    @Test
    void cleaningTakesOnlyWhatBreaksALine() {
        assertThat(CleanText.lines("a\r\nb\rc\u0085d\u2028e\u2029f\tg\u000Bh\0i"))
                .isEqualTo("a\nb\nc\nd\ne\nf\tghi");
        assertThat(CleanText.line("a\nb\tc")).isEqualTo("a b c");
        assertThat(CleanText.name("\"Kopā\"")).isEqualTo("”Kopā”");
        assertThat(CleanText.lines("e\0\u0301")).isEqualTo("é");
        assertThat(CleanText.lines("a\ud83cb")).isEqualTo("ab");
    }

    @Test
    void aLineOfAnyLengthIsFoldedAtSeventyFiveOctets() {
        for (int length = 60; length < 160; length++) {
            for (String letter : List.of("a", "ā", "漢", "🎓")) {
                byte[] folded = Folding.folded("X:" + letter.repeat(length) + "\r\n");

                assertThat(new String(folded, UTF_8).split("\r\n"))
                        .allSatisfy(
                                line -> assertThat(line.getBytes(UTF_8).length).isBetween(2, 75));
                assertThat(new String(folded, UTF_8).replace("\r\n ", ""))
                        .isEqualTo("X:" + letter.repeat(length) + "\r\n");
            }
        }
    }

    private static String mixture(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
