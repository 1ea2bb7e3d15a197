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
import lv.kopa.registration.address.SecretPages.SecretPage;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;

/** Sends people the links to their secret pages again. */
@Singleton
@UnitOfWork
public class LinkAgain {
    private final List<SecretPages> kinds;
    private final Events events;
    private final AddressMail mail;
    private final Links links;
    private final Clock clock;

    LinkAgain(List<SecretPages> kinds, Events events, AddressMail mail, Links links, Clock clock) {
        this.kinds = kinds;
        this.events = events;
        this.mail = mail;
        this.links = links;
        this.clock = clock;
    }

    /** Writes to an address that has pages for events that are not over; to others, nothing. */
    public void send(EmailAddress address, Language language) {
        List<SecretPage> pages = kinds.stream()
                .flatMap(kind -> kind.of(address).stream())
                .map(SecretPage.class::cast)
                .toList();
        Map<Long, EventDetails> known =
                events.get(pages.stream().map(SecretPage::eventId).collect(Collectors.toSet())).stream()
                        .filter(event -> !event.event().isOver(clock.instant()))
                        .collect(Collectors.toMap(event -> event.event().id(), Function.identity()));
        List<Wording.Fact> facts = pages.stream()
                .flatMap(page -> Stream.ofNullable(known.get(page.eventId())).map(event -> fact(page, event, language)))
                .toList();
        if (!facts.isEmpty()) {
            Wording.Link start = new Wording.Link(Texts.in(language).get("web.coming"), links.to("/"));
            mail.send(address, language, "link-again", facts, start);
        }
    }

    private static Wording.Fact fact(SecretPage page, EventDetails event, Language language) {
        return new Wording.Fact(
                event.event().title().in(language),
                List.of(page.standing(event, Texts.in(language)), event.days(language), page.renewed()));
    }
}
