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
                            "report.pdf",
                            "report.xlsx",
                            "report.json",
                            "events/hamar/attendees.xlsx",
                            "events/hamar/attendance.csv",
                            "events/hamar/mail.csv",
                            "events/hamar/record.csv",
                            "events/hamar/signed/2023-06-14.pdf",
                            "events/hamar/signed/2023-06-14-2.pdf")
                    .endsWith("manifest.txt")
                    .allMatch(name -> !name.contains(".."))
                    .hasSize(3 + 2 * 7 + 1);
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
                            .contains("\"Pēteris Bērzs\"", "\"2023-06-15T09:30\"", "\"Europe/Oslo\"", "\"PROGRAM\""));
            assertThat(lines(zip, "events/hamar/mail.csv"))
                    .anySatisfy(line -> assertThat(line).contains("\"olga@example.org\"", "\"WAITING\""));
            assertThat(lines(zip, "events/hamar/record.csv"))
                    .anySatisfy(line -> assertThat(line).contains("\"published\""))
                    .anySatisfy(line -> assertThat(line).contains("\"attended\"", "\"session:"));
            assertThat(new String(bytes(zip, "events/hamar/mail.csv"), UTF_8)).doesNotContain("/r/");
        }
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
        assertThat(said.lines()).hasSize(3 + 2 * 7);
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
