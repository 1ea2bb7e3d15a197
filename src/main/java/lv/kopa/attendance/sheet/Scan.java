package lv.kopa.attendance.sheet;

import lv.kopa.file.StoredFile;

/** A signed sheet with its file. */
public record Scan(SignedSheet sheet, StoredFile file) {}
