package lv.kopa.calendar;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.calendar.FeedPiece.Wanted;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventCalendar;
import lv.kopa.event.Events;
import lv.kopa.ical.CalendarPiece;
import lv.kopa.ical.Calendars;
import lv.kopa.start.Build;
import lv.kopa.text.Language;
import lv.kopa.web.Links;

/**
 * The entries of feeds, written once per change by whichever server is asked first and kept for all: writing thousands
 * takes seconds as long as nothing of it is compiled, reading them does not.
 */
@Singleton
class Pieces {
    private final PieceRepository repository;
    private final Events events;
    private final EventCalendar calendar;
    private final String writer;

    Pieces(PieceRepository repository, Events events, EventCalendar calendar, Links links) {
        this.repository = repository;
        this.events = events;
        this.calendar = calendar;
        this.writer = Build.stamp() + " " + links.to("/");
    }

    /** What everybody may see of events, by their ids. */
    @UnitOfWork
    List<CalendarPiece> of(List<Long> ids, Language language) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Wanted> wanted = repository.wanted(ids.toString(), language.tag(), writer);
        List<CalendarPiece> pieces = new ArrayList<>(wanted.size());
        wanted.stream().filter(Wanted::isKept).map(Wanted::kept).forEach(pieces::add);
        Map<String, Wanted> missing = wanted.stream()
                .filter(Predicate.not(Wanted::isKept))
                .collect(Collectors.toMap(Wanted::uid, each -> each));
        if (!missing.isEmpty()) {
            List<CalendarPiece> written = written(missing, language).toList();
            repository.keep(written.stream()
                    .map(piece -> FeedPiece.of(piece, language.tag(), missing.get(piece.uid())))
                    .toList());
            pieces.addAll(written);
        }
        return pieces;
    }

    private Stream<CalendarPiece> written(Map<String, Wanted> missing, Language language) {
        List<Long> ids =
                missing.values().stream().map(Wanted::eventId).distinct().toList();
        return events.get(ids).stream()
                .flatMap(event -> calendar.open(event, language).stream())
                .filter(entry -> missing.containsKey(entry.uid()))
                .map(Calendars::piece);
    }
}
