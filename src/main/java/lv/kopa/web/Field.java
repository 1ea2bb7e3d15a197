package lv.kopa.web;

import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * One field of a form as its template shows it.
 *
 * @param id its id in the page, to which its label and the summary of errors lead
 */
public record Field(String id, String typed, boolean hasHint, boolean wrong, boolean noted) {
    public static Field of(Form form, String name, boolean hasHint) {
        return new Field(
                id(name),
                form.get(name),
                hasHint,
                form.error(name).isPresent(),
                form.note(name).isPresent());
    }

    public static String id(String name) {
        return name.replace('.', '-');
    }

    /** What stands in an input: what was typed, but for a password. */
    public @Nullable String shown(String type) {
        return typed.isEmpty() || type.equals("password") || type.equals("file") ? null : typed;
    }

    public @Nullable String inputMode(String type) {
        return switch (type) {
            case "email" -> "email";
            case "number" -> "numeric";
            default -> null;
        };
    }

    public @Nullable String lang(@Nullable Language written) {
        return written == null ? null : written.tag();
    }

    public @Nullable String invalid() {
        return wrong ? "true" : null;
    }

    /** Lets a group take the focus, which no group does by itself, where the list above a form leads to it. */
    public @Nullable String focus() {
        return wrong || noted ? "-1" : null;
    }

    public @Nullable String describedBy() {
        String ids =
                (hasHint ? id + "-hint" : "") + (wrong ? " " + id + "-error" : "") + (noted ? " " + id + "-note" : "");
        return ids.isEmpty() ? null : ids.strip();
    }
}
