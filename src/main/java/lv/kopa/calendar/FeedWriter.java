package lv.kopa.calendar;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.EventCalendar;
import lv.kopa.event.EventFilter;
import lv.kopa.event.Events;
import lv.kopa.ical.CalendarEntry;
import lv.kopa.ical.CalendarHeader;
import lv.kopa.ical.Calendars;
import lv.kopa.organisation.Organisation;
import lv.kopa.project.Project;
import lv.kopa.text.Texts;
import lv.kopa.text.Zones;
import lv.kopa.web.Links;

/** Writes a feed: all that is to come and what ended within a year. */
@Singleton
class FeedWriter {
    private static final int MONTHS_BACK = 12;
    private static final Duration REFRESH = Duration.ofHours(1);

    private final Events events;
    private final EventCalendar calendar;
    private final Subjects subjects;
    private final Links links;

    FeedWriter(Events events, EventCalendar calendar, Subjects subjects, Links links) {
        this.events = events;
        this.calendar = calendar;
        this.subjects = subjects;
        this.links = links;
    }

    /**
     * What was written.
     *
     * @param isOneOfFew whether it is one of a limited number of feeds, of which a record may be kept whoever asks
     */
    record Written(byte[] bytes, boolean isOneOfFew) {}

    Written write(FeedKey key, LocalDate today) {
        Subjects.Subject subject = subjects.of(key);
        List<CalendarEntry> entries = events.since(since(key.filter(), today), key.filter()).stream()
                .flatMap(event -> calendar.open(event, key.language()).stream())
                .toList();
        return new Written(
                Calendars.feed(header(key, subject), entries), key.asksForOneThing() && subject.isComplete());
    }

    private static Instant since(EventFilter filter, LocalDate today) {
        return filter.from() == null
                ? today.minusMonths(MONTHS_BACK).atStartOfDay(ZoneOffset.UTC).toInstant()
                : filter.from().atStartOfDay(Zones.HOME).toInstant();
    }

    private CalendarHeader header(FeedKey key, Subjects.Subject subject) {
        Texts texts = Texts.in(key.language());
        return new CalendarHeader(
                name(key, subject, texts),
                subject.project()
                        .map(project -> texts.get(
                                "calendar.project",
                                project.title().in(key.language()),
                                project.number(),
                                project.funder()))
                        .orElseGet(() -> texts.get("calendar.description")),
                subject.organisation().map(Organisation::zone).orElse(Zones.HOME),
                REFRESH,
                URI.create(links.to(key.address())),
                URI.create(links.to(key.pagePath() + "?" + key.query())),
                key.language().tag());
    }

    private static String name(FeedKey key, Subjects.Subject subject, Texts texts) {
        EventFilter filter = key.filter();
        Stream<String> whose = Stream.of(
                        subject.organisation()
                                .filter(organisation -> filter.organisation() != null)
                                .map(Organisation::name),
                        subject.project().map(Project::title).map(title -> title.in(key.language())))
                .flatMap(Optional::stream);
        Stream<String> what = Stream.of(
                        Optional.ofNullable(filter.kind()).map(kind -> texts.get(kind.textKey())),
                        Optional.ofNullable(filter.language()).map(language -> language.ownName()),
                        Optional.ofNullable(filter.q()).map(words -> texts.get("event.search.quoted", words)),
                        Optional.ofNullable(filter.from()).map(day -> day + " →"),
                        Optional.ofNullable(filter.to()).map(day -> "→ " + day))
                .flatMap(Optional::stream);
        List<String> owners = whose.filter(name -> !name.isBlank()).toList();
        return Stream.concat(owners.isEmpty() ? Stream.of(texts.get("calendar.everything")) : owners.stream(), what)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
