package lv.kopa.event.copy.making;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The days on which something begins once more.
 *
 * @param first the first of them
 * @param rhythm how far they lie apart
 * @param times how many there are
 * @param others further ones, in no rhythm
 */
record Repetition(LocalDate first, Rhythm rhythm, int times, List<LocalDate> others) {
    /** The most copies that are made at once: a year of weeks. */
    static final int MOST = 53;

    enum Rhythm {
        ONCE(Period.ZERO),
        WEEKLY(Period.ofWeeks(1)),
        FORTNIGHTLY(Period.ofWeeks(2)),
        MONTHLY(Period.ofMonths(1));

        private final Period pause;

        Rhythm(Period pause) {
            this.pause = pause;
        }
    }

    /** Each once, in their order. The 31st of a month is the last day of a shorter one. */
    List<LocalDate> days() {
        int count = rhythm == Rhythm.ONCE ? 1 : times;
        Stream<LocalDate> regular = IntStream.range(0, count).mapToObj(i -> first.plus(rhythm.pause.multipliedBy(i)));
        return Stream.concat(regular, others.stream()).distinct().sorted().toList();
    }
}
