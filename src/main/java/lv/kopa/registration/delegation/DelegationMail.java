package lv.kopa.registration.delegation;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.Wording;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.registration.Registration;
import lv.kopa.web.Links;
import lv.kopa.web.Token;
import org.jspecify.annotations.Nullable;

/** Writes to heads of delegations. Only hashes of their links are kept, so a mail brings a new one. */
@Singleton
@Transactional(propagation = Propagation.MANDATORY)
class DelegationMail {
    private final Outbox outbox;
    private final DelegationRepository repository;
    private final People people;
    private final Links links;
    private final Clock clock;

    DelegationMail(Outbox outbox, DelegationRepository repository, People people, Links links, Clock clock) {
        this.outbox = outbox;
        this.repository = repository;
        this.people = people;
        this.links = links;
        this.clock = clock;
    }

    /** Tells the head of the places, and where to fill them. */
    void given(EventDetails event, Delegation delegation, List<Allotment> allotments) {
        invite(event, delegation, allotments, "delegation");
    }

    /** Tells the head how many there are by now, and until when. */
    void changed(EventDetails event, Delegation delegation, List<Allotment> allotments) {
        invite(event, delegation, allotments, "delegation-changed");
    }

    void reminder(EventDetails event, Delegation delegation, List<Allotment> allotments) {
        invite(event, delegation, allotments, "delegation-reminder");
    }

    private void invite(EventDetails event, Delegation delegation, List<Allotment> allotments, String kind) {
        DelegationLetter letter = new DelegationLetter(event, delegation.reader(), kind)
                .say(event.organisation().name(), empty(allotments))
                .quote(delegation.note())
                .event()
                .places(allotments)
                .until(delegation);
        put(event, delegation, kind, null, letter.to(delegation.head(), "mail.delegation.link", link(delegation)));
    }

    /** That somebody no longer comes, and whether their place can be filled again. */
    void left(EventDetails event, Delegation delegation, Registration former, boolean kept) {
        String kind = kept ? "delegate-left" : "delegate-left-late";
        DelegationLetter letter = new DelegationLetter(event, delegation.reader(), kind)
                .say(former.name())
                .event();
        if (kept) {
            letter.until(delegation);
        }
        put(event, delegation, kind, former, letter.to(delegation.head(), "mail.delegation.link", link(delegation)));
    }

    /** That somebody comes after all. */
    void back(EventDetails event, Delegation delegation, Registration returned) {
        DelegationLetter letter = new DelegationLetter(event, delegation.reader(), "delegate-back")
                .say(returned.name())
                .event();
        Wording wording = letter.to(delegation.head(), "mail.delegation.link", link(delegation));
        put(event, delegation, "delegate-back", returned, wording);
    }

    /** Tells the head, and who gave the places, what became of them. */
    void closed(EventDetails event, Delegation delegation, List<Allotment> allotments, int returned) {
        DelegationLetter letter = new DelegationLetter(event, delegation.reader(), "delegation-closed")
                .say(returned)
                .event()
                .filled(allotments);
        Wording wording = letter.to(delegation.head(), "mail.delegation.link", link(delegation));
        put(event, delegation, "delegation-closed", null, wording);
        Optional.ofNullable(delegation.givenBy())
                .flatMap(people::find)
                .ifPresent(person -> report(event, delegation, person, allotments, returned));
    }

    private void report(
            EventDetails event, Delegation delegation, Person person, List<Allotment> allotments, int returned) {
        DelegationLetter letter = new DelegationLetter(event, person.language(), "delegation-report")
                .say(delegation.partner(), returned)
                .event()
                .filled(allotments);
        String page = links.to("/organiser/events/" + event.event().slug() + "/delegations/" + delegation.key());
        Wording wording = letter.to(person.name(), "mail.delegation-report.link", page);
        Mail.Recipient recipient = new Mail.Recipient(
                new EmailAddress(person.email()),
                person.name(),
                person.language().tag());
        put(event, delegation, "delegation-report", recipient, null, wording);
    }

    void withdrawn(EventDetails event, Delegation delegation) {
        DelegationLetter letter = new DelegationLetter(event, delegation.reader(), "delegation-withdrawn")
                .say(event.organisation().name())
                .event();
        Wording wording = letter.to(delegation.head(), "mail.delegation.link", link(delegation));
        put(event, delegation, "delegation-withdrawn", null, wording);
    }

    /** That the event is at another time or place, or names are needed until another date. */
    void moved(EventDetails event, Delegation delegation) {
        DelegationLetter letter = new DelegationLetter(event, delegation.reader(), "delegation-moved")
                .say(event.organisation().name())
                .event()
                .until(delegation);
        Wording wording = letter.to(delegation.head(), "mail.delegation.link", link(delegation));
        put(event, delegation, "delegation-moved", null, wording);
    }

    void cancelled(EventDetails event, Delegation delegation) {
        DelegationLetter letter = new DelegationLetter(event, delegation.reader(), "delegation-off")
                .say(event.organisation().name())
                .quote(event.event().cancelledBecause())
                .event();
        Wording wording = letter.to(delegation.head(), "mail.delegation.link", link(delegation));
        put(event, delegation, "delegation-off", null, wording);
    }

    private static int empty(List<Allotment> allotments) {
        return allotments.stream()
                .mapToInt(allotment -> allotment.places() - allotment.filled())
                .sum();
    }

    private String link(Delegation delegation) {
        Token link = Token.random();
        repository.addLink(link.hash(), delegation.key(), clock.instant());
        return links.to("/delegation/" + link.secret());
    }

    private void put(
            EventDetails event, Delegation delegation, String kind, @Nullable Registration about, Wording wording) {
        Mail.Recipient head = new Mail.Recipient(
                new EmailAddress(delegation.email()),
                delegation.head(),
                delegation.reader().tag());
        put(event, delegation, kind, head, about, wording);
    }

    private void put(
            EventDetails event,
            Delegation delegation,
            String kind,
            Mail.Recipient to,
            @Nullable Registration about,
            Wording wording) {
        String reference = about == null ? "" : ":" + about.reference();
        outbox.put(new Mail(
                "delegation:" + delegation.key() + ":" + kind + reference + ":"
                        + clock.instant().toEpochMilli(),
                kind,
                to,
                event.organisation().sender(),
                new Mail.About(event.organisation().id(), event.event().id(), about == null ? null : about.reference()),
                wording,
                List.of()));
    }
}
