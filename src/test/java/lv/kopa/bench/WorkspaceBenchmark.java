package lv.kopa.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import lv.kopa.database.TestDatabase;
import lv.kopa.start.Program;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jsoup.Jsoup;

/**
 * The pages of the workspace over 200 events and 100,000 registrations: `mvn -Pbench verify
 * -Dbench.class=lv.kopa.bench.WorkspaceBenchmark -Dbench.file=src/docs/benchmark-workspace.md`.
 */
public final class WorkspaceBenchmark {
    private static final int BOUND = 200;
    private static final int WARM_UPS = 3;
    private static final int TIMES = 5;
    private static final int MORE = 64;
    private static final String EMAIL = "owner@example.org";
    private static final String PASSWORD = "a pass phrase for the benchmark";
    private static final String FUTURE = "/organiser/events/crowd-150";
    private static final String PAST = "/organiser/events/crowd-119";
    private static final String PROJECT = "/organiser/projects/many";

    private static final List<String> PAGES = List.of(
            "/organiser",
            "/organiser/events",
            FUTURE,
            FUTURE + "?q=person99",
            FUTURE + "?sort=name&page=50",
            FUTURE + "?category=member&status=CONFIRMED",
            FUTURE + "?answers=missing",
            FUTURE + "/edit",
            FUTURE + "/copy",
            FUTURE + "/questions",
            FUTURE + "/invitations",
            FUTURE + "/lists",
            FUTURE + "/materials",
            FUTURE + "/texts",
            FUTURE + "/reminders",
            FUTURE + "/check-in",
            FUTURE + "/sign-in",
            FUTURE + "/circulars/new",
            PAST,
            PAST + "/check-in",
            PAST + "/certificates",
            PAST + "/outcome",
            "/organiser/outbox",
            "/organiser/projects",
            PROJECT,
            PROJECT + "/report",
            PROJECT + "/report/rows?count=people",
            PROJECT + "/report/people");

    private final TestDatabase database = TestDatabase.fresh();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Path folder;
    private final int port;

