package lv.kopa.organisation.signin;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Roughly which browser it is, by what it says of itself: enough for its owner to know it again. */
final class BrowserName {
    /** In this order, since most claim to be others too. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser",
            "Samsung",
            "Firefox",
            "Firefox",
            "FxiOS",
            "Firefox",
            "Chrom",
            "Chrome",
            "CriOS",
            "Chrome",
            "Safari",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "Android",
            "Android",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Windows",
            "Windows",
            "Macintosh",
            "macOS",
            "CrOS",
            "ChromeOS",
            "Linux",
            "Linux");

    private BrowserName() {}

    static String of(String userAgent) {
        return Stream.of(BROWSERS, SYSTEMS)
                .map(names -> names.entrySet().stream()
                        .filter(name -> userAgent.contains(name.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }
}
