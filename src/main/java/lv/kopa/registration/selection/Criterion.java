package lv.kopa.registration.selection;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;

/** By what people are chosen: each has up to three points by it. */
@MappedEntity("selection_criterion")
public record Criterion(@Id @GeneratedValue long id, long eventId, int position, String name) {
    static final int MOST = 6;
    static final int MOST_POINTS = 3;
    static final int LONGEST_NAME = 100;
}
