package lv.kopa.registration.party;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.Wording;
import lv.kopa.mail.Wording.Fact;
import lv.kopa.registration.facts.EventFacts;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;
import lv.kopa.web.Token;

/** Writes to contacts. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class PartyMail {
    private final Outbox outbox;
    private final Links links;

    PartyMail(Outbox outbox, Links links) {
        this.outbox = outbox;
        this.links = links;
    }

    /** Who is registered, and where the contact finds them all. */
    void registered(EventDetails event, Party party, List<Companion> people, Token link) {
        Texts texts = Texts.in(party.reader());
        EventFacts about = new EventFacts(event, party.reader());
        List<Fact> facts = new ArrayList<>();
        facts.add(about.what());
        facts.addAll(about.when(List.of()));
        facts.addAll(about.where(List.of()));
        facts.add(new Fact(
                texts.get("mail.party.people"),
                people.stream()
                        .map(person -> texts.get(
                                "mail.party.person",
                                person.name(),
                                texts.get(person.status().textKey())))
                        .toList()));
        Wording letter = new Wording(
                texts.get("mail.party.subject", event.event().title().in(party.reader())),
                texts.get("mail.party.headline"),
                texts.get("mail.greeting", party.name()),
                List.of(texts.get("mail.party.text")),
                facts,
                Optional.of(new Wording.Link(texts.get("mail.party.link"), links.to("/p/" + link.secret()))),
                about.footer());
        outbox.put(new Mail(
                "party:" + party.key() + ":registered",
                "party",
                new Mail.Recipient(
                        new EmailAddress(party.email()),
                        party.name(),
                        party.reader().tag()),
                event.organisation().sender(),
                new Mail.About(event.organisation().id(), event.event().id(), null),
                letter,
                List.of()));
    }
}
