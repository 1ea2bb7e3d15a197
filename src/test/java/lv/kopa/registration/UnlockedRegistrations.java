package lv.kopa.registration;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import lv.kopa.database.Meeting;

/** Registrations that nobody has to wait for: all who want to change one see it as it was before any of them did. */
@Singleton
@Requires(property = "spec.name", value = "unlocked-registrations")
public final class UnlockedRegistrations implements BeanCreatedEventListener<RegistrationRepository> {
    public static final Meeting MEETING = new Meeting();

    /** Where those meet besides who have found that they may. */
    public static final Meeting CHECKED = new Meeting();

    private final Seen seen;

    UnlockedRegistrations(Seen seen) {
        this.seen = seen;
    }

    @JdbcRepository(dialect = Dialect.MYSQL)
    interface Seen extends GenericRepository<Registration, Long> {
        Optional<Registration> findById(long id);
    }

    @Override
    public RegistrationRepository onCreated(BeanCreatedEvent<RegistrationRepository> event) {
        return (RegistrationRepository) Proxy.newProxyInstance(
                RegistrationRepository.class.getClassLoader(),
                new Class<?>[] {RegistrationRepository.class},
                (proxy, method, given) -> {
                    if (method.getName().equals("lock")) {
                        Optional<Registration> registration = seen.findById((long) given[0]);
                        MEETING.join();
                        return registration;
                    }
                    if (method.getName().equals("sessions") || method.getName().equals("claim")) {
                        CHECKED.join();
                    }
                    try {
                        return method.invoke(event.getBean(), given);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
