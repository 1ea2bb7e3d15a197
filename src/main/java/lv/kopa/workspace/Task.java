package lv.kopa.workspace;

import java.util.stream.Stream;

/**
 * Something that waits for an organiser.
 *
 * @param sign how many, on which day of the month, or what is drawn instead; the first thing one sees
 * @param month of the day; "" where the sign is no day
 * @param about which event, or what else there is to know
 */
public record Task(String sign, String month, String text, String about, String address) {

    Task(String sign, String text, String about, String address) {
        this(sign, "", text, about, address);
    }

    /** One where there is any, with how many for a sign. */
    static Stream<Task> counted(long number, String text, String about, String address) {
        return number > 0 ? Stream.of(new Task(Long.toString(number), text, about, address)) : Stream.empty();
    }

    public boolean isDay() {
        return !month.isEmpty();
    }
}
