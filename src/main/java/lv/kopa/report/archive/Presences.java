package lv.kopa.report.archive;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.export.AttendeeSheets;
import lv.kopa.export.Sheet;
import lv.kopa.report.archive.ArchiveRepository.Presence;
import lv.kopa.report.archive.ArchiveRepository.Signed;
import lv.kopa.report.archive.ArchiveRepository.Signer;
import lv.kopa.text.Texts;
import org.jspecify.annotations.Nullable;

/** Who was there, as check-in says, and where what people signed says something else. */
final class Presences {
    private final EventDetails event;
    private final Records records;
    private final Texts texts;
    private final Map<Long, Session> sessions;
    private final List<Presence> presences;

    Presences(EventDetails event, Records records, Texts texts) {
        this.event = event;
        this.records = records;
        this.texts = texts;
        this.sessions = event.sessions().stream().collect(Collectors.toMap(Session::id, session -> session));
        this.presences = records.presences().getOrDefault(event.event().id(), List.of());
    }

    /** What check-in recorded, with what was taken back. */
    Sheet attendance() {
        return new Sheet(
                texts.get("archive.attendance"),
                new Columns(texts)
                        .text("export.reference", "export.name", "deeds.field.session")
                        .on("deeds.field.startsOn")
                        .on("deeds.field.endsOn")
                        .text("deeds.field.timeZone")
                        .at("archive.seen")
                        .text("archive.means")
                        .at("archive.recorded")
                        .text("archive.recorded-by")
                        .on("archive.came")
                        .on("archive.left")
                        .at("archive.withdrawn")
                        .text("archive.withdrawn-by")
                        .list(),
                presences.stream().map(this::row).toList(),
                AttendeeSheets.about(event, texts.language()));
    }

    private List<String> row(Presence one) {
        Session session = sessions.get(one.sessionId());
        return row(session)
                .text(one.reference())
                .text(name(one.name()))
                .text(session == null ? "" : name(session))
                .on(session == null ? null : session.startsOn())
                .on(session == null ? null : session.endsOn())
                .zone()
                .at(one.seenAt())
                .text(texts.get("archive.means." + one.means()))
                .at(one.recordedAt())
                .text(who(one.recordedBy()))
                .text(one.cameOn())
                .text(one.leftOn())
                .at(one.withdrawnAt())
                .text(who(one.withdrawnBy()))
                .cells();
    }

    private Row row(@Nullable Session session) {
        ZoneId zone = session == null ? event.event().zone() : session.zone();
        return new Row(zone);
    }

    /** Where the two differ; a sheet of which nobody has said yet who signed it, or where nothing differs, says so. */
    Sheet differences() {
        return new Sheet(
                texts.get("archive.differences"),
                new Columns(texts)
                        .text(
                                "archive.sheet",
                                "archive.sheet.of",
                                "export.reference",
                                "export.name",
                                "archive.signed",
                                "archive.marked",
                                "archive.difference")
                        .at("archive.compared")
                        .text("deeds.field.timeZone", "archive.compared-by")
                        .list(),
                records.sheets().getOrDefault(event.event().id(), List.of()).stream()
                        .flatMap(this::differences)
                        .toList(),
                List.of());
    }

    private Stream<List<String>> differences(Signed sheet) {
        if (sheet.comparedAt() == null) {
            return Stream.of(told(sheet, texts.get("archive.not-compared")));
        }
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, String> signed = new HashMap<>();
        for (Signer signer : records.signers().getOrDefault(sheet.id(), List.of())) {
            signed.put(signer.reference(), signer.name());
        }
        Set<Long> held = held(sheet);
        Map<String, String> marked = presences.stream()
                .filter(one -> one.stands() && held.contains(one.sessionId()))
                .collect(Collectors.toMap(Presence::reference, Presence::name, (one, other) -> one));
        names.putAll(signed);
        names.putAll(marked);
        List<List<String>> rows = names.entrySet().stream()
                .filter(person -> signed.containsKey(person.getKey()) != marked.containsKey(person.getKey()))
                .sorted(Map.Entry.comparingByValue(texts.language().alphabet()))
                .map(person -> row(sheet, person, signed.containsKey(person.getKey())))
                .toList();
        return rows.isEmpty() ? Stream.of(told(sheet, texts.get("attendance.signed.same"))) : rows.stream();
    }

    private List<String> row(Signed sheet, Map.Entry<String, String> person, boolean signed) {
        Row row = begun(sheet)
                .text(person.getKey())
                .text(name(person.getValue()))
                .text(texts.get(signed ? "web.yes" : "web.no"))
                .text(texts.get(signed ? "web.no" : "web.yes"))
                .text(texts.get(signed ? "attendance.signed.not-marked" : "attendance.signed.not-signed"));
        return ended(row, sheet);
    }

    private List<String> told(Signed sheet, String what) {
        return ended(begun(sheet).text("").text("").text("").text("").text(what), sheet);
    }

    private Row begun(Signed sheet) {
        String of = session(sheet)
                .map(this::name)
                .orElseGet(() ->
                        texts.get("attendance.sheet.whole-day", sheet.day().toString()));
        return row(session(sheet).orElse(null))
                .text("signed/" + sheet.day() + "-" + sheet.id())
                .text(of);
    }

    private List<String> ended(Row row, Signed sheet) {
        return row.at(sheet.comparedAt()).zone().text(who(sheet.comparedBy())).cells();
    }

    private Optional<Session> session(Signed sheet) {
        return Optional.ofNullable(sheet.sessionId()).map(sessions::get);
    }

    /** The ids of what it was signed for, as far as it took place. */
    private Set<Long> held(Signed sheet) {
        Long one = sheet.sessionId();
        return event.planned().stream()
                .filter(session ->
                        one == null ? session.startsOn().toLocalDate().equals(sheet.day()) : session.id() == one)
                .map(Session::id)
                .collect(Collectors.toSet());
    }

    /** What a session is called, at least by when it is. */
    private String name(Session session) {
        return event.nameOf(session, texts.language())
                .orElseGet(() -> session.startsOn().toString().replace('T', ' '));
    }

    private String name(String person) {
        return person.isEmpty() ? texts.get("registration.erased") : person;
    }

    private String who(@Nullable String actor) {
        return actor == null ? "" : records.actors().who(actor);
    }
}
