package lv.kopa.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures as a table. */
final class Report {
    private final List<String> rows = new ArrayList<>();
    private final String database;

    Report(String database) {
        this.database = database;
    }

    void ratio(String what, double ours, double bare, double least) {
        row(
                what,
                String.format(Locale.ROOT, "%.0f/s against %.0f/s", ours, bare),
                ours / bare,
                "≥ " + least,
                ours / bare >= least);
    }

    void limit(String what, double value, String unit, double most) {
        row(what, "", value, "≤ " + most + " " + unit, value <= most);
    }

    private void row(String what, String figures, double value, String bound, boolean reached) {
        String row = String.format(
                Locale.ROOT, "| %s | %s | %.2f | %s | %s |", what, figures, value, bound, reached ? "yes" : "**no**");
        rows.add(row);
        print(row);
    }

    @SuppressWarnings("SystemOut") // it is read at a terminal
    private static void print(String row) {
        System.out.println(row);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, """
                # Benchmark

                `mvn -Pbench verify` on %d cores, Java %s, %s with its default durability. Server with -Xms64m -Xmx256m and the serial collector, load and
                database share the cores; every ratio is of two loads in one run, taken in turns.

                | what | figures | value | bound | reached |
                |---|---|---|---|---|
                %s
                """.formatted(
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version().feature(),
                        database,
                        String.join("\n", rows)));
    }
}
