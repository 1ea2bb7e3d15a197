package lv.kopa.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lv.kopa.bench.Caller.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.start.Program;

/** Holds the program, as a process of its own, against the least that could do the same. */
public final class Benchmark {
    private static final int CLIENTS = 32;
    private static final int CONNECTIONS = 16;
    private static final int PLACES = 5_000;
    private static final int ROUNDS = 4;
    private static final int MOST_WARM_UPS = 12;
    private static final int STARTS = 5;

    private static final Duration SHORT = Duration.ofSeconds(4);
    /** As the Docker image starts it. */
    private static final String OPTIONS = "-Xms64m -Xmx256m -XX:+UseSerialGC";

    private static final String TOKEN = "a-token-of-the-owner-for-the-benchmark";

    private final TestDatabase database = TestDatabase.fresh();
    private final Load load = new Load(CLIENTS);
    private final Path folder;
    private final int port;
    private double ready;

    private Benchmark(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("kopa-bench");
        new Benchmark(folder, freePort()).run(Path.of(args.length > 0 ? args[0] : "target/benchmark.md"));
        System.exit(0);
    }

    private void run(Path file) throws Exception {
        server().close();
        Report report = new Report(databaseName());
        try (Program kopa = server()) {
            var compiler = new JustInTime(kopa.process().pid());
            announceMany();
            registrations(report, compiler, "one event", 1, 0.5);
            registrations(report, compiler, "100 events", 100, 0.4);
            calendar(report);
            page(report);
            report.limit(
                    "memory under that load, RSS, -Xmx256m", rss(kopa.process().pid()), "MB", 400);
        }
        report.limit("start to readiness on a migrated database, the middle of five", start(), "s", 4);
        report.write(file);
    }

