package lv.kopa.registration.attendees;

import io.micronaut.core.annotation.Introspected;
import lv.kopa.registration.RegistrationStatus;

/** How many registrations of an event have a status. */
@Introspected
record StatusCount(long eventId, RegistrationStatus status, long registrations) {}
