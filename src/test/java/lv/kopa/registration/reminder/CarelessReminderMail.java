package lv.kopa.registration.reminder;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import lv.kopa.database.UnitOfWork;
import lv.kopa.registration.PersonalLinks;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.Telling;
import lv.kopa.registration.Turning;
import lv.kopa.registration.hold.AddressHolds;

/** Reminders without their guard: that a moment is still open is taken to be enough. */
@Singleton
@UnitOfWork
@Replaces(ReminderMail.class)
@Requires(property = "spec.name", value = "careless-reminders")
class CarelessReminderMail extends ReminderMail {
    CarelessReminderMail(
            Turning turning, Telling telling, Registrations registrations, PersonalLinks links, AddressHolds holds) {
        super(turning, telling, registrations, links, holds);
    }

    @Override
    String occasion(Moment moment, Instant about) {
        return "reminder:" + UUID.randomUUID();
    }
}
