package lv.kopa.registration.delegation.heading;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.address.SecretPages;
import lv.kopa.registration.delegation.Delegation;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/** The pages of heads. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class HeadPages implements SecretPages {
    private final HeadRepository repository;
    private final Links links;
    private final Clock clock;

    HeadPages(HeadRepository repository, Links links, Clock clock) {
        this.repository = repository;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public List<HeadsPage> of(EmailAddress address) {
        return repository.headedBy(address.value()).stream().map(HeadsPage::new).toList();
    }

    private String renew(Delegation delegation) {
        Token link = Token.random();
        repository.addLink(link.hash(), delegation.key(), clock.instant());
        return links.to("/delegation/" + link.secret());
    }

    /** The page of the head of a delegation. */
    final class HeadsPage implements SecretPage {
        private final Delegation delegation;

        private HeadsPage(Delegation delegation) {
            this.delegation = delegation;
        }

        @Override
        public long eventId() {
            return delegation.eventId();
        }

        @Override
        public String standing(EventDetails event, Texts texts) {
            return texts.get("mail.link-again.delegation", delegation.partner());
        }

        @Override
        public String renewed() {
            return renew(delegation);
        }
    }
}
