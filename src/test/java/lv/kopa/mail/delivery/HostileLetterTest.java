package lv.kopa.mail.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import lv.kopa.ical.Hostile;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.HeaderText;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Mail.Attachment;
import lv.kopa.mail.Mail.Recipient;
import lv.kopa.mail.Mail.Sender;
import lv.kopa.mail.Mails;
import lv.kopa.mail.OutboxRow;
import lv.kopa.mail.ReturnMarks;
import lv.kopa.mail.Wording;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever people type, a mail has the headers and the parts that it has, and goes to one person. */
class HostileLetterTest {
    private static final String WAY_OUT = "https://kopa.example/my/news/" + "a2".repeat(16);
    private final Session session = Session.getInstance(new Properties());

    @Property(tries = 300)
    void nothingThatPeopleTypeAddsToAMail(
            @ForAll("hostile") String typed, @ForAll("hostile") String name, @ForAll("hostile") String file)
            throws Exception {
        MimeMessage plain = arrived(mail("s", "n", "f"));

        MimeMessage mail = arrived(mail(typed, name, file));

        assertThat(headers(mail)).containsExactlyElementsOf(headers(plain));
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(((InternetAddress) mail.getAllRecipients()[0]).getAddress()).isEqualTo(Mails.LIGA.value());
        assertThat(((InternetAddress) mail.getFrom()[0]).getAddress()).isEqualTo("kopa@kopa.example");
        assertThat(((InternetAddress) mail.getReplyTo()[0]).getAddress()).isEqualTo("maija@parks.example");
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + WAY_OUT + ">");
        Multipart mixed = (Multipart) mail.getContent();
        assertThat(mixed.getCount()).isEqualTo(2);
        BodyPart attached = mixed.getBodyPart(1);
        assertThat(attached.getContentType()).startsWith("application/pdf");
        assertThat(attached.getInputStream().readAllBytes()).containsExactly(1, 2);
        assertThat(Collections.list(attached.getAllHeaders())).hasSize(3);
    }

    @Property
    void whatStandsInAHeadIsOneLineAndNotTooLong(@ForAll("hostile") String typed) {
        String clean = HeaderText.clean(typed, 20);

        assertThat(clean).hasSizeLessThanOrEqualTo(20).doesNotContainPattern("[\\p{Cc}\\p{Zl}\\p{Zp}]");
        assertThat(clean).isEqualTo(clean.strip());
    }

    @Provide
    Arbitrary<String> hostile() {
        return Hostile.texts();
    }

    private static Mail mail(String typed, String name, String file) {
        return Mails.with(
                        new Recipient(Mails.LIGA, name, "lv"),
                        new Sender(name + typed, new EmailAddress("maija@parks.example")),
                        new Wording(
                                "s" + typed, typed, name, List.of(typed), List.of(), Optional.empty(), List.of(name)),
                        List.of(new Attachment(file + ".pdf", "application/pdf", new byte[] {1, 2})))
                .leftAt(WAY_OUT);
    }

    private MimeMessage arrived(Mail mail) throws Exception {
        Sending sending = new Sending(
                session, new InternetAddress("kopa@kopa.example"), null, new ReturnMarks(purpose -> new byte[32]));
        var bytes = new ByteArrayOutputStream();
        Letter.of(OutboxRow.unkept(mail, "<1@kopa.example>", Instant.EPOCH), mail, sending)
                .writeTo(bytes);
        return new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static List<String> headers(MimeMessage mail) throws Exception {
        return Collections.list(mail.getAllHeaders()).stream()
                .map(Header::getName)
                .toList();
    }
}
