package lv.kopa.report.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.export.AttendeeSheets;
import lv.kopa.export.Csv;
import lv.kopa.export.Xlsx;
import lv.kopa.file.Enclosures;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.attendees.AttendeeFilter;
import lv.kopa.report.Report;
import lv.kopa.report.file.ReportFiles;
import lv.kopa.text.Texts;

/**
 * Puts together what auditors ask for: the report of a project and what it rests on. An archive is written whole, to a
 * file beside the program, before its answer begins, so that a fault in it is an error and never half an archive; what is
 * in it was so at one moment.
 */
@Singleton
class Archives {
    private final ReportFiles files;
    private final AttendeeSheets attendees;
    private final Events events;
    private final ArchiveRepository repository;
    private final Collection<Enclosures> enclosures;

    Archives(
            ReportFiles files,
            AttendeeSheets attendees,
            Events events,
            ArchiveRepository repository,
            Collection<Enclosures> enclosures) {
        this.files = files;
        this.attendees = attendees;
        this.events = events;
        this.repository = repository;
        this.enclosures = enclosures;
    }

    /**
     * An archive as it was written.
     *
     * @param file for the caller to give out and delete
     * @param sum of its manifest, by which it is known
     */
    record Written(Path file, String sum) {}

    /**
     * Writes the archive of a report, with the events of the organiser's own organisations.
     *
     * @param counted counts it, which is done here so that it is of the same moment as what it rests on
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    Written write(Supplier<Report> counted, Organiser organiser) {
        try {
            Path file = Files.createTempFile("kopa-archive-", ".zip");
            try (Bundle bundle = new Bundle(Files.newOutputStream(file))) {
                fill(bundle, counted.get(), organiser);
                return new Written(file, bundle.seal());
            } catch (IOException | RuntimeException broken) {
                Files.delete(file);
                throw broken;
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void fill(Bundle bundle, Report report, Organiser organiser) throws IOException {
        List<EventDetails> all = events.get(report.eventIds());
        Predicate<EventDetails> own = event -> organiser.isAt(event.event().organisationId());
        List<EventDetails> shown = all.stream().filter(own).sorted(bySlug()).toList();
        bundle.add(Readme.NAME, new Readme(report).of(shown, shown.size() < all.size()));
        bundle.add("report.pdf", files.pdf(report));
        bundle.add("report.xlsx", files.xlsx(report));
        bundle.add("report.json", files.json(report));
        Records records = Records.of(
                repository, shown.stream().map(event -> event.event().id()).toList(), Texts.in(report.language()));
        for (EventDetails event : shown) {
            fill(bundle, event, records, report);
        }
        String leftOut = all.stream()
                .filter(own.negate())
                .sorted(bySlug())
                .map(event -> event.event().slug() + "\n")
                .collect(Collectors.joining());
        if (!leftOut.isEmpty()) {
            bundle.add("events-of-others.txt", leftOut.getBytes(UTF_8));
        }
    }

    private void fill(Bundle bundle, EventDetails event, Records records, Report report) throws IOException {
        String folder = Readme.folder(event);
        Texts texts = Texts.in(report.language());
        Presences presences = new Presences(event, records, texts);
        Journal journal = new Journal(event, records, texts);
        bundle.add(folder + "attendees.xlsx", Xlsx.of(attendees.of(event, AttendeeFilter.all(), report.language())));
        bundle.add(folder + "attendance.csv", Csv.of(presences.attendance()));
        bundle.add(folder + "attendance.xlsx", Xlsx.of(presences.attendance()));
        bundle.add(folder + "differences.csv", Csv.of(presences.differences()));
        bundle.add(folder + "mail.csv", Csv.of(journal.mails()));
        bundle.add(folder + "record.csv", Csv.of(journal.deeds()));
        for (Enclosures some : enclosures) {
            for (Enclosures.Enclosure enclosure : some.of(event.event().id())) {
                bundle.add(folder + enclosure.name(), enclosure.content().get());
            }
        }
    }

    private static Comparator<EventDetails> bySlug() {
        return Comparator.comparing(event -> event.event().slug());
    }
}
