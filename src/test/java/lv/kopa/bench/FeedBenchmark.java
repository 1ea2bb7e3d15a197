package lv.kopa.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import lv.kopa.bench.Caller.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.start.Program;

/**
 * The largest feed there is, by itself: `mvn -Pbench verify -Dbench.class=lv.kopa.bench.FeedBenchmark
 * -Dbench.file=src/docs/benchmark-feeds.md`. Besides the time on the wall it tells the time of processors, which other
 * programs on the machine do not change much.
 */
public final class FeedBenchmark {
    private static final int EVENTS = 5_000;
    private static final int TIMES = 5;
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
        Cost first;
        Cost anew;
        Cost again;
        int bytes;
        try (Program kopa = server(256)) {
            announce();
            memory = live(kopa) + MORE;
            first = cost(kopa);
            Cost[] changed = new Cost[TIMES];
            Cost[] known = new Cost[TIMES];
            for (int i = 0; i < TIMES; i++) {
                change(i);
                changed[i] = cost(kopa);
                known[i] = cost(kopa);
            }
            anew = Cost.middle(changed);
            again = Cost.middle(known);
            bytes = first.bytes();
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
                event was, so that the whole feed, %.1f MB, is written anew; the middle of five.

                | what | processor, ms | wall, ms | bound |
                |---|---|---|---|
                | the first feed after the start, nothing compiled yet | %.0f | %.0f | |
                | the feed after a change | %.0f | %.0f | 1,000 |
                | the feed as it is known | %.0f | %.0f | 50 |

                With a heap of %d MB, %d MB more than lives after the start, the program hands out all %d events.
                """,
                Runtime.getRuntime().availableProcessors(),
                busy,
                Runtime.version().feature(),
                bytes / 1e6,
                first.processor(),
                first.wall(),
                anew.processor(),
                anew.wall(),
                again.processor(),
                again.wall(),
                memory,
                MORE,
                events);
        print(report);
        Files.writeString(file, report);
    }

    /** What one fetch takes of time, in milliseconds. */
    private record Cost(double processor, double wall, int bytes) {
        static Cost middle(Cost[] some) {
            return new Cost(
                    Arrays.stream(some).mapToDouble(Cost::processor).sorted().toArray()[some.length / 2],
                    Arrays.stream(some).mapToDouble(Cost::wall).sorted().toArray()[some.length / 2],
                    some[0].bytes());
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
    private static int live(Program kopa) throws IOException {
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
        String numbers = "(WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 1000)"
                + " SELECT a.n + 1000 * (b.n - 1) AS n FROM numbers a JOIN numbers b ON b.n <= 5) numbers";
        String columns = columns("event", "'slug', 'uid'");
        String ofSession = columns("session", "'event_id', 'uid'");
        database.execute(
                "INSERT INTO event (slug, uid, " + columns
                        + ") SELECT CONCAT('full-', n), CONCAT('event-', n, '@copy'), " + columns + " FROM event JOIN "
                        + numbers + " WHERE slug = 'full' AND n < " + EVENTS,
                "INSERT INTO session (event_id, uid, " + ofSession
                        + ") SELECT e.id, CONCAT('session-', e.id, '@copy'), "
                        + ofSession.replaceAll("(\\w+)", "s.$1") + " FROM event e JOIN session s ON s.event_id ="
                        + " (SELECT id FROM event WHERE slug = 'full') WHERE e.slug LIKE 'full-%'");
        change(TIMES);
    }

    private String columns(String table, String others) {
        return String.join(
                ", ",
                database.texts("SELECT column_name FROM information_schema.columns WHERE table_schema = DATABASE()"
                        + " AND extra NOT LIKE '%STORED GENERATED%' AND table_name = '" + table
                        + "' AND column_name NOT IN ('id', " + others
                        + ") ORDER BY ordinal_position"));
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
