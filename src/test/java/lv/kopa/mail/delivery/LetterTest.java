package lv.kopa.mail.delivery;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Mail.Attachment;
import lv.kopa.mail.Mail.Recipient;
import lv.kopa.mail.Mail.Sender;
import lv.kopa.mail.MailState;
import lv.kopa.mail.Mails;
import lv.kopa.mail.OutboxRow;
import lv.kopa.mail.Wording;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LetterTest {
    private static final Instant COMPOSED = Instant.parse("2026-11-23T10:15:30Z");
    private static final String EVIL = "X\r\nBcc: spy@evil.example\r\n\r\n<script>\u2028Bcc: a@b.example\u0000\u0085";
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
    void aCalendarInvitationWouldFindItsPlaceAmongTheAlternatives() throws Exception {
        Multipart mixed = (Multipart) arrived(attached("a.pdf")).getContent();
        Multipart alternative = (Multipart) mixed.getBodyPart(0).getContent();
        assertThat(mixed.getContentType()).startsWith("multipart/mixed");
        assertThat(mixed.getBodyPart(0).getContentType()).startsWith("multipart/alternative");
        assertThat(alternative.getBodyPart(0).isMimeType("text/plain")).isTrue();
        assertThat(alternative.getBodyPart(1).isMimeType("text/html")).isTrue();
        assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo("a.pdf");
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
    void undeliverableMailNamesItsRow() throws Exception {
        Sending bounces = new Sending(session, new InternetAddress("kopa@kopa.example"), "bounce+{id}@kopa.example");
        SMTPMessage mail = (SMTPMessage) letter(attached("a.pdf"), bounces);
        assertThat(mail.getEnvelopeFrom()).isEqualTo("bounce+1@kopa.example");
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

    private static MimeMessage letter(Mail mail, Sending sending) throws Exception {
        return Letter.of(row(mail), mail, sending);
    }

    private static OutboxRow row(Mail mail) {
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
                null);
    }

    private String raw(Mail mail) throws Exception {
        Sending sending = new Sending(session, new InternetAddress("kopa@kopa.example"), null);
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
