package lv.kopa.registration;

import static lv.kopa.registration.entry.CalendarPost.Bundle.NOTHING;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.Turn;
import lv.kopa.mail.Wording;
import lv.kopa.mail.Wording.Fact;
import lv.kopa.registration.Bringing.Host;
import lv.kopa.registration.change.Changes;
import lv.kopa.registration.change.Differences;
import lv.kopa.registration.change.Snapshot;
import lv.kopa.registration.entry.CalendarPost;
import lv.kopa.registration.entry.CalendarPost.Bundle;
import lv.kopa.registration.entry.Dispatch;
import lv.kopa.registration.hold.AddressHold;
import lv.kopa.registration.hold.AddressHolds;
import lv.kopa.registration.turn.SessionTurns.Gain;
import lv.kopa.registration.words.Occasion;

/**
 * The mails about a registration, each put into the outbox by the transaction that gives the reason for it, with what
 * they do to its person's calendar.
 */
@Singleton
class Correspondence {
    private final Outbox outbox;
    private final Letters letters;
    private final PersonalLinks personalLinks;
    private final CalendarPost calendar;
    private final Changes changes;
    private final AddressHolds holds;

    Correspondence(
            Outbox outbox, Letters letters, PersonalLinks personalLinks, Knowledge knowledge, AddressHolds holds) {
        this.outbox = outbox;
        this.letters = letters;
        this.personalLinks = personalLinks;
        this.calendar = knowledge.calendar();
        this.changes = knowledge.changes();
        this.holds = holds;
    }

    /** What people know of an event by their calendars, and do not know yet. */
    @Singleton
    record Knowledge(CalendarPost calendar, Changes changes) {}

    /** Mails of one occasion, and what they do to calendars. */
    private record Post(List<Mail> mails, Bundle bundle) {}

    /** Tells a person what came of it. */
    void registered(Newcomer newcomer, Optional<Integer> position) {
        Post welcome = welcome(newcomer, position);
        welcome.mails().forEach(outbox::put);
        calendar.keep(welcome.bundle().dispatches());
    }

    /** Tells somebody whom another person has registered what came of it. */
    void brought(Newcomer newcomer, Optional<Integer> position, Host host) {
        EventDetails event = newcomer.event();
        Registration registration = newcomer.registration();
        put(event, registration, registration.status().key(), letter(newcomer, host, position), List.of());
    }

    /** The same of one of many whom an organiser has registered, who must not hold up who registers by themselves. */
    void entered(Newcomer newcomer, Optional<Integer> position, Host host) {
        Registration registration = newcomer.registration();
        Wording letter = letter(newcomer, host, position);
        tell(newcomer.event(), registration, registration.status().key(), letter, List.of());
    }

    private Wording letter(Newcomer newcomer, Host host, Optional<Integer> position) {
        return letters.brought(
                newcomer.event(), newcomer.registration(), personalLinks.to(newcomer.link()), position, host);
    }

    /** Tells people that they have a place. */
    void confirmed(List<Newcomer> people) {
        List<Post> welcomes = people.stream()
                .map(newcomer -> welcome(newcomer, Optional.empty()))
                .toList();
        outbox.putNew(
                welcomes.stream().flatMap(welcome -> welcome.mails().stream()).toList());
        calendar.keep(welcomes.stream()
                .flatMap(welcome -> welcome.bundle().dispatches().stream())
                .toList());
    }

    private Post welcome(Newcomer newcomer, Optional<Integer> position) {
        EventDetails event = newcomer.event();
        Registration registration = newcomer.registration();
        if (newcomer.proof() != null) {
            Wording question = letters.confirmAddress(
                    event,
                    registration,
                    newcomer.applicant().sessionIds(),
                    newcomer.proof(),
                    holds.until(registration.registeredAt()));
            String key = key(registration, occasion("confirm-address", event, registration));
            Mail asking = mail(key, event, registration, "confirm-address", question);
            return post(asking, event, registration, NOTHING, Optional.empty());
        }
        List<Long> sessions = newcomer.applicant().sessionIds();
        String link = personalLinks.to(newcomer.link());
        Wording letter = letters.registered(event, registration, sessions, link, position);
        String kind = registration.status().key();
        Mail mail = mail(key(registration, occasion(kind, event, registration)), event, registration, kind, letter);
        Bundle bundle = registration.isConfirmed() ? calendar.first(event, registration.holder(sessions)) : NOTHING;
        return post(mail, event, registration, bundle, Optional.of(link));
    }

    /** Unwrites all that was written in the running transaction to somebody who came too early. */
    void takeBack(Newcomer newcomer) {
        String reference = newcomer.registration().reference();
        outbox.takeBack(reference);
        calendar.takeBack(reference);
    }

    /** Says where a registration stands by now. */
    void stands(EventDetails event, Registration registration, Collection<Long> sessions, Optional<Integer> position) {
        Wording letter = letters.registered(event, registration, sessions, personalLinks.renew(registration), position);
        changes.told(registration.id());
        put(event, registration, registration.status().key(), letter, sessions);
    }

