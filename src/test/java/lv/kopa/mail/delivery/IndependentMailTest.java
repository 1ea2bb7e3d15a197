package lv.kopa.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import lv.kopa.ical.Attendee;
import lv.kopa.ical.CalendarEntry;
import lv.kopa.ical.CalendarMessage;
import lv.kopa.ical.Calendars;
import lv.kopa.ical.EntryStatus;
import lv.kopa.ical.Organiser;
import lv.kopa.ical.Reader;
import lv.kopa.ical.Revision;
import lv.kopa.ical.When;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Mail.Attachment;
import lv.kopa.mail.Mail.Recipient;
import lv.kopa.mail.Mails;
import lv.kopa.mail.OutboxRow;
import lv.kopa.mail.ReturnMarks;
import lv.kopa.mail.Wording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our mails, read by programs that are not ours. */
class IndependentMailTest {
    private static final Instant COMPOSED = Instant.parse("2026-11-23T10:15:30Z");
    private static final Path FOLDER = Path.of("src", "test", "readers");
    private static final String SUBJECT =
            "Apstiprinājums: žņaugt čūskām ļaužu ēģiptē, “Ūdensrozes”; Ķekavas šķērsiela 🎓";
    private static final String FILE = "Apliecība — Jānis Bērziņš, Ķekavas šķērsiela (2026).pdf";
    private static final byte[] PDF = {1, 13, 2, 10, 3};
    private static final byte[] CSV = "ā\nč\r\n".getBytes(StandardCharsets.UTF_8);
    private static final String ENDLESS = "Glāžšķūņu rūķīši dzērumā čiepj Baha koncertflīģeļu vākus. ".repeat(60);

    private static final ReturnMarks MARKS = new ReturnMarks(purpose -> purpose.getBytes(StandardCharsets.UTF_8));

    static Stream<Reader> readers() {
        return Stream.of(
                new Reader(
                        "python email",
                        FOLDER.resolve("read_mail.py"),
                        List.of("/usr/bin/python3", "python3"),
                        "apt-get install python3"),
                new Reader(
                        "mailparser",
                        FOLDER.resolve("read_mail.js"),
                        List.of("node"),
                        "npm install in src/test/readers"));
    }

