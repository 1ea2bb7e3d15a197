package lv.kopa.mail;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import lv.kopa.database.UnitOfWork;
import org.apache.commons.codec.digest.DigestUtils;

/** Addresses that nothing is sent to, since mail to them comes back, until somebody says that they are good again. */
@Singleton
public class RestingAddresses {
    private final RestingRepository repository;
    private final Clock clock;

    RestingAddresses(RestingRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** What an address is called where it is not to be read. */
    public static String hash(EmailAddress address) {
        return DigestUtils.sha256Hex(address.key());
    }

    public boolean rests(EmailAddress address) {
        return repository.rests(hash(address));
    }

    /** Has nothing sent to an address any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rest(EmailAddress address) {
        repository.rest(hash(address), clock.instant());
    }

    /** Has mail sent to an address again, and forgets what has come back from it. */
    @UnitOfWork
    public void wake(EmailAddress address) {
        repository.wake(hash(address));
        repository.forgive(hash(address));
    }
}
