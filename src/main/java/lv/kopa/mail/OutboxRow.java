package lv.kopa.mail;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.List;
import lv.kopa.ical.CalendarMessage;
import lv.kopa.mail.Mail.About;
import lv.kopa.mail.Mail.Attachment;
import lv.kopa.mail.Mail.Recipient;
import lv.kopa.mail.Mail.Sender;
import org.jspecify.annotations.Nullable;

/**
 * A mail as the outbox keeps it.
 *
 * @param id given by the database, to many rows at once
 * @param wording the {@link Wording} as a JSON object
 * @param parcel what its attachments are called among the {@link Parcels}
 * @param calendar the text of its {@link CalendarMessage}
 * @param unsubscribe its way out, where it has one
 * @param turn the number of its {@link Turn}, in a column that was named when there were two of them
 */
@MappedEntity("mail_outbox")
public record OutboxRow(
        @Id @Nullable Long id,
        String mailKey,
        String kind,
        @Nullable Long organisationId,
        @Nullable Long eventId,
        @Nullable String registration,
        String toAddress,
        @Nullable String toName,
        String language,
        String fromName,
        @Nullable String replyTo,
        String subject,
        String wording,
        @Nullable String parcel,
        MailState state,
        int attempts,
        Instant createdAt,
        Instant nextAttemptAt,
        @Nullable String lastAnswer,
        @Nullable Instant sentAt,
        @Nullable String messageId,
        @Nullable String calendar,
        @Nullable String unsubscribe,
        @Nullable String server,
        @Nullable Boolean ownServer,
        @MappedProperty("bulk") int turn) {

    /** Which mails are to be forgotten with what goes with them, as that names people: an answer, or a list. */
    public static final String PARCEL_TO_FORGET =
            "erase_when_done AND kind IN ('answered', 'list') AND parcel IS NOT NULL";

    /** Forgets a parcel that goes with no mail any more. */
    public static final String FORGET_PARCEL = """
            DELETE FROM mail_parcel
            WHERE hash = :hash AND NOT EXISTS (SELECT 1 FROM mail_outbox WHERE parcel = :hash)""";

    /**
     * SET of an UPDATE that leaves nothing of the person in a row, and nothing that was said to them; nor by them, where
     * their answer was passed on.
     */
    public static final String ERASED = """
             to_address = 'erased@erased.invalid', to_name = NULL, subject = '–', parcel = NULL, calendar = NULL,
             last_answer = NULL,
             unsubscribe = NULL, from_name = IF(kind = 'answered', '', from_name),
             reply_to = IF(kind = 'answered', NULL, reply_to),
             wording = JSON_OBJECT('subject', '–', 'headline', '', 'greeting', '', 'paragraphs', JSON_ARRAY(),
               'facts', JSON_ARRAY(), 'footer', JSON_ARRAY())""";

    static OutboxRow of(Mail mail, String wording, @Nullable String parcel, Instant now) {
        return of(null, null, mail, wording, parcel, now);
    }

    /** A mail as the outbox would keep it, which it does not. */
    public static OutboxRow unkept(Mail mail, String messageId, Instant now) {
        return of(0L, messageId, mail, "{}", null, now);
    }

    private static OutboxRow of(
            @Nullable Long id,
            @Nullable String messageId,
            Mail mail,
            String wording,
            @Nullable String parcel,
            Instant now) {
        EmailAddress replyTo = mail.from().replyTo();
        CalendarMessage message = mail.calendar();
        return new OutboxRow(
                id,
                mail.key(),
                mail.kind(),
                mail.about().organisationId(),
                mail.about().eventId(),
                mail.about().registration(),
                mail.to().address().value(),
                mail.to().name(),
                mail.to().language(),
                mail.from().name(),
                replyTo == null ? null : replyTo.value(),
                mail.wording().subject(),
                wording,
                parcel,
                mail.to().address().isNobodys() ? MailState.STOPPED : MailState.WAITING,
                0,
                now,
                now,
                null,
                null,
                messageId,
                message == null ? null : message.text(),
                mail.wayOut(),
                null,
                null,
                mail.turn().number());
    }

    Mail mail(Wording wording, List<Attachment> attachments) {
        return new Mail(
                mailKey,
                kind,
                new Recipient(new EmailAddress(toAddress), toName, language),
                new Sender(fromName, replyTo == null ? null : new EmailAddress(replyTo)),
                new About(organisationId, eventId, registration),
                wording,
                attachments,
                calendar == null ? null : CalendarMessage.read(calendar),
                unsubscribe,
                Turn.of(turn));
    }

    OutboxItem item() {
        return new OutboxItem(
                number(),
                kind,
                organisationId,
                eventId,
                registration,
                toAddress,
                toName,
                subject,
                state,
                attempts,
                createdAt,
                nextAttemptAt,
                sentAt,
                lastAnswer,
                server,
                ownServer);
    }

    /** A mail gets it when it is claimed for the first time, and keeps it. */
    public String messageIdOfClaim() {
        if (messageId == null) {
            throw new IllegalStateException("not claimed yet");
        }
        return messageId;
    }

    public long number() {
        if (id == null) {
            throw new IllegalStateException("not in the outbox yet");
        }
        return id;
    }
}
