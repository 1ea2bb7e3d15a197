package lv.kopa.registration.answer;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface AnswerRepository extends GenericRepository<AnswerRow, Long> {
    void saveAll(List<AnswerRow> rows);

    @Query("SELECT * FROM answer WHERE registration_id IN (:registrations) ORDER BY id")
    List<AnswerRow> of(Collection<Long> registrations);

    @Query("SELECT EXISTS (SELECT 1 FROM answer WHERE registration_id = :registration AND sealed IS NOT NULL)")
    boolean hasSecrets(long registration);

    @Query("DELETE FROM answer WHERE registration_id = :registration")
    void forget(long registration);

    @Query("DELETE FROM answer WHERE registration_id = :registration AND choice_id IS NULL")
    void forgetWords(long registration);

    @Query("SELECT COALESCE(MAX(id), 0) FROM answer WHERE registration_id = :registration")
    long edition(long registration);
}