    /** The same of one that was given up, which was taken back. */
    void restored(EventDetails event, Registration restored, Collection<Long> sessions, Optional<Integer> position) {
        Wording letter = letters.restored(event, restored, sessions, personalLinks.renew(restored), position);
        changes.told(restored.id());
        put(event, restored, "restored", letter, sessions);
    }

    /** Writes at an instant, which is what makes it another mail than the last one of its kind. */
    void write(EventDetails event, Registration registration, String kind, Wording letter, Instant now) {
        outbox.put(mail(key(registration, occasion(kind, now)), event, registration, kind, letter));
    }

    /** Keeps mails of a kind about a registration from being sent that are not sent yet. */
    void stop(Registration registration, String kind) {
        outbox.stopKeys(key(registration, kind + ":"));
    }

    /** The same of what many are told at once, each of whom would otherwise hold up who has just registered. */
    void news(EventDetails event, Registration registration, String kind, Wording letter, Instant now) {
        outbox.put(mail(key(registration, occasion(kind, now)), event, registration, kind, letter)
                .in(Turn.EVENT));
    }

    /** As {@link #write}, to who may have a place, and in their calendar all that comes with it. */
    void write(
            EventDetails event,
            Registration registration,
            String kind,
            Wording letter,
            Instant now,
            Collection<Long> sessions) {
        Mail mail = mail(key(registration, occasion(kind, now)), event, registration, kind, letter);
        put(mail, event, registration, settle(event, registration, sessions));
    }

    /** The same to who has nothing more to do with a registration, and so nothing of it in their calendar. */
    void farewell(EventDetails event, Registration registration, String kind, Wording letter, Instant now) {
        Mail mail = mail(key(registration, occasion(kind, now)), event, registration, kind, letter);
        Bundle bundle = calendar.settle(event, registration.holder(List.of()), false);
        post(mail, event, registration, bundle, Optional.empty()).mails().forEach(outbox::put);
    }

    /** What is told to all of an event, and to each of them once; what is asked afterwards can wait for other mail. */
    void writeOnce(
            EventDetails event, Registration registration, String kind, String occasion, Supplier<Wording> letter) {
        String key = key(registration, occasion);
        if (!outbox.knows(key)) {
            Mail mail = mail(key, event, registration, kind, letter.get());
            outbox.put(mail.in(kind.equals(Occasion.AFTERWARDS.key()) ? Turn.BULK : Turn.EVENT));
        }
    }

    private static String occasion(String kind, Instant now) {
        return kind + ":" + now.toEpochMilli();
    }

    void promoted(EventDetails event, Registration placed, Collection<Long> sessions) {
        Wording letter = letters.promoted(event, placed, sessions, personalLinks.renew(placed));
        changes.told(placed.id());
        Mail mail = mail(key(placed, occasion("promoted", event, placed)), event, placed, "promoted", letter);
        put(mail, event, placed, calendar.settle(event, placed.holder(sessions), true));
    }

    void sessionGiven(EventDetails event, Registration person, Gain gain, Collection<Long> sessions) {
        Wording letter = letters.sessionGiven(event, person, gain, sessions, personalLinks.renew(person));
        put(event, person, "session-given", letter, sessions);
    }

    /** Offers a place to somebody who waits, of a kind that they would take. */
    void offered(EventDetails event, Registration waiting, Collection<Long> sessions, Instant answerBy, Instant now) {
        Wording letter = letters.offered(event, waiting, sessions, answerBy, personalLinks.renew(waiting));
        write(event, waiting, "place-offered", letter, now);
    }

    /** Tells somebody that a place is no longer offered, since there is none any more; they keep their turn. */
    void offerWithdrawn(EventDetails event, Registration waiting, Collection<Long> sessions, Instant now) {
        Wording letter = new Letters.Draft(event, waiting, "mail.offer-withdrawn")
                .say()
                .eventFact(sessions)
                .letter(personalLinks.renew(waiting), "mail.see-or-cancel");
        write(event, waiting, "offer-withdrawn", letter, now);
    }

    /** Once an hour at most, however often somebody types the address. */
    void registeredAlready(EventDetails event, Registration existing, Collection<Long> sessions, Instant hour) {
        String kind = "registered-already";
        String key = key(existing, kind + ":" + hour.getEpochSecond());
        if (!outbox.knows(key)) {
            Wording letter = letters.registeredAlready(event, existing, sessions, personalLinks.renew(existing));
            outbox.put(mail(key, event, existing, kind, letter));
        }
    }

    /** Asks again for the address to be confirmed. */
    void confirmAddress(
            EventDetails event, Registration held, Collection<Long> sessions, AddressHold hold, Instant now) {
        Wording letter = letters.confirmAddress(event, held, sessions, holds.renew(hold, now), hold.heldUntil());
        write(event, held, "confirm-address", letter, now);
    }

