package lv.kopa.registration.offer;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import java.time.Instant;
import lv.kopa.registration.offer.PlaceOffer.Ending;
import org.jspecify.annotations.Nullable;

/** Offers that end as often as anybody likes. */
@JdbcRepository(dialect = Dialect.MYSQL)
@Replaces(PlaceOfferRepository.class)
@Requires(property = "spec.name", value = "unguarded-offers")
interface UnguardedOffers extends PlaceOfferRepository {
    @Override
    @Query("""
            INSERT INTO place_offer (registration_id, category_id, offered_at, answer_by)
            VALUES (:registration, :category, :now, :answerBy)""")
    void offer(long registration, @Nullable Long category, Instant now, Instant answerBy);

    @Override
    @Query("UPDATE place_offer SET ending = :ending, ended_at = :now WHERE id = :id")
    long end(long id, Ending ending, Instant now);

    @Override
    @Query("UPDATE place_offer SET ending = 'RAN_OUT', ended_at = :now WHERE id = :id")
    long runOut(long id, Instant now);
}
