package lv.kopa.attendance.sheet;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.Event;
import lv.kopa.file.FileKind;
import lv.kopa.file.Space;
import lv.kopa.file.StoredFile;
import lv.kopa.file.StoredFiles;
import lv.kopa.file.UnknownFile;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.web.Token;

/** Scans of what people signed, kept with the session or the day. */
@Singleton
class SignedSheets {
    /** Scanned or photographed. */
    static final Set<FileKind> KINDS = EnumSet.of(FileKind.SCAN, FileKind.IMAGE);

    private static final long MOST_BYTES = 200L * 1024 * 1024;

    private final SheetRepository repository;
    private final StoredFiles files;
    private final Audit audit;
    private final Clock clock;

    SignedSheets(SheetRepository repository, StoredFiles files, Audit audit, Clock clock) {
        this.repository = repository;
        this.files = files;
        this.audit = audit;
        this.clock = clock;
    }

    static Space space(Event event) {
        return new Space("signed:" + event.id(), MOST_BYTES);
    }

    List<Scan> of(Event event) {
        return of(event.id());
    }

    List<Scan> of(long event) {
        List<SignedSheet> sheets = repository.of(event);
        Map<Long, StoredFile> byId =
                files.byId(sheets.stream().map(SignedSheet::fileId).toList());
        return sheets.stream()
                .flatMap(sheet -> Stream.ofNullable(byId.get(sheet.fileId())).map(file -> new Scan(sheet, file)))
                .toList();
    }

    /** @throws UnknownFile where there is none */
    StoredFile file(Event event, long id) {
        return repository
                .find(event.id(), id)
                .map(sheet -> files.get(sheet.fileId()))
                .orElseThrow(UnknownFile::new);
    }

    /**
     * Keeps a staged file.
     *
     * @throws lv.kopa.file.FileRefused where it is staged no longer
     */
    @UnitOfWork
    void keep(Event event, Occasion occasion, Token staged, String actor) {
        SignedSheet kept = repository.save(new SignedSheet(
                0,
                event.id(),
                occasion.day(),
                occasion.session().map(session -> session.id()).orElse(null),
                files.keep(space(event), staged).id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor,
                null,
                null));
        audit.record(new Deed(actor, "event", event.id(), "sheet-kept", occasion.key() + " " + kept.id()));
    }

    /** @throws UnknownFile where there is none */
    @UnitOfWork
    void remove(Event event, long id, String actor) {
        SignedSheet sheet = repository.lock(event.id(), id).orElseThrow(UnknownFile::new);
        repository.forgetSignatures(id);
        repository.remove(id);
        files.delete(sheet.fileId());
        audit.record(new Deed(actor, "event", event.id(), "sheet-removed", Long.toString(id)));
    }
}
