package lv.kopa.event.announcement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.announcement.Announcement.AnnouncedSession;
import lv.kopa.event.announcement.EventPlan.RegistrationPlan;
import lv.kopa.text.Faults;
import org.jspecify.annotations.Nullable;

/** Makes sense of when people can register, change and answer, beside when the event takes place. */
final class TermsReader {
    private final Faults faults;
    private final PlanValues values;
    private final RegistrationPlan typed;
    private final ZoneId zone;
    private final List<AnnouncedSession> sessions;
    private final @Nullable Instant opens;
    private final @Nullable Instant closes;

    /** @param sessions all that are planned; none where one of them makes no sense yet, for nothing can be told then */
    TermsReader(Faults faults, RegistrationPlan typed, ZoneId zone, List<AnnouncedSession> sessions) {
        this.faults = faults;
        this.values = new PlanValues(faults);
        this.typed = typed;
        this.zone = zone;
        this.sessions = sessions;
        this.opens = values.instant("registration.opens", typed.opens(), zone);
        this.closes = values.instant("registration.closes", typed.closes(), zone);
    }

    /** Whoever can still come has to be able to register; without a deadline people can until the event begins. */
    @Nullable
    Instant opens() {
        if (opens != null && end().filter(end -> !opens.isBefore(end)).isPresent()) {
            faults.add("registration.opens", "event.fault.opens-after-end");
        } else if (opens != null
                && closes == null
                && start().filter(start -> !opens.isBefore(start)).isPresent()) {
            faults.add("registration.opens", "event.fault.opens-after-start");
        }
        return opens;
    }

    /** People may walk in until the last session is over, and no longer. */
    @Nullable
    Instant closes() {
        if (isAfterEnd(closes)) {
            faults.add("registration.closes", "event.fault.closes-after-end");
        } else if (closes != null && opens != null && !closes.isAfter(opens)) {
            faults.add("registration.closes", "event.fault.closes-before-opens");
        }
        return closes;
    }

    @Nullable
    Instant changesUntil() {
        return values.instant("registration.changesUntil", typed.changesUntil(), zone);
    }

    @Nullable
    Instant answersUntil() {
        Instant until = values.instant("registration.answersUntil", typed.answersUntil(), zone);
        if (isAfterEnd(until)) {
            faults.add("registration.answersUntil", "event.fault.answers-after-end");
        }
        return until;
    }

    @Nullable
    LocalDate decisionsBy() {
        LocalDate by = values.date("registration.decisionsBy", typed.decisionsBy());
        if (by != null
                && sessions.stream()
                        .anyMatch(session -> by.isAfter(session.start().toLocalDate()))) {
            faults.add("registration.decisionsBy", "event.fault.decisions-late");
        }
        return by;
    }

    private boolean isAfterEnd(@Nullable Instant instant) {
        return instant != null && end().filter(instant::isAfter).isPresent();
    }

    private Optional<Instant> start() {
        return sessions.stream().map(AnnouncedSession::startsAt).min(Comparator.naturalOrder());
    }

    private Optional<Instant> end() {
        return sessions.stream().map(AnnouncedSession::endsAt).max(Comparator.naturalOrder());
    }
}
