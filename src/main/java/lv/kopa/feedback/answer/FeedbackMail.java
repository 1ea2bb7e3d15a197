package lv.kopa.feedback.answer;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.feedback.Terms;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.Turn;
import lv.kopa.mail.Wording;
import lv.kopa.registration.Letters;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Turning;
import lv.kopa.registration.circular.NewsRefusals;
import lv.kopa.registration.words.OwnWords;
import lv.kopa.text.Texts;

/**
 * Asks people by mail what they think. It is not about their own place, so it waits for what is, and can be refused by one
 * click; an opinion is one's own, so nobody is asked for that of people who have no address of their own.
 */
@Singleton
@UnitOfWork
class FeedbackMail {
    private final Turning turning;
    private final Outbox outbox;
    private final AnswerRepository repository;
    private final NewsRefusals refusals;
    private final Pen pen;

    FeedbackMail(Turning turning, Outbox outbox, AnswerRepository repository, NewsRefusals refusals, Pen pen) {
        this.turning = turning;
        this.outbox = outbox;
        this.repository = repository;
        this.refusals = refusals;
        this.pen = pen;
    }

    /** What a mail is written with. */
    @Singleton
    record Pen(PersonalLinks links, OwnWords words) {}

    /** Asks somebody who has a place and was not asked before. */
    void ask(EventDetails event, Registration known, Terms terms) {
        Registration person = turning.lock(known);
        String key = "feedback:" + person.reference();
        if (!person.isConfirmed() || !person.hasAddress() || !person.hasOwnAddress() || outbox.knows(key)) {
            return;
        }
        EmailAddress address = new EmailAddress(person.email());
        long organisation = event.organisation().id();
        if (!refusals.refuses(organisation, address) && !repository.hasGiven(person.id())) {
            String wayOut = refusals.link(organisation, address);
            outbox.put(mail(key, event, person, letter(event, person, terms, wayOut))
                    .leftAt(wayOut)
                    .in(Turn.BULK));
        }
    }

    private Wording letter(EventDetails event, Registration person, Terms terms, String wayOut) {
        Texts texts = Texts.in(person.reader());
        String organisation = event.organisation().name();
        Wording letter = new Letters.Draft(event, person, "mail.feedback")
                .say()
                .quote(texts.get(terms.anonymous() ? "mail.feedback.anonymous" : "mail.feedback.named", organisation))
                .eventFact()
                .letter(pen.links().renew(person) + "/feedback", "mail.feedback.link");
        Wording leaving = new Wording(
                letter.subject(),
                letter.headline(),
                letter.greeting(),
                letter.paragraphs(),
                letter.facts(),
                letter.link(),
                Stream.concat(
                                letter.footer().stream(),
                                Stream.of(texts.get("mail.feedback.leave", organisation, wayOut)))
                        .toList(),
                letter.standard());
        return pen.words().in(event, person.addressee(), leaving);
    }

    private static Mail mail(String key, EventDetails event, Registration person, Wording letter) {
        return new Mail(
                key,
                "feedback",
                new Mail.Recipient(
                        new EmailAddress(person.email()),
                        person.name(),
                        person.reader().tag()),
                event.organisation().sender(),
                new Mail.About(event.organisation().id(), event.event().id(), person.reference()),
                letter,
                List.of());
    }
}
