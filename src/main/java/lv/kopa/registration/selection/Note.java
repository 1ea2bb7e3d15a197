package lv.kopa.registration.selection;

import io.micronaut.core.annotation.Introspected;

/**
 * What organisers note of somebody.
 *
 * @param note "" where it was taken back
 * @param version grows with every change, from 1
 */
@Introspected
record Note(long registrationId, String note, int version) {}
