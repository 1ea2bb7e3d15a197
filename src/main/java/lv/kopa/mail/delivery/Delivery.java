package lv.kopa.mail.delivery;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import lv.kopa.mail.OutboxRow;
import lv.kopa.mail.delivery.Answer.Verdict;

/** One walk to a mail server with all the mail for it that is due. */
@Singleton
class Delivery {
    /** What was said to one mail is said of the server from then on, to everybody and to the log. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>]+@[^\\s<>]+");

    private final Claims claims;
    private final Lines lines;
    private final Notes notes;
    private final StopSignal stop;

    Delivery(Claims claims, Lines lines, Notes notes, StopSignal stop) {
        this.claims = claims;
        this.lines = lines;
        this.notes = notes;
        this.stop = stop;
    }

    /**
     * Calls the mail server before any mail is claimed, so that nothing happens to mail while it is away.
     *
     * @return how long to leave the server in peace then, where it takes so many mails a minute; else zero
     */
    Duration deliverAll(MailServer server, Breaker breaker) throws NoConnection {
        breaker.begin();
        Set<Long> claimed = new HashSet<>();
        try (Line line = lines.to(server)) {
            line.open();
            List<Long> batch = claims.claim(server.route());
            while (!batch.isEmpty() && !stop.isGiven()) {
                claimed.addAll(batch);
                for (long id : batch) {
                    deliver(id, server, line, breaker);
                }
                batch = stop.isGiven() ? List.of() : claims.claim(server.route());
            }
            return server.route().isLimited()
                    ? Pace.of(server.route().perMinute()).rest()
                    : Duration.ZERO;
        } finally {
            claims.giveBack(claimed);
        }
    }

    private void deliver(long id, MailServer server, Line line, Breaker breaker) throws NoConnection {
        if (stop.isGiven()) {
            return;
        }
        line.open();
        OutboxRow row = claims.take(id).orElse(null);
        if (row == null) {
            return;
        }
        Answer answer = line.send(row, () -> lines.read(row));
        if (answer.isDoubtful()) {
            doubt(row, answer, server, breaker);
        } else {
            notes.write(row, answer, server);
            breaker.settled(id);
        }
        if (isOneTooMany(id, answer, breaker)) {
            throw new NoConnection(impersonal(answer));
        }
        if (!answer.isDoubtful() && answer.verdict() != Verdict.BROKEN && breaker.worked()) {
            notes.works(server);
        }
        if (answer.verdict() == Verdict.TAKEN) {
            breaker.took();
        }
    }

    /** What is said of one mail again, and not of all, costs it an attempt; a quota may be behind it all the same. */
    private void doubt(OutboxRow row, Answer answer, MailServer server, Breaker breaker) {
        switch (breaker.meant(row.number())) {
            case ALL -> notes.turnedAway(row, answer, server);
            case THIS -> notes.write(row, answer.later(), server);
            case UNKNOWN -> notes.inDoubt(row, answer, server);
        }
    }

    private static boolean isOneTooMany(long id, Answer answer, Breaker breaker) {
        return answer.isDoubtful() ? breaker.turnedAway(id) : answer.verdict() == Verdict.BROKEN && breaker.broke();
    }

    private static String impersonal(Answer answer) {
        return ADDRESS.matcher(answer.words()).replaceAll("…");
    }
}
