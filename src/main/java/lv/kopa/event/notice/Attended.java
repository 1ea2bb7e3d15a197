package lv.kopa.event.notice;

import java.util.List;
import java.util.Optional;

/**
 * What is known of an event that is over besides what its organisers wrote.
 *
 * @param people who were seen at any part of it; 0 where nobody wrote down who came
 * @param minutes how long they were there, all together
 * @param rating what they thought of it, where everybody may know
 * @param pictures what goes with what its organisers wrote
 */
public record Attended(int people, long minutes, Optional<Rating> rating, List<OutcomePicture> pictures) {
    private static final double HOUR = 60;

    static final Attended UNKNOWN = new Attended(0, 0, Optional.empty(), List.of());

    public double hours() {
        return minutes / HOUR;
    }
}
