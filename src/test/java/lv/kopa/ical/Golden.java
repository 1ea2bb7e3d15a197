package lv.kopa.ical;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whole calendars and feeds to the last byte. What one is now and is not in its file stands in {@code target/golden}, to be
 * looked at, and taken over where it is right.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/calendar");
    private static final Pattern IDENTITY = Pattern.compile("(event|session)-[0-9a-f-]{36}");
    private static final Pattern REFERENCE = Pattern.compile("(?<=:reg-)[0-9A-Z]{8}(?=-)");
    private static final Pattern SECRET = Pattern.compile("(?<=/)([a-z2-7](\r\n )?){32}(?=[/\r])");
    private static final Pattern LETTER = Pattern.compile("[a-z2-7]");

    private Golden() {}

    public static void assertThatIs(String name, byte[] octets) {
        try {
            String text = anonymous(new String(octets, StandardCharsets.UTF_8));
            Path golden = FOLDER.resolve(name);
            String expected = Files.exists(golden) ? Files.readString(golden) : "";
            if (!text.equals(expected)) {
                Path got = Path.of("target/golden").resolve(name);
                Files.createDirectories(got.getParent());
                Files.writeString(got, text);
            }
            assertThat(text).isEqualTo(expected);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> calendars() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".ics"))
                    .sorted()
                    .toList();
        }
    }

    /** With all that is random put by its turn or crossed out, where lines are as long as they were or short anyway. */
    private static String anonymous(String text) {
        List<String> found = IDENTITY.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .toList();
        String named = text;
        for (int i = 0; i < found.size(); i++) {
            named = named.replace(found.get(i), found.get(i).replaceFirst("-.*", "-" + (i + 1)));
        }
        return SECRET.matcher(REFERENCE.matcher(named).replaceAll("REFERENC"))
                .replaceAll(secret -> LETTER.matcher(secret.group()).replaceAll("x"));
    }
}
