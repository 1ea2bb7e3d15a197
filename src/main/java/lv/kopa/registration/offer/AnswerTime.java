package lv.kopa.registration.offer;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import lv.kopa.event.Event;

/** How long people have to say whether they take a place that has become free. */
public final class AnswerTime {
    /** In less nobody can be expected to read a mail. */
    private static final Duration SHORTEST = Duration.ofHours(1);

    private AnswerTime() {}

    /** Whether an offer lasts longer than half of the time until the event begins, which has moved since it was made. */
    public static boolean isTooLate(PlaceOffer offer, Event event, Instant now) {
        Instant start = event.startsAt();
        return start != null
                && offer.answerBy()
                        .isAfter(now.plus(Duration.between(now, start).dividedBy(2)));
    }

    /**
     * Until when a place that is free now is offered: as long as the event says, but for half of the time at most that is
     * left until it begins, so that there is time to ask somebody else too. Nothing where the place is to be given at
     * once, since the event wants it so or there is no time to ask.
     */
    public static Optional<Instant> of(Event event, Instant now) {
        Integer hours = event.offerHours();
        if (hours == null) {
            return Optional.empty();
        }
        Duration wanted = Duration.ofHours(hours);
        Instant start = event.startsAt();
        Duration most = start == null ? wanted : Duration.between(now, start).dividedBy(2);
        Duration time = most.compareTo(wanted) < 0 ? most : wanted;
        return time.compareTo(SHORTEST) < 0
                ? Optional.empty()
                : Optional.of(now.plus(time).truncatedTo(ChronoUnit.MINUTES));
    }
}
