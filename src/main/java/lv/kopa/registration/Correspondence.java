package lv.kopa.registration;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Mail.Attachment;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.Wording;
import lv.kopa.registration.facts.CalendarFiles;
import lv.kopa.registration.hold.AddressHold;
import lv.kopa.registration.hold.AddressHolds;
import lv.kopa.text.Dates;

/** The mails about a registration, each put into the outbox by the transaction that gives the reason for it. */
@Singleton
class Correspondence {
    private final Outbox outbox;
    private final Letters letters;
    private final PersonalLinks personalLinks;
    private final CalendarFiles files;
    private final AddressHolds holds;

    Correspondence(
            Outbox outbox, Letters letters, PersonalLinks personalLinks, CalendarFiles files, AddressHolds holds) {
        this.outbox = outbox;
        this.letters = letters;
        this.personalLinks = personalLinks;
        this.files = files;
        this.holds = holds;
    }

    /** Tells a person what came of it; answers the key of the mail. */
    String registered(Newcomer newcomer, Optional<Integer> position) {
        Mail mail = welcome(newcomer, position);
        outbox.put(mail);
        return mail.key();
    }

    /** Tells somebody whom another person has registered what came of it. */
    void brought(Newcomer newcomer, Optional<Integer> position, String contact) {
        EventDetails event = newcomer.event();
        Registration registration = newcomer.registration();
        Wording letter = letters.brought(event, registration, personalLinks.to(newcomer.link()), position, contact);
        put(event, registration, registration.status().key(), letter, file(event, registration, List.of()));
    }

    /** Tells people that they have a place. */
    void confirmed(List<Newcomer> people) {
        outbox.putNew(people.stream()
                .map(newcomer -> welcome(newcomer, Optional.empty()))
                .toList());
    }

    private Mail welcome(Newcomer newcomer, Optional<Integer> position) {
        EventDetails event = newcomer.event();
        Registration registration = newcomer.registration();
        if (newcomer.proof() != null) {
            Wording question = letters.confirmAddress(
                    event, registration, newcomer.proof(), holds.until(registration.registeredAt()));
            return mail(event, registration, "confirm-address", question, List.of());
        }
        List<Long> sessions = newcomer.applicant().sessionIds();
        Wording letter = letters.registered(event, registration, sessions, personalLinks.to(newcomer.link()), position);
        String kind = registration.status().key();
        return mail(event, registration, kind, letter, file(event, registration, sessions));
    }

    /** Unwrites a mail of the running transaction that came too early. */
    void takeBack(String key) {
        outbox.takeBack(key);
    }

    /** Says where a registration stands by now. */
    void stands(EventDetails event, Registration registration, Collection<Long> sessions, Optional<Integer> position) {
        Wording letter = letters.registered(event, registration, sessions, personalLinks.renew(registration), position);
        put(event, registration, registration.status().key(), letter, file(event, registration, sessions));
    }

    /** Writes at an instant, which is what makes it another mail than the last one of its kind. */
    void write(EventDetails event, Registration registration, String kind, Wording letter, Instant now) {
        outbox.put(mail(key(registration, occasion(kind, now)), event, registration, kind, letter, List.of()));
    }

    /** The same with the file for the calendar of who has a place. */
    void write(
            EventDetails event,
            Registration registration,
            String kind,
            Wording letter,
            Instant now,
            Collection<Long> sessions) {
        List<Attachment> file = file(event, registration, sessions);
        outbox.put(mail(key(registration, occasion(kind, now)), event, registration, kind, letter, file));
    }

    void writeOnce(
            EventDetails event, Registration registration, String kind, String occasion, Supplier<Wording> letter) {
        String key = key(registration, occasion);
        if (!outbox.knows(key)) {
            outbox.put(mail(key, event, registration, kind, letter.get(), List.of()));
        }
    }

    private static String occasion(String kind, Instant now) {
        return kind + ":" + now.toEpochMilli();
    }

    void promoted(EventDetails event, Registration waiting, Collection<Long> sessions) {
        Wording letter = letters.promoted(event, waiting, sessions, personalLinks.renew(waiting));
        put(event, waiting, "promoted", letter, files.confirmed(event, sessions, waiting.reader()));
    }

