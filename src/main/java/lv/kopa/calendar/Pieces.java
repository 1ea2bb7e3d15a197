package lv.kopa.calendar;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.calendar.FeedPiece.Missing;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventCalendar;
import lv.kopa.event.Events;
import lv.kopa.ical.CalendarBody;
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
    /** An event may be changed, or another build of the program may write, while entries are written. */
    private static final int ATTEMPTS = 3;

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

    /** What everybody may see of events, by their ids; nothing where it is not to be had whole. */
    @UnitOfWork
    Optional<CalendarBody> of(List<Long> ids, Language language) {
        String asked = ids.toString();
        KeptEntries kept = repository.kept(asked, language.tag(), writer);
        for (int attempt = 0; !kept.areAll() && attempt < ATTEMPTS; attempt++) {
            write(repository.missing(asked, language.tag(), writer), language);
            kept = repository.kept(asked, language.tag(), writer);
        }
        return kept.body();
    }

    /**
     * The events of which an entry is not kept as it is to be.
     *
     * @param over whether what another build of the program has written is to be written over
     */
    List<Long> stale(List<Long> ids, Language language, boolean over) {
        return repository.missingAhead(ids.toString(), language.tag(), writer, over).stream()
                .map(Missing::eventId)
                .distinct()
                .toList();
    }

    /** Writes the entries of these events that are not kept as they are to be, before anybody asks for them. */
    @UnitOfWork
    void ahead(List<Long> ids, Language language, boolean over) {
        write(repository.missingAhead(ids.toString(), language.tag(), writer, over), language);
    }

    private void write(List<Missing> entries, Language language) {
        if (entries.isEmpty()) {
            return;
        }
        Map<String, Missing> missing = entries.stream().collect(Collectors.toMap(Missing::uid, each -> each));
        List<Long> ids = entries.stream().map(Missing::eventId).distinct().toList();
        repository.keep(events.get(ids).stream()
                .flatMap(event -> calendar.open(event, language).stream())
                .flatMap(entry -> Stream.ofNullable(missing.get(entry.uid()))
                        .map(each -> FeedPiece.of(Calendars.piece(entry), language.tag(), each)))
                .toList());
    }
}
