package lv.kopa.mail.soak;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Mails;
import lv.kopa.mail.PostOffice;
import lv.kopa.start.Program;

/**
 * Many mails, two of our servers that are killed in the middle of their work again and again, and a mail server that comes
 * and goes: every mail must arrive, and twice at most where nobody can know.
 */
public final class Soak {
    private static final int PUT_TOGETHER = 500;
    private static final Duration LIFE = Duration.ofSeconds(6);
    private static final Duration SERVER_STAYS = Duration.ofSeconds(7);
    private static final Duration SERVER_IS_AWAY = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(40);

    private final TestDatabase database = TestDatabase.fresh();
    private final Mailbox mailbox = new Mailbox();
    private final int mails;
    private int kills;
    private volatile int absences;

    private Soak(int mails) throws IOException {
        this.mails = mails;
    }

    /** @param args the file for the figures, and how many mails */
    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        Soak soak = new Soak(args.length > 1 ? Integer.parseInt(args[1]) : 10_000);
        soak.fill();
        soak.run();
        boolean good = soak.report(Path.of(args[0]), Duration.ofNanos(System.nanoTime() - start));
        System.exit(good ? 0 : 1);
    }

    private void fill() {
        try (PostOffice office = PostOffice.without(database)) {
            for (int first = 0; first < mails; first += PUT_TOGETHER) {
                List<Mail> some = new ArrayList<>();
                for (int i = first; i < Math.min(mails, first + PUT_TOGETHER); i++) {
                    some.add(Mails.about(i, Mail.About.NOTHING, "soak " + i));
                }
                office.put(some);
            }
        }
    }

    private void run() throws Exception {
        mailbox.come();
        Thread weather = new Thread(this::comeAndGo, "weather");
        weather.setDaemon(true);
        weather.start();
        List<Thread> ours = List.of(new Thread(this::liveAndDie), new Thread(this::liveAndDie));
        ours.forEach(Thread::start);
        for (Thread each : ours) {
            each.join(LONGEST.toMillis());
        }
    }

    private void comeAndGo() {
        try {
            while (true) {
                Thread.sleep(SERVER_STAYS.toMillis());
                mailbox.go();
                absences++;
                Thread.sleep(SERVER_IS_AWAY.toMillis());
                mailbox.come();
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One of our servers, started again whenever it was killed, until everything is sent. */
    private void liveAndDie() {
        try {
            while (unsent() > 0) {
                try (Program kopa = server()) {
                    awaitReady(kopa);
                    Thread.sleep(
                            LIFE.toMillis() / 2 + ThreadLocalRandom.current().nextLong(LIFE.toMillis()));
                    if (unsent() > 0) {
                        kopa.process().destroyForcibly(); // SIGKILL
                        synchronized (this) {
                            kills++;
                        }
                    }
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void awaitReady(Program kopa) throws Exception {
        while (!kopa.isReady()) {
            if (!kopa.process().isAlive()) {
                throw new IllegalStateException(kopa.errorOutput());
            }
            Thread.sleep(50);
        }
    }

    private long unsent() {
        return database.number("SELECT COUNT(*) FROM mail_outbox WHERE state <> 'SENT'");
    }

    private Program server() throws IOException {
        Map<String, String> settings = new HashMap<>(database.environment());
        settings.putAll(Map.of(
                "KOPA_MAIL_HOST", "127.0.0.1",
                "KOPA_MAIL_PORT", String.valueOf(mailbox.port()),
                "KOPA_MAIL_TLS", "none",
                "KOPA_MAIL_POSTMAN_LEASE", "10s",
                "KOPA_MAIL_POSTMAN_INTERVAL", "1s",
                "KOPA_MAIL_POSTMAN_LONGEST_OUTAGE", "3s",
                "KOPA_MAIL_POSTMAN_BACK_OFF", "2s,5s,10s,10s,10s,10s,10s,10s"));
        return Program.start(Files.createTempDirectory("kopa-soak"), freePort(), settings, path -> path);
    }

    private boolean report(Path file, Duration took) throws IOException {
        Map<String, List<String>> arrived = new HashMap<>();
        mailbox.taken.forEach(mail -> arrived.computeIfAbsent(mail.subject(), subject -> new ArrayList<>())
                .add(mail.messageId()));
        int lost = mails - arrived.size();
        long twice = arrived.values().stream().filter(ids -> ids.size() > 1).count();
        int more = mailbox.taken.size() - arrived.size();
        long strange = arrived.values().stream()
                .filter(ids -> new HashSet<>(ids).size() > 1)
                .count();
        Set<String> ids = new HashSet<>();
        arrived.values().forEach(ids::addAll);
        int excuses = kills + mailbox.untold.get();
        boolean good = lost == 0 && strange == 0 && ids.size() == arrived.size() && more <= excuses && unsent() == 0;
        String figures = """
                # The soak

                `mvn -Psoak verify` writes this: mails in an outbox, two of our servers that are killed (SIGKILL) every few
                seconds and started again, a mail server that goes away for two seconds out of nine, puts off one mail in a
                hundred and hangs up on one in three hundred when it has it before it has said so.

                | what | figure |
                |---|---|
                | mails | %d |
                | arrived | %d |
                | lost | %d |
                | arrived more than once, all under the same Message-ID | %d |
                | copies too many | %d |
                | copies that nobody could avoid: kills, and mails taken without a word | %d + %d |
                | a mail under two Message-IDs | %d |
                | times the mail server went away | %d |
                | mails it put off | %d |
                | minutes it took | %.1f |

                """.formatted(
                                mails,
                                arrived.size(),
                                lost,
                                twice,
                                more,
                                kills,
                                mailbox.untold.get(),
                                strange,
                                absences,
                                mailbox.putOff.get(),
                                took.toSeconds() / 60.0)
                + (good ? "Good: none is lost.\n" : "NOT GOOD.\n");
        System.out.println(figures);
        Files.writeString(file, figures);
        return good;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
