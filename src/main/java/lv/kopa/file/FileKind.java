package lv.kopa.file;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

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
    ARCHIVE("application/zip");

    private final Set<String> mediaTypes;

    FileKind(String... mediaTypes) {
        this.mediaTypes = Set.of(mediaTypes);
    }

    boolean contains(String mediaType) {
        return mediaTypes.contains(mediaType);
    }

    /** The key of its name. */
    public String textKey() {
        return "file.kind." + name().toLowerCase(Locale.ROOT);
    }

    /** The kinds that these words name, commas between them. */
    public static Set<FileKind> named(String words) {
        return Arrays.stream(values())
                .filter(kind -> Set.of(words.split(",")).contains(kind.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(FileKind.class)));
    }
}
