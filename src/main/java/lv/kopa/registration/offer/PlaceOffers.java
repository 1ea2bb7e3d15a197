package lv.kopa.registration.offer;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.registration.offer.PlaceOffer.Ending;
import org.jspecify.annotations.Nullable;

/** Places that are offered to those who wait. Whoever offers one, or ends an offer, looks after the place itself. */
@Singleton
public class PlaceOffers {
    private final PlaceOfferRepository repository;

    PlaceOffers(PlaceOfferRepository repository) {
        this.repository = repository;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void offer(long registration, @Nullable Long category, Instant now, Instant answerBy) {
        repository.offer(registration, category, now, answerBy);
    }

    /** Whether it was this call that ended it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(PlaceOffer offer, Ending ending, Instant now) {
        return repository.end(offer.id(), ending, now) == 1;
    }

    /** Whether it was this call that let it run out. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean runOut(PlaceOffer offer, Instant now) {
        return repository.runOut(offer.id(), now) == 1;
    }

    /** The last that a registration was made, ended or not. */
    public Optional<PlaceOffer> latest(long registration) {
        return repository.latest(registration);
    }

    /** That of a registration that has not ended. */
    public Optional<PlaceOffer> open(long registration) {
        return repository.open(List.of(registration)).stream().findFirst();
    }

    /** Those of some registrations that have not ended, by the id of the registration. */
    public Map<Long, PlaceOffer> open(Collection<Long> registrations) {
        return registrations.isEmpty()
                ? Map.of()
                : repository.open(registrations).stream()
                        .collect(Collectors.toMap(PlaceOffer::registrationId, Function.identity()));
    }

    /** Those of an event that have not ended, the newest first. */
    public List<PlaceOffer> openIn(long event) {
        return repository.openIn(event);
    }

    /** All that a registration was ever made, in their order. */
    public List<PlaceOffer> of(long registration) {
        return repository.of(registration);
    }

    /** The ids of registrations whose offer's time is over, the oldest first; not all, where there are very many. */
    public List<Long> overdue(Instant now) {
        return repository.overdue(now);
    }
}
