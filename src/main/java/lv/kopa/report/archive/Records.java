package lv.kopa.report.archive;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.export.Csv;
import lv.kopa.export.Sheet;
import lv.kopa.report.archive.ArchiveRepository.Done;
import lv.kopa.report.archive.ArchiveRepository.Presence;
import lv.kopa.report.archive.ArchiveRepository.Sent;
import org.jspecify.annotations.Nullable;

/** What is recorded of some events, as lists for programs: their columns are called as in the API, instants are UTC. */
final class Records {
    private final Map<Long, List<Presence>> presences;
    private final Map<Long, List<Sent>> mails;
    private final Map<Long, List<Done>> deeds;

    Records(ArchiveRepository repository, Collection<Long> events) {
        this.presences = repository.presences(events).stream().collect(Collectors.groupingBy(Presence::eventId));
        this.mails = repository.mails(events).stream().collect(Collectors.groupingBy(Sent::eventId));
        this.deeds = repository.deeds(events).stream().collect(Collectors.groupingBy(Done::eventId));
    }

    byte[] attendance(EventDetails event) {
        Map<Long, Session> sessions =
                event.sessions().stream().collect(Collectors.toMap(Session::id, session -> session));
        return csv(
                List.of(
                        "registration",
                        "name",
                        "session",
                        "start",
                        "end",
                        "timeZone",
                        "at",
                        "means",
                        "recordedAt",
                        "recordedBy",
                        "cameOn",
                        "leftOn",
                        "withdrawnAt",
                        "withdrawnBy"),
                presences.getOrDefault(event.event().id(), List.of()).stream()
                        .map(one -> row(
                                one.reference(),
                                one.name(),
                                one.sessionId(),
                                said(sessions.get(one.sessionId()), Session::startsOn),
                                said(sessions.get(one.sessionId()), Session::endsOn),
                                said(sessions.get(one.sessionId()), Session::timeZone),
                                one.seenAt(),
                                one.means(),
                                one.recordedAt(),
                                one.recordedBy(),
                                one.cameOn(),
                                one.leftOn(),
                                one.withdrawnAt(),
                                one.withdrawnBy())));
    }

    private static @Nullable Object said(@Nullable Session session, Function<Session, Object> what) {
        return session == null ? null : what.apply(session);
    }

    byte[] mails(EventDetails event) {
        return csv(
                List.of("createdAt", "kind", "to", "registration", "state", "sentAt"),
                mails.getOrDefault(event.event().id(), List.of()).stream()
                        .map(mail -> row(
                                mail.createdAt(),
                                mail.kind(),
                                mail.toAddress(),
                                mail.registration(),
                                mail.state(),
                                mail.sentAt())));
    }

    byte[] deeds(EventDetails event) {
        return csv(
                List.of("at", "actor", "subject", "deed", "detail"),
                deeds.getOrDefault(event.event().id(), List.of()).stream()
                        .map(done -> row(done.at(), done.actor(), done.subject(), done.deed(), done.detail())));
    }

    private static byte[] csv(List<String> columns, Stream<List<String>> rows) {
        return Csv.of(new Sheet("", columns.stream().map(Sheet.Column::text).toList(), rows.toList(), List.of()));
    }

    private static List<String> row(@Nullable Object... values) {
        return Stream.of(values)
                .map(value -> value == null ? "" : value.toString())
                .toList();
    }
}
