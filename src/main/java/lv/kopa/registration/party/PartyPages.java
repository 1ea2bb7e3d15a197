package lv.kopa.registration.party;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.address.SecretPages;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/** The pages of contacts. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class PartyPages implements SecretPages {
    private final PartyRepository repository;
    private final Links links;
    private final Clock clock;

    PartyPages(PartyRepository repository, Links links, Clock clock) {
        this.repository = repository;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public List<ContactsPage> of(EmailAddress address) {
        return repository.ofContact(address.value()).stream()
                .map(ContactsPage::new)
                .toList();
    }

    private String renew(Party party) {
        Token link = Token.random();
        repository.addLink(link.hash(), party.key(), clock.instant());
        return links.to("/p/" + link.secret());
    }

    /** The page of the contact of a party. */
    final class ContactsPage implements SecretPage {
        private final Party party;

        private ContactsPage(Party party) {
            this.party = party;
        }

        @Override
        public long eventId() {
            return party.eventId();
        }

        @Override
        public String standing(EventDetails event, Texts texts) {
            return texts.get("mail.link-again.party");
        }

        @Override
        public String renewed() {
            return renew(party);
        }
    }
}
