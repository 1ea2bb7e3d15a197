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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * A mail server that comes and goes, puts some mails off and sometimes hangs up when it has a mail before it has said so. It
 * has a door for each of our servers, and remembers what it has taken through which.
 */
final class Mailbox {
    private static final int ONE_IN = 100;
    private static final int CUT_ONE_IN = 300;

    final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
    final AtomicInteger putOff = new AtomicInteger();
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
    private final List<ServerSocket> doors = new ArrayList<>();
    private final int[] ports;
    private final AtomicIntegerArray brought;

    Mailbox(int doors) throws IOException {
        ports = new int[doors];
        brought = new AtomicIntegerArray(doors);
        for (int door = 0; door < doors; door++) {
            try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                ports[door] = any.getLocalPort();
            }
        }
    }

    int port(int door) {
        return ports[door];
    }

    int brought(int door) {
        return brought.get(door);
    }

    void come() throws IOException {
        for (int door = 0; door < ports.length; door++) {
            int number = door;
            ServerSocket opened = new ServerSocket();
            opened.setReuseAddress(true);
            opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), ports[door]));
            doors.add(opened);
            start(() -> welcome(opened, number));
        }
    }

    /** In the middle of whatever is being said. */
    void go() throws IOException {
        for (ServerSocket open : doors) {
            open.close();
        }
        doors.clear();
        for (Socket line : lines) {
            line.close();
        }
        lines.clear();
    }

    private void welcome(ServerSocket open, int door) {
        while (!open.isClosed()) {
            try {
                Socket line = open.accept();
                lines.add(line);
                start(() -> talk(line, door));
            } catch (IOException gone) {
                return;
            }
        }
    }

    private void talk(Socket line, int door) {
        try (line) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
            OutputStream out = line.getOutputStream();
            Taken last = null;
            say(out, "220 soak");
            for (String said = in.readLine(); said != null; said = in.readLine()) {
                if (last != null) {
                    last.noted = true; // our servers write a mail down before they say another word
                }
                String verb = said.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                if (verb.equals("RCPT") && ThreadLocalRandom.current().nextInt(ONE_IN) == 0) {
                    putOff.incrementAndGet();
                    say(out, "451 4.7.1 later");
                } else if (verb.equals("DATA")) {
                    say(out, "354 go");
                    last = take(in, out, door);
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

    private @Nullable Taken take(BufferedReader in, OutputStream out, int door) throws IOException {
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
            return null; // not whole, so it was not taken
        }
        Taken mail = new Taken(subject, messageId, door, System.nanoTime());
        taken.add(mail);
        brought.incrementAndGet(door);
        if (ThreadLocalRandom.current().nextInt(CUT_ONE_IN) == 0) {
            throw new IOException("cut");
        }
        say(out, "250 taken");
        mail.told = true;
        return mail;
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
