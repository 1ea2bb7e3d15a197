package lv.kopa.mail.inbox;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a mailbox and hands on what it says, over TLS perhaps, until a line of it says something: from then on a
 * byte at a time.
 */
final class MailboxDoor implements AutoCloseable {
    private static final Duration BETWEEN_DROPS = Duration.ofMillis(50);
    private static final String NEVER = "\0";
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
    private final AtomicInteger drips = new AtomicInteger();
    private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    private final String drip;
    private final @Nullable SSLSocketFactory tls;

    private MailboxDoor(int mailbox, String drip, @Nullable SSLSocketFactory tls) throws IOException {
        this.drip = drip;
        this.tls = tls;
        start(() -> {
            while (true) {
                Socket caller = door.accept();
                start(() -> welcome(caller, mailbox));
            }
        });
    }

    static MailboxDoor dripping(int mailbox, String from) throws IOException {
        return new MailboxDoor(mailbox, from, null);
    }

    /** @param tls those who show a certificate */
    static MailboxDoor secure(int mailbox, SSLSocketFactory tls) throws IOException {
        return new MailboxDoor(mailbox, NEVER, tls);
    }

    int port() {
        return door.getLocalPort();
    }

    /** How many times it has begun to drip. */
    int drips() {
        return drips.get();
    }

    /** All that callers have said. */
    String heard() {
        return heard.toString(StandardCharsets.ISO_8859_1);
    }

    /** How many have called. */
    int calls() {
        return lines.size();
    }

    private void welcome(Socket caller, int mailbox) throws IOException {
        lines.add(caller);
        Socket line = secured(caller);
        Socket called = new Socket(InetAddress.getLoopbackAddress(), mailbox);
        start(() -> listen(line.getInputStream(), called.getOutputStream()));
        answer(called, line.getOutputStream());
        line.close();
    }

    private Socket secured(Socket caller) throws IOException {
        if (tls == null) {
            return caller;
        }
        SSLSocket secured = (SSLSocket) tls.createSocket(caller, null, true);
        secured.setUseClientMode(false);
        secured.startHandshake();
        return secured;
    }

    private void listen(InputStream in, OutputStream out) throws IOException {
        try (out) {
            for (int said = in.read(); said >= 0; said = in.read()) {
                heard.write(said);
                out.write(said);
            }
        }
    }

    private void answer(Socket called, OutputStream out) throws IOException {
        try (called) {
            var in = new BufferedReader(new InputStreamReader(called.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.contains(drip)) {
                    drip(out);
                }
                out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
        }
    }

    private void drip(OutputStream out) throws IOException {
        drips.incrementAndGet();
        while (!door.isClosed()) {
            out.write('.');
            out.flush();
            LockSupport.parkNanos(BETWEEN_DROPS.toNanos());
        }
    }

    private static void start(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException over) {
                // somebody hung up
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket line : lines) {
            line.close();
        }
    }

    private interface Work {
        void run() throws IOException;
    }
}
