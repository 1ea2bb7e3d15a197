package lv.kopa.event.announcement;

import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import lv.kopa.database.Meeting;

/**
 * Organisers who have looked at an event, and whose change is held up until others have done what they wanted to; without
 * the guard it is made whatever they did.
 */
@Singleton
@Requires(property = "spec.name", pattern = "(un)?guarded-shrinking")
final class LateTurns implements BeanCreatedEventListener<AnnouncementRepository> {
    static final Meeting MEETING = new Meeting();

    private final UnguardedShrinking.Turns turns;
    private final boolean guarded;

    LateTurns(UnguardedShrinking.Turns turns, @Property(name = "spec.name") String spec) {
        this.turns = turns;
        this.guarded = spec.startsWith("guarded");
    }

    @Override
    public AnnouncementRepository onCreated(BeanCreatedEvent<AnnouncementRepository> event) {
        return (AnnouncementRepository) Proxy.newProxyInstance(
                AnnouncementRepository.class.getClassLoader(),
                new Class<?>[] {AnnouncementRepository.class},
                (proxy, method, given) -> {
                    if (method.getName().equals("takeTurn")) {
                        MEETING.join();
                        if (!guarded) {
                            return turns.take((long) given[0], (int) given[1]);
                        }
                    }
                    try {
                        return method.invoke(event.getBean(), given);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}
