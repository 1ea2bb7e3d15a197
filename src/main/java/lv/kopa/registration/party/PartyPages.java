package lv.kopa.registration.party;

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
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/** The pages of contacts whose party's event is not over. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class PartyPages implements SecretPages {
    private final PartyRepository repository;
    private final Events events;
    private final Links links;
    private final Clock clock;

    PartyPages(PartyRepository repository, Events events, Links links, Clock clock) {
        this.repository = repository;
        this.events = events;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public List<Wording.Fact> of(EmailAddress address, Language language) {
        List<Party> parties = repository.ofContact(address.value());
        Map<Long, EventDetails> known =
                events.get(parties.stream().map(Party::eventId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(event -> event.event().id(), Function.identity()));
        return parties.stream()
                .flatMap(party ->
                        Stream.ofNullable(known.get(party.eventId())).flatMap(event -> fact(party, event, language)))
                .toList();
    }

    private Stream<Wording.Fact> fact(Party party, EventDetails event, Language language) {
        if (event.event().isOver(clock.instant())) {
            return Stream.empty();
        }
        Token link = Token.random();
        repository.addLink(link.hash(), party.key(), clock.instant());
        return Stream.of(new Wording.Fact(
                event.event().title().in(language),
                List.of(
                        Texts.in(language).get("mail.link-again.party"),
                        event.days(language),
                        links.to("/p/" + link.secret()))));
    }
}
