package lv.kopa.registration.address;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.text.Texts;

/** The pages of living registrations. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
@Order(Ordered.HIGHEST_PRECEDENCE)
class OwnPages implements SecretPages {
    private final AddressRepository repository;
    private final PersonalLinks personalLinks;

    OwnPages(AddressRepository repository, PersonalLinks personalLinks) {
        this.repository = repository;
        this.personalLinks = personalLinks;
    }

    @Override
    public List<Own> of(EmailAddress address) {
        return repository.of(address.key()).stream()
                .filter(registration -> registration.status().isLive())
                .map(registration -> new Own(registration, personalLinks))
                .toList();
    }

    /** The page of a registration. */
    record Own(Registration registration, PersonalLinks personalLinks) implements SecretPage {
        @Override
        public long eventId() {
            return registration.eventId();
        }

        @Override
        public String standing(EventDetails event, Texts texts) {
            return texts.get(
                    event.event().isCancelled()
                            ? "event.state.cancelled"
                            : registration.status().textKey());
        }

        @Override
        public String renewed() {
            return personalLinks.renew(registration);
        }
    }
}
