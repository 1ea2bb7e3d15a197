package lv.kopa.report.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import lv.kopa.file.Enclosures;
import lv.kopa.paper.Paper;
import lv.kopa.report.Kapitals;
import lv.kopa.start.Errand;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What auditors are given, and how they see that it is what was written. */
class ArchiveTest {
    private static final String ARCHIVE = "/organiser/projects/kapitals/archive.zip";
    private static Kapitals kapitals;

    @TempDir
    private Path folder = Path.of("set by JUnit");

    private Path archive = Path.of("set below");

    @BeforeAll
    static void open() {
        kapitals = Kapitals.open();
    }

    @AfterAll
    static void close() {
        kapitals.close();
    }

    @BeforeEach
    void take() throws IOException {
        HttpResponse<byte[]> answer = kapitals.get(ARCHIVE);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        archive = Files.write(folder.resolve("archive.zip"), answer.body());
    }

    /** Scans of what was signed, as another feature would put them in. */
    @Singleton
    @Requires(property = "spec.name", value = "report")
    static class Scans implements Enclosures {
        @Override
        public List<Enclosure> of(long event) {
            return List.of(
                    new Enclosure("signed/2023-06-14.pdf", () -> new ByteArrayInputStream("first".getBytes(UTF_8))),
                    new Enclosure("signed/2023-06-14.pdf", () -> new ByteArrayInputStream("second".getBytes(UTF_8))),
                    new Enclosure("../../ņ", () -> new ByteArrayInputStream("far".getBytes(UTF_8))));
        }
    }

