package lv.kopa.ical;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A program in another language that reads calendars, if it is installed. */
public record Reader(String name, Path script, List<String> interpreters, String howToInstall) {

    private static final Path FOLDER = Path.of("src", "test", "readers");

    static Reader python() {
        // not the first in the PATH alone: Debian's package serves Debian's Python only
        return new Reader(
                "python-icalendar",
                FOLDER.resolve("read_ics.py"),
                List.of("/usr/bin/python3", "python3"),
                "apt-get install python3-icalendar");
    }

    static Reader javascript() {
        return new Reader("ical.js", FOLDER.resolve("read_ics.js"), List.of("node"), "npm install in src/test/readers");
    }

    public boolean isInstalled() {
        return interpreters.stream().anyMatch(this::works);
    }

    private boolean works(String interpreter) {
        try {
            return run(interpreter, script.toString()).exit() == 0;
        } catch (UncheckedIOException absent) {
            return false;
        }
    }

    /** One JSON object a line, its keys in the order of the alphabet, no space in it. */
    public List<String> read(byte[] calendar) throws IOException {
        String interpreter =
                interpreters.stream().filter(this::works).findFirst().orElseThrow();
        Path file = Files.createTempFile("kopa", ".ics");
        try {
            Files.write(file, calendar);
            var run = run(interpreter, script.toString(), file.toString());
            if (run.exit() != 0) {
                throw new AssertionError(name + ": " + run.output());
            }
            return Arrays.asList(run.output().split("\n"));
        } finally {
            Files.delete(file);
        }
    }

    private static Run run(String... command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PYTHONIOENCODING", "utf-8");
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    public static Stream<Reader> all() {
        return Stream.of(python(), javascript());
    }

    @Override
    public String toString() {
        return name;
    }

    private record Run(int exit, String output) {}
}
