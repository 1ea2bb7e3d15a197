package lv.kopa.event.announcement;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import lv.kopa.event.question.Choice;
import org.jspecify.annotations.Nullable;

/** Choices as organisers write them. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AnnouncedChoiceRepository extends GenericRepository<Choice, Long> {
    Choice save(Choice choice);

    @Query("UPDATE choice SET position = :position, label = :label, withdrawn = :withdrawn WHERE id = :id")
    void change(Choice choice);

    /** Gives it as many places; 0 where more are taken. */
    @Query("UPDATE choice SET places = :places WHERE id = :id AND (:places IS NULL OR places_taken <= :places)")
    long allot(long id, @Nullable Integer places);

    @Query("SELECT EXISTS (SELECT 1 FROM answer WHERE choice_id = :id)")
    boolean isChosen(long id);

    @Query("UPDATE choice SET withdrawn = TRUE WHERE id = :id")
    void withdraw(long id);

    @Query("DELETE FROM choice WHERE id = :id")
    void remove(long id);
}
