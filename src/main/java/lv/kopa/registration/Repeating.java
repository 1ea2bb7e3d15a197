package lv.kopa.registration;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Approval;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.Enrolment.AlreadyRegistered;
import lv.kopa.registration.hold.AddressHold;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.registration.wish.Wish;
import org.jspecify.annotations.Nullable;

/**
 * Meets a person who is registered already: the address is sent a fresh link to what there is, and whoever asked sees
 * only what anybody would see.
 */
@Singleton
class Repeating {
    private static final Duration MEMORY = Duration.ofHours(24);

    private final RegistrationRepository repository;
    private final WaitingList waitingList;
    private final Correspondence correspondence;
    private final Proving proving;
    private final Chronicle chronicle;

    Repeating(
            RegistrationRepository repository,
            WaitingList waitingList,
            Correspondence correspondence,
            Proving proving,
            Chronicle chronicle) {
        this.repository = repository;
        this.waitingList = waitingList;
        this.correspondence = correspondence;
        this.proving = proving;
        this.chronicle = chronicle;
    }

    /**
     * Answers as for somebody new; but whom an address was shown to belong to may know what is true.
     *
     * @param event as it is now, since its places decide what that would be
     * @param reads whether it is shown that they read what comes to the address
     * @throws AlreadyRegistered if what there was has changed meanwhile; nothing is done then
     */
    @UnitOfWork
    Outcome repeat(EventDetails event, Applicant applicant, boolean reads) {
        Registration existing =
                repository.findLive(event.event().id(), applicant.email().key()).orElseThrow(AlreadyRegistered::new);
        if (isSame(applicant.submission(), existing)) {
            return Outcome.Repeated.same(existing, repository.position(existing));
        }
        Optional<AddressHold> held = proving.open(existing);
        if (held.isPresent() && applicant.isKnownByAddress()) {
            return proving.replace(existing, held.get(), applicant);
        }
        remind(event, existing, held);
        return held.isEmpty() && reads
                ? Outcome.Repeated.known(existing, repository.position(existing))
                : pretend(event, applicant, existing);
    }

    private void remind(EventDetails event, Registration existing, Optional<AddressHold> held) {
        Instant hour = chronicle.now().truncatedTo(ChronoUnit.HOURS);
        List<Long> sessions = repository.sessions(existing.id());
        if (held.isEmpty()) {
            correspondence.registeredAlready(event, existing, sessions, hour);
        } else {
            correspondence.confirmAddressHourly(event, existing, sessions, held.get(), hour);
        }
    }

    /** The outcome of a submission that was registered before and is sent again, whatever has become of the event. */
    @UnitOfWork
    Optional<Outcome> again(EventDetails event, Wish wish, @Nullable String submission) {
        if (submission == null) {
            return Optional.empty();
        }
        return EmailAddress.parse(wish.email())
                .flatMap(address -> repository.findLive(event.event().id(), address.key()))
                .filter(existing -> isSame(submission, existing))
                .map(existing -> Outcome.Repeated.same(existing, repository.position(existing)));
    }

    /** For a day; later its name proves nothing, since by then others may have used the same. */
    private boolean isSame(@Nullable String submission, Registration existing) {
        return submission != null
                && submission.equals(existing.submission())
                && existing.registeredAt().plus(MEMORY).isAfter(chronicle.now());
    }

    private Outcome.Repeated pretend(EventDetails event, Applicant applicant, Registration existing) {
        if (event.event().approval() == Approval.MANUAL && !applicant.isApproved()) {
            return new Outcome.Repeated(
                    existing, false, false, false, RegistrationStatus.AWAITING_APPROVAL, Optional.empty());
        }
        if (applicant.wishes().stream().anyMatch(wish -> !event.isFullFor(wish.claim()))) {
            return new Outcome.Repeated(existing, false, false, false, RegistrationStatus.CONFIRMED, Optional.empty());
        }
        int last = waitingList.length(event.event().id(), applicant.categoryId());
        return new Outcome.Repeated(
                existing,
                false,
                false,
                !event.event().waitingList(),
                RegistrationStatus.WAITING,
                Optional.of(last + 1));
    }
}
