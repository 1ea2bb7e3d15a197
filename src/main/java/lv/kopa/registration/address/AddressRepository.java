package lv.kopa.registration.address;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AddressRepository extends GenericRepository<Registration, Long> {
    @Query("""
            INSERT INTO address_change (registration_id, link_hash, email, asked_at)
            VALUES (:registration, :linkHash, :email, :now)
            ON DUPLICATE KEY UPDATE link_hash = :linkHash, email = :email, asked_at = :now""")
    void ask(long registration, String linkHash, String email, Instant now);

    @Query("SELECT * FROM address_change WHERE registration_id = :registration")
    Optional<AddressChange> asked(long registration);

    @Query("SELECT * FROM address_change WHERE link_hash = :linkHash")
    Optional<AddressChange> askedBy(String linkHash);

    @Query("DELETE FROM address_change WHERE registration_id = :registration")
    void forget(long registration);

    @Query("SELECT * FROM registration WHERE id = :id")
    Optional<Registration> registration(long id);

    @Query("""
            SELECT EXISTS(SELECT 1 FROM registration
              WHERE event_id = :event AND live_email = :emailKey AND id <> :registration)""")
    boolean isTaken(long event, String emailKey, long registration);

    /** Notes of all links that end when another address is the registration's, for whoever still holds one. */
    @Query("""
            INSERT IGNORE INTO ended_link (link_hash, ending, ended_at)
            SELECT link_hash, 'MOVED', :now FROM registration WHERE id = :registration
            UNION ALL SELECT link_hash, 'MOVED', :now FROM registration_link WHERE registration_id = :registration""")
    void noteEndOfLinks(long registration, Instant now);

    @Query("DELETE FROM registration_link WHERE registration_id = :registration")
    void endLinks(long registration);

    /**
     * What was given up from the other address may be taken back for some minutes from now on: whoever goes back to theirs
     * has only now heard of it.
     *
     * @param linkHash of a link that nobody has
     */
    @Query("""
            UPDATE registration SET email = :email, email_key = :emailKey, link_hash = :linkHash, submission = NULL,
              changed_at = :now, revision = revision + 1
            WHERE id = :registration""")
    void move(long registration, String email, String emailKey, String linkHash, Instant now);

    Optional<Registration> findByReference(String reference);

    /**
     * Whether its person has done anything with it since they registered, or that was before an instant, or anybody
     * changed it.
     */
    @Query("""
            SELECT EXISTS(SELECT 1 FROM audit
              WHERE subject = 'registration' AND subject_id = :registration
                AND (deed = 'changed' OR (actor = 'participant'
                  AND (deed NOT IN ('registered', 'line-joined', 'address-mended') OR at < :since))))""")
    boolean isTouched(long registration, Instant since);

    /** Gives it an address that was meant from the beginning, and a link that nobody has. */
    default void readdress(long registration, EmailAddress address, Instant now) {
        mend(registration, address.value(), address.key(), Token.random().hash(), now);
    }

    /** From now on it is as if its person had registered now: who sees it does not see that there was one before. */
    @Query("""
            UPDATE registration SET email = :email, email_key = :emailKey, link_hash = :linkHash, registered_at = :now,
              changed_at = :now
            WHERE id = :registration""")
    void mend(long registration, String email, String emailKey, String linkHash, Instant now);

    /**
     * Writes what was typed with it.
     *
     * @param news 1 where its person is told of it as of something new; 0 where they have yet to confirm the address
     */
    @Query("""
            UPDATE registration SET name = :name, phone = :phone, organisation = :organisation, language = :language,
              submission = :submission, revision = revision + :news
            WHERE id = :registration""")
    void retype(
            long registration,
            String name,
            @Nullable String phone,
            @Nullable String organisation,
            String language,
            @Nullable String submission,
            int news);

    /**
     * Ends one for good that gives way to another: it is nobody's by its address any more, and keeps by what it was ended,
     * and as what.
     *
     * @param linkHash of a link that nobody has
     * @param ended names the form by which it was ended, and the address to which it gave way
     */
    @Query("""
            UPDATE registration SET email_key = CONCAT(reference, '@erased.invalid'), link_hash = :linkHash,
              submission = :ended, given_up_from = :before, given_up_queue = :queueNumber
            WHERE id = :registration""")
    void giveWay(
            long registration,
            String linkHash,
            @Nullable String ended,
            RegistrationStatus before,
            @Nullable Integer queueNumber);

    /** One that gave way by this form to this address, as it stood before. */
    @Query("""
            SELECT id, reference, event_id, category_id, given_up_from AS status, name, email, email_key, phone,
              organisation, language, link_hash, submission, privacy_version, given_up_queue AS queue_number, reason,
              registered_at, changed_at, placed_at, revision
            FROM registration
            WHERE id = :registration AND status = 'CANCELLED' AND submission = :ended AND given_up_from IS NOT NULL""")
    Optional<Registration> gaveWay(long registration, String ended);

    @Query("""
            INSERT INTO consent (registration_id, purpose, text_version, given_at)
            VALUES (:registration, :purpose, :version, :now)
            ON DUPLICATE KEY UPDATE text_version = :version, given_at = :now, withdrawn_at = NULL""")
    void agree(long registration, String purpose, String version, Instant now);

    @Query("""
            UPDATE consent SET withdrawn_at = :now
            WHERE registration_id = :registration AND purpose = :purpose AND withdrawn_at IS NULL""")
    void disagree(long registration, String purpose, Instant now);

    /** The ids of the sessions that somebody chose. */
    @Query("SELECT session_id FROM registration_session WHERE registration_id = :registration")
    List<Long> sessions(long registration);

    @Query("SELECT * FROM registration WHERE email_key = :emailKey ORDER BY id DESC LIMIT 500")
    List<Registration> of(String emailKey);

    @Query("INSERT INTO personal_feed (link_hash, email_key, created_at) VALUES (:linkHash, :emailKey, :now)")
    void addFeed(String linkHash, String emailKey, Instant now);

    @Query("SELECT EXISTS(SELECT 1 FROM personal_feed WHERE email_key = :emailKey)")
    boolean hasFeed(String emailKey);

    @Query("SELECT email_key FROM personal_feed WHERE link_hash = :linkHash")
    Optional<String> feedOf(String linkHash);

    /** Written at most once a minute, however often a program comes. */
    @Query("""
            UPDATE personal_feed SET fetched_at = :now, fetched_by = :program
            WHERE link_hash = :linkHash AND (fetched_at IS NULL OR fetched_at < :before OR fetched_by <> :program)""")
    void fetched(String linkHash, String program, Instant now, Instant before);

    @Query("SELECT fetched_at, fetched_by FROM personal_feed WHERE link_hash = :linkHash AND fetched_at IS NOT NULL")
    Optional<Fetched> lastFetched(String linkHash);

    /** Notes that a link was used, by which form, and the secret of what it led to. */
    @Query("""
            INSERT IGNORE INTO ended_link (link_hash, ending, ended_at, submission, led_to)
            VALUES (:linkHash, 'USED', :now, :submission, :owner)""")
    void noteUse(String linkHash, String submission, String owner, Instant now);

    /** What a form gave another address, as long as that is still its address. */
    @Query("""
            SELECT r.* FROM registration r JOIN ended_link e ON e.led_to = r.link_hash
            WHERE e.link_hash = :linkHash AND e.submission = :submission""")
    Optional<Registration> moved(String linkHash, String submission);

    /** Why an address of a calendar brings nothing any more that once did. */
    @Query("SELECT ending FROM ended_link WHERE link_hash = :linkHash")
    Optional<String> ending(String linkHash);

    @Query("""
            INSERT IGNORE INTO ended_link (link_hash, ending, ended_at)
            SELECT link_hash, 'FEED_RENEWED', :now FROM personal_feed
            WHERE email_key = :emailKey AND link_hash <> :linkHash""")
    void noteEndOfOtherFeeds(String emailKey, String linkHash, Instant now);

    @Query("DELETE FROM personal_feed WHERE email_key = :emailKey AND link_hash <> :linkHash")
    void endOtherFeeds(String emailKey, String linkHash);
}
