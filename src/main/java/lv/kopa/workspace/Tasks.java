package lv.kopa.workspace;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lv.kopa.event.Event;
import lv.kopa.mail.MailState;
import lv.kopa.mail.Outbox;
import lv.kopa.organisation.Demand;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.project.Project;
import lv.kopa.project.Projects;
import lv.kopa.registration.attendees.Pressing;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** Finds what waits for an organiser, as far as their role lets them do it. */
@Singleton
class Tasks {
    private static final Demand TO_DECIDE = new Demand(Role.ORGANISER, false, false, Needs.Of.ANY_EVENT);

    /** An offer that runs out within that is still worth a telephone call. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final Duration A_WEEK = Duration.ofDays(7);

    /** For so long after the end of an event or a project it is reminded of that nothing came of it yet. */
    private static final Period REMEMBERED = Period.ofMonths(3);

    /** So long before its end a project's report is worth a look. */
    private static final Period AHEAD = Period.ofMonths(1);

    /** Of so many events it is counted who has not answered; each costs questions to the database. */
    private static final int COUNTED = 3;

    private final Pressing pressing;
    private final Outbox outbox;
    private final Projects projects;
    private final Clock clock;

    Tasks(Pressing pressing, Outbox outbox, Projects projects, Clock clock) {
        this.pressing = pressing;
        this.outbox = outbox;
        this.projects = projects;
        this.clock = clock;
    }

    /**
     * All of it, the most pressing first.
     *
     * @param all events of the organiser, the next one first
     */
    List<Task> of(Shell shell, Organiser organiser, List<OwnEvent> all) {
        Organiser deciding = organiser.meeting(TO_DECIDE);
        List<EventTasks> theirs =
                all.stream().map(event -> new EventTasks(shell, event)).toList();
        List<EventTasks> own = theirs.stream()
                .filter(tasks -> deciding.isAt(tasks.organisation(), tasks.id()))
                .toList();
        return Stream.of(
                        own.stream().flatMap(EventTasks::approvals),
                        offers(own),
                        failedMail(shell, deciding),
                        own.stream().flatMap(EventTasks::returnedMail),
                        answers(own),
                        theirs.stream().flatMap(EventTasks::beginning),
                        own.stream().flatMap(EventTasks::filling),
                        own.stream().flatMap(EventTasks::empty),
                        own.stream().flatMap(tasks -> tasks.report(REMEMBERED)),
                        projects(shell, deciding),
                        own.stream().flatMap(EventTasks::draft))
                .flatMap(tasks -> tasks)
                .toList();
    }

    private Stream<Task> offers(List<EventTasks> own) {
        Map<Long, Long> offers = pressing.offers(
                own.stream()
                        .filter(tasks -> tasks.event().figures().offered() > 0)
                        .map(EventTasks::id)
                        .toList(),
                clock.instant().plus(A_DAY));
        return own.stream().flatMap(tasks -> tasks.offers(offers.getOrDefault(tasks.id(), 0L)));
    }

    private Stream<Task> failedMail(Shell shell, Organiser deciding) {
        long failed = outbox.counts(Set.copyOf(deciding.organisations())).getOrDefault(MailState.FAILED, 0L);
        return Task.counted(
                failed,
                shell.text("workspace.task.failed", failed),
                shell.text("workspace.task.failed.about"),
                "/organiser/outbox?state=FAILED");
    }

    private Stream<Task> answers(List<EventTasks> own) {
        Instant now = clock.instant();
        return own.stream()
                .filter(tasks -> tasks.event().isOpen()
                        && tasks.event().view().details().questionnaire().needsAnswers()
                        && isNear(end(tasks.event().view().event()), now))
                .limit(COUNTED)
                .flatMap(tasks ->
                        tasks.answers(pressing.unanswered(tasks.event().view().details())));
    }

    private static @Nullable Instant end(Event event) {
        return event.answersUntil() == null ? event.changesEnd() : event.answersUntil();
    }

    private static boolean isNear(@Nullable Instant end, Instant now) {
        return end != null && end.isAfter(now) && end.isBefore(now.plus(A_WEEK));
    }

    private Stream<Task> projects(Shell shell, Organiser deciding) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return projects.of(deciding.organisations()).stream()
                .flatMap(project -> Optional.ofNullable(project.endsOn())
                        .filter(end -> !today.isBefore(end.minus(AHEAD)) && today.isBefore(end.plus(REMEMBERED)))
                        .map(end -> report(shell, project, end))
                        .stream());
    }

    private static Task report(Shell shell, Project project, LocalDate end) {
        return new Task(
                Integer.toString(end.getDayOfMonth()),
                shell.dates().monthName(end),
                shell.text("workspace.task.project"),
                shell.text(project.title()),
                "/organiser/projects/" + project.slug() + "/report");
    }
}
