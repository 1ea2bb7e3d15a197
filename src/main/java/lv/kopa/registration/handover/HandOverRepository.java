package lv.kopa.registration.handover;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lv.kopa.registration.Registration;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface HandOverRepository extends GenericRepository<Registration, Long> {
    @Query("""
            INSERT INTO hand_over (registration_id, link_hash, name, email, message, offered_at, submission)
            VALUES (:registration, :linkHash, :name, :email, :message, :now, :submission)
            ON DUPLICATE KEY UPDATE link_hash = :linkHash, name = :name, email = :email, message = :message,
              offered_at = :now, submission = :submission""")
    void offer(
            long registration,
            String linkHash,
            String name,
            String email,
            @Nullable String message,
            Instant now,
            @Nullable String submission);

    @Query("SELECT * FROM hand_over WHERE registration_id = :registration")
    Optional<HandOver> offered(long registration);

    @Query("SELECT * FROM hand_over WHERE link_hash = :linkHash")
    Optional<HandOver> offeredBy(String linkHash);

    @Query("DELETE FROM hand_over WHERE registration_id = :registration")
    long withdraw(long registration);

    /** Notes what became of an offer, for whoever still holds its link. */
    @Query("""
            INSERT IGNORE INTO ended_link (link_hash, ending, ended_at)
            SELECT link_hash, :ending, :now FROM hand_over WHERE registration_id = :registration""")
    void noteEndOfOffer(long registration, String ending, Instant now);

    /** Notes by which form an offer was taken, and the secret of whose it is now. */
    @Query("UPDATE ended_link SET submission = :submission, led_to = :owner WHERE link_hash = :linkHash")
    void noteForm(String linkHash, String submission, String owner);

    /** What a form took, as long as it is still whose it was then. */
    @Query("""
            SELECT r.* FROM registration r JOIN ended_link e ON e.led_to = r.link_hash
            WHERE e.link_hash = :linkHash AND e.submission = :submission""")
    Optional<Registration> taken(String linkHash, String submission);

    /** Why a link opens nothing any more that once did. */
    @Query("SELECT ending FROM ended_link WHERE link_hash = :linkHash")
    Optional<String> ending(String linkHash);

    @Query("SELECT * FROM registration WHERE id = :id")
    Optional<Registration> registration(long id);

    @Query("SELECT * FROM registration WHERE event_id = :event AND live_email = :emailKey")
    Optional<Registration> findLive(long event, String emailKey);

    @Query("SELECT session_id FROM registration_session WHERE registration_id = :registration")
    List<Long> sessions(long registration);

    @Query("""
            UPDATE registration SET name = :name, email = :email, email_key = :emailKey, phone = :phone,
              organisation = :organisation, language = :language, link_hash = :linkHash, submission = NULL,
              privacy_version = :privacyVersion, privacy_at = :now, reason = NULL, calendar = NULL, changed_at = :now,
              placed_at = :now, answers_reminded_at = NULL, revision = revision + 1
            WHERE id = :registration""")
    void give(
            long registration,
            String name,
            String email,
            String emailKey,
            @Nullable String phone,
            @Nullable String organisation,
            String language,
            String linkHash,
            String privacyVersion,
            Instant now);

    @Query("UPDATE registration SET name = :name, changed_at = :now, revision = revision + 1 WHERE id = :registration")
    void rename(long registration, String name, Instant now);

    /** Whoever took it by themselves is no longer of the party that it was registered with. */
    @Query("""
            UPDATE party_member m JOIN registration r ON r.id = m.registration_id
            SET m.name = r.name, m.category_id = r.category_id, m.standing = 'CANCELLED', m.registration_id = NULL
            WHERE m.registration_id = :registration""")
    void leaveParty(long registration);

    @Query("""
            INSERT IGNORE INTO ended_link (link_hash, ending, ended_at)
            SELECT link_hash, 'HANDED_OVER', :now FROM registration WHERE id = :registration
            UNION ALL SELECT link_hash, 'HANDED_OVER', :now FROM registration_link WHERE registration_id = :registration
            UNION ALL SELECT link_hash, 'HANDED_OVER', :now FROM guardian_link WHERE registration_id = :registration
            UNION ALL SELECT link_hash, 'HANDED_OVER', :now FROM earlier_address WHERE registration_id = :registration""")
    void noteEndOfLinks(long registration, Instant now);

    @Query("DELETE FROM registration_link WHERE registration_id = :registration")
    void endLinks(long registration);

    @Query("DELETE FROM consent WHERE registration_id = :registration")
    void forgetConsents(long registration);

    @Query("DELETE FROM selection_mark WHERE registration_id = :registration")
    void forgetMarks(long registration);

    @Query("DELETE FROM selection_note WHERE registration_id = :registration")
    void forgetNote(long registration);

    @Query("DELETE FROM guardian WHERE registration_id = :registration")
    void forgetGuardian(long registration);

    @Query("DELETE FROM registration_wish WHERE registration_id = :registration")
    void forgetOthers(long registration);

    @Query("DELETE FROM session_turn WHERE registration_id = :registration")
    void forgetTurns(long registration);

    @Query("DELETE FROM address_change WHERE registration_id = :registration")
    void forgetAddress(long registration);

    @Query("DELETE FROM earlier_address WHERE registration_id = :registration")
    void forgetEarlierAddresses(long registration);

    /** Calendars of addresses that the former person had before need none where nothing is left in them. */
    @Query("""
            DELETE FROM personal_feed WHERE email_key IN (
                SELECT a.email_key FROM earlier_address a WHERE a.registration_id = :registration)
              AND NOT EXISTS(SELECT 1 FROM registration r WHERE r.email_key = personal_feed.email_key)""")
    void endEarlierFeeds(long registration);

    @Query("""
            INSERT INTO consent (registration_id, purpose, text_version, given_at)
            VALUES (:registration, :purpose, :version, :now)""")
    void consent(long registration, String purpose, String version, Instant now);
}
