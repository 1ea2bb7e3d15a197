package lv.kopa.registration.facts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lv.kopa.event.EventCalendar;
import lv.kopa.event.EventDetails;
import lv.kopa.ical.CalendarEntry;
import lv.kopa.ical.Calendars;
import lv.kopa.mail.Mail.Attachment;
import lv.kopa.project.Acknowledgement;
import lv.kopa.text.Language;

/** The calendar files that go with mails, kept for the next person: those who chose the same are sent the same. */
@Singleton
public class CalendarFiles {
    private static final int MOST = 500;

    private final EventCalendar calendar;
    private final Cache<Edition, List<Attachment>> files =
            Caffeine.newBuilder().maximumSize(MOST).build();

    CalendarFiles(EventCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * All that a file depends on; versions stand for what organisers may change, with the time of the change, since a
     * change that fails leaves its version to the next.
     */
    private record Edition(
            long event,
            int eventVersion,
            Instant changedAt,
            int organisationVersion,
            Optional<Acknowledgement> funding,
            Set<Long> chosen,
            Language language) {}

    /** The file for somebody who has a place; none for who chose nothing where there is only something to choose. */
    public List<Attachment> confirmed(EventDetails event, Collection<Long> chosen, Language language) {
        Edition edition = new Edition(
                event.event().id(),
                event.event().version(),
                event.event().changedAt(),
                event.organisation().version(),
                event.funding(),
                Set.copyOf(chosen),
                language);
        return files.get(edition, absent -> write(event, chosen, language));
    }

    private List<Attachment> write(EventDetails event, Collection<Long> chosen, Language language) {
        List<CalendarEntry> entries = calendar.confirmed(event, chosen, language);
        if (entries.isEmpty()) {
            return List.of();
        }
        byte[] file = Calendars.file(language.tag(), entries);
        return List.of(new Attachment(event.event().slug() + ".ics", "text/calendar; charset=UTF-8", file));
    }
}
