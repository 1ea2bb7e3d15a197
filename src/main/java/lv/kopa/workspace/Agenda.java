package lv.kopa.workspace;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.attendees.Attendees;
import lv.kopa.registration.attendees.Figures;
import lv.kopa.web.Shell;

/** What an organiser has going on. */
@Singleton
class Agenda {
    private final Events events;
    private final Attendees attendees;
    private final Clock clock;

    Agenda(Events events, Attendees attendees, Clock clock) {
        this.events = events;
        this.attendees = attendees;
        this.clock = clock;
    }

    /** All of the organiser's events with their figures, the next one first and those that are over last. */
    List<OwnEvent> events(Shell shell, Organiser organiser) {
        List<EventDetails> found = events.of(organiser);
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
}
