package lv.kopa.database;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A comet was seen: when it was, and what the clocks on the wall said. */
@MappedEntity("sight")
record Sight(
        @Id long id,
        Instant at,
        @MappedProperty(converter = WallClock.class) LocalDateTime clock,

        @Nullable @MappedProperty(converter = WallClock.class)
        LocalDateTime secondClock) {
    static final String TABLE = "CREATE TABLE sight (id BIGINT PRIMARY KEY, at DATETIME(6) NOT NULL,"
            + " clock DATETIME NOT NULL, second_clock DATETIME)";
}
