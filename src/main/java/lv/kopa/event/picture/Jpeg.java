package lv.kopa.event.picture;

import io.micronaut.core.annotation.Introspected;

/** A picture as it goes over the wire. */
@Introspected
@SuppressWarnings("ArrayRecordComponent") // it is shown, never compared
record Jpeg(byte[] content) {}