    @Test
    void itHoldsTheReportAndWhatItRestsOnInTheSameOrderEachTime() throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .startsWith(
                            "README.txt",
                            "report.pdf",
                            "report.xlsx",
                            "report.json",
                            "events/hamar/attendees.xlsx",
                            "events/hamar/attendance.csv",
                            "events/hamar/attendance.xlsx",
                            "events/hamar/differences.csv",
                            "events/hamar/mail.csv",
                            "events/hamar/record.csv",
                            "events/hamar/signed/2023-06-14.pdf",
                            "events/hamar/signed/2023-06-14-2.pdf")
                    .endsWith("manifest.txt")
                    .allMatch(name -> !name.contains(".."))
                    .hasSize(4 + 2 * 9 + 1);
            assertThat(zip.stream().map(ZipEntry::getTimeLocal).distinct()).hasSize(1);
            assertThat(Paper.read(bytes(zip, "report.pdf")).line()).contains("AIF/2022/KAPAC2/108");
        }
    }

    @Test
    void eachEventHasWhoWasThereWhatWasSentAndWhoDidWhat() throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            assertThat(lines(zip, "events/hamar/attendance.csv"))
                    .hasSize(1 + 11)
                    .anySatisfy(line -> assertThat(line)
                            .contains(
                                    "\"Pēteris Bērzs\"", "\"2023-06-15 09:30\"", "\"Europe/Oslo\"", "\"by a program\"")
                            .contains("\"2023-05-01 10:00:00\",\"2023-05-01T08:00:00Z\"", "\"ilze, by a program\""));
            assertThat(lines(zip, "events/hamar/mail.csv"))
                    .anySatisfy(line -> assertThat(line)
                            .contains("\"olga@example.org\"", "\"on its way\"", "\"Europe/Riga\"")
                            .contains("\"A place is confirmed\"")
                            .contains("\"2023-05-01 11:00:00\",\"2023-05-01T08:00:00Z\""));
            assertThat(lines(zip, "events/hamar/record.csv"))
                    .anySatisfy(line -> assertThat(line)
                            .contains("\"Event published\"", "\"ilze, by a program\"", "\"Visit to Hamar\""))
                    .anySatisfy(line ->
                            assertThat(line).contains("\"Recorded as present\"", "\"Olga Ozola\"", "\"With the host\""))
                    .noneSatisfy(line -> assertThat(line).containsPattern("(person|token|session):\\d"));
            assertThat(new String(bytes(zip, "events/hamar/mail.csv"), UTF_8)).doesNotContain("/r/");
        }
    }

    @Test
    void aSpreadsheetReckonsWithWhenPeopleWereThere() throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile());
                var book = new ReadableWorkbook(
                        new ByteArrayInputStream(bytes(zip, "events/hamar/attendance.xlsx")),
                        new ReadingOptions(true, true))) {
            var row = book.getFirstSheet().read().get(1);
            assertThat(row.getCellText(2)).isEqualTo("With the host");
            assertThat(row.getCell(3).asDate()).isEqualTo("2023-06-14T10:00");
            assertThat(row.getCell(3).getDataFormatString()).contains("mmm");
            assertThat(row.getCell(6).asDate()).isEqualTo("2023-05-01T10:00");
            assertThat(row.getCell(0).getType()).isEqualTo(CellType.STRING);
        }
    }

    @Test
    void whatIsWhatAndHowToSeeThatItIsUnchangedStandsInItInTheLanguageOfItsReader() throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            String readme = new String(bytes(zip, "README.txt"), UTF_8);
            assertThat(readme)
                    .startsWith("Auditor’s archive of project AIF/2022/KAPAC2/108 KAPITĀLS")
                    .contains("Intelekta parks", "events/hamar/: Visit to Hamar, 14", "16 June 2023")
                    .contains("sha256sum -c manifest.txt", "java -jar kopa.jar verify-archive")
                    .doesNotContain("events-of-others");
            assertThat(zip.stream()
                            .map(entry -> entry.getName()
                                    .replaceFirst("^events/[^/]+/", "")
                                    .replaceFirst("/.*", "/"))
                            .filter(name -> !name.startsWith("_") && !name.equals("README.txt"))
                            .distinct())
                    .allSatisfy(name -> assertThat(readme).contains(name));
        }
        Files.write(archive, kapitals.get(ARCHIVE + "?lang=lv").body());
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            assertThat(new String(bytes(zip, "README.txt"), UTF_8)).contains("arhīvs revidentam", "Kas tajā ir:");
        }
    }

    @Test
    void whereSignedSheetsAndCheckInDifferIsSaidSheetBySheet() throws IOException {
        kapitals.database()
                .execute(
                        "INSERT IGNORE INTO file_space (name) VALUES ('signed')",
                        "INSERT INTO stored_file (id, space, name, media_type, size_bytes, sha256, created_at)"
                                + " VALUES (901, 'signed', 'a.pdf', 'application/pdf', 0, REPEAT('0', 64), NOW(6))",
                        sheet(901, "Strategy", "'2024-01-10 09:00:00'"),
                        sheet(902, "Naturskole", "NULL"),
                        "INSERT INTO signature (sheet_id, registration_id) SELECT 901, id FROM registration"
                                + " WHERE name IN ('Pēteris Bērzs', 'Olga Ozola', 'Anna Liepa') AND event_id ="
                                + " (SELECT id FROM event WHERE slug = 'hamar')");
        try {
            take();
            try (ZipFile zip = new ZipFile(archive.toFile())) {
                List<String> lines = lines(zip, "events/hamar/differences.csv");
                assertThat(lines).hasSize(1 + 3);
                assertThat(lines.get(1))
                        .contains("signed/2023-06-15-902", "Naturskole", "Nobody has said yet who signed this sheet.");
                assertThat(lines.get(2))
                        .contains("\"Strategy\"", "\"Jānis Kalns\",\"No\",\"Yes\"")
                        .contains("\"2024-01-10 10:00:00\",\"2024-01-10T09:00:00Z\",\"Europe/Oslo\",\"ilze\"");
                assertThat(lines.get(3)).contains("\"Pēteris Bērzs\",\"Yes\",\"No\"");
                assertThat(check()).matches(Errand.Result::good);
            }
        } finally {
            kapitals.database()
                    .execute(
                            "DELETE FROM signature",
                            "DELETE FROM signed_sheet",
                            "DELETE FROM stored_file WHERE id = 901");
        }
    }

    private static String sheet(long id, String session, String comparedAt) {
        return "INSERT INTO signed_sheet (id, event_id, day, session_id, file_id, kept_at, kept_by, compared_at,"
                + " compared_by) SELECT " + id + ", s.event_id, DATE(s.starts_on), s.id, 901, NOW(6), 'system', "
                + comparedAt + ", CONCAT('person:', p.id) FROM session s JOIN person p ON p.name = 'ilze'"
                + " WHERE s.title LIKE '%" + session + "%'";
    }

    @Test
    void unchangedItIsSoundForUsAndForEverybodyElse() throws Exception {
        assertThat(check()).matches(Errand.Result::good);
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        try (FileSystem zip = FileSystems.newFileSystem(archive);
                Stream<Path> all = Files.walk(zip.getPath("/"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path copy = unpacked.resolve(file.toString().substring(1));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Process sums = new ProcessBuilder("sha256sum", "--strict", "-c", "manifest.txt")
                .directory(unpacked.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(sums.getInputStream().readAllBytes(), UTF_8);
        assertThat(sums.waitFor()).as(said).isZero();
        assertThat(said.lines()).hasSize(4 + 2 * 9);
    }

    @Test
    void whatWasChangedTakenOutOrPutInIsNamed() throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(archive)) {
            Files.writeString(zip.getPath("/events/hamar/attendance.csv"), "\"nobody\"");
            Files.delete(zip.getPath("/report.json"));
            Files.writeString(zip.getPath("/events/hamar/more.csv"), "more");
        }
        Errand.Result check = check();
        assertThat(check.good()).isFalse();
        assertThat(check.words().lines().toList().subList(0, 3))
                .containsExactlyInAnyOrder(
                        "events/hamar/attendance.csv: differs", "report.json: missing", "events/hamar/more.csv: added");
    }

    @Test
    void aSecondFileOfTheSameNameIsNamedToo() throws IOException {
        Path twice = folder.resolve("twice.zip");
        try (ZipFile zip = new ZipFile(archive.toFile());
                ZipOutputStream copy = new ZipOutputStream(Files.newOutputStream(twice))) {
            for (ZipEntry entry : zip.stream().toList()) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                copy.write(bytes(zip, entry.getName()));
            }
            copy.putNextEntry(new ZipEntry("report.jsoN"));
        }
        byte[] bytes = Files.readAllBytes(twice);
        Files.write(
                archive,
                new String(bytes, ISO_8859_1)
                        .replace("report.jsoN", "report.json")
                        .getBytes(ISO_8859_1));

        assertThat(check().good()).isFalse();
        assertThat(check().words()).contains("report.json: added");
    }

    @Test
    void whatIsNoArchiveIsSaidToBeNone() throws IOException {
        Path other = Files.writeString(folder.resolve("other.zip"), "no archive");
        assertThat(new ArchiveCheck().run(other.toString()).good()).isFalse();
        assertThat(new ArchiveCheck().run("missing.zip").good()).isFalse();
    }

    @Test
    void whoTookItIsRecordedWithWhatItWasKnownBy() throws IOException {
        List<String> details = kapitals.database()
                .texts("SELECT detail FROM audit WHERE deed = 'archive-taken' ORDER BY id DESC LIMIT 1");
        assertThat(check().words()).contains(details.get(0).replace("manifest:", "manifest "));
    }

    private Errand.Result check() {
        return new ArchiveCheck().run(archive.toString());
    }

    private static byte[] bytes(ZipFile zip, String name) throws IOException {
        return zip.getInputStream(zip.getEntry(name)).readAllBytes();
    }

    private static List<String> lines(ZipFile zip, String name) throws IOException {
        return new ArrayList<>(new String(bytes(zip, name), UTF_8).lines().toList());
    }
}
