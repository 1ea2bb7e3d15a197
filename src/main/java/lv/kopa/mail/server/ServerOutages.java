package lv.kopa.mail.server;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import lv.kopa.database.UnitOfWork;
import lv.kopa.mail.HeaderText;

/** Which mail servers take no mail at the moment, as one of our servers has found out and all of them can tell. */
@Singleton
public class ServerOutages {
    /** Stands for an organisation where the server of the installation is meant. */
    public static final long INSTALLATION = 0;

    private static final int LONGEST_WORDS = 500;

    private final OutageRepository repository;
    private final Clock clock;

    ServerOutages(OutageRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    @UnitOfWork
    public void began(long organisation, String words) {
        repository.began(organisation, clock.instant(), HeaderText.clean(words, LONGEST_WORDS));
    }

    @UnitOfWork
    public void ended(long organisation) {
        repository.ended(organisation);
    }

    /** Of a server that is another from now on nothing is known. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(long organisation) {
        repository.ended(organisation);
    }

    /** Those of the installation's server and of these organisations' own. */
    public List<ServerOutage> of(Collection<Long> organisations) {
        List<Long> all = new ArrayList<>(organisations);
        all.add(INSTALLATION);
        return repository.findByOrganisationIdIn(all);
    }

    public List<ServerOutage> all() {
        return repository.all();
    }
}
