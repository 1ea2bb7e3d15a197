package lv.kopa.mail.inbox;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.inbox.AnsweredRepository.Sent;

/** Finds whom an answer to mail of ours concerns. */
@Singleton
class Answered {
    private static final Pattern OURS = Pattern.compile("<(\\d{1,18})\\.\\d{20}@.+>");

    private final AnsweredRepository repository;
    private final Concern.Owners owners;
    private final Forwarding forwarding;

    Answered(AnsweredRepository repository, Concern.Owners owners, Forwarding forwarding) {
        this.repository = repository;
        this.owners = owners;
        this.forwarding = forwarding;
    }

    /** Forwards an answer to whoever reads those to the mail it answers, or tells its sender where to write. */
    Fate passOn(Place place, Arrival arrival, EmailAddress from, OptionalLong marked) {
        Optional<Concern> concern = sent(arrival, marked)
                .flatMap(Answered::concern)
                .filter(found ->
                        readers(found).stream().noneMatch(reader -> reader.key().equals(from.key())));
        if (concern.isEmpty()) {
            return forwarding.tellWhereToWrite(arrival, from);
        }
        return forward(place, arrival, from, concern.get());
    }

    Fate forward(Place place, Arrival arrival, EmailAddress from, Concern concern) {
        return forwarding.forward(place, arrival, from, concern, readers(concern));
    }

    /** The mail that was answered: that of the address it was sent to, else that of the Message-ID it names. */
    private Optional<Sent> sent(Arrival arrival, OptionalLong marked) {
        return marked.isPresent()
                ? repository.sent(marked.getAsLong())
                : arrival.answered().flatMap(id -> byMessageId(id).stream()).findFirst();
    }

    private Optional<Sent> byMessageId(String messageId) {
        Matcher ours = OURS.matcher(messageId);
        return ours.matches()
                ? repository.sent(Long.parseLong(ours.group(1))).filter(sent -> messageId.equals(sent.messageId()))
                : Optional.empty();
    }

    /** Nothing where it is no organisation's mail, or what was forwarded to one: who wrote that is forgotten. */
    private static Optional<Concern> concern(Sent sent) {
        Optional<EmailAddress> reader = EmailAddress.parse(sent.replyTo());
        boolean nobodys = sent.organisationId() == null || sent.kind().equals(Forwarding.KIND);
        return reader.isEmpty() && nobodys
                ? Optional.empty()
                : Optional.of(new Concern(
                        reader.orElse(null),
                        new Mail.About(sent.organisationId(), sent.eventId(), sent.registration()),
                        sent.language(),
                        sent.subject(),
                        new EmailAddress(sent.toAddress())));
    }

    private List<EmailAddress> readers(Concern concern) {
        EmailAddress reader = concern.reader();
        return reader == null ? owners.of(Objects.requireNonNull(concern.about().organisationId())) : List.of(reader);
    }
}
