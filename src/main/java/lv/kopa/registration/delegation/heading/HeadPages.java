package lv.kopa.registration.delegation.heading;

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
import lv.kopa.registration.address.SecretPages;
import lv.kopa.registration.delegation.Delegation;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/** The pages of heads whose delegation's event is not over. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class HeadPages implements SecretPages {
    private final HeadRepository repository;
    private final Events events;
    private final Links links;
    private final Clock clock;

    HeadPages(HeadRepository repository, Events events, Links links, Clock clock) {
        this.repository = repository;
        this.events = events;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public List<Wording.Fact> of(EmailAddress address, Language language) {
        List<Delegation> delegations = repository.headedBy(address.value());
        Map<Long, EventDetails> known =
                events.get(delegations.stream().map(Delegation::eventId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(event -> event.event().id(), Function.identity()));
        return delegations.stream()
                .flatMap(delegation -> Stream.ofNullable(known.get(delegation.eventId()))
                        .flatMap(event -> fact(delegation, event, language)))
                .toList();
    }

    private Stream<Wording.Fact> fact(Delegation delegation, EventDetails event, Language language) {
        if (event.event().isOver(clock.instant())) {
            return Stream.empty();
        }
        Token link = Token.random();
        repository.addLink(link.hash(), delegation.key(), clock.instant());
        return Stream.of(new Wording.Fact(
                event.event().title().in(language),
                List.of(
                        Texts.in(language).get("mail.link-again.delegation", delegation.partner()),
                        event.days(language),
                        links.to("/delegation/" + link.secret()))));
    }
}
