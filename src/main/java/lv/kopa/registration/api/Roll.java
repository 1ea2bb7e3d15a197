package lv.kopa.registration.api;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.Registration;
import lv.kopa.registration.attendees.AttendeeFilter;
import lv.kopa.registration.attendees.AttendeeQuery;
import lv.kopa.registration.attendees.Attendees;
import lv.kopa.web.api.Cursor;
import lv.kopa.web.api.Page;
import org.jspecify.annotations.Nullable;

/** Reads the registrations of an event out to a program. */
@Singleton
class Roll {
    private final Events events;
    private final Attendees attendees;
    private final RegistrationItems items;

    Roll(Events events, Attendees attendees, RegistrationItems items) {
        this.events = events;
        this.attendees = attendees;
        this.items = items;
    }

    /**
     * The next of those who match in one of the organiser's events, newest first.
     *
     * @throws lv.kopa.event.UnknownEvent where it is none of theirs
     * @throws lv.kopa.text.InvalidInput where the event knows no such kind of place, or nobody such a status
     */
    Page<RegistrationItem> page(String slug, Organiser organiser, AttendeeQuery query, Cursor cursor) {
        EventDetails event = events.own(slug, organiser);
        AttendeeFilter filter = query.in(event);
        @Nullable Long before = cursor.after() == Long.MIN_VALUE ? null : Long.valueOf(-cursor.after());
        List<Registration> found = attendees.some(event.event().id(), filter, before, cursor.sizeAndOne());
        Map<Long, Integer> positions = attendees.positions(event.event().id());
        Page<Registration> page = Page.of(cursor, found, registration -> -registration.id());
        return new Page<>(
                items.items(page.items(), event, registration -> Optional.ofNullable(positions.get(registration.id()))),
                page.next());
    }
}
