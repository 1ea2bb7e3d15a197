package lv.kopa.workspace;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.mail.MailState;
import lv.kopa.mail.Outbox;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.attendees.Attendees;
import lv.kopa.registration.attendees.Figures;
import lv.kopa.web.Shell;

/** What an organiser has to do, and has going on. */
@Singleton
class Agenda {
    private static final Period SOON = Period.ofDays(7);

    private final Events events;
    private final Attendees attendees;
    private final Outbox outbox;
    private final Clock clock;

    Agenda(Events events, Attendees attendees, Outbox outbox, Clock clock) {
        this.events = events;
        this.attendees = attendees;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** All of the organiser's events with their figures, the next one first and those that are over last. */
    List<OwnEvent> events(Shell shell, Organiser organiser) {
        List<EventDetails> found = events.of(organiser.organisations());
        Map<Long, Figures> figures = attendees.figures(
                found.stream().map(details -> details.event().id()).toList());
        Instant now = clock.instant();
        List<OwnEvent> own = new ArrayList<>();
        for (EventDetails details : found) {
            own.add(new OwnEvent(
                    new EventView(shell, details, now),
                    figures.getOrDefault(details.event().id(), Figures.none())));
        }
        Comparator<OwnEvent> byStart = Comparator.comparing(
                event -> event.view().event().startsAt(), Comparator.nullsFirst(Comparator.naturalOrder()));
        List<OwnEvent> sorted = new ArrayList<>(
                own.stream().filter(OwnEvent::isComing).sorted(byStart).toList());
        own.stream().filter(event -> !event.isComing()).forEach(sorted::add);
        return List.copyOf(sorted);
    }

    /** What waits for the organiser, the most pressing first. */
    List<Task> tasks(Shell shell, Organiser organiser, List<OwnEvent> own) {
        List<Task> tasks = new ArrayList<>();
        own.stream().filter(OwnEvent::isOpen).forEach(event -> approvals(shell, event, tasks));
        failedMail(shell, organiser, tasks);
        own.stream().filter(OwnEvent::isOpen).forEach(event -> returnedMail(shell, event, tasks));
        own.stream().filter(OwnEvent::isOpen).forEach(event -> beginning(shell, event, tasks));
        own.stream()
                .filter(event -> event.isOpen() && event.view().event().isDraft())
                .forEach(event -> tasks.add(
                        new Task("✎", shell.text("workspace.task.draft"), dated(event.view()), event.path())));
        return tasks;
    }

    /** Drafts may be copies of each other, which only their days tell apart. */
    private static String dated(EventView draft) {
        return Stream.of(draft.title(), draft.days())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static void approvals(Shell shell, OwnEvent event, List<Task> tasks) {
        long awaiting = event.figures().awaiting();
        if (awaiting > 0) {
            tasks.add(new Task(
                    Long.toString(awaiting),
                    shell.text("workspace.task.approval", awaiting),
                    event.view().title(),
                    event.path() + "/selection"));
        }
    }

    private void failedMail(Shell shell, Organiser organiser, List<Task> tasks) {
        long failed = outbox.counts(Set.copyOf(organiser.organisations())).getOrDefault(MailState.FAILED, 0L);
        if (failed > 0) {
            tasks.add(new Task(
                    Long.toString(failed),
                    shell.text("workspace.task.failed", failed),
                    shell.text("workspace.task.failed.about"),
                    "/organiser/outbox?state=FAILED"));
        }
    }

    private static void returnedMail(Shell shell, OwnEvent event, List<Task> tasks) {
        long unreached = event.figures().unreached();
        if (unreached > 0) {
            tasks.add(new Task(
                    Long.toString(unreached),
                    shell.text("workspace.task.returned", unreached),
                    event.view().title(),
                    "/organiser/outbox?event=" + event.view().event().slug() + "&state=RETURNED"));
        }
    }

    private void beginning(Shell shell, OwnEvent event, List<Task> tasks) {
        if (event.view().event().isDraft()) {
            return;
        }
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), event.view().event().zone());
        event.view()
                .firstDay()
                .filter(day -> !day.isBefore(today) && !day.isAfter(today.plus(SOON)))
                .ifPresent(day -> tasks.add(new Task(
                        Integer.toString(day.getDayOfMonth()),
                        shell.dates().monthName(day),
                        shell.text(
                                "workspace.task.soon",
                                ChronoUnit.DAYS.between(today, day),
                                shell.dates().shortDay(day)),
                        event.view().title(),
                        event.path())));
    }
}
