package lv.kopa.calendar.team;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lv.kopa.calendar.Span;
import lv.kopa.calendar.team.TeamFeedRepository.Change;
import lv.kopa.calendar.team.TeamFeedRepository.Coming;
import lv.kopa.event.EventCalendar;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.ical.CalendarEntry;
import lv.kopa.ical.CalendarHeader;
import lv.kopa.ical.Calendars;
import lv.kopa.organisation.Membership;
import lv.kopa.registration.attendees.Attendees;
import lv.kopa.registration.attendees.Figures;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.text.Zones;
import lv.kopa.web.Edition;
import lv.kopa.web.Links;

/** Writes the calendar of a team: all that is to come, drafts too, and what ended within a year. */
@Singleton
class TeamCalendar {
    private final Source source;
    private final EventCalendar calendar;
    private final Links links;
    private final Clock clock;

    TeamCalendar(Source source, EventCalendar calendar, Links links, Clock clock) {
        this.source = source;
        this.calendar = calendar;
        this.links = links;
        this.clock = clock;
    }

    /** Where it reads what the calendar tells. */
    @Singleton
    record Source(Events events, Attendees attendees, TeamFeedRepository registrations) {}

    /** @param address of the calendar itself, which is a secret */
    Edition of(TeamFeeds.Opened opened, String address, Language language) {
        Membership team = opened.membership();
        List<EventDetails> events = recent(team.organisationId());
        List<Long> ids = events.stream().map(details -> details.event().id()).toList();
        Map<Long, Figures> figures = source.attendees().figures(ids);
        Map<Long, List<String>> names = opened.feed().withNames() ? names(ids) : Map.of();
        Map<Long, Instant> changes = changes(ids);
        List<CalendarEntry> entries = events.stream()
                .flatMap(details -> {
                    long id = details.event().id();
                    TeamEntry told = new TeamEntry(
                            details,
                            figures.getOrDefault(id, Figures.none()),
                            names.getOrDefault(id, List.of()),
                            changes.getOrDefault(id, details.event().changedAt()),
                            links.to("/organiser/events/" + details.event().slug()));
                    return calendar.confirmed(details, sessions(details), language).stream()
                            .map(entry -> told.added(entry, language));
                })
                .toList();
        return Edition.of(Calendars.feed(header(team, address, language, zone(events)), entries));
    }

    private List<EventDetails> recent(long organisation) {
        Instant since = Span.since(clock.instant());
        return source.events().of(List.of(organisation)).stream()
                .filter(details -> !details.event().isOver(since))
                .toList();
    }

    private Map<Long, List<String>> names(List<Long> events) {
        return events.isEmpty()
                ? Map.of()
                : source.registrations().coming(events).stream()
                        .collect(groupingBy(Coming::eventId, mapping(Coming::name, toList())));
    }

    private Map<Long, Instant> changes(List<Long> events) {
        return events.isEmpty()
                ? Map.of()
                : source.registrations().lastChanges(events).stream()
                        .collect(toMap(Change::eventId, Change::changedAt));
    }

    private static List<Long> sessions(EventDetails details) {
        return details.sessions().stream().map(Session::id).toList();
    }

    private static ZoneId zone(List<EventDetails> events) {
        return events.stream()
                .findFirst()
                .map(details -> details.organisation().zone())
                .orElse(Zones.HOME);
    }

    private CalendarHeader header(Membership team, String address, Language language, ZoneId zone) {
        Texts texts = Texts.in(language);
        return new CalendarHeader(
                texts.get("calendar.team.name", team.name()),
                texts.get("calendar.team.lead"),
                zone,
                Span.REFRESH,
                URI.create(links.to(address)),
                URI.create(links.to("/organiser/events")),
                language.tag());
    }
}
