package lv.kopa.mail.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that behaves as a test wants. It is asked for each command ({@code CONNECT}, {@code EHLO}, … and
 * {@code .} for a mail that has come in whole) what to answer: a reply, {@link #HANG}, {@link #HANG_UP}, {@link #DRIP}
 * for an answer that never ends, a byte at a time, or null for what is usual.
 */
final class RogueServer implements AutoCloseable {
    static final String HANG = "HANG";
    static final String HANG_UP = "HANG UP";
    static final String DRIP = "DRIP";
    private static final Duration BETWEEN_DROPS = Duration.ofMillis(100);
    private final Function<String, @Nullable String> manners;
    private final @Nullable SSLSocketFactory tls;
    private final boolean tlsAtOnce;
    private final ServerSocket door;
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** All that clients have said, but for the mails. */
    final List<String> commands = new CopyOnWriteArrayList<>();
    /** The mails that have come in whole, taken or not. */
    final List<String> mails = new CopyOnWriteArrayList<>();

    RogueServer(Function<String, @Nullable String> manners) throws IOException {
        this(manners, 0, null);
    }

    /** One that speaks TLS from the first byte. */
    RogueServer(SSLSocketFactory tls) throws IOException {
        this(command -> null, 0, tls, true);
    }

    RogueServer(Function<String, @Nullable String> manners, int port, @Nullable SSLSocketFactory tls)
            throws IOException {
        this(manners, port, tls, false);
    }

    private RogueServer(
            Function<String, @Nullable String> manners, int port, @Nullable SSLSocketFactory tls, boolean tlsAtOnce)
            throws IOException {
        this.manners = manners;
        this.tls = tls;
        this.tlsAtOnce = tlsAtOnce;
        this.door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        start(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    long count(String command) {
        return commands.stream().filter(said -> said.startsWith(command)).count();
    }

    private void welcome() {
        while (!door.isClosed()) {
            try {
                Socket line = door.accept();
                lines.add(line);
                start(() -> talk(line));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket line) {
        try (line) {
            new Talk(line).run();
        } catch (IOException e) {
            commands.add("BROKEN");
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "rogue");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        door.close();
        for (Socket line : lines) {
            line.close();
        }
    }

    private final class Talk {
        private Socket line;
        private BufferedReader in;
        private OutputStream out;

        Talk(Socket line) throws IOException {
            this.line = line;
            this.in = reader(line);
            this.out = line.getOutputStream();
        }

        void run() throws IOException {
            boolean on = (!tlsAtOnce || secure()) && answer("CONNECT", "220 rogue");
            String said = on ? in.readLine() : null;
            while (said != null) {
                commands.add(said);
                String verb = said.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                on = react(verb);
                said = on ? in.readLine() : null;
            }
        }

        private boolean react(String verb) throws IOException {
            return switch (verb) {
                case "EHLO" -> answer(verb, "250-rogue\r\n250 " + (tls == null || tlsAtOnce ? "HELP" : "STARTTLS"));
                case "STARTTLS" -> answer(verb, "220 go") && secure();
                case "DATA" -> data();
                case "QUIT" -> false;
                default -> answer(verb, "250 OK");
            };
        }

        private boolean data() throws IOException {
            boolean[] go = {false};
            if (!answer("DATA", "354 go", go) || !go[0]) {
                return !line.isClosed();
            }
            StringBuilder mail = new StringBuilder();
            for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                mail.append(text).append('\n');
            }
            mails.add(mail.toString());
            return answer(".", "250 queued");
        }

        private boolean answer(String command, String usual) throws IOException {
            return answer(command, usual, new boolean[1]);
        }

        private boolean answer(String command, String usual, boolean[] asUsual) throws IOException {
            String answer = manners.apply(command);
            asUsual[0] = answer == null;
            if (HANG.equals(answer)) {
                awaitClose();
                return false;
            }
            if (DRIP.equals(answer)) {
                drip();
                return false;
            }
            if (HANG_UP.equals(answer)) {
                line.close();
                return false;
            }
            out.write(((answer == null ? usual : answer) + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return true;
        }

        private void drip() throws IOException {
            out.write("250-".getBytes(StandardCharsets.UTF_8));
            while (!door.isClosed()) {
                out.write('.');
                out.flush();
                LockSupport.parkNanos(BETWEEN_DROPS.toNanos());
            }
        }

        private boolean secure() throws IOException {
            if (tls == null) {
                return false;
            }
            var socket = (javax.net.ssl.SSLSocket) tls.createSocket(line, null, true);
            socket.setUseClientMode(false);
            socket.startHandshake();
            line = socket;
            in = reader(socket);
            out = socket.getOutputStream();
            return true;
        }

        private BufferedReader reader(Socket socket) throws IOException {
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private void awaitClose() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
