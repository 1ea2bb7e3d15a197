package lv.kopa.text;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The sentences of pages and mails: `i18n/messages_xx.properties`, one file a language, in ICU's message format, which
 * knows the plural forms of each. A missing key is a fault of ours and fails loudly.
 */
public final class Texts {
    private static final Map<Language, Texts> BY_LANGUAGE = new EnumMap<>(Language.class);

    static {
        Language.spoken().forEach(language -> BY_LANGUAGE.put(language, new Texts(language)));
    }

    /** A sentence that ends with a year, "2027 р.", has its full stop already. */
    private static final Pattern AFTER_YEAR = Pattern.compile("(?<=\\d\\h[рг]\\.)\\.(?!\\.)");

    private final Language language;
    private final Map<String, String> patterns;
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    private Texts(Language language) {
        this.language = language;
        this.patterns = Collections.unmodifiableMap(read("/i18n/messages_" + language.tag() + ".properties"));
    }

    public static Texts in(Language language) {
        return Objects.requireNonNull(BY_LANGUAGE.get(language));
    }

    private static Map<String, String> read(String resource) {
        Properties properties = new Properties();
        try (InputStream file = Texts.class.getResourceAsStream(resource)) {
            if (file == null) {
                throw new IllegalStateException("There is no " + resource);
            }
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> patterns = new TreeMap<>();
        properties.forEach((key, pattern) -> patterns.put((String) key, (String) pattern));
        return patterns;
    }

    /**
     * The sentence of a key with its `{0}`, `{1}` … filled in.
     *
     * @throws IllegalArgumentException where the language has no such key
     */
    public String get(String key, Object... arguments) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No text '" + key + "' in " + language.tag());
        }
        if (arguments.length == 0 && pattern.indexOf('{') < 0 && pattern.indexOf('\'') < 0) {
            return pattern;
        }
        MessageFormat shared = formats.computeIfAbsent(key, k -> new MessageFormat(pattern, language.locale()));
        return AFTER_YEAR
                .matcher(((MessageFormat) shared.clone()).format(arguments))
                .replaceAll("");
    }

    /** The sentence with its places unfilled, in ICU's message format. */
    public String pattern(String key) {
        return Objects.requireNonNull(patterns.get(key));
    }

    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    public Set<String> keys() {
        return patterns.keySet();
    }

    public Language language() {
        return language;
    }
}
