package lv.kopa.report.archive;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.export.Sheet;
import lv.kopa.report.archive.ArchiveRepository.Done;
import lv.kopa.report.archive.ArchiveRepository.Sent;
import lv.kopa.text.Texts;
import org.jspecify.annotations.Nullable;

/** Which mails went out about an event, and who did what to it. */
final class Journal {
    private static final Pattern SESSION = Pattern.compile("\\bsession:(\\d{1,18})");
    private static final String DEED = "deed.";

    /** The kind of mails that take lists to the team; their heading says only how long they are. */
    private static final String LIST = "list";

    private final EventDetails event;
    private final Records records;
    private final Texts texts;

    Journal(EventDetails event, Records records, Texts texts) {
        this.event = event;
        this.records = records;
        this.texts = texts;
    }

    Sheet mails() {
        return new Sheet(
                "",
                new Columns(texts)
                        .at("workspace.mail.written")
                        .text("archive.mail.kind", "workspace.mail.to", "export.reference", "workspace.mail.state")
                        .at("workspace.mail.sent")
                        .text("deeds.field.timeZone")
                        .list(),
                records.mails().getOrDefault(event.event().id(), List.of()).stream()
                        .map(this::row)
                        .toList(),
                List.of());
    }

    private List<String> row(Sent mail) {
        return begun().at(mail.createdAt())
                .text(kind(mail.kind()))
                .text(mail.toAddress())
                .text(mail.registration())
                .text(texts.get(mail.state().textKey()))
                .at(mail.sentAt())
                .zone()
                .cells();
    }

    /** What a mail was about, as pages call it; one of an earlier release as it stands. */
    private String kind(String kind) {
        return kind.equals(LIST)
                ? texts.get("export.regular")
                : Stream.of("words.occasion." + kind, "archive.mail." + kind, "mail." + kind + ".headline")
                        .filter(texts::has)
                        .findFirst()
                        .map(key -> texts.get(key))
                        .orElse(kind);
    }

    Sheet deeds() {
        return new Sheet(
                "",
                new Columns(texts)
                        .at("deeds.when")
                        .text(
                                "deeds.field.timeZone",
                                "deeds.who",
                                "deeds.what",
                                "export.reference",
                                "deeds.about",
                                "deeds.detail")
                        .list(),
                records.deeds().getOrDefault(event.event().id(), List.of()).stream()
                        .map(this::row)
                        .toList(),
                List.of());
    }

    private List<String> row(Done done) {
        String word = DEED + done.deed();
        return begun().at(done.at())
                .zone()
                .text(records.actors().who(done.actor()))
                .text(texts.has(word) ? texts.get(word) : done.deed())
                .text(done.reference())
                .text(about(done.name()))
                .text(detail(Objects.requireNonNullElse(done.detail(), "")))
                .cells();
    }

    private Row begun() {
        return new Row(event.event().zone());
    }

    private String about(@Nullable String person) {
        if (person == null) {
            return event.event().title().in(texts.language());
        }
        return person.isEmpty() ? texts.get("registration.erased") : person;
    }

    /** Sessions in it are called as people call them. */
    private String detail(String kept) {
        return SESSION.matcher(kept)
                .replaceAll(match -> Matcher.quoteReplacement(event.sessions().stream()
                        .filter(session -> Long.toString(session.id()).equals(match.group(1)))
                        .findFirst()
                        .flatMap(session -> event.nameOf(session, texts.language()))
                        .orElse(match.group())));
    }
}
