package lv.kopa.registration.erasure;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ErasureRepository extends GenericRepository<Registration, Long> {
    @Query("""
            UPDATE registration SET status = :status, queue_number = :queueNumber, name = '',
              email = CONCAT(reference, '@erased.invalid'), email_key = CONCAT(reference, '@erased.invalid'),
              phone = NULL, organisation = NULL, link_hash = :linkHash, submission = NULL, reason = NULL,
              given_up_from = NULL, given_up_queue = NULL, changed_at = :now, erased_at = :now,
              revision = revision + 1
            WHERE id = :registration""")
    void erase(
            long registration, RegistrationStatus status, @Nullable Integer queueNumber, String linkHash, Instant now);

    /** Notes of all links that they end, for whoever still holds one; before they do. */
    @Query("""
            INSERT IGNORE INTO ended_link (link_hash, ending, ended_at)
            SELECT link_hash, 'ERASED', :now FROM registration WHERE id = :registration
            UNION ALL SELECT link_hash, 'ERASED', :now FROM registration_link WHERE registration_id = :registration
            UNION ALL SELECT link_hash, 'ERASED', :now FROM guardian_link WHERE registration_id = :registration
            UNION ALL SELECT link_hash, 'ERASED', :now FROM earlier_address WHERE registration_id = :registration
            UNION ALL SELECT link_hash, 'WITHDRAWN', :now FROM hand_over WHERE registration_id = :registration""")
    void noteEnd(long registration, Instant now);

    @Query("DELETE FROM registration_link WHERE registration_id = :registration")
    void endLinks(long registration);

    @Query("DELETE FROM consent WHERE registration_id = :registration")
    void forgetConsents(long registration);

    @Query("DELETE FROM session_turn WHERE registration_id = :registration")
    void forgetTurns(long registration);

    @Query("DELETE FROM address_change WHERE registration_id = :registration")
    void forgetAddress(long registration);

    @Query("SELECT email_key FROM earlier_address WHERE registration_id = :registration")
    List<String> earlierAddresses(long registration);

    @Query("DELETE FROM earlier_address WHERE registration_id = :registration")
    void forgetEarlierAddresses(long registration);

    @Query("DELETE FROM hand_over WHERE registration_id = :registration")
    void forgetOffer(long registration);

    @Query("DELETE FROM guardian WHERE registration_id = :registration")
    void forgetGuardian(long registration);

    @Query("DELETE FROM selection_mark WHERE registration_id = :registration")
    void forgetMarks(long registration);

    @Query("DELETE FROM selection_note WHERE registration_id = :registration")
    void forgetNote(long registration);

    @Query("""
            SELECT id FROM invitation
            WHERE registration_id = :registration OR (event_id = :event AND email_key = :emailKey)""")
    List<Long> invitations(long registration, long event, String emailKey);

    @Query("""
            DELETE FROM invitation
            WHERE registration_id = :registration OR (event_id = :event AND email_key = :emailKey)""")
    void forgetInvitation(long registration, long event, String emailKey);

    @Query("DELETE FROM party_member WHERE registration_id = :registration")
    void leaveParty(long registration);

    /**
     * What heads of delegations called the person by, also where they have a place of their own besides; that one was
     * filled stays.
     */
    @Query("""
            UPDATE delegation_member m JOIN delegation d ON d.id = m.delegation_id SET m.name = NULL, m.email_key = NULL
            WHERE d.event_id = :event AND (m.registration_id = :registration OR m.email_key = :emailKey)""")
    void forgetTyped(long registration, long event, String emailKey);

    /** A calendar in which nothing is left needs no address. */
    @Query("""
            DELETE FROM personal_feed
            WHERE email_key = :emailKey AND NOT EXISTS(SELECT 1 FROM registration r WHERE r.email_key = :emailKey)""")
    void endFeeds(String emailKey);
}
