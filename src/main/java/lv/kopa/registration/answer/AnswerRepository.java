package lv.kopa.registration.answer;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AnswerRepository extends GenericRepository<AnswerRow, Long> {
    void saveAll(List<AnswerRow> rows);

    @Query("SELECT * FROM answer WHERE registration_id IN (:registrations) ORDER BY id")
    List<AnswerRow> of(Collection<Long> registrations);

    @Query(
            "SELECT a.* FROM answer a JOIN registration r ON r.id = a.registration_id WHERE r.event_id = :event ORDER BY a.id")
    List<AnswerRow> ofEvent(long event);

    @Query("SELECT EXISTS (SELECT 1 FROM answer WHERE registration_id = :registration AND sealed IS NOT NULL)")
    boolean hasSecrets(long registration);

    @Query("SELECT file_id FROM answer WHERE registration_id = :registration AND file_id IS NOT NULL")
    List<Long> files(long registration);

    @Query("DELETE FROM answer WHERE registration_id = :registration")
    void forget(long registration);

    @Query("DELETE FROM answer WHERE registration_id = :registration AND choice_id IS NULL")
    void forgetWords(long registration);

    @Query("SELECT COALESCE(MAX(id), 0) FROM answer WHERE registration_id = :registration")
    long edition(long registration);

    String OLD = """
             FROM answer a JOIN registration r ON r.id = a.registration_id JOIN event e ON e.id = r.event_id
            WHERE a.sealed IS NOT NULL AND (e.ends_at < :endedBefore
              OR (r.status IN ('CANCELLED', 'DECLINED') AND r.changed_at < :givenUpBefore))
            """;

    @Query("SELECT DISTINCT r.event_id" + OLD)
    List<Long> eventsWithOldSecrets(Instant endedBefore, Instant givenUpBefore);

    @Query("SELECT a.file_id" + OLD + " AND a.file_id IS NOT NULL AND r.event_id = :event")
    List<Long> filesOfOldSecrets(long event, Instant endedBefore, Instant givenUpBefore);

    @Query("DELETE FROM answer WHERE id IN (SELECT id FROM (SELECT a.id" + OLD + "AND r.event_id = :event) AS old)")
    long deleteOldSecrets(long event, Instant endedBefore, Instant givenUpBefore);

    @Query("SELECT * FROM answer WHERE sealed IS NOT NULL AND id > :after ORDER BY id LIMIT :most")
    List<AnswerRow> sealed(long after, int most);

    @Query("UPDATE answer SET sealed = :sealed WHERE id = :id AND sealed = :before")
    long reseal(long id, byte[] before, byte[] sealed);
}
