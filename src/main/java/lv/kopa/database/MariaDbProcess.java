package lv.kopa.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lv.kopa.start.StartRefused;

/** A running mariadbd. What it writes goes to a file, so that it outlives this program's death unharmed. */
record MariaDbProcess(Process process, int port, String password) {
    static final String USERNAME = "kopa";
    private static final String DATABASE = "kopa";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Makes an empty folder a data folder. */
    static void install(MariaDbProgram program, Path data) throws IOException {
        List<String> command = command(program, data);
        command.add("--bootstrap");
        Process process = run(program, data, command);
        try (var statements = process.outputWriter()) {
            statements.write(program.systemTables());
        }
        if (waitFor(process) != 0) {
            throw new IOException(lastWords(data));
        }
    }

    static MariaDbProcess start(MariaDbProgram program, Path data) throws IOException {
        return start(program, data, freePort(), newPassword());
    }

    /** Starts on a port and with a password that connections may know already. */
    static MariaDbProcess start(MariaDbProgram program, Path data, int port, String password) throws IOException {
        Path welcome = data.resolve("welcome.sql");
        Files.deleteIfExists(welcome);
        Files.createFile(welcome, Folders.PRIVATE_FILE);
        Files.writeString(welcome, welcome(password));
        List<String> command = command(program, data);
        command.addAll(List.of("--port=" + port, "--init-file=" + welcome));
        var started = new MariaDbProcess(run(program, data, command), port, password);
        try {
            started.awaitReady(data);
        } catch (IOException | RuntimeException e) {
            started.process.destroyForcibly();
            throw e;
        } finally {
            Files.delete(welcome);
        }
        return started;
    }

    static String serving(Path data) {
        return "--datadir=" + data;
    }

    private static List<String> command(MariaDbProgram program, Path data) {
        var command = new ArrayList<>(List.of(
                program.server().toString(),
                "--no-defaults",
                serving(data),
                "--basedir=" + program.home(),
                "--tmpdir=" + data.relativize(temporary(data)),
                "--bind-address=127.0.0.1",
                "--socket=mariadb.sock",
                "--pid-file=mariadb.pid",
                "--skip-name-resolve",
                "--skip-ssl",
                "--default-time-zone=+00:00",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_nopad_ai_ci",
                "--sql-mode=ONLY_FULL_GROUP_BY,STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,"
                        + "ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION",
                "--max-allowed-packet=64M",
                "--innodb-buffer-pool-size=64M",
                "--innodb-log-file-size=32M",
                "--key-buffer-size=1M",
                "--aria-pagecache-buffer-size=8M"));
        command.addAll(program.options());
        if (System.getProperty("user.name").equals("root")) {
            command.add("--user=root");
        }
        return command;
    }

    private static Process run(MariaDbProgram program, Path data, List<String> command) throws IOException {
        Folders.delete(temporary(data));
        Folders.createPrivate(temporary(data));
        var builder = new ProcessBuilder(command)
                .directory(data.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(data).toFile());
        builder.environment()
                .put("LD_LIBRARY_PATH", program.home().resolve("libs").toString());
        return builder.start();
    }

    private static String welcome(String password) {
        return """
                CREATE DATABASE IF NOT EXISTS %1$s;
                CREATE OR REPLACE USER %2$s@'127.0.0.1' IDENTIFIED BY '%3$s';
                GRANT ALL ON `%1$s%%`.* TO %2$s@'127.0.0.1';
                """.formatted(DATABASE, USERNAME, password);
    }

    private static String newPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(Path data) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isReady()) {
            if (waitFor(PAUSE)) {
                throw new IOException(lastWords(data));
            }
            if (System.nanoTime() > end) {
                throw new StartRefused("The embedded database does not get ready; see " + log(data) + ".");
            }
        }
    }

    private boolean isReady() {
        String url = "jdbc:mysql://127.0.0.1:" + port + "/" + DATABASE + "?connectTimeout=1000&socketTimeout=5000";
        try (Connection connection = DriverManager.getConnection(url, USERNAME, password)) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    long pid() {
        return process.pid();
    }

    CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    void end() {
        process.destroy();
        if (!waitFor(PATIENCE)) {
            process.destroyForcibly();
        }
    }

    private boolean waitFor(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int waitFor(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** Of its own, since servers that start at once take each other's files in a shared one for leftovers. */
    private static Path temporary(Path data) {
        return data.resolveSibling("mariadb.tmp");
    }

    private static Path log(Path data) {
        return data.resolve("mariadb.log");
    }

    private static String lastWords(Path data) {
        try {
            return Files.readAllLines(log(data)).stream()
                    .filter(line -> line.contains("[ERROR]"))
                    .findFirst()
                    .orElse("the database server ended at once");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
