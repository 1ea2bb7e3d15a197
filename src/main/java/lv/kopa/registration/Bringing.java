package lv.kopa.registration;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lv.kopa.event.Approval;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Places;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.Enrolment.AlreadyRegistered;
import lv.kopa.registration.wish.Applicant;
import org.jspecify.annotations.Nullable;

/**
 * Registers people whom somebody else brings, all in the caller's transaction. The first place that is asked for takes
 * the event's row, found free or not, so that nobody else registers for the event until it ends.
 */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
public class Bringing {
    /** Who did it, in the record of deeds. */
    public static final String CONTACT = "contact";

    /** The same of who heads a delegation. */
    public static final String HEAD = "head";

    private final RegistrationRepository repository;
    private final Places places;
    private final Correspondence correspondence;
    private final Enrolment enrolment;
    private final Waiting waiting;

    Bringing(
            RegistrationRepository repository,
            Places places,
            Correspondence correspondence,
            Enrolment enrolment,
            Waiting waiting) {
        this.repository = repository;
        this.places = places;
        this.correspondence = correspondence;
        this.enrolment = enrolment;
        this.waiting = waiting;
    }

    /** Those who wait for a place, and what time it is. */
    @Singleton
    record Waiting(WaitingList list, Chronicle chronicle) {}

    /**
     * Who brings people, perhaps themselves among them.
     *
     * @param name as those who are brought are told
     * @param address null where it is an organisation
     */
    public record Host(String name, @Nullable EmailAddress address) {

        /** Whether a registration is their own. */
        public boolean is(Registration registration) {
            return address != null
                    && registration.hasOwnAddress()
                    && registration.emailKey().equals(address.key());
        }
    }

    /**
     * Somebody who is brought.
     *
     * @param ownAddress whether the address is theirs, and not that of whoever brings them
     */
    public record Guest(Applicant applicant, boolean ownAddress) {}

    /** There are places for some only. The transaction must be undone. */
    public static final class NotForAll extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<Boolean> seated;

        NotForAll(List<Boolean> seated) {
            super("not all", null, false, false);
            this.seated = seated;
        }

