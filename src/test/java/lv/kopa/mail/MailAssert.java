package lv.kopa.mail;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import lv.kopa.mail.Mail.Attachment;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** What a mail says, the same of one in the outbox and of one that has arrived. */
public final class MailAssert extends AbstractAssert<MailAssert, SeenMail> {
    private MailAssert(SeenMail mail) {
        super(mail, MailAssert.class);
    }

    public static MailAssert assertThatMail(Mail mail) {
        return new MailAssert(SeenMail.of(mail));
    }

    public static MailAssert assertThatMail(MimeMessage message) {
        return new MailAssert(SeenMail.of(message));
    }

    public MailAssert isTo(String address) {
        return same("address", actual.to(), address);
    }

    public MailAssert isTo(String address, String name) {
        return isTo(address).same("name", actual.toName(), name);
    }

    public MailAssert isFrom(String name) {
        return same("sender", actual.fromName(), name);
    }

    public MailAssert isAnsweredTo(String address) {
        return same("address for answers", actual.replyTo(), address);
    }

    public MailAssert isIn(String language) {
        return same("language", actual.language(), language);
    }

    public MailAssert hasSubject(String subject) {
        return same("subject", actual.subject(), subject);
    }

    public MailAssert subjectContains(String part) {
        return contains("subject", actual.subject(), part);
    }

    public MailAssert textContains(String part) {
        return contains("text", actual.text(), part);
    }

    public MailAssert htmlContains(String part) {
        return contains("HTML", actual.html(), part);
    }

    /** In text and in HTML both, as mail has to. */
    public MailAssert says(String part) {
        return textContains(part).htmlContains(part);
    }

    public MailAssert doesNotSay(String part) {
        Assertions.assertThat(actual.subject() + actual.text() + actual.html()).doesNotContain(part);
        return this;
    }

    public MailAssert hasAttachment(String fileName) {
        Assertions.assertThat(actual.attachments())
                .as("attachments")
                .extracting(Attachment::fileName)
                .contains(fileName);
        return this;
    }

    public MailAssert attachmentContains(String fileName, String part) {
        hasAttachment(fileName);
        return contains(fileName, content(fileName), part);
    }

    public MailAssert hasNoAttachment() {
        Assertions.assertThat(actual.attachments()).as("attachments").isEmpty();
        return this;
    }

    private String content(String fileName) {
        return actual.attachments().stream()
                .filter(attachment -> attachment.fileName().equals(fileName))
                .map(attachment -> new String(attachment.content(), StandardCharsets.UTF_8))
                .findFirst()
                .orElseThrow();
    }

    private MailAssert same(String what, @org.jspecify.annotations.Nullable String found, String expected) {
        Assertions.assertThat(found).as(what).isEqualTo(expected);
        return this;
    }

    private MailAssert contains(String what, String found, String part) {
        Assertions.assertThat(found).as(what).contains(part);
        return this;
    }
}
