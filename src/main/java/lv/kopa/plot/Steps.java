package lv.kopa.plot;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A number that changes from day to day, as a line of steps.
 *
 * @param steps in the order of their days, of which there is one at least
 * @param until the day up to which the last of them holds
 * @param most what the whole height stands for
 */
public record Steps(List<Step> steps, LocalDate until, long most) {
    public static final int WIDTH = 600;
    public static final int HEIGHT = 160;

    /** What the number is from a day on. */
    public record Step(LocalDate day, long value) {}

    public LocalDate from() {
        return steps.get(0).day();
    }

    /** The line, as `d` of an SVG path. */
    public String line() {
        StringBuilder line = new StringBuilder("M0 ").append(HEIGHT);
        for (Step step : steps) {
            line.append('H').append(x(step.day())).append('V').append(y(step.value()));
        }
        return line.append('H').append(WIDTH).toString();
    }

    /** What lies below the line. */
    public String area() {
        return line() + "V" + HEIGHT + "Z";
    }

    /** How far down a value stands. */
    public long y(long value) {
        return HEIGHT - Math.round((double) HEIGHT * value / Math.max(1, most));
    }

    private long x(LocalDate day) {
        long days = Math.max(1, ChronoUnit.DAYS.between(from(), until));
        return Math.min(WIDTH, Math.round((double) WIDTH * ChronoUnit.DAYS.between(from(), day) / days));
    }
}
