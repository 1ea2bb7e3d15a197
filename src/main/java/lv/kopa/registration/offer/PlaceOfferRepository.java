package lv.kopa.registration.offer;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lv.kopa.registration.offer.PlaceOffer.Ending;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface PlaceOfferRepository extends GenericRepository<PlaceOffer, Long> {
    @Query("""
            INSERT INTO place_offer (registration_id, category_id, offered_at, answer_by)
            VALUES (:registration, :category, :now, :answerBy)""")
    void offer(long registration, @Nullable Long category, Instant now, Instant answerBy);

    @Query("SELECT * FROM place_offer WHERE registration_id = :registration ORDER BY id DESC LIMIT 1")
    Optional<PlaceOffer> latest(long registration);

    @Query("SELECT * FROM place_offer WHERE registration_id = :registration ORDER BY id")
    List<PlaceOffer> of(long registration);

    @Query("SELECT * FROM place_offer WHERE open_for IN (:registrations)")
    List<PlaceOffer> open(Collection<Long> registrations);

    @Query("""
            SELECT o.* FROM place_offer o JOIN registration r ON r.id = o.open_for
            WHERE r.event_id = :event ORDER BY o.id DESC""")
    List<PlaceOffer> openIn(long event);

    /** 0 where it has ended before, in whatever way. */
    @Query("UPDATE place_offer SET ending = :ending, ended_at = :now WHERE id = :id AND ending IS NULL")
    long end(long id, Ending ending, Instant now);

    /** 0 where it has ended before, or its time is not over. */
    @Query("""
            UPDATE place_offer SET ending = 'RAN_OUT', ended_at = :now
            WHERE id = :id AND ending IS NULL AND answer_by <= :now""")
    long runOut(long id, Instant now);

    @Query("""
            SELECT registration_id FROM place_offer
            WHERE ending IS NULL AND answer_by <= :now ORDER BY answer_by LIMIT 200""")
    List<Long> overdue(Instant now);
}