        /** Whether there was a place, for each of those who were brought. */
        public List<Boolean> seated() {
            return seated;
        }
    }

    /**
     * Registers people for an event as their contact saw it. Who is registered already is written to and counts, for
     * whoever looks on, as somebody new: a place has to be there for them too, and is given back at once.
     *
     * @param host who brings them
     * @param restMayWait whether those for whom there is no place are to wait for one
     * @return what came of each, in their order
     * @throws NotForAll if there are places for some only, and the rest may not or cannot wait
     * @throws lv.kopa.event.EventStale if an organiser has changed the event meanwhile
     */
    public List<Outcome> bring(EventDetails event, List<Guest> guests, Host host, boolean restMayWait) {
        boolean decided = event.event().approval() == Approval.MANUAL;
        List<Boolean> seated = decided ? unseated(event, guests) : seat(event, guests);
        if (!decided && seated.contains(false) && !(restMayWait && event.event().waitingList())) {
            throw new NotForAll(seated);
        }
        List<Outcome> outcomes = new ArrayList<>();
        boolean freed = false;
        for (int i = 0; i < guests.size(); i++) {
            Guest guest = guests.get(i);
            Optional<Registration> known = known(event, guest);
            if (known.isPresent()) {
                outcomes.add(pretend(event, known.get(), decided, seated.get(i)));
                freed |= giveBack(event, guest, seated.get(i));
            } else {
                outcomes.add(enter(newcomer(event, guest, decided, seated.get(i)), host));
            }
        }
        if (freed) {
            waiting.list().promote(event);
        }
        return outcomes;
    }

    /**
     * Registers people for an organiser, whose word is approval enough: all of them, or nobody.
     *
     * @param restMayWait whether those for whom there is no place are to wait for one
     * @param host who registered them, as the mail to them says; null where nobody is written to
     * @return how many of them wait for a place
     * @throws NotForAll as {@link #bring}
     * @throws RegistrationSettled if an address is registered already
     */
    public int enter(
            EventDetails event, List<Applicant> people, boolean restMayWait, String actor, @Nullable Host host) {
        List<Guest> guests =
                people.stream().map(person -> new Guest(person, true)).toList();
        List<Boolean> seated = seat(event, guests);
        if (seated.contains(false) && !(restMayWait && event.event().waitingList())) {
            throw new NotForAll(seated);
        }
        List<Newcomer> newcomers = IntStream.range(0, guests.size())
                .mapToObj(i ->
                        newcomer(event, guests.get(i), false, seated.get(i)).known())
                .toList();
        try {
            List<Newcomer> entered = enrolment.enter(newcomers, actor);
            if (host != null) {
                entered.forEach(newcomer ->
                        correspondence.entered(newcomer, repository.position(newcomer.registration()), host));
            }
        } catch (AlreadyRegistered known) {
            throw new RegistrationSettled("registration.settled.already");
        }
        return (int) seated.stream().filter(seat -> !seat).count();
    }

    private List<Boolean> unseated(EventDetails event, List<Guest> guests) {
        places.lockAsSeen(event.event());
        return guests.stream().map(guest -> false).toList();
    }

    private List<Boolean> seat(EventDetails event, List<Guest> guests) {
        List<Boolean> seated = new ArrayList<>();
        for (Guest guest : guests) {
            Places.Taken taken = seated.isEmpty()
                    ? places.takeAsSeen(event.event(), guest.applicant().claim())
                    : places.take(event.event().id(), guest.applicant().claim());
            seated.add(taken.isTaken());
        }
        return seated;
    }

    /**
     * Registers somebody for whom the head of a delegation has a place. Nobody is written to.
     *
     * @throws AlreadyRegistered if the address is registered already; nothing is done then
     */
    public Outcome.Registered seat(EventDetails event, Guest guest) {
        Newcomer newcomer = newcomer(event, guest, false, true).known();
        return enrolment.enter(List.of(newcomer), HEAD).get(0).outcome(Optional.empty());
    }

    /** The registration that somebody's own address has already. */
    public Optional<Registration> known(EventDetails event, Guest guest) {
        return guest.ownAddress()
                ? repository.findLive(
                        event.event().id(), guest.applicant().email().key())
                : Optional.empty();
    }

    private Outcome pretend(EventDetails event, Registration existing, boolean decided, boolean seated) {
        Instant hour = waiting.chronicle().now().truncatedTo(ChronoUnit.HOURS);
        correspondence.registeredAlready(event, existing, repository.sessions(existing.id()), hour);
        return new Outcome.Repeated(existing, false, false, false, status(decided, seated), Optional.empty());
    }

    private boolean giveBack(EventDetails event, Guest guest, boolean seated) {
        if (seated) {
            places.free(event.event().id(), guest.applicant().claim());
        }
        return seated;
    }

    private Newcomer newcomer(EventDetails event, Guest guest, boolean decided, boolean seated) {
        RegistrationStatus status = status(decided, seated);
        Integer queue = status == RegistrationStatus.WAITING
                ? places.nextInQueue(event.event().id())
                : null;
        Newcomer newcomer = Newcomer.of(
                        event,
                        guest.applicant(),
                        status,
                        queue,
                        waiting.chronicle().now())
                .agreedByAnother();
        return guest.ownAddress() ? newcomer : newcomer.withoutOwnAddress();
    }

    private static RegistrationStatus status(boolean decided, boolean seated) {
        if (decided) {
            return RegistrationStatus.AWAITING_APPROVAL;
        }
        return seated ? RegistrationStatus.CONFIRMED : RegistrationStatus.WAITING;
    }

    private Outcome enter(Newcomer newcomer, Host host) {
        Newcomer entered = enrolment.enter(List.of(newcomer), CONTACT).get(0);
        Outcome.Registered outcome = entered.outcome(repository.position(entered.registration()));
        correspondence.brought(entered, outcome.position(), host);
        return outcome;
    }
}
