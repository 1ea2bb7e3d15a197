package lv.kopa.registration;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
     * Answers as for somebody new.
     *
     * @param event as it is now, since its places decide what that would be
     */
    @UnitOfWork
    Outcome.Repeated repeat(EventDetails event, Applicant applicant) {
        Registration existing =
                repository.findLive(event.event().id(), applicant.email().key()).orElseThrow(AlreadyRegistered::new);
        if (isSame(applicant.submission(), existing)) {
            return Outcome.Repeated.same(existing, repository.position(existing));
        }
        remind(event, applicant, existing);
        return pretend(event, applicant, existing);
    }

    /** Who comes by an invitation that was mailed to the very address has confirmed it with that. */
    private void remind(EventDetails event, Applicant applicant, Registration existing) {
        Instant hour = chronicle.now().truncatedTo(ChronoUnit.HOURS);
        Optional<AddressHold> held = proving.open(existing);
        if (held.isEmpty()) {
            correspondence.registeredAlready(event, existing, repository.sessions(existing.id()), hour);
        } else if (!applicant.isKnownByAddress()) {
            correspondence.confirmAddressHourly(event, existing, held.get(), hour);
        } else {
            proving.prove(existing, held.get());
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
            return new Outcome.Repeated(existing, false, false, RegistrationStatus.AWAITING_APPROVAL, Optional.empty());
        }
        if (applicant.wishes().stream().anyMatch(wish -> !event.isFullFor(wish.claim()))) {
            return new Outcome.Repeated(existing, false, false, RegistrationStatus.CONFIRMED, Optional.empty());
        }
        int last = waitingList.length(event.event().id(), applicant.categoryId());
        return new Outcome.Repeated(
                existing, false, !event.event().waitingList(), RegistrationStatus.WAITING, Optional.of(last + 1));
    }
}