    /** Once an hour at most, as {@link #registeredAlready}. */
    void confirmAddressHourly(
            EventDetails event, Registration held, Collection<Long> sessions, AddressHold hold, Instant hour) {
        if (!outbox.knows(key(held, occasion("confirm-address", hour)))) {
            confirmAddress(event, held, sessions, hold, hour);
        }
    }

    void cancelled(EventDetails event, Telling.End end, Collection<Long> sessions, boolean hadPlace) {
        Registration cancelled = end.cancelled();
        String link = personalLinks.renew(cancelled);
        Wording letter =
                switch (end.by()) {
                    case CALENDAR -> letters.cancelledByCalendar(event, end, sessions, link);
                    case PARTICIPANT -> letters.givenUp(event, end, hadPlace, sessions, link);
                    default -> letters.ended(event, cancelled, Letters.cancelledBy(end.by(), hadPlace), sessions, link);
                };
        put(event, cancelled, "cancelled", letter, List.of());
    }

    void declined(EventDetails event, Registration declined, Collection<Long> sessions) {
        String link = personalLinks.renew(declined);
        put(event, declined, "declined", letters.ended(event, declined, "mail.declined", sessions, link), List.of());
    }

    /** Says what is different from what a person knew, if anything is. */
    void eventChanged(Snapshot known, EventDetails event, Registration registration, Collection<Long> sessions) {
        List<Fact> different = Differences.of(
                known, event, registration.reader(), letters.wanted(registration, sessions), hasPlace(registration));
        if (!different.isEmpty()) {
            String link = personalLinks.renew(registration);
            Wording letter = letters.eventChanged(event, registration, different, link);
            tell(event, registration, "event-changed", letter, sessions);
        }
    }

    void eventCancelled(EventDetails event, Registration registration, Collection<Long> sessions) {
        Wording letter = letters.eventCancelled(event, registration, sessions, personalLinks.renew(registration));
        tell(event, registration, "event-cancelled", letter, sessions);
    }

    private boolean hasPlace(Registration registration) {
        return registration.isConfirmed() && holds.open(registration.id()).isEmpty();
    }

    private Bundle settle(EventDetails event, Registration registration, Collection<Long> sessions) {
        return calendar.settle(event, registration.holder(sessions), hasPlace(registration));
    }

    private void put(
            EventDetails event, Registration registration, String kind, Wording letter, Collection<Long> sessions) {
        standing(event, registration, kind, letter, sessions).forEach(outbox::put);
    }

    /** The same as is told to everybody of an event, each of whom would otherwise hold up who has just registered. */
    private void tell(
            EventDetails event, Registration registration, String kind, Wording letter, Collection<Long> sessions) {
        standing(event, registration, kind, letter, sessions).forEach(mail -> outbox.put(mail.in(Turn.EVENT)));
    }

    private List<Mail> standing(
            EventDetails event, Registration registration, String kind, Wording letter, Collection<Long> sessions) {
        Mail mail = mail(key(registration, occasion(kind, event, registration)), event, registration, kind, letter);
        return toOwn(mail, event, registration, settle(event, registration, sessions));
    }

    private void put(Mail mail, EventDetails event, Registration registration, Bundle bundle) {
        toOwn(mail, event, registration, bundle).forEach(outbox::put);
    }

    /** Mails to the address of a registration, which all lead to its own page by one link. */
    private List<Mail> toOwn(Mail mail, EventDetails event, Registration registration, Bundle bundle) {
        Optional<String> link =
                bundle.alone().isEmpty() ? Optional.empty() : Optional.of(personalLinks.renew(registration));
        return post(mail, event, registration, bundle, link).mails();
    }

    /**
     * A mail does one thing to one entry of a calendar (RFC 5546 §3.2.2), so more of them need more mails.
     *
     * @param link where those lead; nowhere of one's own where the reader has nothing more to do with it
     */
    private Post post(Mail mail, EventDetails event, Registration registration, Bundle bundle, Optional<String> link) {
        List<Mail> mails = new ArrayList<>();
        mails.add(letters.announcing(mail, bundle.alone()).enclosing(bundle.files(), bundle.along()));
        for (Dispatch dispatch : bundle.alone()) {
            Wording letter = letters.entry(event, registration, dispatch, link);
            mails.add(mail(key(registration, dispatch.mailKey()), event, registration, "calendar-entry", letter)
                    .enclosing(List.of(), dispatch.message()));
        }
        return new Post(mails, bundle);
    }

    private static String occasion(String kind, EventDetails event, Registration registration) {
        return kind + ":" + registration.revision() + ":" + event.event().version();
    }

    private static String key(Registration registration, String occasion) {
        return "registration:" + registration.reference() + ":" + occasion;
    }

    private Mail mail(String key, EventDetails event, Registration registration, String kind, Wording letter) {
        return new Mail(
                key,
                kind,
                new Mail.Recipient(
                        new EmailAddress(registration.email()),
                        registration.name(),
                        registration.reader().tag()),
                event.organisation().sender(),
                new Mail.About(event.organisation().id(), event.event().id(), registration.reference()),
                letters.inOwnWords(event, registration, letter));
    }
}
