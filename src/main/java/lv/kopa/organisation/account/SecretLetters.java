package lv.kopa.organisation.account;

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
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/**
 * Letters with a link that lets its reader in: nobody may read them in the outbox, since whoever looks after mail would
 * else be whoever is written to, and nothing of them is kept once they are sent.
 */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
public class SecretLetters {
    private final Outbox outbox;
    private final Links links;

    SecretLetters(Outbox outbox, Links links) {
        this.outbox = outbox;
        this.links = links;
    }

    /**
     * What is written.
     *
     * @param kind also the beginning of its texts: `mail.password-reset.subject`
     * @param said what fills their places
     * @param path of the link
     * @param writer as whom
     */
    public record Letter(String kind, List<Object> said, String path, String writer) {
        @Override
        public String toString() {
            return kind;
        }
    }

    public void send(Letter letter, EmailAddress to, Language language) {
        Texts texts = Texts.in(language);
        String kind = "mail." + letter.kind();
        Object[] said = letter.said().toArray();
        outbox.putToForget(new Mail(
                letter.kind() + ":" + Token.random().hash(),
                letter.kind(),
                new Mail.Recipient(to, null, language.tag()),
                new Mail.Sender(letter.writer(), null),
                Mail.About.NOTHING,
                new Wording(
                        texts.get(kind + ".subject", said),
                        texts.get(kind + ".headline", said),
                        "",
                        List.of(texts.get(kind + ".text", said)),
                        List.of(),
                        Optional.of(new Wording.Link(texts.get(kind + ".link"), links.to(letter.path()))),
                        List.of(letter.writer()))));
    }
}