    /** Offers a place to somebody who waits, of a kind that they would take. */
    void offered(EventDetails event, Registration waiting, Instant answerBy, Instant now) {
        Wording letter = new Letters.Draft(event, waiting, "mail.place-offered")
                .say(Dates.in(waiting.reader())
                        .moment(answerBy.atZone(event.event().zone()).toLocalDateTime()))
                .facts(List.of(), false)
                .letter(personalLinks.renew(waiting), "mail.place-offered.link");
        write(event, waiting, "place-offered", letter, now);
    }

    /** Tells somebody that a place is no longer offered, since there is none any more; they keep their turn. */
    void offerWithdrawn(EventDetails event, Registration waiting, Instant now) {
        Wording letter = new Letters.Draft(event, waiting, "mail.offer-withdrawn")
                .say()
                .eventFact()
                .letter(personalLinks.renew(waiting), "mail.see-or-cancel");
        write(event, waiting, "offer-withdrawn", letter, now);
    }

    /** Once an hour at most, however often somebody types the address. */
    void registeredAlready(EventDetails event, Registration existing, Collection<Long> sessions, Instant hour) {
        String kind = "registered-already";
        String key = key(existing, kind + ":" + hour.getEpochSecond());
        if (!outbox.knows(key)) {
            Wording letter = letters.registeredAlready(event, existing, sessions, personalLinks.renew(existing));
            outbox.put(mail(key, event, existing, kind, letter, List.of()));
        }
    }

    /** Asks again for the address to be confirmed. */
    void confirmAddress(EventDetails event, Registration held, AddressHold hold, Instant now) {
        Wording letter = letters.confirmAddress(event, held, holds.renew(hold), hold.heldUntil());
        write(event, held, "confirm-address", letter, now);
    }

    /** Once an hour at most, as {@link #registeredAlready}. */
    void confirmAddressHourly(EventDetails event, Registration held, AddressHold hold, Instant hour) {
        if (!outbox.knows(key(held, occasion("confirm-address", hour)))) {
            confirmAddress(event, held, hold, hour);
        }
    }

    void cancelled(EventDetails event, Registration cancelled, boolean hadPlace, Turning.By by) {
        put(event, cancelled, "cancelled", letters.cancelled(event, cancelled, hadPlace, by), List.of());
    }

    void declined(EventDetails event, Registration declined) {
        put(event, declined, "declined", letters.declined(event, declined), List.of());
    }

    void eventChanged(EventDetails before, EventDetails after, Registration registration, Collection<Long> sessions) {
        letters.eventChanged(before, after, registration, sessions, () -> personalLinks.renew(registration))
                .ifPresent(letter ->
                        put(after, registration, "event-changed", letter, file(after, registration, sessions)));
    }

    void eventCancelled(EventDetails event, Registration registration, Collection<Long> sessions) {
        Wording letter = letters.eventCancelled(event, registration);
        put(event, registration, "event-cancelled", letter, file(event, registration, sessions));
    }

    private List<Attachment> file(EventDetails event, Registration registration, Collection<Long> sessions) {
        return registration.isConfirmed() ? files.confirmed(event, sessions, registration.reader()) : List.of();
    }

    private void put(
            EventDetails event, Registration registration, String kind, Wording letter, List<Attachment> file) {
        outbox.put(mail(event, registration, kind, letter, file));
    }

    private Mail mail(
            EventDetails event, Registration registration, String kind, Wording letter, List<Attachment> file) {
        String occasion =
                kind + ":" + registration.revision() + ":" + event.event().version();
        return mail(key(registration, occasion), event, registration, kind, letter, file);
    }

    private static String key(Registration registration, String occasion) {
        return "registration:" + registration.reference() + ":" + occasion;
    }

    private Mail mail(
            String key,
            EventDetails event,
            Registration registration,
            String kind,
            Wording letter,
            List<Attachment> attachments) {
        return new Mail(
                key,
                kind,
                new Mail.Recipient(
                        new EmailAddress(registration.email()),
                        registration.name(),
                        registration.reader().tag()),
                event.organisation().sender(),
                new Mail.About(event.organisation().id(), event.event().id(), registration.reference()),
                letters.inOwnWords(event, registration, letter),
                attachments);
    }
}
