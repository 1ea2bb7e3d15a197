package lv.kopa.organisation.warning;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.Wording;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/**
 * Tells people by mail what was changed about how they sign in: whoever did it in their stead does not read their mail. A
 * name that was typed for a passkey or a token is not repeated, for a thief would have chosen it.
 */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
public class Warnings {
    private static final String KIND = "account-warning";
    private static final String WAY_BACK = "/organiser/password";
    private static final String WRITER = "Kopa";

    private final Outbox outbox;
    private final People people;
    private final Links links;

    Warnings(Outbox outbox, People people, Links links) {
        this.outbox = outbox;
        this.people = people;
        this.links = links;
    }

    public void tell(long personId, Warning warning) {
        people.find(personId).ifPresent(person -> outbox.put(mail(person, warning)));
    }

    private Mail mail(Person person, Warning warning) {
        Texts texts = Texts.in(person.language());
        String said = texts.get(warning.key());
        return new Mail(
                KIND + ":" + Token.random().hash(),
                KIND,
                new Mail.Recipient(
                        new EmailAddress(person.email()),
                        person.name(),
                        person.language().tag()),
                new Mail.Sender(WRITER, null),
                Mail.About.NOTHING,
                new Wording(
                        said,
                        said,
                        "",
                        List.of(texts.get("mail.account-warning.text"), texts.get("mail.account-warning.not-you")),
                        List.of(),
                        Optional.of(new Wording.Link(texts.get("mail.account-warning.link"), links.to(WAY_BACK))),
                        List.of(WRITER)));
    }
}
