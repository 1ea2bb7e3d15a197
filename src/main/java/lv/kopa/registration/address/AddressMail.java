package lv.kopa.registration.address;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.Wording;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Token;

/**
 * Letters to an address about all that it is registered for, with whichever associations: none of them may read what
 * the others are told, so they are nobody's in the outbox.
 */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class AddressMail {
    private final Outbox outbox;

    AddressMail(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param kind also the beginning of its texts: `mail.link-again.subject` */
    void send(EmailAddress address, Language language, String kind, List<Wording.Fact> facts, Wording.Link link) {
        Texts texts = Texts.in(language);
        outbox.putToForget(new Mail(
                kind + ":" + Token.random().hash(),
                kind,
                new Mail.Recipient(address, null, language.tag()),
                new Mail.Sender("Kopa", null),
                Mail.About.NOTHING,
                new Wording(
                        texts.get("mail." + kind + ".subject"),
                        texts.get("mail." + kind + ".headline"),
                        "",
                        List.of(texts.get("mail." + kind + ".text")),
                        facts,
                        Optional.of(link),
                        List.of(texts.get("mail.asked-for")))));
    }
}
