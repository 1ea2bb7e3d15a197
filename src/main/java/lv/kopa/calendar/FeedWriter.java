package lv.kopa.calendar;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lv.kopa.event.EventCalendar;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventFilter;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.ical.CalendarBody;
import lv.kopa.ical.CalendarEntry;
import lv.kopa.ical.CalendarHeader;
import lv.kopa.ical.Calendars;
import lv.kopa.organisation.Organisation;
import lv.kopa.text.Language;
import lv.kopa.text.Zones;
import lv.kopa.web.Links;
import org.jspecify.annotations.Nullable;

/** Writes a feed: a calendar of all that is to come and what ended within a year, or news of what is to come. */
@Singleton
class FeedWriter {
    private final Events events;
    private final EventCalendar calendar;
    private final Pieces pieces;
    private final News news;
    private final Subjects subjects;
    private final Links links;

    FeedWriter(Events events, Entries entries, News news, Subjects subjects, Links links) {
        this.events = events;
        this.calendar = entries.calendar();
        this.pieces = entries.pieces();
        this.news = news;
        this.subjects = subjects;
        this.links = links;
    }

    /** The entries of events, as they are written and as they are kept. */
    @Singleton
    record Entries(EventCalendar calendar, Pieces pieces) {}

    /**
     * What was written.
     *
     * @param isOneOfFew whether it is one of a limited number of feeds, of which a record may be kept whoever asks
     */
    record Written(byte[] bytes, boolean isOneOfFew) {}

    Written write(FeedKey key, LocalDate today) {
        Subjects.Subject subject = subjects.of(key);
        boolean isOneOfFew = key.asksForOneThing() && subject.isComplete();
        Optional<CalendarBody> kept = kept(key, today);
        if (kept.isPresent()) {
            return new Written(Calendars.feedOf(header(key, subject), kept.get()), isOneOfFew);
        }
        List<EventDetails> found = events.since(since(key, today), key.filter());
        byte[] bytes =
                switch (key.form()) {
                    case CALENDAR -> calendar(key, subject, found);
                    case ATOM -> news.atom(key, subject, found);
                    case JSON -> news.json(key, subject, found);
                };
        return new Written(bytes, isOneOfFew && isNamed(key.filter(), found));
    }

    /** The entries of a feed of whole events, where they are kept or can be. */
    private Optional<CalendarBody> kept(FeedKey key, LocalDate today) {
        boolean whole = key.filter().trainer() == null && key.filter().category() == null;
        return key.form() == FeedKey.Form.CALENDAR && whole
                ? pieces.of(events.idsSince(since(key, today), key.filter()), key.language())
                : Optional.empty();
    }

    /** Whether the trainer and the kind of place that are named are there, to the letter: other spellings have no end. */
    private static boolean isNamed(EventFilter filter, List<EventDetails> found) {
        String trainer = filter.trainer();
        String category = filter.category();
        return (trainer == null
                        || found.stream()
                                .flatMap(event -> event.sessions().stream())
                                .anyMatch(session -> session.trainers().contains(trainer)))
                && (category == null
                        || found.stream()
                                .flatMap(event -> event.categories().stream())
                                .anyMatch(kind -> kind.categoryKey().equals(category)));
    }

    private static Instant since(FeedKey key, LocalDate today) {
        LocalDate from = key.filter().from();
        if (from != null) {
            return from.atStartOfDay(Zones.HOME).toInstant();
        }
        LocalDate first = key.form() == FeedKey.Form.CALENDAR ? Span.since(today) : today;
        return first.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private byte[] calendar(FeedKey key, Subjects.Subject subject, List<EventDetails> found) {
        return Calendars.feed(
                header(key, subject),
                found.stream()
                        .flatMap(event -> entries(event, key.filter().trainer(), key.language()))
                        .toList());
    }

    /** Of an event that somebody leads a part of, that part alone. */
    private Stream<CalendarEntry> entries(EventDetails event, @Nullable String trainer, Language language) {
        Stream<CalendarEntry> all = calendar.open(event, language).stream();
        if (trainer == null) {
            return all;
        }
        List<String> led = event.sessions().stream()
                .filter(session -> session.isLedBy(trainer))
                .map(Session::uid)
                .toList();
        return all.filter(entry -> led.contains(entry.uid()));
    }

    private CalendarHeader header(FeedKey key, Subjects.Subject subject) {
        return new CalendarHeader(
                FeedName.of(key, subject),
                FeedName.description(key, subject),
                subject.organisation().map(Organisation::zone).orElse(Zones.HOME),
                Span.REFRESH,
                URI.create(links.to(key.address())),
                URI.create(links.to(key.pagePath() + "?" + key.query())),
                key.language().tag());
    }
}
