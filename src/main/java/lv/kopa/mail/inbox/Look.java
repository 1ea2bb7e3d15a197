package lv.kopa.mail.inbox;

import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import lv.kopa.database.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One look into the mailbox: what has arrived is read, and moved away. */
@Singleton
class Look {
    private static final Logger LOG = LoggerFactory.getLogger(Look.class);

    /** After so many tries a mail at which the mailbox breaks off is left alone. */
    private static final int TRIES = 3;

    private static final Duration BETWEEN_FORGETTING = Duration.ofDays(1);

    private final Mailbox mailbox;
    private final Turns turns;
    private final Sorting sorting;
    private final InboxSettings settings;
    private final Clock clock;
    private final Map<Place, Integer> troubles = new HashMap<>();
    private Instant forgot = Instant.EPOCH;
    private volatile boolean ended;

    Look(Mailbox mailbox, Turns turns, Sorting sorting, InboxSettings settings, Clock clock) {
        this.mailbox = mailbox;
        this.turns = turns;
        this.sorting = sorting;
        this.settings = settings;
        this.clock = clock;
    }

    /** Reads no further mail. */
    void end() {
        ended = true;
    }

    /** Looks, if it is this server's turn. */
    void take() {
        if (!turns.take()) {
            return;
        }
        try (OpenMailbox open = mailbox.open()) {
            if (readAll(open)) {
                forget(open);
            }
        } catch (MessagingException | IOException away) {
            LOG.warn(
                    "The mailbox cannot be read, what is in it waits: {}",
                    away.getClass().getName());
        } finally {
            turns.leave();
        }
    }

    /** Whether all was read that a look is for. */
    private boolean readAll(OpenMailbox open) throws MessagingException, IOException {
        int read = 0;
        for (Message mail : open.mails()) {
            if (read == settings.batch()) {
                return true;
            }
            if (ended || !turns.take()) {
                return false;
            }
            Place place = open.place(mail);
            if (troubles.getOrDefault(place, 0) < TRIES) {
                read(open, mail, place);
                read++;
            }
        }
        return true;
    }

    /** Once a day; that it does not work today keeps nobody from reading. */
    private void forget(OpenMailbox open) {
        Instant now = clock.instant();
        if (forgot.plus(BETWEEN_FORGETTING).isAfter(now)) {
            return;
        }
        forgot = now;
        try {
            open.forget(now.minus(settings.keepRead()));
        } catch (MessagingException fault) {
            LOG.warn(
                    "What was read long ago could not be deleted from the mailbox, and is tomorrow: {}",
                    fault.getClass().getName());
        }
    }

    private void read(OpenMailbox open, Message mail, Place place) throws MessagingException, IOException {
        troubles.merge(place, 1, Integer::sum);
        Fate fate = turns.isRead(place) ? Fate.READ : sort(place, open.beginning(mail, Arrival.LONGEST));
        open.move(mail, fate);
        if (fate == Fate.ASIDE) {
            sorting.pass(place); // not before, or it would be taken for read where the move is cut
        }
        troubles.remove(place);
    }

    /** What cannot be made sense of is put aside; that the database is away is not the mail's fault. */
    private Fate sort(Place place, byte[] raw) {
        try {
            return sorting.sort(place, Arrival.of(raw));
        } catch (MessagingException | IOException | RuntimeException | StackOverflowError fault) {
            if (Outage.isBehind(fault)) {
                troubles.remove(place);
                throw new IllegalStateException("the database is away", fault);
            }
            LOG.warn(
                    "Mail {} of the mailbox was put aside: {}",
                    place.uid(),
                    fault.getClass().getName());
            return Fate.ASIDE;
        }
    }
}
