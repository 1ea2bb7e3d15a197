package lv.kopa.file;

import java.util.Set;

/** Kinds of files that are taken: nothing that a browser runs, and no macros. */
public enum FileKind {
    DOCUMENT(
            "application/pdf",
            "text/plain",
            "text/csv",
            "application/rtf",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.openxmlformats-officedocument.presentationml.slideshow",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation"),
    IMAGE("image/jpeg", "image/png", "image/webp", "image/heic", "image/heif"),
    ARCHIVE("application/zip"),
    /** Paper that was scanned, where it was not photographed. */
    SCAN("application/pdf");

    private final Set<String> mediaTypes;

    FileKind(String... mediaTypes) {
        this.mediaTypes = Set.of(mediaTypes);
    }

    boolean contains(String mediaType) {
        return mediaTypes.contains(mediaType);
    }
}
