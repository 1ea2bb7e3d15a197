package lv.kopa.export;

import jakarta.inject.Singleton;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.organisation.Organiser;
import lv.kopa.paper.Press;
import lv.kopa.registration.Registration;
import lv.kopa.registration.attendees.AttendeeFilter;
import lv.kopa.registration.attendees.AttendeeQuery;
import lv.kopa.registration.attendees.Sorting;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.Language;
import lv.kopa.web.Links;

/**
 * Lists of who comes, for the organisers of an event and nobody else. A list is made whole before its answer begins,
 * so that a fault in it is an error and never half a list.
 */
@Singleton
class Exports {
    private final Events events;
    private final AttendeeSheets sheets;
    private final Press press;
    private final Links links;
    private final Clock clock;
    private final StaticTemplates templates = new StaticTemplates();

    Exports(Events events, AttendeeSheets sheets, Press press, Links links, Clock clock) {
        this.events = events;
        this.sheets = sheets;
        this.press = press;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Who asks for a list, and which.
     *
     * @param slug of the event
     * @param language of labels and texts
     */
    record Order(String slug, AttendeeQuery query, Layout layout, Organiser organiser, Language language) {
        private Sheet narrowed(Sheet sheet) {
            return sheet.narrowed(layout.columns());
        }

        private Sorting sorting() {
            return layout.sorting();
        }
    }

    /**
     * How a list is laid out.
     *
     * @param columns the keys of those it is to have besides who it is and how it stands; none for all
     */
    record Layout(Set<String> columns, Sorting sorting) {
        /** Whole, in the order people registered. */
        static Layout usual() {
            return new Layout(Set.of(), Sorting.REGISTERED);
        }
    }

    /**
     * A file that the caller deletes; a list may be longer than memory.
     *
     * @throws lv.kopa.event.UnknownEvent where there is none, or it is somebody else's
     */
    Path csv(Order order) {
        return ListFile.written(".csv", out -> {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            inParts(order, new Csv(text)::write);
            text.flush();
        });
    }

    /**
     * A file that the caller deletes; a list may be longer than memory.
     *
     * @throws lv.kopa.event.UnknownEvent where there is none, or it is somebody else's
     */
    Path xlsx(Order order) {
        return ListFile.written(".xlsx", out -> {
            try (Xlsx xlsx = new Xlsx(out)) {
                inParts(order, xlsx::write);
            }
        });
    }

    private void inParts(Order order, ListFile.Writing<Sheet> writing) {
        EventDetails event = events.own(order.slug(), order.organiser());
        sheets.each(
                event,
                order.query().in(event),
                order.sorting(),
                order.language(),
                part -> ListFile.checked(() -> writing.to(order.narrowed(part))));
    }

    /**
     * @throws lv.kopa.event.UnknownEvent where there is none, or it is somebody else's
     * @throws TooManyForPaper where nobody would print it
     * @throws PressBusy where too many others print theirs
     */
    byte[] pdf(Order order) {
        EventDetails event = events.own(order.slug(), order.organiser());
        AttendeeFilter filter = order.query().in(event);
        LocalDateTime now =
                LocalDateTime.ofInstant(clock.instant(), event.event().zone());
        return press.print(() -> {
            Sheet sheet = sheets.of(event, filter, order.sorting(), order.language());
            if (sheet.rows().size() > AttendeePaper.MOST_ROWS) {
                throw new TooManyForPaper(sheet.rows().size());
            }
            return templates.exportAttendees(new AttendeePaper(event, sheet, filter, now, order.language()));
        });
    }

    /** @throws lv.kopa.event.UnknownEvent where there is none, or it is somebody else's */
    byte[] vcf(Order order) {
        EventDetails event = events.own(order.slug(), order.organiser());
        String title = event.event().title().in(order.language());
        List<Registration> people = sheets.registrations(event, order.query().in(event), order.sorting());
        return Vcards.of(people, title, links.host());
    }

    /**
     * Whom a list would name, and of what event.
     *
     * @throws lv.kopa.event.UnknownEvent where there is none, or it is somebody else's
     */
    Asked asked(Order order) {
        EventDetails event = events.own(order.slug(), order.organiser());
        AttendeeFilter filter = order.query().in(event);
        return new Asked(event, filter, sheets.registrations(event, filter, order.sorting()));
    }

    /** People of an event. */
    record Asked(EventDetails event, AttendeeFilter filter, List<Registration> people) {}
}
