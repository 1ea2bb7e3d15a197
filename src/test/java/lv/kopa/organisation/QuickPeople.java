package lv.kopa.organisation;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import lv.kopa.mail.EmailAddress;
import lv.kopa.text.Language;
import lv.kopa.web.Site;

/** People whose password is hashed in a moment: the work that keeps real ones safe would take most of the tests' time. */
public final class QuickPeople {
    private static final Argon2Function LIGHT = Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID);
    private static final Map<String, String> HASHES = new ConcurrentHashMap<>();

    private QuickPeople() {}

    public static Person create(Site site, String name, EmailAddress email, String password, Language language) {
        PersonRepository people = site.bean(PersonRepository.class);
        Person person = new Person(
                0,
                name,
                email.key(),
                hash(password),
                language,
                site.bean(Clock.class).instant());
        return transactions(site).executeWrite(status -> people.save(person));
    }

    @SuppressWarnings("unchecked")
    private static TransactionOperations<Connection> transactions(Site site) {
        return site.bean(TransactionOperations.class);
    }

    private static String hash(String password) {
        return HASHES.computeIfAbsent(
                password,
                unknown -> Password.hash(unknown).addRandomSalt(16).with(LIGHT).getResult());
    }
}
