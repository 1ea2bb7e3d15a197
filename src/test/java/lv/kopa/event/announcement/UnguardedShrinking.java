package lv.kopa.event.announcement;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import lv.kopa.event.Event;
import org.jspecify.annotations.Nullable;

/** Numbers of places without their guard: as few as an organiser wants, whatever is taken meanwhile. */
interface UnguardedShrinking {
    /** Turns to change an event, for whoever comes. */
    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Turns extends GenericRepository<Event, Long> {
        @Query("UPDATE event SET version = version + 1 WHERE id = :id AND version = :version")
        long take(long id, int version);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    @Replaces(AnnouncedCategoryRepository.class)
    @Requires(property = "spec.name", value = "unguarded-shrinking")
    interface OfCategories extends AnnouncedCategoryRepository {
        @Override
        @Query("UPDATE category SET places = :places WHERE id = :id")
        long allot(long id, @Nullable Integer places);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    @Replaces(AnnouncedSessionRepository.class)
    @Requires(property = "spec.name", value = "unguarded-shrinking")
    interface OfSessions extends AnnouncedSessionRepository {
        @Override
        @Query("UPDATE session SET places = :places WHERE id = :id")
        long allot(long id, @Nullable Integer places);
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    @Replaces(AnnouncedChoiceRepository.class)
    @Requires(property = "spec.name", value = "unguarded-shrinking")
    interface OfChoices extends AnnouncedChoiceRepository {
        @Override
        @Query("UPDATE choice SET places = :places WHERE id = :id")
        long allot(long id, @Nullable Integer places);
    }
}
