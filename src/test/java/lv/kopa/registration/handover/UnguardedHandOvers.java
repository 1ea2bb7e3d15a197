package lv.kopa.registration.handover;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import lv.kopa.registration.UnlockedRegistrations;

/**
 * Offers that all who take one at once have found open before the first of them has it. Nobody leaves a party by them: that
 * reads the registration so that the database lets none of those who read it go on.
 */
@Singleton
@Requires(property = "spec.name", value = "unlocked-registrations")
final class UnguardedHandOvers implements BeanCreatedEventListener<HandOverRepository> {
    @Override
    public HandOverRepository onCreated(BeanCreatedEvent<HandOverRepository> event) {
        return (HandOverRepository) Proxy.newProxyInstance(
                HandOverRepository.class.getClassLoader(),
                new Class<?>[] {HandOverRepository.class},
                (proxy, method, given) -> {
                    if (method.getName().equals("leaveParty")) {
                        return null;
                    }
                    if (method.getName().equals("sessions")) {
                        UnlockedRegistrations.CHECKED.join();
                    }
                    try {
                        return method.invoke(event.getBean(), given);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
