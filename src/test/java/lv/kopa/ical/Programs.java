package lv.kopa.ical;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Other people's programs, which tests run where they are installed. */
public final class Programs {
    /** {@code .ci/run} says so once it has installed every program: then none may be passed over. */
    private static final boolean ALL_ARE_THERE = "all".equals(System.getenv("KOPA_TEST_PROGRAMS"));

    private static final Path SYSTEM_PYTHON = Path.of("/usr/bin/python3");

    private Programs() {}

    public record Run(int exit, String output) {}

    /** The system's own Python, for which its packages are; another may stand before it in the path. */
    public static String python() {
        return Files.isExecutable(SYSTEM_PYTHON) ? SYSTEM_PYTHON.toString() : "python3";
    }

    /** Runs a program to its end. */
    public static Run run(String... command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PYTHONIOENCODING", "utf-8");
            builder.environment().put("LC_ALL", "C.UTF-8");
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    /** Lets a test pass over a program that is not there. */
    public static void assume(boolean installed, String name, String howToInstall) {
        String missing = name + " is not installed: " + howToInstall;
        if (ALL_ARE_THERE) {
            assertThat(installed).as(missing).isTrue();
        }
        assumeTrue(installed, missing);
    }

    /** The same of a program that tells its version. */
    public static void assume(String program) {
        boolean installed;
        try {
            installed = run(program, "--version").exit() == 0;
        } catch (UncheckedIOException absent) {
            installed = false;
        }
        assume(installed, program, "apt-get install " + program);
    }
}
