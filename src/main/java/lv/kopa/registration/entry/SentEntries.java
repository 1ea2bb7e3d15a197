package lv.kopa.registration.entry;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.EventCalendar;
import lv.kopa.event.EventDetails;
import lv.kopa.ical.CalendarEntry;
import lv.kopa.ical.EntryStatus;
import lv.kopa.ical.Revision;
import lv.kopa.web.Links;
import org.jspecify.annotations.Nullable;

/**
 * What people are invited to by mail, part by part. Each part is an entry of its own in each person's calendar; what
 * they were sent last is kept, and whatever happens, what they have and what they should have are compared, and the
 * difference is sent.
 */
@Singleton
public class SentEntries {
    /**
     * Whoever comes to more parts than this gets a file with all of them, unless they want it otherwise; so does whoever
     * is written to by way of another, whose calendar it is not for.
     */
    static final int MOST_INVITATIONS = 5;

    /**
     * What makes somebody's calendar as it should be.
     *
     * @param byFile whether they have a place and take it from a file
     * @param dispatches what is to be sent
     */
    record Settlement(boolean byFile, List<Dispatch> dispatches) {}

    private final SentEntryRepository repository;
    private final EventCalendar calendar;
    private final Links links;
    private final Clock clock;

    SentEntries(SentEntryRepository repository, EventCalendar calendar, Links links, Clock clock) {
        this.repository = repository;
        this.calendar = calendar;
        this.links = links;
        this.clock = clock;
    }

    /** The entry of a UID, for whoever gets an answer to it. */
    public Optional<SentEntry> find(String uid) {
        return repository.findByUid(uid);
    }

    /** How somebody has, or is to have, an event in their calendar. */
    public CalendarWay way(EventDetails event, Holder holder) {
        return way(repository.of(holder.registration()), event, holder);
    }

    private CalendarWay way(List<SentEntry> sent, EventDetails event, Holder holder) {
        return chosen(holder).orElseGet(() -> usualWay(sent, Wanted.of(calendar, event, holder), holder));
    }

    private Optional<CalendarWay> chosen(Holder holder) {
        return repository.way(holder.registration()).map(CalendarWay::valueOf);
    }

    private static CalendarWay usualWay(List<SentEntry> sent, List<Wanted> parts, Holder holder) {
        boolean begun = sent.stream().anyMatch(SentEntry::isLive);
        boolean few = parts.size() <= MOST_INVITATIONS;
        return begun || holder.hasOwnAddress() && few ? CalendarWay.INVITATION : CalendarWay.FILE;
    }

    /** What somebody is sent who has just got a place and was never sent anything; to be {@link #keep kept} with it. */
    public List<Dispatch> first(EventDetails event, Holder holder) {
        List<Wanted> parts = Wanted.of(calendar, event, holder);
        return usualWay(List.of(), parts, holder) == CalendarWay.FILE
                ? List.of()
                : parts.stream()
                        .filter(Wanted::takesPlace)
                        .map(part -> invite(part, holder, 0))
                        .toList();
    }

