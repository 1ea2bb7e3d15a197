package lv.kopa.registration.address;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Wording;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;

/** Sends people the links to their own pages again. */
@Singleton
@UnitOfWork
public class LinkAgain {
    private final AddressRepository repository;
    private final PersonalLinks personalLinks;
    private final Events events;
    private final AddressMail mail;
    private final Links links;
    private final Clock clock;

    LinkAgain(
            AddressRepository repository,
            PersonalLinks personalLinks,
            Events events,
            AddressMail mail,
            Links links,
            Clock clock) {
        this.repository = repository;
        this.personalLinks = personalLinks;
        this.events = events;
        this.mail = mail;
        this.links = links;
        this.clock = clock;
    }

    /** Writes to an address that has living registrations for events that are not over; to others, nothing. */
    public void send(EmailAddress address, Language language) {
        List<Registration> live = repository.of(address.key()).stream()
                .filter(registration -> registration.status().isLive())
                .toList();
        Map<Long, EventDetails> details = events
                .get(live.stream().map(Registration::eventId).toList())
                .stream()
                .collect(Collectors.toMap(event -> event.event().id(), Function.identity()));
        List<Wording.Fact> facts = live.stream()
                .flatMap(registration -> fact(registration, details, language))
                .toList();
        if (!facts.isEmpty()) {
            Wording.Link start = new Wording.Link(Texts.in(language).get("web.coming"), links.to("/"));
            mail.send(address, language, "link-again", facts, start);
        }
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
