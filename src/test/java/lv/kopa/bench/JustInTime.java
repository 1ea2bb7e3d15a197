package lv.kopa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The compiler of a running Java program, which takes time from the program until it has compiled what is used much. */
final class JustInTime {
    private static final double LITTLE = 0.1;
    private static final double TICKS_PER_SECOND = 100;

    private final long program;
    private double spent;
    private long lookedAt = System.nanoTime();

    JustInTime(long program) {
        this.program = program;
    }

    /** Whether it has taken less than a tenth of a processor since it was asked last. */
    boolean isIdle() throws IOException {
        double before = spent;
        double seconds = (System.nanoTime() - lookedAt) / 1e9;
        spent = secondsSpent();
        lookedAt = System.nanoTime();
        return spent - before < LITTLE * seconds;
    }

    private double secondsSpent() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(program), "task"))) {
            List<Path> all = threads.toList();
            double ticks = 0;
            for (Path thread : all) {
                String line = Files.readString(thread.resolve("stat"));
                if (line.contains("CompilerThre")) {
                    String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
                    ticks += Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
                }
            }
            return ticks / TICKS_PER_SECOND;
        }
    }
}