    /** Notes that people are sent something first. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Collection<Dispatch> dispatches) {
        if (!dispatches.isEmpty()) {
            repository.saveAll(dispatches.stream().map(Dispatch::sent).toList());
        }
    }

    /** Unwrites all of a registration that came too early. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(String registration) {
        repository.forget(registration);
    }

    /** Counts all of a registration as gone, and tells nobody: it was sent to an address that is not its person's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void letGo(String registration) {
        repository.of(registration).stream()
                .filter(SentEntry::isLive)
                .forEach(entry -> repository.advance(entry.cancelled(clock.instant())));
    }

    /**
     * Compares what somebody has with what they should have, and notes the difference as sent. The caller has locked the
     * event.
     *
     * @param hasPlace whether they should have anything
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Settlement settle(EventDetails event, Holder holder, boolean hasPlace) {
        List<SentEntry> sent = repository.of(holder.registration());
        List<Wanted> parts = hasPlace ? Wanted.of(calendar, event, holder) : List.of();
        boolean byFile = hasPlace && chosen(holder).orElseGet(() -> usualWay(sent, parts, holder)) == CalendarWay.FILE;
        Map<Long, SentEntry> live = live(sent);
        List<Dispatch> dispatches = new ArrayList<>();
        if (!byFile) {
            parts.stream()
                    .filter(Wanted::takesPlace)
                    .forEach(part ->
                            send(part, live.remove(part.key()), sent, holder).ifPresent(dispatches::add));
        }
        Map<Long, Wanted> all = live.isEmpty() ? Map.of() : Wanted.all(calendar, event, holder.reader());
        live.forEach((key, entry) -> Optional.ofNullable(all.get(key))
                .flatMap(part -> cancel(part, entry, holder))
                .ifPresent(dispatches::add));
        return new Settlement(byFile, dispatches);
    }

    private static Map<Long, SentEntry> live(List<SentEntry> sent) {
        Map<Long, SentEntry> live = new LinkedHashMap<>();
        sent.stream().filter(SentEntry::isLive).forEach(entry -> live.put(Wanted.key(entry), entry));
        return live;
    }

    private Optional<Dispatch> send(Wanted part, @Nullable SentEntry last, List<SentEntry> sent, Holder holder) {
        if (last == null) {
            Dispatch invitation = invite(part, holder, rounds(part, sent));
            keep(List.of(invitation));
            return Optional.of(invitation);
        }
        return last.gist().equals(part.gist())
                ? Optional.empty()
                : advanced(last.updated(part.gist(), clock.instant()), part.entry(), holder);
    }

    private Optional<Dispatch> cancel(Wanted part, SentEntry last, Holder holder) {
        return advanced(last.cancelled(clock.instant()), calendar.cancelled(part.entry(), holder.reader()), holder);
    }

    private Optional<Dispatch> advanced(SentEntry next, CalendarEntry content, Holder holder) {
        return repository.advance(next) == 0
                ? Optional.empty()
                : Optional.of(Dispatch.of(next, content, holder.reader().tag()));
    }

    private Dispatch invite(Wanted part, Holder holder, int round) {
        SentEntry entry = SentEntry.first(
                uid(part, holder, round), holder.registration(), part.sessionId(), part.gist(), clock.instant());
        return Dispatch.of(entry, part.entry(), holder.reader().tag());
    }

    /** How often somebody had a part in their calendar before. */
    private static int rounds(Wanted part, List<SentEntry> sent) {
        return (int)
                sent.stream().filter(entry -> Wanted.key(entry) == part.key()).count();
    }

    /** Never used again once it was cancelled: programs differ in whether they revive what they have crossed out. */
    private String uid(Wanted part, Holder holder, int round) {
        String which = part.session() == null ? "visit" : String.valueOf(part.key());
        String again = round == 0 ? "" : "-" + round;
        return "reg-" + holder.registration() + "-" + which + again + "@" + links.host();
    }

    /** Changes how somebody has an event in their calendar; what that means for it is yet to be settled. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void choose(String registration, CalendarWay way) {
        repository.choose(registration, way.name());
    }

    /**
     * The entries of a person under the identities that they were, or would be, invited by, so that a file or a feed
     * doubles nothing; as they are for whoever has files.
     */
    public List<CalendarEntry> asSent(EventDetails event, Holder holder, List<CalendarEntry> entries) {
        List<SentEntry> sent = repository.of(holder.registration());
        if (way(sent, event, holder) == CalendarWay.FILE) {
            return entries;
        }
        Map<Long, SentEntry> latest = new HashMap<>();
        sent.forEach(entry -> latest.put(Wanted.key(entry), entry));
        return Wanted.among(event, entries).stream()
                .map(part -> asSent(part, Optional.ofNullable(latest.get(part.key())), holder))
                .toList();
    }

    private CalendarEntry asSent(Wanted part, Optional<SentEntry> sent, Holder holder) {
        CalendarEntry entry = part.entry();
        boolean ahead = sent.filter(last -> last.isLive()
                        && (entry.status() == EntryStatus.CANCELLED
                                || !last.gist().equals(part.gist())))
                .isPresent();
        return entry.as(
                sent.map(SentEntry::uid).orElseGet(() -> uid(part, holder, 0)),
                new Revision(
                        sent.map(SentEntry::sequence).orElse(0) + (ahead ? 1 : 0),
                        entry.revision().createdAt(),
                        entry.revision().changedAt()));
    }
}
