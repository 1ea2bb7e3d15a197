package lv.kopa.event.question;

import java.util.Locale;
import java.util.Set;
import lv.kopa.file.FileKind;
import org.jspecify.annotations.Nullable;

/** What kind of answer a question wants. */
public enum QuestionType {
    /** One line. */
    TEXT,
    LONG_TEXT,
    NUMBER,
    DATE,
    YES_NO,
    /** One of several choices. */
    CHOICE,
    /** As many of several choices as apply. */
    CHOICES,
    EMAIL,
    PHONE,
    /** One of the countries of ISO 3166. */
    COUNTRY,
    /** A document or a picture; like the next two it is asked for on the person's own page, once they are registered. */
    FILE,
    DOCUMENT,
    PICTURE;

    public boolean isFile() {
        return !files().isEmpty();
    }

    /** The kinds of files it may be answered with. */
    public Set<FileKind> files() {
        return switch (this) {
            case FILE -> Set.of(FileKind.DOCUMENT, FileKind.IMAGE);
            case DOCUMENT -> Set.of(FileKind.DOCUMENT);
            case PICTURE -> Set.of(FileKind.IMAGE);
            default -> Set.of();
        };
    }

    public boolean hasChoices() {
        return this == CHOICE || this == CHOICES;
    }

    /** Whether its answers can be compared by size. */
    public boolean isOrdered() {
        return this == NUMBER || this == DATE;
    }

    public boolean isYesNo() {
        return this == YES_NO;
    }

    /** The type of the HTML input for it. */
    public String input() {
        return switch (this) {
            case DATE -> "date";
            case EMAIL -> "email";
            case PHONE -> "tel";
            case FILE, DOCUMENT, PICTURE -> "file";
            default -> "text";
        };
    }

    /** The keyboard that a phone shows for it; null for that of its input. */
    public @Nullable String keyboard() {
        return this == NUMBER ? "decimal" : null;
    }

    /** The key of what is said of the files it takes. */
    public String fileKey() {
        return "registration.form.file." + name().toLowerCase(Locale.ROOT);
    }

    /** The key of its name. */
    public String textKey() {
        return "question.type." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
