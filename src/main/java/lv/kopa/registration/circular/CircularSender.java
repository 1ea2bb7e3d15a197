package lv.kopa.registration.circular;

import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Mail.Attachment;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.Wording;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the mails of circulars into the outbox, some in a transaction, so that a server that ends in between is followed by
 * itself or another one where it was; on as many servers as there are, which take turns at the circular's row.
 */
@Singleton
class CircularSender {
    private static final Logger LOG = LoggerFactory.getLogger(CircularSender.class);

    private final CircularRepository repository;
    private final Batch batch;

    CircularSender(CircularRepository repository, Batch batch) {
        this.repository = repository;
        this.batch = batch;
    }

    @Scheduled(fixedDelay = "${kopa.circulars.interval}", initialDelay = "${kopa.circulars.interval}")
    void send() {
        for (long circular : repository.sending()) {
            try {
                boolean more = true;
                while (more) {
                    more = batch.put(circular);
                }
            } catch (RuntimeException fault) {
                LOG.warn("Circular {} could not be sent on; it is tried again", circular, fault);
            }
        }
    }

    /** Some mails at a time. */
    @Singleton
    @UnitOfWork
    static class Batch {
        private final CircularRepository repository;
        private final RecipientRepository recipients;
        private final Events events;
        private final Writing writing;
        private final int size;

        Batch(
                CircularRepository repository,
                RecipientRepository recipients,
                Events events,
                Writing writing,
                @Value("${kopa.circulars.batch}") int size) {
            this.repository = repository;
            this.recipients = recipients;
            this.events = events;
            this.writing = writing;
            this.size = size;
        }

        /** Whether there may be more to be put. */
        boolean put(long id) {
            Optional<Circular> circular = repository.lock(id).filter(Circular::isSending);
            if (circular.isEmpty()) {
                return false;
            }
            List<Long> next = repository.waiting(id, size);
            if (next.isEmpty()) {
                repository.end(id, CircularState.DONE);
                return false;
            }
            put(circular.get(), recipients.findByIdIn(next));
            return true;
        }

        private void put(Circular circular, List<Registration> people) {
            EventDetails event = events.get(circular.eventId());
            List<Long> gone = new ArrayList<>();
            List<Long> refusing = new ArrayList<>();
            List<Registration> readers = new ArrayList<>();
            for (Registration person : people) {
                if (!circular.isFor(person)) {
                    gone.add(person.id());
                } else if (circular.news() && !writing.isWanted(event, person)) {
                    refusing.add(person.id());
                } else {
                    readers.add(person);
                }
            }
            writing.write(circular, event, readers);
            settle(circular, gone, "GONE");
            settle(circular, refusing, "REFUSED");
            settle(circular, readers.stream().map(Registration::id).toList(), "PUT");
        }

        private void settle(Circular circular, List<Long> people, String state) {
            if (!people.isEmpty()) {
                repository.settle(circular.id(), people, state);
            }
        }
    }

    /** The mails of some people. */
    @Singleton
    @UnitOfWork
    static class Writing {
        private final Outbox outbox;
        private final CircularMail mails;
        private final NewsRefusals refusals;
        private final PersonalLinks links;
        private final Circulars circulars;

        Writing(Outbox outbox, CircularMail mails, NewsRefusals refusals, PersonalLinks links, Circulars circulars) {
            this.outbox = outbox;
            this.mails = mails;
            this.refusals = refusals;
            this.links = links;
            this.circulars = circulars;
        }

        boolean isWanted(EventDetails event, Registration person) {
            return refusals.wants(event.organisation().id(), person);
        }

        void write(Circular circular, EventDetails event, List<Registration> people) {
            List<Attachment> attachments = mails.attachments(circulars.files(circular));
            for (Registration person : people) {
                Optional<String> wayOut = circular.news()
                        ? Optional.of(refusals.link(event.organisation().id(), new EmailAddress(person.email())))
                        : Optional.empty();
                Wording letter = CircularMail.letter(
                        event, person, circular.subject(), circular.text(), links.renew(person), wayOut);
                Mail mail = CircularMail.mail(
                        circular.mailKey(person),
                        event,
                        person,
                        CircularMail.written(person, circular.text()),
                        letter,
                        attachments);
                outbox.put(wayOut.map(mail::leftAt).orElse(mail));
            }
        }
    }
}
