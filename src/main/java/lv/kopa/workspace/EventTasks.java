package lv.kopa.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.Event;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.attendees.AttendeeFilter;
import lv.kopa.registration.attendees.Figures;
import lv.kopa.web.Shell;

/** What waits for an organiser at one event; each kind of it is none or one. */
record EventTasks(Shell shell, OwnEvent event) {
    /** So soon before it begins an event is worth a look. */
    private static final Period SOON = Period.ofDays(7);

    /** So soon before registration ends it shows whether an event stays empty. */
    private static final Period LATE = Period.ofDays(14);

    /** Where so small a part of the places is left, more may be wanted. */
    private static final int NEARLY = 10;

    long id() {
        return event.view().event().id();
    }

    long organisation() {
        return event.view().details().organisation().id();
    }

    Stream<Task> approvals() {
        long awaiting = event.isOpen() ? figures().awaiting() : 0;
        return counted(awaiting, "workspace.task.approval", "/selection");
    }

    /** @param number of offers that run out soon */
    Stream<Task> offers(long number) {
        return counted(event.isOpen() ? number : 0, "workspace.task.offers", "?status=WAITING#attendees");
    }

    Stream<Task> returnedMail() {
        long unreached = event.isOpen() ? figures().unreached() : 0;
        return Task.counted(
                unreached,
                shell.text("workspace.task.returned", unreached),
                event.view().title(),
                "/organiser/outbox?event=" + event.view().event().slug() + "&state=RETURNED");
    }

    /** @param number of people who have yet to answer */
    Stream<Task> answers(long number) {
        return counted(number, "workspace.task.answers", "?answers=" + AttendeeFilter.MISSING + "#attendees");
    }

    Stream<Task> beginning() {
        LocalDate today = today();
        return isDraft() || !event.isOpen()
                ? Stream.empty()
                : event
                        .view()
                        .firstDay()
                        .filter(day -> !day.isBefore(today) && !day.isAfter(today.plus(SOON)))
                        .map(day -> new Task(
                                Integer.toString(day.getDayOfMonth()),
                                shell.dates().monthName(day),
                                shell.text(
                                        "workspace.task.soon",
                                        ChronoUnit.DAYS.between(today, day),
                                        shell.dates().shortDay(day)),
                                event.view().title(),
                                event.path()))
                        .stream();
    }

    /** That people wait where all places are taken, or few are left. */
    Stream<Task> filling() {
        Optional<Integer> places = isFillable() ? event.view().details().places() : Optional.empty();
        return places.stream().flatMap(all -> {
            long left = all - taken();
            if (left <= 0) {
                return counted(figures().waiting(), "workspace.task.waiting", "/edit#places");
            }
            return left * NEARLY <= all && figures().confirmed() > 0
                    ? counted(left, "workspace.task.filling", "/edit#places")
                    : Stream.empty();
        });
    }

    /** That registration ends soon, and most places are free. */
    Stream<Task> empty() {
        Instant ends = event.view().event().registrationEnds();
        if (!isFillable() || ends == null) {
            return Stream.empty();
        }
        LocalDate last = LocalDate.ofInstant(ends, event.view().event().zone());
        return event
                .view()
                .details()
                .places()
                .filter(all -> taken() * 2 < all && !last.isAfter(today().plus(LATE)))
                .map(all -> new Task(
                        Long.toString(taken()),
                        shell.text(
                                "workspace.task.empty",
                                taken(),
                                all,
                                shell.dates().shortDay(last)),
                        event.view().title(),
                        event.path() + "#address"))
                .stream();
    }

    /** @param remembered how long after its end */
    Stream<Task> report(Period remembered) {
        Event held = event.view().event();
        Instant end = held.endsAt();
        return end == null
                        || !held.wasHeld(event.view().now())
                        || event.view().isReported()
                        || !today().isBefore(
                                        LocalDate.ofInstant(end, held.zone()).plus(remembered))
                ? Stream.empty()
                : Stream.of(new Task("¶", shell.text("workspace.task.report"), dated(), event.path() + "/outcome"));
    }

    Stream<Task> draft() {
        return isDraft() && event.isOpen()
                ? Stream.of(new Task("✎", shell.text("workspace.task.draft"), dated(), event.path()))
                : Stream.empty();
    }

    /** Events may be copies of each other, which only their days tell apart. */
    private String dated() {
        EventView view = event.view();
        return Stream.of(view.title(), view.days())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private Stream<Task> counted(long number, String key, String where) {
        return Task.counted(number, shell.text(key, number), event.view().title(), event.path() + where);
    }

    private boolean isDraft() {
        return event.view().event().isDraft();
    }

    /** Whether places may still go to people who register now. */
    private boolean isFillable() {
        Event one = event.view().event();
        Instant opens = one.opensAt();
        Instant ends = one.registrationEnds();
        Instant now = event.view().now();
        return one.isAhead(now) && (opens == null || !opens.isAfter(now)) && (ends == null || ends.isAfter(now));
    }

    private long taken() {
        return figures().confirmed() + figures().offered() + figures().reserved();
    }

    private Figures figures() {
        return event.figures();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(event.view().now(), event.view().event().zone());
    }
}
