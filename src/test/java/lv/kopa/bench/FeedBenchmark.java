package lv.kopa.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import lv.kopa.bench.Caller.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Copies;
import lv.kopa.start.Program;

/**
 * The largest feed there is, by itself: `mvn -Pbench verify -Dbench.class=lv.kopa.bench.FeedBenchmark
 * -Dbench.file=src/docs/benchmark-feeds.md`. Besides the time on the wall it tells the time of processors, which other
 * programs on the machine do not change much.
 */
public final class FeedBenchmark {
    private static final int EVENTS = 5_000;
    private static final int TIMES = 5;

    /** So many feeds after its start a server has compiled what it writes them by. */
    private static final int BEFORE_SETTLED = 12;

    private static final int STARTS = 5;
    private static final int MORE = 64;
    private static final String TOKEN = "a-token-of-the-owner-for-the-benchmark";
    private static final String FEED = "/calendar.ics?lang=lv";
    private static final double NANOS_PER_TICK = 10_000_000;

    private final TestDatabase database = TestDatabase.fresh();
    private final Path folder;
    private final int port;

    private FeedBenchmark(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    public static void main(String[] args) throws Exception {
        new FeedBenchmark(Files.createTempDirectory("kopa-bench"), freePort()).run(Path.of(args[0]));
        System.exit(0);
    }

    private void run(Path file) throws Exception {
        String busy = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        int memory;
        List<Cost> changed = new ArrayList<>();
        List<Cost> known = new ArrayList<>();
        try (Program kopa = server(256)) {
            announce();
            memory = live(kopa) + MORE;
            for (int i = 0; i < BEFORE_SETTLED + TIMES; i++) {
                changed.add(cost(kopa));
                known.add(cost(kopa));
                change(i);
            }
        }
        List<Cost> started = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            change(TIMES + i);
            try (Program kopa = server(256)) {
                started.add(cost(kopa));
            }
        }
        int events;
        try (Program small = server(memory)) {
            events = new String(fetch(), StandardCharsets.UTF_8).split("BEGIN:VEVENT", -1).length - 1;
        }
        String report = String.format(
                Locale.ROOT,
                """
                # A feed of 5,000 events

                `mvn -Pbench verify -Dbench.class=lv.kopa.bench.FeedBenchmark -Dbench.file=src/docs/benchmark-feeds.md` on %d
                cores with a load of %s by others, Java %s, the serial collector and an embedded MariaDB. Changed means that one
                event was, so that the feed, %.1f MB, is put together anew; each the middle of five. Processor is the time of
                the program with all that its Java does beside, which is mostly to compile as long as the program is young;
                wall is what somebody waits who shares the machine with those others, the time of the database included.

                | what | processor, ms | wall, ms | bound |
                |---|---|---|---|
                %s%s%s%s%s
                With a heap of %d MB, %d MB more than lives after the start, the program hands out all %d events.
                """,
                Runtime.getRuntime().availableProcessors(),
                busy,
                Runtime.version().feature(),
                known.get(0).bytes() / 1e6,
                changed.get(0).row("the first feed of a new build, of which nothing is kept and nothing compiled", ""),
                Cost.middle(started).row("the first feed after a start, one event changed meanwhile", "1,000"),
                Cost.middle(changed.subList(1, 1 + TIMES))
                        .row("the feed after a change, the first five of a young program", "1,000"),
                Cost.middle(changed.subList(BEFORE_SETTLED, BEFORE_SETTLED + TIMES))
                        .row("the feed after a change, once it has been put together a dozen times", "1,000"),
                Cost.middle(known.subList(BEFORE_SETTLED, BEFORE_SETTLED + TIMES))
                        .row("the feed as it is known", "50"),
                memory,
                MORE,
                events);
        print(report);
        Files.writeString(file, report);
    }

    /** What one fetch takes of time, in milliseconds. */
    private record Cost(double processor, double wall, int bytes) {
        String row(String what, String bound) {
            return String.format(Locale.ROOT, "| %s | %.0f | %.0f | %s |%n", what, processor, wall, bound);
        }