    private WorkspaceBenchmark(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    public static void main(String[] args) throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            socket.close();
            new WorkspaceBenchmark(Files.createTempDirectory("kopa-bench"), socket.getLocalPort())
                    .run(Path.of(args[0]));
        }
        System.exit(0);
    }

    /** What a page takes: milliseconds, questions to the database, bytes. */
    private record Cost(String path, double millis, long questions, int bytes) {
        String row() {
            return String.format(
                    Locale.ROOT,
                    "| `%s` | %.0f%s | %d | %d |%n",
                    path,
                    millis,
                    millis > BOUND ? " **!**" : "",
                    questions,
                    bytes / 1024);
        }
    }

    private void run(Path file) throws Exception {
        server(256).close();
        crowd();
        String busy = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        StringBuilder rows = new StringBuilder();
        long over = 0;
        try (Program kopa = server(512)) {
            signIn();
            for (String page : PAGES) {
                Cost cost = cost(page);
                over += cost.millis() > BOUND ? 1 : 0;
                rows.append(cost.row());
            }
        }
        String report = String.format(
                Locale.ROOT,
                """
                # The workspace over 200 events and 100,000 registrations

                `mvn -Pbench verify -Dbench.class=lv.kopa.bench.WorkspaceBenchmark -Dbench.file=src/docs/benchmark-workspace.md`
                on %d cores with a load of %s by others, Java %s. `crowd-150` has 10,000 registrations, the project 120 events with
                55,000. Wall is what somebody waits who shares the machine with those others, the middle of %d; of questions to the
                database those of the page with the sign-in, the least of %d.

                | page | wall, ms | questions | kB |
                |---|---|---|---|
                %s
                %d of %d pages take more than %d ms.

                Files of 100,000 rows with a heap of %d MB more than lives after the start: %s.
                """,
                Runtime.getRuntime().availableProcessors(),
                busy,
                Runtime.version().feature(),
                TIMES,
                TIMES,
                rows,
                over,
                PAGES.size(),
                BOUND,
                MORE,
                largeFiles());
        print(report);
        Files.writeString(file, report);
    }

    /** What becomes of lists of everybody. */
    private String largeFiles() throws Exception {
        database.execute("UPDATE registration SET email_key = CONCAT('p', id), category_id = NULL,"
                + " event_id = (SELECT id FROM event WHERE slug = 'crowd-150')");
        int memory;
        try (Program kopa = server(512)) {
            memory = live(kopa) + MORE;
        }
        try (Program small = server(memory)) {
            signIn();
            return Stream.of("csv", "xlsx")
                    .map(this::largeFile)
                    .collect(Collectors.joining("; ", "", " (`-Xmx" + memory + "m`)"));
        }
    }

    private String largeFile(String format) {
        try {
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = get(FUTURE + "/registrations." + format);
            double seconds = (System.nanoTime() - start) / 1e9;
            return String.format(
                    Locale.ROOT,
                    "%s %d, %d rows, %.1f MB, %.0f s",
                    format,
                    answer.statusCode(),
                    answer.statusCode() == 200 ? rows(format, answer.body()) : 0,
                    answer.body().length / 1e6,
                    seconds);
        } catch (Exception broken) {
            return format + " broken off";
        }
    }

    private static long rows(String format, byte[] file) throws IOException {
        if (format.equals("csv")) {
            return new String(file, StandardCharsets.UTF_8).lines().count() - 1;
        }
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                var rows = workbook.getFirstSheet().openStream()) {
            return rows.count() - 1;
        }
    }

    private Cost cost(String page) throws Exception {
        double[] millis = new double[TIMES];
        long[] questions = new long[TIMES];
        int bytes = 0;
        for (int i = -WARM_UPS; i < TIMES; i++) {
            long before = questions();
            long start = System.nanoTime();
            HttpResponse<byte[]> answer = get(page);
            if (answer.statusCode() != 200) {
                throw new IOException(answer.statusCode() + " " + page);
            }
            if (i >= 0) {
                millis[i] = (System.nanoTime() - start) / 1e6;
                questions[i] = questions() - before - 1; // which is our own
            }
            bytes = answer.body().length;
        }
        Arrays.sort(millis);
        return new Cost(page, millis[TIMES / 2], LongStream.of(questions).min().orElseThrow(), bytes);
    }

    private long questions() {
        return database.number("SELECT CAST(SUM(variable_value) AS SIGNED) FROM information_schema.global_status"
                + " WHERE variable_name IN ('COM_SELECT', 'COM_INSERT', 'COM_UPDATE', 'COM_DELETE')");
    }

    private void crowd() throws IOException {
        try (var file = WorkspaceBenchmark.class.getResourceAsStream("/bench/crowd.sql")) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            database.execute(text.replaceAll("(?m)^--.*$", "").strip().split(";\\s*\\R"));
        }
    }

    private void signIn() throws Exception {
        String page = new String(get("/organiser/sign-in").body(), StandardCharsets.UTF_8);
        Map<String, String> form = Map.of(
                "_csrf",
                Jsoup.parse(page).select("[name=_csrf]").val(),
                "to",
                "/organiser",
                "email",
                EMAIL,
                "password",
                PASSWORD);
        client.send(
                at("/organiser/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                                .map(field -> field.getKey() + "="
                                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                                .collect(Collectors.joining("&"))))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return client.send(at(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    /** The megabytes that nothing can be thrown away of. */
    private static int live(Program kopa) throws IOException {
        return FeedBenchmark.live(kopa);
    }

    private Program server(int megabytes) throws Exception {
        Map<String, String> settings = new HashMap<>(database.environment());
        settings.putAll(Map.of(
                "KOPA_OWNER_EMAIL",
                EMAIL,
                "KOPA_OWNER_PASSWORD",
                PASSWORD,
                "KOPA_ORGANISATION",
                "Intelekta parks",
                "KOPA_LIMITS",
                "off",
                "JAVA_TOOL_OPTIONS",
                "-Xmx" + megabytes + "m -XX:+UseSerialGC"));
        Program kopa = Program.start(folder, port, settings, path -> path);
        while (!kopa.isReady()) {
            if (!kopa.process().isAlive()) {
                throw new IllegalStateException(kopa.errorOutput());
            }
            Thread.sleep(20);
        }
        return kopa;
    }

    @SuppressWarnings("SystemOut") // it is read at a terminal
    private static void print(String report) {
        System.out.println(report);
    }
}
