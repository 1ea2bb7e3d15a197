package lv.kopa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The compiler of a running Java program, which takes time from the program until it has compiled what is used much. */
final class JustInTime {
    private static final double LITTLE = 0.1;
    private static final long NANOS_PER_TICK = 10_000_000;

    private final long program;
    private final Map<Path, Long> ticks = new HashMap<>();
    private long lookedAt = System.nanoTime();

    JustInTime(long program) {
        this.program = program;
    }

    /** Whether it has taken less than a tenth of a processor since it was asked last. */
    boolean isIdle() throws IOException {
        long before = spent();
        look();
        long now = System.nanoTime();
        double share = (double) (spent() - before) * NANOS_PER_TICK / (now - lookedAt);
        lookedAt = now;
        return share < LITTLE;
    }

    private long spent() {
        return ticks.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Threads of the compiler come and go; what those that have gone took counts as it was last seen. */
    private void look() throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(program), "task"))) {
            List<Path> all = threads.toList();
            for (Path thread : all) {
                look(thread);
            }
        }
    }

    private void look(Path thread) throws IOException {
        try {
            String line = Files.readString(thread.resolve("stat"));
            if (line.contains("CompilerThre")) {
                String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
                ticks.put(thread, Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
            }
        } catch (NoSuchFileException gone) {
            return;
        }
    }
}
