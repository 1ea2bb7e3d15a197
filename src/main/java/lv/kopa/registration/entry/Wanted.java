package lv.kopa.registration.entry;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.EventCalendar;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.ical.CalendarEntry;
import lv.kopa.ical.EntryStatus;
import lv.kopa.text.Language;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A part of an event that somebody is to have in their calendar, or a study visit as a whole.
 *
 * @param session null for the visit as a whole
 * @param entry as everybody has it
 */
record Wanted(@Nullable Session session, CalendarEntry entry) {

    /** What somebody who has a place comes to. */
    static List<Wanted> of(EventCalendar calendar, EventDetails event, Holder holder) {
        return among(event, calendar.confirmed(event, holder.chosen(), holder.reader()));
    }

    /**
     * All that somebody may have of an event, by its keys: those parts too that do not take place, and a banner though it
     * is no study visit any more.
     */
    static Map<Long, Wanted> all(EventCalendar calendar, EventDetails event, Language reader) {
        Map<Long, Wanted> all = new LinkedHashMap<>();
        among(event, calendar.everything(event, reader)).forEach(part -> all.put(part.key(), part));
        return all;
    }

    /** What each entry of an event stands for. */
    static List<Wanted> among(EventDetails event, Collection<CalendarEntry> entries) {
        return entries.stream()
                .map(entry -> new Wanted(session(event, entry), entry))
                .toList();
    }

    private static @Nullable Session session(EventDetails event, CalendarEntry entry) {
        return event.sessions().stream()
                .filter(part -> part.uid().equals(entry.uid()))
                .findFirst()
                .orElse(null);
    }

    static long key(SentEntry sent) {
        return Optional.ofNullable(sent.sessionId()).orElse(0L);
    }

    /** The session's id; 0 for the visit as a whole. */
    long key() {
        return session == null ? 0 : session.id();
    }

    @Nullable
    Long sessionId() {
        return session == null ? null : session.id();
    }

    boolean takesPlace() {
        return entry.status() != EntryStatus.CANCELLED;
    }

    /** Whatever makes an entry another one for who has it: its time, title, place and online link. */
    String gist() {
        String online = session == null ? null : session.onlineUrl();
        return DigestUtils.sha256Hex(String.join(
                "\n",
                entry.when().toString(),
                entry.details().summary(),
                String.valueOf(entry.details().location()),
                String.valueOf(online)));
    }
}
