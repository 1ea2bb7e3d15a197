package lv.kopa.registration.address;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import lv.kopa.registration.UnlockedRegistrations;

/** Addresses before, of which none is written down before all have looked who take a registration over at once. */
@Singleton
@Requires(property = "spec.name", value = "unlocked-registrations")
final class UnguardedAddresses implements BeanCreatedEventListener<EarlierAddressRepository> {
    @Override
    public EarlierAddressRepository onCreated(BeanCreatedEvent<EarlierAddressRepository> event) {
        return (EarlierAddressRepository) Proxy.newProxyInstance(
                EarlierAddressRepository.class.getClassLoader(),
                new Class<?>[] {EarlierAddressRepository.class},
                (proxy, method, given) -> {
                    if (method.getName().equals("save")) {
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
