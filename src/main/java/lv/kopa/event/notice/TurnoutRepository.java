package lv.kopa.event.notice;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.Event;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TurnoutRepository extends GenericRepository<Event, Long> {
    @Query("""
            SELECT COUNT(DISTINCT a.registration_id) FROM attendance a JOIN session s ON s.id = a.session_id
            WHERE s.event_id = :event AND a.standing = 1""")
    int of(long event);

    /**
     * How many minutes they were there, all together. Who came late or left early is known by the clocks of the place, and
     * no part is held while these are changed.
     */
    @Query("""
            SELECT CAST(COALESCE(SUM(GREATEST(0, TIMESTAMPDIFF(MINUTE,
              GREATEST(s.starts_on, COALESCE(a.came_on, s.starts_on)),
              LEAST(s.ends_on, COALESCE(a.left_on, s.ends_on))))), 0) AS SIGNED)
            FROM attendance a JOIN session s ON s.id = a.session_id WHERE s.event_id = :event AND a.standing = 1""")
    long minutes(long event);

    /** What people gave on average, where everybody may know and so many gave it that nobody can be guessed. */
    @Query("""
            SELECT q.id, q.label, AVG(a.given) AS average, COUNT(*) AS number
            FROM feedback f
              JOIN feedback_question q ON q.id = (SELECT x.id FROM feedback_question x
                WHERE x.event_id = f.event_id AND x.kind = 'RATING' ORDER BY x.position, x.id LIMIT 1)
              JOIN feedback_answer a ON a.question_id = q.id
            WHERE f.event_id = :event AND f.rating_shown GROUP BY q.id, q.label HAVING COUNT(*) >= 5""")
    Optional<Rating> rating(long event);

    @Query("SELECT id, name, shows FROM outcome_picture WHERE event_id = :event ORDER BY id")
    List<OutcomePicture> pictures(long event);
}
