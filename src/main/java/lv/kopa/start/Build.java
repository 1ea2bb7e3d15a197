package lv.kopa.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.UUID;

/** Which build of the program this is. */
public final class Build {
    private static final String STAMP = read();

    private Build() {}

    /** The same for every server that runs the same build, and for no other; of this run alone where nobody built it. */
    public static String stamp() {
        return STAMP;
    }

    private static String read() {
        try (InputStream file = Build.class.getResourceAsStream("/build.properties")) {
            Properties properties = new Properties();
            if (file != null) {
                properties.load(file);
            }
            String built = properties.getProperty("built", "$");
            return built.startsWith("$") ? UUID.randomUUID().toString() : built;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