    private double start() throws Exception {
        double[] starts = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            server().close();
            starts[i] = ready;
        }
        return middle(starts);
    }

    private Program server() throws Exception {
        Map<String, String> settings = database.environment();
        settings.putAll(Map.of(
                "KOPA_OWNER_EMAIL",
                "owner@example.org",
                "KOPA_OWNER_PASSWORD",
                "a pass phrase for the benchmark",
                "KOPA_OWNER_TOKEN",
                TOKEN,
                "KOPA_ORGANISATION",
                "Intelekta parks",
                "KOPA_LIMITS",
                "off",
                "KOPA_BENCH",
                "true",
                "JAVA_TOOL_OPTIONS",
                OPTIONS));
        long start = System.nanoTime();
        Program kopa = Program.start(folder, port, settings, path -> path);
        while (!kopa.isReady()) {
            if (!kopa.process().isAlive()) {
                throw new IllegalStateException(kopa.errorOutput());
            }
            Thread.sleep(20);
        }
        ready = (System.nanoTime() - start) / 1e9;
        return kopa;
    }

    private void registrations(Report report, JustInTime compiler, String where, int events, double least)
            throws Exception {
        double ours = 0;
        double bare = 0;
        int round = 0;
        try (BareTransaction transaction = new BareTransaction(database, CONNECTIONS)) {
            do {
                bare(transaction, events, round);
                ours(events, round);
            } while (!compiler.isIdle() && ++round < MOST_WARM_UPS);
            for (int measured = 1; measured <= ROUNDS; measured++) {
                bare += bare(transaction, events, round + measured) / ROUNDS;
                ours += ours(events, round + measured) / ROUNDS;
            }
        }
        report.ratio("registrations by the API, " + where + ", against the bare transaction", ours, bare, least);
    }

    private double bare(BareTransaction transaction, int events, int round) throws Exception {
        int first = 1_000 * events + 200 * round;
        transaction.open(first, events, PLACES / events);
        return load.perSecond(PLACES, () -> number -> transaction.register(first + number % events, number));
    }

    private double ours(int events, int round) throws Exception {
        String prefix = "r" + events + "x" + round + "x";
        announce(prefix, events, PLACES / events);
        return load.perSecond(PLACES, () -> new Registering(new Caller(port), prefix, events));
    }

    private record Registering(Caller caller, String prefix, int events) implements Load.Client {
        @Override
        public boolean act(int number) throws IOException {
            Answer answer = caller.post(
                    "/api/v1/events/" + prefix + number % events + "/registrations", """
                    {"name": "Person no. %d", "email": "person%d@example.org", "consents": ["privacy"]}""".formatted(number, number));
            if (answer.status() != 201) {
                throw new IOException(answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            caller.close();
        }
    }

    private void calendar(Report report) throws Exception {
        Answer feed = once("/calendar.ics");
        String yardstick = "/yardstick/" + feed.body().length;
        inTurns(report, "`/calendar.ics`, 1,000 events, against as many bytes", 0.6, "/calendar.ics", yardstick);
        String condition = "If-None-Match: " + feed.header("ETag");
        inTurns(report, "304 against a one-line controller", 0.8, "/calendar.ics", "/yardstick/2", condition);
    }

    private static double middle(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private void page(Report report) throws Exception {
        inTurns(
                report,
                "event page, 10 sessions, against a one-line controller",
                0.15,
                "/events/many0",
                "/yardstick/2");
    }

    /** Requests a second of both, in turns, the first round to warm up. */
    private void inTurns(Report report, String what, double least, String ours, String yardstick, String... headers)
            throws Exception {
        double oursSum = 0;
        double bareSum = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            double oursNow = load.perSecond(SHORT, () -> new Getting(new Caller(port), ours, headers));
            double bareNow = load.perSecond(SHORT, () -> new Getting(new Caller(port), yardstick, new String[0]));
            if (round > 0) {
                oursSum += oursNow / ROUNDS;
                bareSum += bareNow / ROUNDS;
            }
        }
        report.ratio(what, oursSum, bareSum, least);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Getting(Caller caller, String path, String[] headers) implements Load.Client {
        @Override
        public boolean act(int number) throws IOException {
            Answer answer = caller.get(path, headers);
            if (answer.status() != 200 && answer.status() != 304) {
                throw new IOException(answer.status() + " " + path);
            }
            return true;
        }

        @Override
        public void close() throws IOException {
            caller.close();
        }
    }

    /** A thousand events in the feed, one of them with ten sessions. */
    private void announceMany() throws Exception {
        announce("many", 1, 100, 10);
        announce("filler", 999, 100);
    }

    private void announce(String prefix, int events, int places) throws Exception {
        announce(prefix, events, places, 1);
    }

    private void announce(String prefix, int events, int places, int sessions) throws Exception {
        try (Caller organiser = new Caller(port)) {
            String bearer = "Authorization: Bearer " + TOKEN;
            for (int i = 0; i < events; i++) {
                String visibility = prefix.startsWith("r") ? "UNLISTED" : "PUBLIC";
                expect(201, organiser.post("/api/v1/events", event(prefix + i, places, sessions, visibility), bearer));
                expect(200, organiser.post("/api/v1/events/" + prefix + i + "/publish", "{}", bearer));
            }
        }
    }

    private static String event(String slug, int places, int sessions, String visibility) {
        String programme = IntStream.range(0, sessions)
                .mapToObj(i -> """
                        {"title": {"en": "Session no. %d", "lv": "Nodarbība nr. %d"}, "start": "2031-06-%02dT09:30",
                         "end": "2031-06-%02dT16:00", "timeZone": "Europe/%s", "place": "Rīgas iela 22A, Daugavpils"}""".formatted(i, i, 10 + i, 10 + i, i % 2 == 0 ? "Riga" : "Oslo"))
                .collect(Collectors.joining(","));
        return """
                {"organisation": "intelekta-parks", "slug": "%s", "kind": "TRAINING", "places": %d, "visibility": "%s",
                 "title": {"en": "Event %s", "lv": "Pasākums %s"},
                 "description": {"en": "What one does *here*, and why."}, "sessions": [%s]}""".formatted(slug, places, visibility, slug, slug, programme);
    }

    private Answer once(String path) throws IOException {
        try (Caller caller = new Caller(port)) {
            return expect(200, caller.get(path));
        }
    }

    private static Answer expect(int status, Answer answer) throws IOException {
        if (answer.status() != status) {
            throw new IOException(answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer;
    }

    private static double rss(long process) throws IOException {
        String status = Files.readString(Path.of("/proc/" + process + "/status"));
        return Double.parseDouble(status.replaceAll("(?s).*VmHWM:\\s+(\\d+) kB.*", "$1")) / 1024;
    }

    private String databaseName() throws Exception {
        try (Connection connection = database.connect()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
