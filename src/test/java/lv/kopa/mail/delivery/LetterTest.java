package lv.kopa.mail.delivery;

import static lv.kopa.ical.FeedAssert.assertThatFeed;
import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lv.kopa.ical.CalendarEntry;
import lv.kopa.ical.Calendars;
import lv.kopa.ical.EntryStatus;
import lv.kopa.ical.Revision;
import lv.kopa.ical.When;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Mail.About;
import lv.kopa.mail.Mail.Attachment;
import lv.kopa.mail.Mail.Recipient;
import lv.kopa.mail.Mail.Sender;
import lv.kopa.mail.MailState;
import lv.kopa.mail.Mails;
import lv.kopa.mail.OutboxRow;
import lv.kopa.mail.ReturnMarks;
import lv.kopa.mail.Wording;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {
    private static final Instant COMPOSED = Instant.parse("2026-11-23T10:15:30Z");
    private static final String EVIL = "X\r\nBcc: spy@evil.example\r\n\r\n<script>\u2028Bcc: a@b.example\u0000\u0085";
    private static final ReturnMarks MARKS = new ReturnMarks(purpose -> new byte[32]);
    private final Session session = Session.getInstance(new Properties());

    @Test
    void latvianNamesAreReadAsTheyWereWritten() throws Exception {
        String name = "Apliecība — Jānis Bērziņš, Ķekavas šķērsiela.pdf";
        MimeMessage mail = arrived(Mails.with(
                new Recipient(Mails.LIGA, "Līga Bērziņa-Šķērsgriezuma", "lv"),
                new Sender("Biedrība “Ūdensrozes ābele”", new EmailAddress("maija@parks.example")),
                Mails.saying("Apstiprinājums: žņaugt čūskām ļaužu ēģiptē 🎓", "Glāžšķūņu rūķīši"),
                List.of(new Attachment(name, "application/pdf", new byte[] {1, 2, 3}))));
        assertThatMail(mail)
                .isTo("Liga.Berzina@skola.example", "Līga Bērziņa-Šķērsgriezuma")
                .isFrom("Biedrība “Ūdensrozes ābele”")
                .isAnsweredTo("maija@parks.example")
                .isIn("lv")
                .hasSubject("Apstiprinājums: žņaugt čūskām ļaužu ēģiptē 🎓")
                .says("Glāžšķūņu rūķīši")
                .hasAttachment(name);
    }

    @Test
    void attachmentsAreNamedAsRfc2231Says() throws Exception {
        assertThat(raw(attached("Ielūgums Ādažos.ics")).replaceAll("\\s*\r\n\\s+", " "))
                .contains("Content-Disposition: attachment; filename*=UTF-8''Iel%C5%ABgums%20%C4%80da%C5%BEos.ics");
    }

    @Test
    void aCalendarIsTheLastAlternativeAndAFileOfTheSameBytesBesides() throws Exception {
        for (EntryStatus status : List.of(EntryStatus.CONFIRMED, EntryStatus.CANCELLED)) {
            String method = status == EntryStatus.CANCELLED ? "CANCEL" : "REQUEST";

            Multipart mixed = (Multipart) arrived(inviting(status)).getContent();

            Multipart alternative = (Multipart) mixed.getBodyPart(0).getContent();
            assertThat(mixed.getContentType()).startsWith("multipart/mixed");
            assertThat(mixed.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
            assertThat(mixed.getCount()).isEqualTo(3);
            assertThat(alternative.getCount()).isEqualTo(3);
            assertThat(alternative.getBodyPart(0).isMimeType("text/plain")).isTrue();
            assertThat(alternative.getBodyPart(1).isMimeType("text/html")).isTrue();
            BodyPart calendar = alternative.getBodyPart(2);
            assertThat(calendar.getContentType()).isEqualTo("text/calendar; charset=UTF-8; method=" + method);
            assertThat(calendar.getDisposition()).isNull();
            assertThat(calendar.getFileName()).isNull();
            assertThat(calendar.getHeader("Content-Transfer-Encoding")).containsExactly("base64");
            BodyPart file = mixed.getBodyPart(1);
            assertThat(file.getContentType()).isEqualTo("application/ics; name=\"invite.ics\"");
            assertThat(file.getHeader("Content-Disposition")).containsExactly("attachment; filename=\"invite.ics\"");
            byte[] content = calendar.getInputStream().readAllBytes();
            assertThat(file.getInputStream().readAllBytes()).isEqualTo(content);
            assertThat(mixed.getBodyPart(2).getFileName()).isEqualTo("a.pdf");
            assertThatFeed(content).isClean().says("METHOD", method);
            assertThat(content[0]).isEqualTo((byte) 'B');
        }
    }

    @Test
    void whoeverTheMailIsFromInvitesWhomItGoesTo() throws Exception {
        MimeMessage mail = arrived(inviting(EntryStatus.CONFIRMED));
        Multipart mixed = (Multipart) mail.getContent();

        String calendar = new String(mixed.getBodyPart(1).getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .replace("\r\n ", "");

        assertThat(mail.getFrom()[0]).hasToString("Kopa <kopa@kopa.example>");
        assertThat(calendar.lines())
                .contains("ORGANIZER;CN=Kopa:mailto:kopa@kopa.example")
                .contains(
                        "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=\"Līga\":mailto:"
                                + "Liga.Berzina@skola.example");
        assertThat(calendar.split("mailto:")).hasSize(3);
    }

    @Test
    void twoSendingsOfOneMailAreTheSameToTheByte() throws Exception {
        Mail mail = inviting(EntryStatus.CONFIRMED);

        assertThat(withoutBoundaries(raw(mail))).isEqualTo(withoutBoundaries(raw(mail)));
    }

    /** Which are anybody's. */
    private static String withoutBoundaries(String raw) {
        return raw.replaceAll("----=_Part_[\\w.]+", "----");
    }

    private static Mail inviting(EntryStatus status) {
        var hours = new When.Timed(
                LocalDateTime.parse("2027-06-15T09:00"),
                LocalDateTime.parse("2027-06-15T12:00"),
                ZoneId.of("Europe/Oslo"));
        var entry = CalendarEntry.of("reg-1-1@kopa.example", new Revision(1, COMPOSED, COMPOSED), hours, "Naturskole")
                .withStatus(status);
        Mail mail = attached("a.pdf");
        return mail.enclosing(mail.attachments(), Calendars.message("lv", entry));
    }

    @Test
    void nothingThatPeopleTypeAddsAHeader() throws Exception {
        MimeMessage clean = arrived(attached("a.pdf"));
        MimeMessage mail = arrived(Mails.with(
                new Recipient(Mails.LIGA, EVIL, "lv"),
                new Sender(EVIL, new EmailAddress("maija@parks.example")),
                new Wording(EVIL, EVIL, EVIL, List.of(EVIL), List.of(), Optional.empty(), List.of(EVIL)),
                List.of(new Attachment(EVIL, "application/pdf", new byte[] {1}))));
        assertThat(names(mail)).containsExactlyInAnyOrderElementsOf(names(clean));
        assertThat(mail.getAllRecipients()).hasSize(1);
        Multipart mixed = (Multipart) mail.getContent();
        assertThat(mixed.getCount()).isEqualTo(2);
        assertThat(Collections.list(mixed.getBodyPart(1).getAllHeaders())).hasSize(3);
    }

    @Test
    void theHeadSaysWhatAProgramWroteAndWhen() throws Exception {
        MimeMessage mail = arrived(attached("a.pdf"));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(mail.getMessageID()).isEqualTo("<1.20261123101530000000@kopa.example>");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(COMPOSED));
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
    }

    @Test
    void whatCanBeRefusedByOneClickSaysWhere() throws Exception {
        Sending sending = new Sending(session, new InternetAddress("kopa@kopa.example"), null, MARKS);
        Mail news = attached("a.pdf");
        MimeMessage mail = Letter.of(row(news, "https://kopa.example/my/news/x"), news, sending);
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<https://kopa.example/my/news/x>");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }

    @Test
    void bothFormsSayTheSameWithoutPicturesAndWhatPeopleWriteStaysText() throws Exception {
        Wording wording = new Wording(
                "Training",
                "You have a place",
                "Hello, <b>Anna</b>!",
                List.of("Bring <script>alert(1)</script> & a pencil"),
                List.of(new Wording.Fact("When", List.of("Monday 14 June 2027, 09:00", "All times in Riga time"))),
                Optional.of(new Wording.Link("See or cancel", "https://kopa.example/r/abc")),
                List.of("Intelekta parks"));
        Document html = Jsoup.parse(wording.html("en"));
        assertThat(html.select("script, img, [src], [background]")).isEmpty();
        assertThat(html.select("link, [style*=url]")).isEmpty();
        assertThat(Stream.of(
                        "You have a place",
                        "Hello, <b>Anna</b>!",
                        "Bring <script>alert(1)</script> & a pencil",
                        "Monday 14 June 2027, 09:00",
                        "All times in Riga time",
                        "Intelekta parks"))
                .allSatisfy(said -> {
                    assertThat(html.body().text()).contains(said);
                    assertThat(wording.text()).contains(said);
                });
        assertThat(html.select("a").eachAttr("href")).containsOnly("https://kopa.example/r/abc");
        assertThat(wording.text()).contains("https://kopa.example/r/abc");
    }

    @Test
    void aMailGoesToOnePersonAlone() throws Exception {
        MimeMessage mail = arrived(attached("a.pdf"));
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Cc")).isNull();
        assertThat(mail.getHeader("Bcc")).isNull();
    }

    @Test
    void oneLibraryAloneSendsMail() throws Exception {
        ClassLoader loader = getClass().getClassLoader();
        assertThat(Collections.list(loader.getResources("META-INF/services/jakarta.mail.util.StreamProvider")))
                .hasSize(1);
        assertThat(loader.getResource("com/sun/mail/smtp/SMTPTransport.class")).isNull();
    }

    @Test
    void noHeaderIsNamedByWhatPeopleType() throws IOException {
        Pattern named = Pattern.compile("\\b(?:add|set)Header\\((.)");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/lv/kopa/mail"))) {
            List<String> beginnings = new ArrayList<>();
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                named.matcher(Files.readString(source)).results().forEach(call -> beginnings.add(call.group(1)));
            }
            assertThat(beginnings).isNotEmpty().containsOnly("\"");
        }
    }

    @Test
    void undeliverableMailNamesItsRow() throws Exception {
        Sending bounces =
                new Sending(session, new InternetAddress("kopa@kopa.example"), "bounce+{id}@kopa.example", MARKS);
        SMTPMessage mail = (SMTPMessage) letter(attached("a.pdf"), bounces);
        assertThat(mail.getEnvelopeFrom()).matches("bounce\\+1\\.[a-z2-7]{16}@kopa\\.example");
        assertThat(mail.getFrom()[0]).hasToString("Kopa <kopa@kopa.example>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ā", "щ"})
    void noLineIsTooLongForAMailServer(String letter) throws Exception {
        String endless = letter.repeat(5000) + "\r" + letter + "\n.\n" + letter;
        String raw = raw(Mails.with(
                new Recipient(Mails.LIGA, letter.repeat(5000), "lv"),
                new Sender(letter.repeat(5000), null),
                Mails.saying(letter.repeat(5000), endless),
                List.of(new Attachment(letter.repeat(5000), "text/csv", endless.getBytes(StandardCharsets.UTF_8)))));
        assertThat(raw.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(998));
        assertThat(raw.replace("\r\n", "")).doesNotContain("\r", "\n");
    }

    private static Mail attached(String fileName) {
        return Mails.with(
                new Recipient(Mails.LIGA, "Līga", "lv"),
                new Sender("Kopa", new EmailAddress("maija@parks.example")),
                Mails.saying("s", "t"),
                List.of(new Attachment(fileName, "application/pdf", new byte[] {1})));
    }

    @Test
    void mailAboutOneRegistrationHangsTogether() throws Exception {
        String root = "<K7Q2.registration@kopa.example>";
        MimeMessage mail = arrived(Mails.about(1, new About(7L, 8L, "K7Q2"), "Apstiprinājums"));
        assertThat(mail.getHeader("References")).containsExactly(root);
        assertThat(mail.getHeader("In-Reply-To")).containsExactly(root);
        assertThat(arrived(Mails.about(2, About.NOTHING, "Par ko citu")).getHeader("References"))
                .isNull();
    }

    private static MimeMessage letter(Mail mail, Sending sending) throws Exception {
        return Letter.of(row(mail), mail, sending);
    }

    private static OutboxRow row(Mail mail) {
        return row(mail, null);
    }

    private static OutboxRow row(Mail mail, @Nullable String unsubscribe) {
        return new OutboxRow(
                1L,
                mail.key(),
                mail.kind(),
                null,
                null,
                null,
                mail.to().address().value(),
                mail.to().name(),
                mail.to().language(),
                mail.from().name(),
                null,
                mail.wording().subject(),
                "{}",
                null,
                MailState.SENDING,
                0,
                COMPOSED,
                COMPOSED,
                null,
                null,
                "<1.20261123101530000000@kopa.example>",
                null,
                unsubscribe,
                null,
                null,
                0);
    }

    private String raw(Mail mail) throws Exception {
        Sending sending = new Sending(session, new InternetAddress("kopa@kopa.example"), null, MARKS);
        var bytes = new ByteArrayOutputStream();
        letter(mail, sending).writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private MimeMessage arrived(Mail mail) throws Exception {
        return new MimeMessage(session, new ByteArrayInputStream(raw(mail).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> names(MimeMessage mail) throws Exception {
        return Collections.list(mail.getAllHeaders()).stream()
                .map(jakarta.mail.Header::getName)
                .toList();
    }
}
