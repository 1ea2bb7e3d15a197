package lv.kopa.registration.waiting;

import jakarta.inject.Singleton;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.Wording;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Letters;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationSettled;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.UnknownRegistration;
import lv.kopa.registration.offer.PlaceOffer;
import lv.kopa.registration.offer.PlaceOffer.Ending;
import lv.kopa.registration.offer.PlaceOffers;
import lv.kopa.text.Dates;
import lv.kopa.web.Links;

/**
 * Offers of a place that people accept or refuse, or do not answer. However many try to end one in the same moment, an
 * offer ends once: by the conditional update, and all that follows from it is in the same transaction.
 */
@Singleton
@UnitOfWork
public class Offering {
    private final WaitingRepository repository;
    private final PlaceOffers offers;
    private final Turning turning;
    private final Telling telling;
    private final Passage passage;

    Offering(WaitingRepository repository, PlaceOffers offers, Turning turning, Telling telling, Passage passage) {
        this.repository = repository;
        this.offers = offers;
        this.turning = turning;
        this.telling = telling;
        this.passage = passage;
    }

    /** Where people go on from an offer. */
    @Singleton
    record Passage(Registrations registrations, PersonalLinks pages, Links links) {}

    /**
     * Makes the place that is offered the person's. Whoever says so after the time but before the place went on to the
     * next has it. Nothing happens where they have it already.
     *
     * @throws RegistrationSettled if it is not offered any more
     */
    public Registration accept(Registration known) {
        Registration registration = turning.lock(known);
        if (registration.isConfirmed()) {
            return registration;
        }
        PlaceOffer offer = offers.latest(registration.id()).orElseThrow(Offering::gone);
        if (!offers.end(offer, Ending.ACCEPTED, telling.now())) {
            throw gone();
        }
        Registration accepted = turning.seat(registration, offer.categoryId());
        telling.note(accepted, "offer-accepted", Deed.PARTICIPANT, null);
        EventDetails event = turning.event(accepted.eventId());
        telling.counts(event, accepted);
        turning.promote(event);
        return accepted;
    }

    /**
     * Gives the place that is offered to whoever is next, and leaves the line, for some minutes with a way back to it.
     * Nothing happens where that was done before.
     *
     * @throws RegistrationSettled if it is not offered any more, or was accepted
     */
    public Registration refuse(Registration known) {
        Registration registration = turning.lock(known);
        if (!registration.status().isLive()) {
            return registration;
        }
        if (registration.isConfirmed() || offers.open(registration.id()).isEmpty()) {
            throw gone();
        }
        return passage.registrations().withdraw(registration);
    }

    private static RegistrationSettled gone() {
        return new RegistrationSettled("registration.offer.gone");
    }

    /** Ends an offer whose time is over, unless it is not or its person has answered: then whoever is next is asked. */
    void runOut(long id) {
        Registration registration = turning.lock(repository.findById(id).orElseThrow(UnknownRegistration::new));
        PlaceOffer offer = offers.latest(id).orElseThrow(UnknownRegistration::new);
        if (!offers.runOut(offer, telling.now())) {
            return;
        }
        turning.free(registration, offer);
        Registration ended = turning.end(registration);
        EventDetails event = turning.event(ended.eventId());
        telling.note(ended, "offer-ran-out", Deed.SYSTEM, null);
        telling.write(event, ended, "offer-ran-out", ranOut(event, ended, offer));
        turning.promote(event);
    }

    private Wording ranOut(EventDetails event, Registration ended, PlaceOffer offer) {
        return new Letters.Draft(event, ended, "mail.offer-ran-out")
                .say(Dates.in(ended.reader())
                        .deadline(offer.answerBy(), event.event().zone()))
                .eventFact(passage.registrations().chosenSessions(ended))
                .ownPage(passage.pages().renew(ended))
                .letter(passage.links().to("/events/" + event.event().slug()), "mail.event-page");
    }
}
