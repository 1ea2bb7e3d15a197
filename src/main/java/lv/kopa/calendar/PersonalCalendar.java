package lv.kopa.calendar;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.ical.CalendarEntry;
import lv.kopa.ical.CalendarHeader;
import lv.kopa.ical.Calendars;
import lv.kopa.registration.Registration;
import lv.kopa.registration.address.PersonalFeeds;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.text.Zones;
import lv.kopa.web.Edition;
import lv.kopa.web.Links;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/**
 * All that an e-mail address is registered for: all that is to come and what ended within a year.
 */
@Singleton
class PersonalCalendar {
    private final PersonalFeeds feeds;
    private final Events events;
    private final OwnEntries entries;
    private final Links links;
    private final Clock clock;

    PersonalCalendar(PersonalFeeds feeds, Events events, OwnEntries entries, Links links, Clock clock) {
        this.feeds = feeds;
        this.events = events;
        this.entries = entries;
        this.links = links;
        this.clock = clock;
    }

    /**
     * The calendar of a secret address.
     *
     * @throws lv.kopa.registration.UnknownRegistration where the address was ended, or never was
     */
    Edition of(Token secret) {
        List<Registration> registrations = feeds.of(secret);
        Map<Long, EventDetails> details = details(registrations);
        List<CalendarEntry> own = onePerEvent(registrations).stream()
                .flatMap(registration -> entries(registration, details.get(registration.eventId())))
                .toList();
        Language language =
                registrations.stream().findFirst().map(Registration::reader).orElse(Language.EN);
        return Edition.of(Calendars.feed(header(secret, language), own));
    }

    /** @param event null where it is long over */
    private Stream<CalendarEntry> entries(Registration registration, @Nullable EventDetails event) {
        return event == null ? Stream.empty() : entries.of(registration, event).stream();
    }

    /** Who gave a place up and registered again has the same entries twice: the place that counts is the living one. */
    private static List<Registration> onePerEvent(List<Registration> newestFirst) {
        Map<Long, Registration> byEvent = new LinkedHashMap<>();
        newestFirst.stream()
                .filter(registration -> registration.status().isLive())
                .forEach(registration -> byEvent.put(registration.eventId(), registration));
        newestFirst.forEach(registration -> byEvent.putIfAbsent(registration.eventId(), registration));
        return List.copyOf(byEvent.values());
    }

    private Map<Long, EventDetails> details(List<Registration> registrations) {
        Instant since = Span.since(clock.instant());
        return events
                .get(registrations.stream()
                        .map(Registration::eventId)
                        .distinct()
                        .toList())
                .stream()
                .filter(event -> !event.event().isOver(since))
                .collect(Collectors.toMap(event -> event.event().id(), Function.identity()));
    }

    private CalendarHeader header(Token secret, Language language) {
        String page = "/my/" + secret.secret();
        return new CalendarHeader(
                Texts.in(language).get("registration.feed.name"),
                Texts.in(language).get("registration.feed.page.lead"),
                Zones.HOME,
                Span.REFRESH,
                URI.create(links.to(page + "/calendar.ics")),
                URI.create(links.to(page)),
                language.tag());
    }
}
