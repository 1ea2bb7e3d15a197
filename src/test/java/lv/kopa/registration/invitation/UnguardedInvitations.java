package lv.kopa.registration.invitation;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.time.Instant;

/** Invitations without their guard: that one was good a moment ago, at the door, is taken to be enough. */
@JdbcRepository(dialect = Dialect.MYSQL)
@Replaces(InvitationRepository.class)
@Requires(property = "spec.name", value = "unguarded-invitations")
interface UnguardedInvitations extends InvitationRepository {
    @Override
    @Query("""
            UPDATE invitation SET state = 'REGISTERED', registration_id = :registration, answered_at = :now
            WHERE id = :id""")
    long spend(long id, long registration, Instant now);
}
