package lv.kopa.event.copy.making;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.event.announcement.EventPlan.QuestionPlan;
import lv.kopa.event.announcement.EventPlan.RegistrationPlan;
import lv.kopa.event.announcement.EventPlan.SessionPlan;
import lv.kopa.event.copy.EventPart;
import org.jspecify.annotations.Nullable;

/** The plan of an event that takes place once more, on other days at the same hours of the clock on the wall. */
final class MovedPlan {
    private final EventDetails event;
    private final EventPlan plan;
    private final Set<EventPart> parts;

    MovedPlan(EventDetails event, Set<EventPart> parts) {
        this.event = event;
        this.plan = EventPlan.of(event);
        this.parts = parts;
    }

    /** The plan of a copy whose programme begins that day. */
    EventPlan beginning(LocalDate day) {
        long days = event.firstDay()
                .map(first -> ChronoUnit.DAYS.between(first, day))
                .orElse(0L);
        return new EventPlan(
                plan.organisation(),
                null,
                plan.kind(),
                plan.title(),
                taken(EventPart.TEXTS, plan.description()),
                taken(EventPart.TEXTS, plan.provided()),
                plan.languages(),
                plan.timeZone(),
                taken(EventPart.PLACES, plan.places()),
                taken(EventPart.PLACES, plan.waitingList()),
                taken(EventPart.REGISTRATION, plan.approval()),
                taken(EventPart.REGISTRATION, plan.visibility()),
                taken(EventPart.REGISTRATION, registration(days)),
                taken(EventPart.ACTIVITY, plan.activity()),
                taken(EventPart.PLACES, plan.categories()),
                taken(EventPart.SESSIONS, sessions(days)),
                taken(EventPart.QUESTIONS, questions()));
    }

    private <T> @Nullable T taken(EventPart part, @Nullable T value) {
        return parts.contains(part) ? value : null;
    }

    /** Deadlines go by the programme; without one there are none. */
    private RegistrationPlan registration(long days) {
        Event now = event.event();
        boolean timed = parts.contains(EventPart.SESSIONS);
        return new RegistrationPlan(
                timed ? moved(now.opensAt(), days) : null,
                timed ? moved(now.closesAt(), days) : null,
                timed ? moved(now.changesUntil(), days) : null,
                timed ? moved(now.answersUntil(), days) : null,
                now.confirmAddress(),
                now.offerHours(),
                now.minors().name(),
                timed && now.decisionsBy() != null
                        ? now.decisionsBy().plusDays(days).toString()
                        : null);
    }

    private @Nullable String moved(@Nullable Instant instant, long days) {
        return instant == null
                ? null
                : LocalDateTime.ofInstant(instant, event.event().zone())
                        .plusDays(days)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    private List<SessionPlan> sessions(long days) {
        return Optional.ofNullable(plan.sessions()).orElse(List.of()).stream()
                .map(session -> new SessionPlan(
                        null,
                        session.title(),
                        moved(session.start(), days),
                        moved(session.end(), days),
                        session.timeZone(),
                        session.place(),
                        session.onlineUrl(),
                        session.host(),
                        session.hostContact(),
                        session.trainers(),
                        session.places()))
                .toList();
    }

    private static @Nullable String moved(@Nullable String wallClock, long days) {
        return wallClock == null
                ? null
                : LocalDateTime.parse(wallClock).plusDays(days).toString();
    }

    /** Without the kinds of place nothing can be asked of some of them only. */
    private List<QuestionPlan> questions() {
        return EventPlan.questionsOf(event.questionnaire()).stream()
                .map(question -> parts.contains(EventPart.PLACES) ? question : question.ofEverybody())
                .toList();
    }
}
