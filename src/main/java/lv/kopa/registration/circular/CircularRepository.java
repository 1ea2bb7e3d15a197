package lv.kopa.registration.circular;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.attendees.AttendeeFilter;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface CircularRepository extends GenericRepository<Circular, Long> {
    /**
     * Whom it goes to: each address once, and none that has yet to show itself to be the person's; news go only to those
     * who agreed to them and have not refused them.
     */
    String RECIPIENTS = " FROM" + AttendeeFilter.MATCHING + """
              AND name <> ''
              AND (:status IS NOT NULL OR status IN ('CONFIRMED', 'WAITING', 'AWAITING_APPROVAL'))
              AND NOT EXISTS (SELECT 1 FROM address_hold h
                              WHERE h.registration_id = registration.id AND h.confirmed_at IS NULL AND h.ran_out_at IS NULL)
              AND (NOT :news OR (EXISTS (SELECT 1 FROM consent c
                                         WHERE c.registration_id = registration.id AND c.purpose = 'NEWSLETTER'
                                           AND c.withdrawn_at IS NULL)
                             AND NOT EXISTS (SELECT 1 FROM news_refusal n JOIN event e ON e.organisation_id = n.organisation_id
                                             WHERE e.id = registration.event_id
                                               AND n.address_hash = CONVERT(SHA2(LOWER(registration.email), 256) USING ascii))))
            GROUP BY email
            """;

    /** The same with how many people are written to at an address; that of nobody stands for no people. */
    String MAILS = "(SELECT MIN(id) AS id, IF(email = '" + Registration.NOBODY + "', 1, COUNT(*)) AS people"
            + RECIPIENTS + ") mails";

    Circular save(Circular circular);

    Optional<Circular> findById(long id);

    Optional<Circular> findBySubmission(String submission);

    @Query("INSERT INTO circular_file (circular_id, number, file_id) VALUES (:circular, :number, :file)")
    void attach(long circular, int number, long file);

    /** The files that go with it besides the first. */
    @Query("SELECT file_id FROM circular_file WHERE circular_id = :circular ORDER BY number")
    List<Long> furtherFiles(long circular);

    @Query("SELECT * FROM circular WHERE event_id = :event ORDER BY id DESC")
    List<Circular> of(long event);

    @Query("SELECT id FROM circular WHERE state = 'SENDING' ORDER BY id")
    List<Long> sending();

    @Query("SELECT * FROM circular WHERE id = :id FOR UPDATE")
    Optional<Circular> lock(long id);

    @Query("UPDATE circular SET state = :state WHERE id = :id")
    void end(long id, CircularState state);

    @Query("UPDATE circular_recipient SET state = 'STOPPED' WHERE circular_id = :circular AND state = 'WAITING'")
    void stopWaiting(long circular);

    @Query(
            "INSERT INTO circular_recipient (circular_id, registration_id, state, people) SELECT :circular, id, 'WAITING', people FROM "
                    + MAILS)
    void address(
            long circular,
            long event,
            @Nullable RegistrationStatus status,
            @Nullable Long category,
            @Nullable String pattern,
            boolean everybody,
            List<Long> among,
            boolean news);

    @Query("SELECT COALESCE(SUM(people), 0) FROM " + MAILS)
    int reached(
            long event,
            @Nullable RegistrationStatus status,
            @Nullable Long category,
            @Nullable String pattern,
            boolean everybody,
            List<Long> among,
            boolean news);

    @Query("SELECT id FROM " + MAILS + " ORDER BY id DESC")
    List<Long> recipients(
            long event,
            @Nullable RegistrationStatus status,
            @Nullable Long category,
            @Nullable String pattern,
            boolean everybody,
            List<Long> among,
            boolean news);

    @Query("""
            SELECT registration_id FROM circular_recipient WHERE circular_id = :circular AND state = 'WAITING'
            ORDER BY registration_id LIMIT :most""")
    List<Long> waiting(long circular, int most);

    @Query("""
            UPDATE circular_recipient SET state = :state
            WHERE circular_id = :circular AND registration_id IN (:people)""")
    void settle(long circular, Collection<Long> people, String state);
}