        static Cost middle(List<Cost> some) {
            return new Cost(
                    middle(some, Cost::processor),
                    middle(some, Cost::wall),
                    some.get(0).bytes());
        }

        private static double middle(List<Cost> some, ToDoubleFunction<Cost> what) {
            return some.stream().mapToDouble(what).sorted().toArray()[some.size() / 2];
        }
    }

    private Cost cost(Program kopa) throws IOException {
        double before = processor(kopa);
        long start = System.nanoTime();
        int bytes = fetch().length;
        double wall = (System.nanoTime() - start) / 1e6;
        return new Cost(processor(kopa) - before, wall, bytes);
    }

    private static double processor(Program kopa) throws IOException {
        String line = Files.readString(Path.of("/proc/" + kopa.process().pid() + "/stat"));
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * NANOS_PER_TICK / 1e6;
    }

    /** The megabytes that nothing can be thrown away of. */
    static int live(Program kopa) throws IOException {
        tell(kopa, "GC.run");
        return Arrays.stream(tell(kopa, "GC.heap_info").split("\n"))
                        .filter(line -> line.contains(" total ") && line.contains(" used "))
                        .mapToInt(line -> Integer.parseInt(line.replaceAll(".* used (\\d+)K.*", "$1")))
                        .sum()
                / 1024;
    }

    private static String tell(Program kopa, String command) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(kopa.process().pid()),
                        command)
                .start();
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private byte[] fetch() throws IOException {
        try (Caller caller = new Caller(port)) {
            return expect(200, caller.get(FEED)).body();
        }
    }

    private void announce() throws IOException {
        try (Caller organiser = new Caller(port)) {
            String bearer = "Authorization: Bearer " + TOKEN;
            expect(201, organiser.post("/api/v1/events", """
                    {"organisation": "intelekta-parks", "slug": "full", "kind": "TRAINING", "places": 100, "visibility": "PUBLIC",
                     "title": {"en": "Event", "lv": "Pasākums"},
                     "description": {"en": "What one does *here*, and why.", "lv": "Ko te *dara* un kāpēc."},
                     "sessions": [{"start": "2031-06-14T09:30", "end": "2031-06-14T16:00", "timeZone": "Europe/Riga",
                       "place": "Rīgas iela 22A, Daugavpils"}]}""", bearer));
            expect(200, organiser.post("/api/v1/events/full/publish", "{}", bearer));
        }
        Copies.of(database, "full", EVENTS - 1);
        change(TIMES);
    }

    /** One event is another. */
    private void change(int number) {
        database.execute(
                "UPDATE session s JOIN event e ON e.id = s.event_id SET s.place = 'Rīgas iela " + number
                        + "' WHERE e.slug = 'full-7'",
                "UPDATE event_revision SET revision = revision + 1");
        awaitKnown();
    }

    /** Until the program no longer trusts what it knew, which it does for a second. */
    private static void awaitKnown() {
        try {
            Thread.sleep(2_500);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Program server(int megabytes) throws Exception {
        Map<String, String> settings = new HashMap<>(database.environment());
        settings.putAll(Map.of(
                "KOPA_OWNER_EMAIL", "owner@example.org",
                "KOPA_OWNER_PASSWORD", "a pass phrase for the benchmark",
                "KOPA_OWNER_TOKEN", TOKEN,
                "KOPA_ORGANISATION", "Intelekta parks",
                "KOPA_LIMITS", "off",
                "KOPA_FEEDS_AHEAD", "false",
                "JAVA_TOOL_OPTIONS", "-Xmx" + megabytes + "m -XX:+UseSerialGC"));
        Program kopa = Program.start(folder, port, settings, path -> path);
        while (!kopa.isReady()) {
            if (!kopa.process().isAlive()) {
                throw new IllegalStateException(kopa.errorOutput());
            }
            Thread.sleep(20);
        }
        return kopa;
    }

    private static Answer expect(int status, Answer answer) throws IOException {
        if (answer.status() != status) {
            throw new IOException(answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }

    @SuppressWarnings("SystemOut") // it is read at a terminal
    private static void print(String report) {
        System.out.println(report);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
