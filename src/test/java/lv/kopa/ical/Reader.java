package lv.kopa.ical;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A program in another language that reads calendars, if it is installed. */
public record Reader(String name, Path script, List<String> interpreters, String howToInstall) {

    private static final Path FOLDER = Path.of("src", "test", "readers");

    static Reader icalendar() {
        return python("python-icalendar", "read_ics.py", "python3-icalendar");
    }

    static Reader vobject() {
        return python("vobject", "read_vobject.py", "python3-vobject");
    }

    static Reader libical() {
        return python("libical", "read_libical.py", "libical3");
    }

    private static Reader python(String name, String script, String debianPackage) {
        // not the first in the PATH alone: Debian's packages serve Debian's Python only
        return new Reader(
                name,
                FOLDER.resolve(script),
                List.of("/usr/bin/python3", "python3"),
                "apt-get install " + debianPackage);
    }

    static Reader javascript() {
        return new Reader("ical.js", FOLDER.resolve("read_ics.js"), List.of("node"), "npm install in src/test/readers");
    }

    /** Lets a test pass over a reader that is not installed, but not where {@code .ci/run} has installed them all. */
    public void assumeInstalled() {
        Programs.assume(interpreters.stream().anyMatch(this::works), name, howToInstall);
    }

    private boolean works(String interpreter) {
        try {
            return Programs.run(interpreter, script.toString()).exit() == 0;
        } catch (UncheckedIOException absent) {
            return false;
        }
    }

    /** One JSON object a line, its keys in the order of the alphabet, no space in it. */
    public List<String> read(byte[] calendar) throws IOException {
        Path file = Files.createTempFile("kopa", ".ics");
        try {
            Files.write(file, calendar);
            return read(List.of(file));
        } finally {
            Files.delete(file);
        }
    }

    /** The same of several calendars, one after the other. */
    List<String> read(List<Path> calendars) {
        List<String> command = new ArrayList<>();
        command.add(interpreters.stream().filter(this::works).findFirst().orElseThrow());
        command.add(script.toString());
        calendars.forEach(calendar -> command.add(calendar.toString()));
        var run = Programs.run(command.toArray(String[]::new));
        if (run.exit() != 0) {
            throw new AssertionError(name + ": " + run.output());
        }
        return Arrays.asList(run.output().split("\n"));
    }

    public static Stream<Reader> all() {
        return Stream.of(icalendar(), vobject(), libical(), javascript());
    }

    @Override
    public String toString() {
        return name;
    }
}
