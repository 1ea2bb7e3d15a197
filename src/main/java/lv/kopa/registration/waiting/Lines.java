package lv.kopa.registration.waiting;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.Claim;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.offer.PlaceOffers;
import org.jspecify.annotations.Nullable;

/** Tells people who wait where they stand. */
@Singleton
public class Lines {
    private final Registrations registrations;
    private final PlaceOffers offers;
    private final Others others;

    Lines(Registrations registrations, PlaceOffers offers, Others others) {
        this.registrations = registrations;
        this.offers = offers;
        this.others = others;
    }

    /** Where somebody stands; nothing for whoever does not wait, or is offered a place. */
    public Optional<Line> of(Registration registration, EventDetails event) {
        if (registration.status() != RegistrationStatus.WAITING
                || offers.open(registration.id()).isPresent()) {
            return Optional.empty();
        }
        List<Line.Turn> turns = new ArrayList<>();
        turns.add(turn(registration, event, registration.categoryId()));
        others.of(registration).forEach(category -> turns.add(turn(registration, event, category)));
        Claim claim = registrations.claim(registration);
        List<Session> full = event.chosen().stream()
                .filter(session -> session.isFull() && claim.sessions().contains(session.id()))
                .toList();
        return Optional.of(new Line(
                turns,
                offers.openIn(event.event().id()).size(),
                full,
                event.questionnaire().isFull(claim.choices())));
    }

    private Line.Turn turn(Registration registration, EventDetails event, @Nullable Long category) {
        return new Line.Turn(event.categoryOf(category), registrations.position(registration, category));
    }
}
