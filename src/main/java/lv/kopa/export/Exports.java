package lv.kopa.export;

import jakarta.inject.Singleton;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.AttendeeFilter;
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
    private final Links links;

    Exports(Events events, AttendeeSheets sheets, Links links) {
        this.events = events;
        this.sheets = sheets;
        this.links = links;
    }

    /**
     * Who asks for a list, and which.
     *
     * @param slug of the event
     * @param language of labels and texts
     */
    record Order(String slug, AttendeeFilter filter, Organiser organiser, Language language) {}

    /** @throws lv.kopa.event.UnknownEvent where there is none, or it is somebody else's */
    byte[] csv(Order order) {
        return Csv.of(sheet(order));
    }

    /** @throws lv.kopa.event.UnknownEvent where there is none, or it is somebody else's */
    byte[] xlsx(Order order) {
        return Xlsx.of(sheet(order));
    }

    /** @throws lv.kopa.event.UnknownEvent where there is none, or it is somebody else's */
    byte[] vcf(Order order) {
        EventDetails event = events.own(order.slug(), order.organiser());
        String title = event.event().title().in(order.language());
        return Vcards.of(sheets.registrations(event, order.filter()), title, links.host());
    }

    private Sheet sheet(Order order) {
        return sheets.of(events.own(order.slug(), order.organiser()), order.filter(), order.language());
    }
}
