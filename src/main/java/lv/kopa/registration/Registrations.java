package lv.kopa.registration;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lv.kopa.event.Claim;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventStale;
import lv.kopa.registration.Enrolment.AlreadyRegistered;
import lv.kopa.registration.RegistrationRepository.Called;
import lv.kopa.registration.hold.AddressUnconfirmed;
import lv.kopa.registration.invitation.InvitationSpent;
import lv.kopa.registration.invitation.Invitations;
import lv.kopa.registration.invitation.Invitations.Entrance;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.registration.wish.Wish;
import lv.kopa.text.Language;
import lv.kopa.text.Sentence;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** Who comes: registering, finding, confirming and giving up places. */
@Singleton
public class Registrations {
    /** How often a registration begins again when the event, or the person's other registration, changed meanwhile. */
    private static final int ATTEMPTS = 3;

    /** Who did it, in the record of deeds. */
    public static final String GUARDIAN = "guardian";

    private final RegistrationRepository repository;
    private final Desk desk;
    private final Registering registering;
    private final Turning turning;
    private final Repeating repeating;
    private final Invitations invitations;

    Registrations(
            RegistrationRepository repository,
            Desk desk,
            Registering registering,
            Turning turning,
            Repeating repeating,
            Invitations invitations) {
        this.repository = repository;
        this.desk = desk;
        this.registering = registering;
        this.turning = turning;
        this.repeating = repeating;
        this.invitations = invitations;
    }

    /**
     * Registers a person: a place if there is one, else a turn in the waiting list, or an organiser's decision to wait
     * for. The mail about it is in the outbox with it.
     *
     * @param submission names the form or request this came with, so that the same one sent twice counts once
     * @throws RegistrationClosed if the event takes none now, or is full and has no waiting list
     * @throws lv.kopa.text.InvalidInput with every fault of the wish
     */
    public Outcome register(EventDetails event, Wish wish, @Nullable String submission) {
        EventDetails seen = event;
        for (int attempt = 1; ; attempt++) {
            try {
                return registerAsSeen(seen, wish, submission);
            } catch (EventStale | AlreadyRegistered | InvitationSpent meanwhile) {
                if (attempt == ATTEMPTS) {
                    throw meanwhile;
                }
                seen = turning.event(event.event().id());
            }
        }
    }

    /** What came of a submission that registered somebody before, whatever has become of the event since. */
    public Optional<Outcome> again(EventDetails event, Wish wish, @Nullable String submission) {
        return repeating.again(event, wish, submission);
    }

    private Outcome registerAsSeen(EventDetails event, Wish wish, @Nullable String submission) {
        Language reader =
                Optional.ofNullable(wish.language()).flatMap(Language::of).orElse(Language.EN);
        Entrance entrance = invitations.entrance(event, wish.invitation(), reader);
        if (entrance.closed().isPresent()) {
            Sentence why = entrance.closed().get();
            return repeating.again(event, wish, submission).orElseThrow(() -> new RegistrationClosed(why));
        }
        Applicant applicant = wish.in(event, submission).holding(entrance.pass());
        try {
            return desk.register(event, applicant);
        } catch (AlreadyRegistered known) {
            boolean reads = invitations.isMailedTo(event, wish.invitation(), applicant.email());
            return repeating.repeat(turning.event(event.event().id()), applicant, reads);
        }
    }

    /**
     * Enters somebody for an organiser, whether or not the event takes registrations now: a place if there is one, else
     * a turn in the waiting list. Nobody is written to.
     *
     * @throws RegistrationClosed if the event is full and has no waiting list
     * @throws RegistrationSettled if the person is registered already
     * @throws lv.kopa.text.InvalidInput with every fault of the wish
     */
    public Outcome.Registered add(EventDetails event, Wish wish, String actor) {
        Applicant applicant = wish.in(event, null);
        try {
            return registering.add(event, applicant, actor);
        } catch (AlreadyRegistered known) {
            throw new RegistrationSettled("registration.settled.already");
        }
    }

    /**
     * Enters somebody who came without having registered, whether or not the event takes registrations now, and asks
     * them nothing. There must be a place; who has no address gives {@link Registration#NOBODY}.
     *
     * @throws RegistrationClosed if there is none
     * @throws RegistrationSettled if the person is registered already
     * @throws lv.kopa.text.InvalidInput with every fault of the wish
     */
    public Registration admit(EventDetails event, Wish wish, String actor) {
        try {
            return registering.admit(event, wish.withoutAnswersIn(event), actor).registration();
        } catch (AlreadyRegistered known) {
            throw new RegistrationSettled("registration.settled.already");
        }
    }

