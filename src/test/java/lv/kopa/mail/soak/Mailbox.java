package lv.kopa.mail.soak;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that comes and goes, puts some mails off and sometimes hangs up when it has a mail before it has said so. It
 * remembers what it has taken.
 */
final class Mailbox {
    private static final int ONE_IN = 100;
    private static final int CUT_ONE_IN = 300;

    /** A mail that was taken; subject and Message-ID. */
    record Taken(String subject, String messageId) {}

    final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
    /** How many were taken of which the client was not told. */
    final AtomicInteger untold = new AtomicInteger();

    final AtomicInteger putOff = new AtomicInteger();
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
    private final int port;
    private @Nullable ServerSocket door;

    Mailbox() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = any.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    void come() throws IOException {
        ServerSocket opened = new ServerSocket();
        opened.setReuseAddress(true);
        opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        door = opened;
        start(() -> welcome(opened));
    }

    /** In the middle of whatever is being said. */
    void go() throws IOException {
        ServerSocket open = door;
        if (open != null) {
            open.close();
        }
        for (Socket line : lines) {
            line.close();
        }
        lines.clear();
    }

    private void welcome(ServerSocket open) {
        while (!open.isClosed()) {
            try {
                Socket line = open.accept();
                lines.add(line);
                start(() -> talk(line));
            } catch (IOException gone) {
                return;
            }
        }
    }

    private void talk(Socket line) {
        try (line) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = line.getOutputStream();
            say(out, "220 soak");
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                String verb = said.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                if (verb.equals("RCPT") && ThreadLocalRandom.current().nextInt(ONE_IN) == 0) {
                    putOff.incrementAndGet();
                    say(out, "451 4.7.1 later");
                } else if (verb.equals("DATA")) {
                    say(out, "354 go");
                    take(in, out);
                } else {
                    say(out, verb.equals("QUIT") ? "221 bye" : "250 soak");
                }
            }
        } catch (IOException gone) {
            // the other end was killed, or we were
        } finally {
            lines.remove(line);
        }
    }

    private void take(BufferedReader in, OutputStream out) throws IOException {
        String subject = "";
        String messageId = "";
        String text = in.readLine();
        for (; text != null && !text.equals("."); text = in.readLine()) {
            if (text.startsWith("Subject: ")) {
                subject = text.substring(9);
            } else if (text.startsWith("Message-ID: ")) {
                messageId = text.substring(12);
            }
        }
        if (text == null) {
            return; // not whole, so it was not taken
        }
        taken.add(new Taken(subject, messageId));
        boolean cut = ThreadLocalRandom.current().nextInt(CUT_ONE_IN) == 0;
        try {
            if (cut) {
                throw new IOException("cut");
            }
            say(out, "250 taken");
        } catch (IOException gone) {
            untold.incrementAndGet();
            throw gone;
        }
    }

    private static void say(OutputStream out, String words) throws IOException {
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "mailbox");
        thread.setDaemon(true);
        thread.start();
    }
}
