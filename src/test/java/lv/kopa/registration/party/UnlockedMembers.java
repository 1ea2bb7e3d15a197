package lv.kopa.registration.party;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import lv.kopa.database.Meeting;

/** People of parties for whom nobody waits: all who put somebody in their place see them there before any of them does. */
@Singleton
@Requires(property = "spec.name", value = "unlocked-exchanges")
final class UnlockedMembers implements BeanCreatedEventListener<PartyRepository> {
    static final Meeting MEETING = new Meeting();

    @Override
    public PartyRepository onCreated(BeanCreatedEvent<PartyRepository> event) {
        PartyRepository repository = event.getBean();
        return (PartyRepository) Proxy.newProxyInstance(
                PartyRepository.class.getClassLoader(),
                new Class<?>[] {PartyRepository.class},
                (proxy, method, given) -> {
                    if (method.getName().equals("member")) {
                        return repository.members((long) given[0]).stream()
                                .filter(member -> member.key() == (long) given[1])
                                .findFirst();
                    }
                    if (method.getName().equals("submit")) {
                        MEETING.join();
                    }
                    try {
                        return method.invoke(repository, given);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
