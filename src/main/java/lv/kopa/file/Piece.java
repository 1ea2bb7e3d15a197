package lv.kopa.file;

import io.micronaut.core.annotation.Introspected;

/** A part of the bytes of a file. */
@Introspected
@SuppressWarnings("ArrayRecordComponent") // it is read, never compared
record Piece(byte[] content) {}
