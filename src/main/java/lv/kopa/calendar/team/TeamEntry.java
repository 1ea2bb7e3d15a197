package lv.kopa.calendar.team;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.ical.CalendarEntry;
import lv.kopa.ical.EntryStatus;
import lv.kopa.registration.attendees.Figures;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;

/**
 * What a team is told of an event besides what everybody with a place is.
 *
 * @param names of who has a place; none where the address does not tell them
 * @param registrationsChangedAt when somebody last registered, or gave a place up
 * @param page where the team looks after the event
 */
record TeamEntry(
        EventDetails details, Figures figures, List<String> names, Instant registrationsChangedAt, String page) {
    private static final int MOST_NAMES = 200;

    /** The entry of the event or of a part of it, with the figures. */
    CalendarEntry added(CalendarEntry entry, Language language) {
        Texts texts = Texts.in(language);
        boolean draft = details.event().isDraft();
        String mark = draft ? texts.get("calendar.team.draft") + ": " : "";
        String title = mark + entry.details().summary() + " (" + coming(texts) + ")";
        return entry.as(entry.uid(), entry.revision().changedAlso(registrationsChangedAt))
                .withSummary(title)
                .withDescription(description(entry, texts))
                .withUrl(URI.create(page))
                .withStatus(draft ? EntryStatus.TENTATIVE : entry.status());
    }

    private String coming(Texts texts) {
        return details.places()
                .map(places -> texts.get("workspace.of", figures.confirmed(), places))
                .orElseGet(() -> Long.toString(figures.confirmed()));
    }

    private String description(CalendarEntry entry, Texts texts) {
        String lines = Stream.of(
                        texts.get("calendar.team.confirmed", coming(texts)),
                        figures.waiting() == 0 ? "" : texts.get("calendar.team.waiting", figures.waiting()),
                        figures.awaiting() == 0 ? "" : texts.get("calendar.team.awaiting", figures.awaiting()))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        String people = names.stream().limit(MOST_NAMES).collect(Collectors.joining("\n"));
        return Stream.of(
                        lines,
                        people,
                        page,
                        Objects.requireNonNullElse(entry.details().description(), ""))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }
}