    /** Why nobody can register for the event now, or nothing. */
    public Optional<Sentence> closed(EventDetails event, @Nullable String invitation, Language reader) {
        return invitations.closed(event, invitation, reader);
    }

    /**
     * The registration of a secret link.
     *
     * @throws UnknownRegistration where there is none, or none any more
     * @throws AddressUnconfirmed where it is only held: until then the link proves nothing
     */
    public Registration byLink(Token link) {
        Registration registration = repository
                .findByLink(link.hash())
                .orElseThrow(() -> UnknownRegistration.because(repository.ending(link.hash())));
        if (repository.isHeld(registration.id())) {
            throw new AddressUnconfirmed(registration.reference());
        }
        return registration;
    }

    /** Whether nothing counts before its person has shown that the address is theirs. */
    public boolean isHeld(Registration registration) {
        return repository.isHeld(registration.id());
    }

    /** What registrations are called outside, by their ids. */
    public Map<Long, String> references(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : repository.references(Set.copyOf(ids)).stream()
                        .collect(Collectors.toMap(Called::id, Called::reference));
    }

    /**
     * The registration of this name.
     *
     * @throws UnknownRegistration where there is none
     */
    public Registration byReference(String reference) {
        return repository.findByReference(Reference.typed(reference)).orElseThrow(UnknownRegistration::new);
    }

    /** Every registration for an event, those given up too, in the order they came. */
    public List<Registration> of(long event) {
        return repository.of(event);
    }

    /** The ids of the sessions a person chose. */
    public List<Long> chosenSessions(Registration registration) {
        return repository.sessions(registration.id());
    }

    /** What a registration takes up, or would, in its event. */
    public Claim claim(Registration registration) {
        return repository.claim(registration);
    }

    /** The person's turn among those who wait for the same kind of place, from 1. */
    public Optional<Integer> position(Registration registration) {
        return repository.position(registration);
    }

    /** The person's turn among those who would take some kind of place, as they would themselves, from 1. */
    public int position(Registration waiting, @Nullable Long category) {
        Integer number = waiting.queueNumber();
        return repository.before(waiting.eventId(), category, number == null ? Integer.MAX_VALUE : number) + 1;
    }

    /**
     * Gives a place, or the wish for one, up. Who waits moves up in the same transaction. What is given up already
     * stays so.
     *
     * @throws RegistrationSettled if the participant's deadline has passed
     */
    public Registration withdraw(Registration registration) {
        return turning.cancel(registration, Turning.By.PARTICIPANT, null, "participant");
    }

    /** The same by the person's calendar; it can be undone for longer, by a link in the mail about it. */
    public Registration withdrawByCalendar(Registration registration) {
        return turning.cancel(registration, Turning.By.CALENDAR, null, "participant");
    }

    /** The same by whoever registered the person. */
    public Registration withdrawByContact(Registration registration) {
        return turning.cancel(registration, Turning.By.CONTACT, null, Bringing.CONTACT);
    }

    /** The same by whoever keeps the place for others, at any time; there is no way back by the person's own page. */
    public Registration withdrawByKeeper(Registration registration) {
        return turning.cancel(registration, Turning.By.KEEPER, null, Bringing.HEAD);
    }

    /** The same by whoever answers for somebody under 18, at any time. */
    public Registration withdrawByGuardian(Registration registration) {
        return turning.cancel(registration, Turning.By.GUARDIAN, null, GUARDIAN);
    }

    /** The same by an organiser, at any time. */
    public Registration cancel(Registration registration, @Nullable String reason, String actor) {
        return turning.cancel(registration, Turning.By.ORGANISER, reason, actor);
    }

    /**
     * Says yes to a registration that awaits it: a place if there is one, else a turn in the waiting list.
     *
     * @throws RegistrationSettled if it awaits nothing
     */
    public Registration approve(Registration registration, String actor) {
        return turning.approve(registration, actor);
    }

    /**
     * Says no to a registration that awaits approval or waits for a place.
     *
     * @throws RegistrationSettled if it does neither
     */
    public Registration decline(Registration registration, @Nullable String reason, String actor) {
        return turning.decline(registration, reason, actor);
    }
}
