package lv.kopa.mail.delivery;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lv.kopa.mail.server.Away;
import lv.kopa.mail.server.OwnServer;
import lv.kopa.mail.server.OwnServers;
import lv.kopa.mail.server.ServerOutages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows the mail servers, and for how long to leave one that is dead in peace. */
@Singleton
class Lookout {
    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    private final MailServers servers;
    private final OwnServers own;
    private final ServerOutages outages;
    private final Notes notes;
    private final BackOff backOff;

    Lookout(MailServers servers, OwnServers own, ServerOutages outages, Notes notes, BackOff backOff) {
        this.servers = servers;
        this.own = own;
        this.outages = outages;
        this.notes = notes;
        this.backOff = backOff;
    }

    /** Settings that no mail can be sent with are to be known at once. */
    void check() {
        servers.find(ServerOutages.INSTALLATION);
    }

    boolean hasInstallation() {
        return servers.hasInstallation();
    }

    /** Whether there is a server for one of these organisations. */
    boolean hasFor(Collection<Long> organisations) {
        return servers.hasInstallation() || !own.of(organisations).isEmpty();
    }

    /** Those that mail of these organisations would go through, as far as they take none at the moment. */
    List<Away> outages(Collection<Long> organisations) {
        Map<Long, String> hosts =
                own.of(organisations).stream().collect(Collectors.toMap(OwnServer::organisationId, OwnServer::host));
        String installation = servers.installationHost().orElse("");
        return outages.of(organisations).stream()
                .filter(outage -> outage.organisationId() == ServerOutages.INSTALLATION
                        ? servers.hasInstallation() && !hosts.keySet().containsAll(organisations)
                        : hosts.containsKey(outage.organisationId()))
                .map(outage -> new Away(
                        hosts.getOrDefault(outage.organisationId(), installation),
                        hosts.containsKey(outage.organisationId()),
                        outage.beganAt(),
                        outage.words()))
                .toList();
    }

    /** @throws NoConnection where it cannot be used, if only because nobody here knows its password */
    MailServer find(long organisation) throws NoConnection {
        try {
            return servers.find(organisation).orElseThrow(() -> new NoConnection("no mail server"));
        } catch (IllegalStateException unusable) {
            throw new NoConnection(String.valueOf(unusable.getMessage()));
        }
    }

    /** Notes that a server cannot be used; answers how long it is not called then. */
    Duration outage(long organisation, String words, Breaker breaker) {
        try {
            notes.outage(organisation, words);
        } catch (RuntimeException e) {
            LOG.warn("The database does not take the note about a mail server", e);
        }
        return backOff.afterOutages(breaker.open());
    }

    Duration pause(Breaker breaker) {
        return backOff.afterOutages(breaker.pause());
    }
}
