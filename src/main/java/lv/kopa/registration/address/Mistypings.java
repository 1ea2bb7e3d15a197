package lv.kopa.registration.address;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Outbox;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.Outcome;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.entry.CalendarPost;
import lv.kopa.registration.hold.AddressHold;
import lv.kopa.registration.hold.AddressHolds;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.registration.wish.Purpose;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that somebody mistyped when they registered, and mends at once where they did. Nobody has shown that such an
 * address is theirs, so it cannot take that back, and nothing more is written to it.
 */
@Singleton
@UnitOfWork
public class Mistypings {
    /** Since somebody registered; so a place is not held for good by one address after another. */
    private static final Duration AT_MOST = Duration.ofHours(1);

    private final AddressRepository repository;
    private final Registrations registrations;
    private final Turning turning;
    private final Telling telling;
    private final Surroundings around;

    Mistypings(
            AddressRepository repository,
            Registrations registrations,
            Turning turning,
            Telling telling,
            Surroundings around) {
        this.repository = repository;
        this.registrations = registrations;
        this.turning = turning;
        this.telling = telling;
        this.around = around;
    }

    /** What else an address has to do with. */
    @Singleton
    record Surroundings(Moving moving, Outbox outbox, CalendarPost calendar, AddressHolds holds, Retelling retelling) {}

    /**
     * What somebody has just registered.
     *
     * @param reference of the registration; of none where the address had one before, which nobody is told
     * @param email as it was typed
     */
    public record Slip(String reference, String name, String email) {
        /** As the address is compared. */
        private boolean isOf(Registration registration) {
            return EmailAddress.parse(email)
                    .filter(typed -> typed.key().equals(registration.emailKey()))
                    .isPresent();
        }
    }

    /**
     * What came of it.
     *
     * @param outcome where the registration stands, or stood
     * @param hasOwn whether the right address has a registration of its own, which is the one that stays; whoever asked is
     *     not to see that
     */
    public record Mended(Outcome outcome, boolean hasOwn) {}

    /**
     * Gives a registration the right address, and what else was typed with it where that takes up nothing; it keeps its
     * place or turn and what was chosen. All links that were sent to the wrong one end. Done twice it is done once.
     *
     * @return nothing, where there is none to be mended: it is none of theirs, has ended, or its person has seen to it
     */
    public Optional<Mended> mend(Slip slip, Applicant applicant) {
        Optional<Registration> known = repository.findByReference(slip.reference());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        Registration before = turning.lock(known.get());
        if (isDone(before, applicant)) {
            return Optional.of(new Mended(standing(before, true), false));
        }
        Optional<Registration> gaveWay =
                Optional.ofNullable(ending(applicant)).flatMap(ended -> repository.gaveWay(before.id(), ended));
        if (gaveWay.isPresent()) {
            return Optional.of(new Mended(standing(gaveWay.get(), false), false));
        }
        EventDetails event = turning.event(before.eventId());
        if (!slip.isOf(before) || !isUntouched(before, event)) {
            return Optional.empty();
        }
        return Optional.of(
                repository.isTaken(before.eventId(), applicant.email().key(), before.id())
                        ? giveWay(before, event, applicant)
                        : move(before, event, applicant));
    }

    private static boolean isDone(Registration now, Applicant applicant) {
        return now.status().isLive()
                && now.emailKey().equals(applicant.email().key())
                && applicant.submission() != null
                && applicant.submission().equals(now.submission());
    }

    /** Who was known by the address that an invitation was mailed to would not be by another one. */
    private boolean isUntouched(Registration registration, EventDetails event) {
        return registration.status().isLive()
                && !event.event().isCancelled()
                && !event.event().isOver(telling.now())
                && (!event.event().confirmAddress()
                        || around.holds().open(registration.id()).isPresent())
                && !repository.isTouched(registration.id(), telling.now().minus(AT_MOST));
    }

    private Mended move(Registration before, EventDetails event, Applicant applicant) {
        Optional<AddressHold> held = around.holds().open(before.id());
        endWhatWasSent(before);
        repository.readdress(before.id(), applicant.email(), telling.now());
        repository.retype(
                before.id(),
                applicant.name(),
                applicant.phone(),
                applicant.organisation(),
                applicant.language().tag(),
                applicant.submission(),
                held.isPresent() ? 0 : 1);
        agree(before, applicant);
        Registration after = turning.lock(before);
        telling.note(after, "address-mended", Deed.PARTICIPANT, null);
        around.retelling().answers(after, event, applicant);
        around.retelling().guardian(after, event, applicant.guardian());
        write(before, after, event, held);
        return new Mended(standing(after, true), false);
    }

    private void agree(Registration registration, Applicant applicant) {
        Arrays.stream(Purpose.values()).filter(Purpose::isChosen).forEach(purpose -> {
            if (applicant.consents().contains(purpose)) {
                repository.agree(registration.id(), purpose.name(), purpose.textVersion(), telling.now());
            } else {
                repository.disagree(registration.id(), purpose.name(), telling.now());
            }
        });
    }

    /** What is due to whoever registers, as it would be had they typed the address right. */
    private void write(Registration before, Registration after, EventDetails event, Optional<AddressHold> held) {
        if (held.isPresent()) {
            telling.askAgain(event, after, around.holds().prolong(held.get(), telling.now()));
        } else if (!after.isConfirmed() && turning.holds(after)) {
            around.moving().greet(event, before, after, "address-new");
        } else {
            telling.counts(event, after);
        }
    }

    /** The registration that the right address has stays, and the one with the wrong address frees what it held. */
    private Mended giveWay(Registration before, EventDetails event, Applicant applicant) {
        Outcome standing = standing(before, false);
        endWhatWasSent(before);
        around.holds().open(before.id()).ifPresent(hold -> {
            around.holds().renew(hold, telling.now());
            around.holds().giveWay(hold, telling.now());
        });
        turning.free(before);
        telling.note(turning.end(before), "doubled", Deed.PARTICIPANT, null);
        repository.giveWay(
                before.id(),
                Token.random().hash(),
                ending(applicant),
                before.status(),
                standing.position().isPresent() ? before.queueNumber() : null);
        turning.promote(event);
        return new Mended(standing, true);
    }

    /** Names the form and the address to which a registration gives way by it, so that the same one sent twice is known. */
    private static @Nullable String ending(Applicant applicant) {
        return applicant.submission() == null
                ? null
                : new Token(applicant.submission() + " " + applicant.email().key()).hash();
    }

    private void endWhatWasSent(Registration registration) {
        repository.noteEndOfLinks(registration.id(), telling.now());
        repository.endLinks(registration.id());
        around.outbox().stopAbout(registration.reference(), registration.email(), "");
        around.calendar().letGo(registration.reference());
    }

    /** @param same whether it is the one that stays, by which this browser goes on */
    private Outcome standing(Registration registration, boolean same) {
        return new Outcome.Repeated(
                registration, same, true, false, registration.status(), registrations.position(registration));
    }
}
