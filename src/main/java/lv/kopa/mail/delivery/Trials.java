package lv.kopa.mail.delivery;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import lv.kopa.mail.Mail;
import lv.kopa.mail.OutboxRow;
import lv.kopa.mail.delivery.Answer.Verdict;
import lv.kopa.mail.server.ServerOutages;
import lv.kopa.mail.server.Trial;

/** Sends a mail at once and past the outbox, for somebody who waits to see what the mail server says to it. */
@Singleton
public class Trials {
    private final MailServers servers;
    private final Lines lines;
    private final Clock clock;

    Trials(MailServers servers, Lines lines, Clock clock) {
        this.servers = servers;
        this.lines = lines;
        this.clock = clock;
    }

    /** Through the server that the organisation's mail goes through; nothing where there is none. */
    public Optional<Trial> send(long organisation, Mail mail) {
        return servers.find(organisation)
                .or(() -> servers.find(ServerOutages.INSTALLATION))
                .map(server -> send(server, mail));
    }

    private Trial send(MailServer server, Mail mail) {
        String messageId = "<" + mail.key() + "@" + servers.ownHost() + ">";
        try (Line line = lines.toTry(server)) {
            Answer answer = line.send(OutboxRow.unkept(mail, messageId, clock.instant()), () -> mail);
            return trial(server, answer.verdict() == Verdict.TAKEN, answer.words());
        } catch (NoConnection e) {
            return trial(server, false, e.words());
        }
    }

    private static Trial trial(MailServer server, boolean taken, String words) {
        return new Trial(server.door().host(), server.route().isOwn(), taken, words);
    }
}
