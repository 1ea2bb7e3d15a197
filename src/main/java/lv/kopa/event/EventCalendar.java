package lv.kopa.event;

import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.ical.CalendarEntry;
import lv.kopa.ical.Details;
import lv.kopa.ical.EntryStatus;
import lv.kopa.ical.Organiser;
import lv.kopa.ical.Revision;
import lv.kopa.ical.When;
import lv.kopa.text.Language;
import lv.kopa.text.Markdown;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;
import org.jspecify.annotations.Nullable;

/**
 * An event as calendars show it: an entry for each session; a study visit also as a banner over all of its days. The
 * same entries, by the same UIDs, go into files, mails and feeds.
 */
@Singleton
public class EventCalendar {
    private static final int LONGEST_DESCRIPTION = 2_000;

    private final Links links;

    EventCalendar(Links links) {
        this.links = links;
    }

    /** What everybody may see: no online links, no contacts. */
    public List<CalendarEntry> open(EventDetails event, Language language) {
        return entries(event, event.sessions(), language, false);
    }

    /** The same with a banner whatever kind of event it is by now, since it may have been a study visit before. */
    public List<CalendarEntry> everything(EventDetails event, Language language) {
        List<CalendarEntry> entries = new ArrayList<>();
        banner(event, language).ifPresent(entries::add);
        event.sessions().forEach(session -> entries.add(entry(event, session, language, false)));
        return entries;
    }

    /** The same of those parts alone that somebody comes to who chose some. */
    public List<CalendarEntry> open(EventDetails event, Collection<Long> chosen, Language language) {
        return entries(event, event.forWhoChose(chosen).sessions(), language, false);
    }

    /** What a confirmed person sees: their own choice of sessions, with online links and contacts. */
    public List<CalendarEntry> confirmed(EventDetails event, Collection<Long> chosen, Language language) {
        return entries(event, event.forWhoChose(chosen).sessions(), language, true);
    }

    /** The same as something that its person no longer has, or that does not take place. */
    public CalendarEntry cancelled(CalendarEntry entry, Language language) {
        String mark = marked(true, language);
        String summary = entry.details().summary();
        return entry.withSummary(summary.startsWith(mark) ? summary : mark + summary)
                .withStatus(EntryStatus.CANCELLED);
    }

    /** What an entry is called that only its reader no longer has. */
    public static String unmarked(CalendarEntry entry, Language language) {
        String mark = marked(true, language);
        String summary = entry.details().summary();
        return summary.startsWith(mark) ? summary.substring(mark.length()) : summary;
    }

    private List<CalendarEntry> entries(
            EventDetails event, List<Session> sessions, Language language, boolean confirmed) {
        List<CalendarEntry> entries = new ArrayList<>();
        if (event.event().isStudyVisit() && sessions.size() > 1) {
            banner(event, language).ifPresent(entries::add);
        }
        sessions.forEach(session -> entries.add(entry(event, session, language, confirmed)));
        return entries;
    }

    /** Over the days of what takes place; where nothing does any more, over those that were planned, and cancelled. */
    private Optional<CalendarEntry> banner(EventDetails event, Language language) {
        boolean cancelled = event.event().isCancelled() || event.planned().isEmpty();
        List<Session> sessions = event.planned().isEmpty() ? event.sessions() : event.planned();
        Stream<LocalDate> starts =
                sessions.stream().map(session -> session.startsOn().toLocalDate());
        Stream<LocalDate> ends =
                sessions.stream().map(session -> session.endsOn().toLocalDate());
        return starts.min(LocalDate::compareTo)
                .flatMap(first -> ends.max(LocalDate::compareTo).map(last -> new When.AllDay(first, last)))
                .map(days -> new CalendarEntry(
                        event.event().uid(),
                        revision(event),
                        days,
                        new Details(
                                marked(cancelled, language)
                                        + event.event().title().in(language),
                                description(event, null, language, false),
                                null,
                                URI.create(address(event)),
                                headings(event, language)),
                        status(cancelled),
                        organiser(event)));
    }

    private CalendarEntry entry(EventDetails event, Session session, Language language, boolean confirmed) {
        boolean cancelled = event.event().isCancelled() || session.isCancelled();
        Instant changed = latest(event.event().changedAt(), session.changedAt());
        return new CalendarEntry(
                session.uid(),
                new Revision(session.sequence(), session.createdAt(), changed),
                new When.Timed(session.startsOn(), session.endsOn(), session.zone()),
                new Details(
                        marked(cancelled, language) + title(event, session, language),
                        description(event, session, language, confirmed),
                        location(session, language, confirmed),
                        URI.create(address(event)),
                        headings(event, language)),
                status(cancelled),
                organiser(event));
    }

    private static List<String> headings(EventDetails event, Language language) {
        return List.of(Texts.in(language).get(event.event().kind().textKey()));
    }

    private static EntryStatus status(boolean cancelled) {
        return cancelled ? EntryStatus.CANCELLED : EntryStatus.CONFIRMED;
    }

    private Organiser organiser(EventDetails event) {
        return new Organiser(event.organisation().name(), organiserAddress(event));
    }

    /** An organisation that gives no address has one that nothing is sent to: feeds must name some (RFC 5546 §3.2.1). */
    private String organiserAddress(EventDetails event) {
        String given = event.organisation().email();
        String host = links.host().contains(".") ? links.host() : links.host() + ".invalid";
        return given == null ? "noreply@" + host : given;
    }

    private static String marked(boolean cancelled, Language language) {
        return cancelled ? Texts.in(language).get("calendar.cancelled") + ": " : "";
    }

    private static String title(EventDetails event, Session session, Language language) {
        String whole = event.event().title().in(language);
        return event.titleOf(session, language)
                .map(part -> whole + " – " + part)
                .orElse(whole);
    }

    private static @Nullable String location(Session session, Language language, boolean confirmed) {
        if (session.place() != null) {
            return session.place();
        }
        if (session.onlineUrl() == null) {
            return null;
        }
        return confirmed ? session.onlineUrl() : Texts.in(language).get("event.online");
    }

    private String description(EventDetails event, @Nullable Session session, Language language, boolean confirmed) {
        Texts texts = Texts.in(language);
        Stream<String> own = session == null || !confirmed
                ? Stream.empty()
                : Stream.of(
                        session.onlineUrl() == null ? "" : texts.get("event.join", session.onlineUrl()),
                        session.hostContact() == null ? "" : texts.get("event.contact", session.hostContact()));
        Stream<String> shared = Stream.of(
                session == null || session.host() == null ? "" : texts.get("event.hosted-by", session.host()),
                session == null || session.trainers().isEmpty()
                        ? ""
                        : texts.get("event.led-by", String.join(", ", session.trainers())),
                shortened(Markdown.text(event.event().description().in(language))),
                event.funding().map(funding -> funding.line(language)).orElse(""),
                address(event));
        return Stream.concat(own, shared).filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_DESCRIPTION ? text : text.substring(0, LONGEST_DESCRIPTION) + "…";
    }

    private static Revision revision(EventDetails event) {
        return new Revision(
                event.event().sequence(),
                event.event().createdAt(),
                event.event().changedAt());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private String address(EventDetails event) {
        return links.to("/events/" + event.event().slug());
    }
}