    @ParameterizedTest
    @MethodSource("readers")
    void theyReadWhatWeWrote(Reader reader) throws Exception {
        reader.assumeInstalled();

        Map<?, ?> read = read(reader, mail());

        assertThat(read.get("subject")).isEqualTo(SUBJECT);
        assertThat(read.get("to")).isEqualTo("Līga Šķēle");
        assertThat(read.get("from")).isEqualTo("Biedrība Ūdensroze");
        assertThat(read.get("replyTo")).isEqualTo("maija@parks.example");
        assertThat(read.get("id")).isEqualTo("<1.20261123101530000000@kopa.example>");
        assertThat(read.get("automatic")).isEqualTo("auto-generated");
        assertThat(read.get("language")).isEqualTo("lv");
        assertThat(read.get("attachments")).isEqualTo(List.of(FILE, "plans.csv"));
        assertThat(read.get("text")).asString().contains(ENDLESS.strip());
        if (read.containsKey("structure")) {
            assertThat(read.get("structure"))
                    .isEqualTo("multipart/mixed(multipart/alternative(text/plain,text/html),application/pdf,text/csv)");
            assertThat(read.get("defects")).isEqualTo(0);
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void theyFindTheCalendarAndTheFilesWhereTheyBelong(Reader reader) throws Exception {
        reader.assumeInstalled();
        for (EntryStatus status : List.of(EntryStatus.CONFIRMED, EntryStatus.CANCELLED)) {
            String method = status == EntryStatus.CANCELLED ? "CANCEL" : "REQUEST";
            Mail mail = mail();
            byte[] invite = invite(status)
                    .between(
                            new Organiser("Biedrība Ūdensroze", "kopa@kopa.example"),
                            new Attendee("Līga Šķēle", Mails.LIGA.value()));

            Map<?, ?> read = read(reader, mail.enclosing(mail.attachments(), invite(status)));

            assertThat(read.get("fromAddress")).isEqualTo("kopa@kopa.example");
            assertThat(read.get("toAddress")).isEqualTo(Mails.LIGA.value());
            assertThat(read.get("files"))
                    .isEqualTo(List.of(
                            file(
                                    "1.3",
                                    "text/calendar",
                                    invite,
                                    null,
                                    null,
                                    Map.of("charset", "UTF-8", "method", method)),
                            file("2", "application/ics", invite, "attachment", "invite.ics", Map.of()),
                            file("3", "application/pdf", PDF, "attachment", FILE, Map.of()),
                            file("4", "text/csv", CSV, "attachment", "plans.csv", Map.of("charset", "UTF-8"))));
            assertThat(read.get("unsubscribe")).isNull();
            assertThat(read.get("text")).asString().contains(ENDLESS.strip(), "https://kopa.example/r/abc?lang=lv");
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void theyFindTheWayOutOfNews(Reader reader) throws Exception {
        reader.assumeInstalled();

        Map<?, ?> read = read(reader, mail().leftAt("https://kopa.example/my/news/" + "a2".repeat(16)));

        assertThat(read.get("unsubscribe")).isEqualTo("<https://kopa.example/my/news/" + "a2".repeat(16) + ">");
        assertThat(read.get("unsubscribePost")).isEqualTo("List-Unsubscribe=One-Click");
    }

    @Test
    void linesEndAsTheyMustAndNoneIsTooLong() throws Exception {
        byte[] raw = raw(mail());
        int length = 0;
        for (int i = 0; i < raw.length; i++) {
            boolean ends = i > 0 && raw[i - 1] == '\r' && raw[i] == '\n';
            assertThat(raw[i] == '\n' && !ends).as("a bare LF at %s", i).isFalse();
            assertThat(raw[i] == '\r' && (i + 1 == raw.length || raw[i + 1] != '\n'))
                    .as("a bare CR at %s", i)
                    .isFalse();
            length = ends ? 0 : length + 1;
            assertThat(length).isLessThanOrEqualTo(999); // with the CR
        }
    }

    private static Mail mail() {
        return Mails.with(
                new Recipient(Mails.LIGA, "Līga Šķēle", "lv"),
                new Mail.Sender("Biedrība Ūdensroze", new EmailAddress("maija@parks.example")),
                new Wording(
                        SUBJECT,
                        "Tava vieta ir apstiprināta",
                        "Sveika, Līga!",
                        List.of(ENDLESS, ".\n. punkts rindas sākumā"),
                        List.of(new Wording.Fact("Kad", List.of("pirmdien, 2027. gada 14. jūnijā"))),
                        Optional.of(new Wording.Link("Mans pieteikums", "https://kopa.example/r/abc?lang=lv")),
                        List.of("Biedrība “Ūdensroze”")),
                List.of(
                        new Attachment(FILE, "application/pdf", PDF),
                        new Attachment("plans.csv", "text/csv; charset=UTF-8", CSV)));
    }

    private static CalendarMessage invite(EntryStatus status) {
        When hours = new When.Timed(
                LocalDateTime.parse("2027-06-15T09:00"),
                LocalDateTime.parse("2027-06-15T12:00"),
                ZoneId.of("Europe/Oslo"));
        Revision revision = new Revision(1, COMPOSED, COMPOSED);
        return Calendars.message(
                "lv",
                CalendarEntry.of("reg-1-1@kopa.example", revision, hours, "Dabas skola Hamārā")
                        .withStatus(status));
    }

    private static Map<?, ?> read(Reader reader, Mail mail) throws Exception {
        return JsonMapper.createDefault().readValue(reader.read(raw(mail)).get(0), Map.class);
    }

    /** As both readers tell of a part, null where it says nothing. */
    private static Map<String, @Nullable String> file(
            String at,
            String type,
            byte[] content,
            @Nullable String disposition,
            @Nullable String name,
            Map<String, String> parameters) {
        Map<String, @Nullable String> file = new HashMap<>();
        file.put("at", at);
        file.put("type", type);
        file.put("content", Base64.getEncoder().encodeToString(content));
        file.put("encoding", "base64");
        file.put("disposition", disposition);
        file.put("name", name);
        file.put("charset", parameters.get("charset"));
        file.put("method", parameters.get("method"));
        return file;
    }

    private static byte[] raw(Mail mail) throws Exception {
        Sending sending = new Sending(
                Session.getInstance(new Properties()), new InternetAddress("kopa@kopa.example"), null, MARKS);
        MimeMessage message =
                Letter.of(OutboxRow.unkept(mail, "<1.20261123101530000000@kopa.example>", COMPOSED), mail, sending);
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return bytes.toByteArray();
    }
}
