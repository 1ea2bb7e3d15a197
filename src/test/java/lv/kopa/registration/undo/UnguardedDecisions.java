package lv.kopa.registration.undo;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decisions without their guard: whoever presses undoes them, whatever has become of them. */
@JdbcRepository(dialect = Dialect.MYSQL)
@Replaces(DecisionRepository.class)
@Requires(property = "spec.name", value = "unguarded-decisions")
interface UnguardedDecisions extends DecisionRepository {
    @Override
    @Query("UPDATE decision SET undone_by = :actor, undone_at = :now WHERE id = :id")
    long undo(long id, String actor, Instant now);

    /** As it is; that some of it may be missing is not known of what is inherited. */
    @Override
    @Query("""
            INSERT INTO decision_person (decision_id, registration_id, category_id, others, revision, known)
            VALUES (:decision, :registration, :category, :others, :revision, :known)""")
    void add(
            long decision,
            long registration,
            @Nullable Long category,
            String others,
            int revision,
            @Nullable String known);
}
