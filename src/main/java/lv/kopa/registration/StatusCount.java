package lv.kopa.registration;

import io.micronaut.core.annotation.Introspected;

/** How many registrations of an event have a status. */
@Introspected
record StatusCount(long eventId, RegistrationStatus status, long registrations) {}
