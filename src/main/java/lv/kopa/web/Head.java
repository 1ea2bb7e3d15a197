package lv.kopa.web;

import com.ibm.icu.util.ULocale;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a public page says of itself to search engines and to whoever shows a preview of a link to it.
 *
 * @param title without the name of the site
 * @param address its path and query, without the language
 * @param hidden whether search engines are to leave it out
 * @param image the path of a picture, where there is one
 * @param data what it is about as JSON-LD, fit to stand in a script element; where there is any
 */
public record Head(
        Shell shell,
        String title,
        String address,
        String description,
        boolean hidden,
        @Nullable String image,
        Optional<String> data) {
    private static final int LONGEST = 200;

    public static Head of(Shell shell, String title, String address) {
        return new Head(shell, title, address, "", false, null, Optional.empty());
    }

    /** Described by as much of a text as a preview shows, cut between words. */
    public Head describedAs(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return new Head(shell, title, address, shortened(line), hidden, image, data);
    }

    public Head hiddenIf(boolean unseen) {
        return new Head(shell, title, address, description, unseen, image, data);
    }

    public Head pictured(@Nullable String path) {
        return new Head(shell, title, address, description, hidden, path, data);
    }

    public Head telling(String json) {
        return new Head(shell, title, address, description, hidden, image, Optional.of(json));
    }

    /** The one address of this page in the reader's language. */
    public String canonical() {
        return in(shell.language());
    }

    /** The whole address of the picture. */
    public Optional<String> picture() {
        return Optional.ofNullable(image).map(shell.links()::to);
    }

    /** The reader's language and the country it is mostly spoken in, as Open Graph wants it. */
    public String locale() {
        ULocale likely =
                ULocale.addLikelySubtags(ULocale.forLocale(shell.language().locale()));
        return likely.getLanguage() + "_" + (shell.language() == Language.EN ? "GB" : likely.getCountry());
    }

    /** The address that chooses the language by whoever asks. */
    public String inAnyLanguage() {
        return shell.links().to(address);
    }

    /** The page in each of the languages it is written in, by tag. */
    public Map<String, String> alternates() {
        Map<String, String> alternates = new LinkedHashMap<>();
        Language.spoken().forEach(language -> alternates.put(language.tag(), in(language)));
        return alternates;
    }

    private String in(Language language) {
        return shell.links().to(address + (address.contains("?") ? "&" : "?") + "lang=" + language.tag());
    }

    /** The beginning of a line that is too long for a summary. */
    public static String shortened(String line) {
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = line.lastIndexOf(' ', LONGEST);
        int cut = end > 0 ? end : line.offsetByCodePoints(0, line.codePointCount(0, LONGEST));
        return line.substring(0, cut) + "…";
    }
}
