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
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    /** So many mails one of our servers sends before it is killed: some seconds on a machine that has nothing else to do. */
    private static final int FEWEST = 50;

    private static final int MOST = 450;
    private static final int LOOKS_PER_QUERY = 100;
    private static final String OPEN = "'WAITING', 'SENDING'";
    private static final Duration SERVER_STAYS = Duration.ofSeconds(7);
    private static final Duration SERVER_IS_AWAY = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(60);
    private static final int OUR_SERVERS = 2;

    private final TestDatabase database = TestDatabase.fresh();
    private final Mailbox mailbox = new Mailbox(OUR_SERVERS);
    private final int mails;
    private final Queue<Doubles.Kill> kills = new ConcurrentLinkedQueue<>();
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
        long end = System.nanoTime() + LONGEST.toNanos();
        List<Thread> ours = new ArrayList<>();
        for (int door = 0; door < OUR_SERVERS; door++) {
            int number = door;
            ours.add(new Thread(() -> liveAndDie(number, end)));
        }
        ours.forEach(Thread::start);
        for (Thread each : ours) {
            each.join();
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

    /** One of our servers, started again whenever it was killed, until everything is sent or has failed. */
    private void liveAndDie(int door, long end) {
        try {
            while (count(OPEN) > 0 && System.nanoTime() < end) {
                try (Program kopa = server(door)) {
                    if (awaitMails(
                            kopa, door, FEWEST + ThreadLocalRandom.current().nextInt(MOST - FEWEST), end)) {
                        kopa.process().destroyForcibly().waitFor(); // SIGKILL
                        kills.add(new Doubles.Kill(door, System.nanoTime()));
                    }
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether one of our servers has brought so many mails, while there were any. */
    private boolean awaitMails(Program kopa, int door, int many, long end) throws Exception {
        int enough = mailbox.brought(door) + many;
        for (int looks = 1; mailbox.brought(door) < enough; looks++) {
            if (!kopa.process().isAlive()) {
                throw new IllegalStateException(kopa.errorOutput());
            }
            if (looks % LOOKS_PER_QUERY == 0 && (count(OPEN) == 0 || System.nanoTime() > end)) {
                return false;
            }
            Thread.sleep(5);
        }
        return true;
    }

    private long count(String states) {
        return database.number("SELECT COUNT(*) FROM mail_outbox WHERE state IN (" + states + ")");
    }

    private Program server(int door) throws IOException {
        Map<String, String> settings = new HashMap<>(database.environment());
        settings.putAll(Map.of(
                "JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
                "KOPA_MAIL_HOST", "127.0.0.1",
                "KOPA_MAIL_PORT", String.valueOf(mailbox.port(door)),
                "KOPA_MAIL_TLS", "none",
                "KOPA_MAIL_POSTMAN_LEASE", "10s",
                "KOPA_MAIL_POSTMAN_INTERVAL", "1s",
                "KOPA_MAIL_POSTMAN_LONGEST_OUTAGE", "3s",
                "KOPA_MAIL_POSTMAN_BACK_OFF", "2s,5s,10s,10s,10s,10s,10s,10s"));
        return Program.start(Files.createTempDirectory("kopa-soak"), freePort(), settings, path -> path);
    }

    private boolean report(Path file, Duration took) throws IOException {
        Set<String> subjects = new HashSet<>();
        Set<String> ids = new HashSet<>();
        mailbox.taken.forEach(copy -> {
            subjects.add(copy.subject);
            ids.add(copy.messageId);
        });
        int lost = mails - subjects.size();
        long sent = count("'SENT'");
        Doubles doubles = Doubles.among(mailbox.taken, kills);
        boolean good = lost == 0
                && sent == mails
                && doubles.unexplained() == 0
                && doubles.otherIds() == 0
                && ids.size() == subjects.size();
        String figures = """
                # The soak

                `mvn -Psoak verify` writes this: mails in an outbox, two of our servers that are killed (SIGKILL) after 50 to 450
                mails each and started again, a mail server that goes away for two seconds out of nine, puts off one mail in a
                hundred and hangs up on one in three hundred when it has it before it has said so. A copy is explained only
                by what happened to the very copy before it.

                | what | figure |
                |---|---|
                | mails | %d |
                | arrived | %d |
                | noted as sent | %d |
                | lost | %d |
                | times one of our servers was killed | %d |
                | times the mail server went away | %d |
                | mails it put off | %d |
                | mails it took without a word | %d |
                | mails that arrived more than once | %d |
                | of them under two Message-IDs | %d |
                | copies because the mail server had not said that it had the mail | %d |
                | copies because we were killed between its word and our note | %d |
                | copies that nothing explains | %d |
                | minutes it took | %.1f |

                """.formatted(
                        mails,
                        subjects.size(),
                        sent,
                        lost,
                        kills.size(),
                        absences,
                        mailbox.putOff.get(),
                        mailbox.taken.stream().filter(copy -> !copy.told).count(),
                        doubles.mails(),
                        doubles.otherIds(),
                        doubles.untold(),
                        doubles.killed(),
                        doubles.unexplained(),
                        took.toSeconds() / 60.0)
                + (good ? "Good: none is lost, and none came twice without need.\n" : "NOT GOOD.\n");
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
