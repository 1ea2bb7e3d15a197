package lv.kopa.registration.circular;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.file.StoredFiles;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.Wording;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.registration.Registration;
import lv.kopa.registration.words.Blank;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;

/** Shows a circular before it is sent. */
@Singleton
class Trying {
    private final Circulars circulars;
    private final CircularMail mails;
    private final People people;
    private final Desk desk;
    private final Clock clock;

    Trying(Circulars circulars, CircularMail mails, People people, Desk desk, Clock clock) {
        this.circulars = circulars;
        this.mails = mails;
        this.people = people;
        this.desk = desk;
        this.clock = clock;
    }

    /** What a test mail is made of and goes through. */
    @Singleton
    record Desk(Outbox outbox, StoredFiles files, Links links) {}

    /** It as one of its people gets it, whose links stay secret. */
    WritePage.Preview preview(EventDetails event, Draft draft, int shown) {
        List<Long> recipients = circulars.recipients(event.event().id(), draft);
        int which = shown % recipients.size();
        Registration person = circulars.person(recipients.get(which));
        return new WritePage.Preview(
                person.name(),
                CircularMail.written(person, draft.text()).tag(),
                letter(event, draft, person),
                recipients.size(),
                circulars.reached(event.event().id(), draft),
                (which + 1) % recipients.size());
    }

    private Wording letter(EventDetails event, Draft draft, Registration person) {
        Optional<String> wayOut = draft.news() ? Optional.of(desk.links().to("/my/news/…")) : Optional.empty();
        return CircularMail.letter(
                event,
                person,
                draft.subject(),
                draft.text(),
                Blank.LINK.example(person.reader(), desk.links()),
                wayOut);
    }

    /** Sends it to the organiser alone, as the first of its people gets it. */
    @UnitOfWork
    void send(EventDetails event, Draft draft, Organiser organiser) {
        Person reader = people.find(organiser.personId()).orElseThrow();
        List<Long> recipients = circulars.recipients(event.event().id(), draft);
        Registration person = circulars.person(recipients.get(0));
        Wording letter = letter(event, draft, person);
        String test = Texts.in(organiser.language()).get("circular.test.subject", letter.subject());
        Wording marked = new Wording(test, "", "", letter.paragraphs(), letter.facts(), letter.link(), letter.footer());
        desk.outbox()
                .put(new Mail(
                        "circular-test:" + organiser.personId() + ":"
                                + clock.instant().toEpochMilli(),
                        "circular-test",
                        new Mail.Recipient(
                                new EmailAddress(reader.email()),
                                organiser.name(),
                                organiser.language().tag()),
                        event.organisation().sender(),
                        new Mail.About(event.organisation().id(), event.event().id(), null),
                        marked,
                        mails.attachments(draft.files().stream()
                                .flatMap(secret ->
                                        desk
                                                .files()
                                                .staged(
                                                        Circulars.space(
                                                                event.event().id()),
                                                        secret)
                                                .stream())
                                .toList())));
    }
}
