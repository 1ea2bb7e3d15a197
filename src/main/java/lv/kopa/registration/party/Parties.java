package lv.kopa.registration.party;

import io.micronaut.data.exceptions.DataAccessException;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.database.Duplicate;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventStale;
import lv.kopa.event.Events;
import lv.kopa.event.Minors;
import lv.kopa.registration.Bringing.Guest;
import lv.kopa.registration.Bringing.NotForAll;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationClosed;
import lv.kopa.registration.party.PartyRepository.ContactOf;
import lv.kopa.registration.wish.Admission;
import lv.kopa.text.Language;
import lv.kopa.text.Sentence;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** People whom one contact registers, sees and answers for. */
@Singleton
public class Parties {
    /** How often it begins again when an organiser has changed the event meanwhile. */
    private static final int ATTEMPTS = 3;

    private final PartyRepository repository;
    private final Gatherings gatherings;
    private final Events events;
    private final Clock clock;

    Parties(PartyRepository repository, Gatherings gatherings, Events events, Clock clock) {
        this.repository = repository;
        this.gatherings = gatherings;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What a contact asks for.
     *
     * @param submission names the form it came with, so that the same one sent twice counts once
     * @param restMayWait whether those for whom there is no place are to wait for one
     * @param invitation the secret that the contact came with
     */
    record Request(
            EventDetails event,
            List<Guest> guests,
            String submission,
            boolean restMayWait,
            Optional<String> invitation) {
        Request in(EventDetails now) {
            return new Request(now, guests, submission, restMayWait, invitation);
        }
    }

    /**
     * Registers all of them, or none.
     *
     * @return the secret of the contact's page
     * @throws lv.kopa.registration.Bringing.NotForAll if there are places for some only, and nobody said what then
     */
    Token register(Contact contact, Request request) {
        return once(request, asked -> {
            closed(asked.event(), asked.invitation().orElse(null), contact.language())
                    .ifPresent(why -> {
                        throw new RegistrationClosed(why);
                    });
            return gatherings.register(contact, asked);
        });
    }

    /** Registers further people; as {@link #register}. */
    Token add(Party party, Token link, Request request) {
        return once(request, asked -> {
            closedToMore(asked.event(), party.reader()).ifPresent(why -> {
                throw new RegistrationClosed(why);
            });
            return gatherings.add(party, link, asked);
        });
    }

    /** Why nobody can register people for the event now, or nothing. */
    Optional<Sentence> closed(EventDetails event, @Nullable String invitation, Language reader) {
        return Admission.refusal(event.event(), new Admission.Knock(clock.instant(), invitation), reader)
                .map(Admission.Closed::sentence)
                .or(() -> alone(event));
    }

    /** Nobody can confirm the address of somebody else, or say who is under 18 and who answers for them. */
    private static Optional<Sentence> alone(EventDetails event) {
        if (event.event().minors() != Minors.NOT_ASKED) {
            return Optional.of(Sentence.of("registration.party.ages"));
        }
        return event.event().confirmAddress() ? Optional.of(Sentence.of("registration.party.alone")) : Optional.empty();
    }

    /** The same for a contact who was let in before. */
    Optional<Sentence> closedToMore(EventDetails event, Language reader) {
        return Admission.refusal(event.event(), new Admission.Knock(clock.instant(), null), reader)
                .filter(closed -> closed.rule() != Admission.IS_INVITED)
                .map(Admission.Closed::sentence)
                .or(() -> alone(event));
    }

    /** A new link to what came of a form that was sent before, whatever has become of the event since. */
    Optional<Token> again(long event, String submission) {
        return gatherings.again(event, submission);
    }

    private Optional<Token> again(Request request) {
        return again(request.event().event().id(), request.submission());
    }

    private Token once(Request request, Function<Request, Token> deed) {
        Request asked = request;
        for (int attempt = 1; ; attempt++) {
            Optional<Token> before = again(request);
            if (before.isPresent()) {
                return before.get();
            }
            try {
                return deed.apply(asked);
            } catch (NotForAll some) {
                return again(request).orElseThrow(() -> some);
            } catch (EventStale meanwhile) {
                if (attempt == ATTEMPTS) {
                    throw meanwhile;
                }
                asked = asked.in(events.get(request.event().event().id()));
            } catch (DataAccessException refused) {
                if (!Duplicate.isBehind(refused, "party_submission_hash") || attempt == ATTEMPTS) {
                    throw refused;
                }
            }
        }
    }

    /**
     * The party of a secret link.
     *
     * @throws UnknownParty where there is none
     */
    Party byLink(Token link) {
        return repository.findByLink(link.hash()).orElseThrow(UnknownParty::new);
    }

    /** With whom a registration came, if with anybody. */
    public Optional<Party> of(Registration registration) {
        return repository.of(registration.id());
    }

    /** The names of those who registered others, by the id of the registration. */
    public Map<Long, String> contacts(Collection<Long> registrations) {
        return registrations.isEmpty()
                ? Map.of()
                : repository.contacts(registrations).stream()
                        .collect(Collectors.toMap(ContactOf::registrationId, ContactOf::name));
    }

    /** Everybody in a party, in the order they were registered. */
    List<Companion> people(Party party) {
        return gatherings.people(party);
    }

    /**
     * Somebody in a party.
     *
     * @throws UnknownParty where there is nobody of this number
     */
    Companion companion(Party party, long id) {
        return people(party).stream()
                .filter(companion -> companion.id() == id)
                .findFirst()
                .orElseThrow(UnknownParty::new);
    }
}
