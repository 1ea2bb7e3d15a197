package lv.kopa.mail.server;

import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lv.kopa.database.Duplicate;
import lv.kopa.database.UnitOfWork;
import lv.kopa.seal.Seal;
import lv.kopa.seal.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * The mail servers of organisations' own. A password is sealed for the organisation, the host and the user it is given
 * for: whoever changes one of these in the database gets it sent nowhere.
 */
@Singleton
public class OwnServers implements Sealed {
    private final OwnServerRepository repository;
    private final ServerOutages outages;
    private final Seal seal;

    OwnServers(OwnServerRepository repository, ServerOutages outages, Seal seal) {
        this.repository = repository;
        this.outages = outages;
        this.seal = seal;
    }

    public Optional<OwnServer> find(long organisation) {
        return repository.findByOrganisationId(organisation);
    }

    public List<OwnServer> of(Collection<Long> organisations) {
        return organisations.isEmpty() ? List.of() : repository.findByOrganisationIdIn(organisations);
    }

    /**
     * From now on the organisation's mail that is not sent yet goes through this server, and through no other.
     *
     * @param version of the server as the plan was made; 0 where there was none
     * @return false, and nothing is done, if it has another version by now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean keep(long organisation, int version, ServerPlan plan) {
        outages.forget(organisation);
        return version == 0 ? first(organisation, plan) : change(organisation, version, plan);
    }

    private boolean first(long organisation, ServerPlan plan) {
        try {
            repository.save(new OwnServer(
                    organisation,
                    plan.host(),
                    plan.port(),
                    plan.tls(),
                    plan.username(),
                    sealed(organisation, plan),
                    plan.fromAddress(),
                    plan.bounceAddress(),
                    plan.perMinute(),
                    1));
            return true;
        } catch (DataAccessException e) {
            if (Duplicate.isBehind(e, "PRIMARY")) {
                return false;
            }
            throw e;
        }
    }

    private boolean change(long organisation, int version, ServerPlan plan) {
        return repository.change(
                        organisation,
                        version,
                        plan.host(),
                        plan.port(),
                        plan.tls(),
                        plan.username(),
                        sealed(organisation, plan),
                        plan.fromAddress(),
                        plan.bounceAddress(),
                        plan.perMinute())
                == 1;
    }

    private byte @Nullable [] sealed(long organisation, ServerPlan plan) {
        String username = plan.username();
        if (username == null) {
            return null;
        }
        String typed = plan.password();
        return typed == null
                ? known(organisation, plan).map(OwnServer::sealedPassword).orElse(null)
                : seal.close(typed.getBytes(StandardCharsets.UTF_8), belonging(organisation, plan.host(), username));
    }

    /** The server as it is, if the password that is known of it is good for the plan too. */
    public Optional<OwnServer> known(long organisation, ServerPlan plan) {
        return find(organisation)
                .filter(OwnServer::hasPassword)
                .filter(server -> server.host().equals(plan.host()))
                .filter(server -> plan.username() != null && plan.username().equals(server.username()));
    }

    /** From now on the organisation's mail goes through the server of the installation again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remove(long organisation) {
        outages.forget(organisation);
        return repository.remove(organisation) == 1;
    }

    /**
     * The password in the clear, for whoever talks to the server; null where it needs none.
     *
     * @throws IllegalStateException if the key it was sealed with is not here
     */
    public @Nullable String password(OwnServer server) {
        byte[] sealed = server.sealedPassword();
        return sealed == null ? null : new String(seal.open(sealed, belonging(server)), StandardCharsets.UTF_8);
    }

    @Override
    @UnitOfWork
    public long sealAnew() {
        List<OwnServer> servers = repository.withPassword();
        for (OwnServer server : servers) {
            byte[] sealed = server.sealedPassword();
            if (sealed != null) {
                byte[] anew = seal.close(seal.open(sealed, belonging(server)), belonging(server));
                repository.reseal(server.organisationId(), server.version(), anew);
            }
        }
        return servers.size();
    }

    private static byte[] belonging(OwnServer server) {
        return belonging(server.organisationId(), server.host(), server.username());
    }

    private static byte[] belonging(long organisation, String host, @Nullable String username) {
        return ("mail-server\n" + organisation + "\n" + host + "\n" + username).getBytes(StandardCharsets.UTF_8);
    }
}
