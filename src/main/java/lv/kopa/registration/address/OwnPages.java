package lv.kopa.registration.address;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Wording;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;

/** The pages of living registrations for events that are not over. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
@Order(Ordered.HIGHEST_PRECEDENCE)
class OwnPages implements SecretPages {
    private final AddressRepository repository;
    private final PersonalLinks personalLinks;
    private final Events events;
    private final Clock clock;

    OwnPages(AddressRepository repository, PersonalLinks personalLinks, Events events, Clock clock) {
        this.repository = repository;
        this.personalLinks = personalLinks;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Wording.Fact> of(EmailAddress address, Language language) {
        List<Registration> live = repository.of(address.key()).stream()
                .filter(registration -> registration.status().isLive())
                .toList();
        Map<Long, EventDetails> details = events
                .get(live.stream().map(Registration::eventId).toList())
                .stream()
                .collect(Collectors.toMap(event -> event.event().id(), Function.identity()));
        return live.stream()
                .flatMap(registration -> fact(registration, details, language))
                .toList();
    }

    private Stream<Wording.Fact> fact(Registration registration, Map<Long, EventDetails> details, Language language) {
        EventDetails event = details.get(registration.eventId());
        if (event == null || event.event().isOver(clock.instant())) {
            return Stream.empty();
        }
        String state = Texts.in(language)
                .get(
                        event.event().isCancelled()
                                ? "event.state.cancelled"
                                : registration.status().textKey());
        String title = event.event().title().in(language);
        return Stream.of(
                new Wording.Fact(title, List.of(state, event.days(language), personalLinks.renew(registration))));
    }
}
