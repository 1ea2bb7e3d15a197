package lv.kopa.report.archive;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.organisation.audit.Actors;
import lv.kopa.report.archive.ArchiveRepository.Doer;
import lv.kopa.report.archive.ArchiveRepository.Done;
import lv.kopa.report.archive.ArchiveRepository.Presence;
import lv.kopa.report.archive.ArchiveRepository.Sent;
import lv.kopa.report.archive.ArchiveRepository.Signed;
import lv.kopa.report.archive.ArchiveRepository.Signer;
import lv.kopa.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of some events, by the id of the event; and who is meant in it.
 *
 * @param signers by the id of the sheet
 */
record Records(
        Map<Long, List<Presence>> presences,
        Map<Long, List<Signed>> sheets,
        Map<Long, List<Signer>> signers,
        Map<Long, List<Sent>> mails,
        Map<Long, List<Done>> deeds,
        Actors actors) {
    static Records of(ArchiveRepository repository, Collection<Long> events, Texts texts) {
        List<Presence> presences = repository.presences(events);
        List<Signed> sheets = repository.sheets(events);
        List<Done> deeds = repository.deeds(events);
        List<String> actors = Stream.of(
                        presences.stream().flatMap(one -> Stream.of(one.recordedBy(), said(one.withdrawnBy()))),
                        sheets.stream().map(sheet -> said(sheet.comparedBy())),
                        deeds.stream().map(Done::actor))
                .flatMap(some -> some)
                .distinct()
                .toList();
        Map<String, String> names = repository.doers(Actors.ids("person", actors), Actors.ids("token", actors)).stream()
                .collect(Collectors.toMap(Doer::actor, Doer::name));
        return new Records(
                by(presences, Presence::eventId),
                by(sheets, Signed::eventId),
                by(repository.signers(events), Signer::sheetId),
                by(repository.mails(events), Sent::eventId),
                by(deeds, Done::eventId),
                new Actors(texts, names));
    }

    private static String said(@Nullable String actor) {
        return Objects.requireNonNullElse(actor, "");
    }

    private static <T> Map<Long, List<T>> by(List<T> all, Function<T, Long> id) {
        return all.stream().collect(Collectors.groupingBy(id));
    }
}
