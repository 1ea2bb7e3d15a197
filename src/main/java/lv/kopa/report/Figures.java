package lv.kopa.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import lv.kopa.text.Language;

/**
 * What a part of a project came to.
 *
 * @param minutes of all who were there, together
 */
public record Figures(long events, long sessions, long confirmed, long participations, long people, long minutes) {
    private static final BigDecimal HOUR = BigDecimal.valueOf(60);
    private static final int DECIMALS = 2;

    /** How many there are of what is counted; of hours, how many minutes. */
    long of(Measure measure) {
        return switch (measure) {
            case EVENTS -> events;
            case SESSIONS -> sessions;
            case CONFIRMED -> confirmed;
            case PARTICIPATIONS -> participations;
            case PEOPLE -> people;
            case HOURS -> minutes;
        };
    }

    /** A figure as it is written. */
    public String in(Language language, Measure measure) {
        return measure == Measure.HOURS
                ? hours(minutes, language)
                : NumberFormat.getIntegerInstance(language.locale()).format(of(measure));
    }

    /** A figure as programs and spreadsheets read it. */
    public String plain(Measure measure) {
        return measure == Measure.HOURS ? hours().toPlainString() : Long.toString(of(measure));
    }

    public BigDecimal hours() {
        BigDecimal hours = BigDecimal.valueOf(minutes).divide(HOUR, DECIMALS, RoundingMode.HALF_UP);
        return hours.stripTrailingZeros().scale() < 0 ? hours.setScale(0) : hours.stripTrailingZeros();
    }

    /** Minutes as hours, written as in a language: 7.5. */
    static String hours(long minutes, Language language) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(BigDecimal.valueOf(minutes).divide(HOUR, DECIMALS, RoundingMode.HALF_UP));
    }
}
