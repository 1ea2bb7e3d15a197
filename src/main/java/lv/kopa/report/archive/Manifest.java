package lv.kopa.report.archive;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sums of the files of an archive, as {@code sha256sum -c} reads them.
 *
 * @param sums by the names of the files, in their order
 */
record Manifest(Map<String, String> sums) {
    static final String NAME = "manifest.txt";
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    /** @throws IllegalArgumentException where it is none */
    static Manifest read(String text) {
        Map<String, String> sums = new LinkedHashMap<>();
        text.lines().forEach(line -> {
            Matcher matcher = LINE.matcher(line);
            if (!matcher.matches()) {
                throw new IllegalArgumentException(line);
            }
            sums.put(matcher.group(2), matcher.group(1));
        });
        return new Manifest(sums);
    }

    String text() {
        return sums.entrySet().stream()
                .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
