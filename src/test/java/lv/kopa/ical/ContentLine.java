package lv.kopa.ical;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One unfolded line of a calendar, taken apart by the grammar of RFC 5545 §3.1 and nothing kinder. */
public record ContentLine(String name, Map<String, String> parameters, String value) {

    private static final Pattern NAME = Pattern.compile("[A-Z0-9-]+");
    private static final Pattern PARAMETER =
            Pattern.compile(";([A-Z0-9-]+)=(\"[^\"\\p{Cntrl}]*\"|[^\";:,\\p{Cntrl}]*)");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)", Pattern.DOTALL);

    static ContentLine parse(String line) {
        var name = NAME.matcher(line);
        if (!name.lookingAt()) {
            throw new IllegalArgumentException("no property name");
        }
        int at = name.end();
        Map<String, String> parameters = new LinkedHashMap<>();
        var parameter = PARAMETER.matcher(line);
        while (parameter.region(at, line.length()).lookingAt()) {
            if (parameters.put(parameter.group(1), unquoted(parameter.group(2))) != null) {
                throw new IllegalArgumentException("parameter " + parameter.group(1) + " twice");
            }
            at = parameter.end();
        }
        if (at == line.length() || line.charAt(at) != ':') {
            throw new IllegalArgumentException("no colon after name and parameters");
        }
        return new ContentLine(name.group(), parameters, line.substring(at + 1));
    }

    private static String unquoted(String value) {
        if (value.startsWith("\"")) {
            return value.substring(1, value.length() - 1);
        }
        if (value.chars().anyMatch(character -> character > 126)) {
            throw new IllegalArgumentException("parameter value not ASCII and not quoted");
        }
        return value;
    }

    Optional<String> parameter(String parameter) {
        return Optional.ofNullable(parameters.get(parameter));
    }

    /** The value as TEXT (§3.3.11). */
    String text() {
        return unescaped(value);
    }

    /** The value as a list of TEXT, split at commas that are not escaped. */
    List<String> texts() {
        List<String> texts = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '\\') {
                i++;
            } else if (value.charAt(i) == ',') {
                texts.add(unescaped(value.substring(begin, i)));
                begin = i + 1;
            }
        }
        texts.add(unescaped(value.substring(begin)));
        return texts;
    }

    private static String unescaped(String value) {
        return ESCAPE.matcher(value)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(escape.group(1).equalsIgnoreCase("n") ? "\n" : escape.group(1)));
    }
}
