package lv.kopa.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.MailState;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import org.junit.jupiter.api.Test;

/** People register while the mail server is not to be had. */
final class DeafMailServerTest {
    private static final Duration FAR_BELOW_A_TIME_OUT = Duration.ofSeconds(15);

    @Test
    void whoRegistersDoesNotWaitForAServerThatTakesCallsAndSaysNothing() throws Exception {
        try (ServerSocket deaf = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Program kopa = Program.start(
                        "DeafMailServerTest",
                        TestDatabase.fresh(),
                        Map.of(
                                "kopa.mail.host", "127.0.0.1",
                                "kopa.mail.port", deaf.getLocalPort(),
                                "kopa.mail.from", "kopa@kopa.example",
                                "kopa.mail.postman.interval", "50ms"))) {
            kopa.publish(kopa.found("parks"), Plans.training("parks", "day", ""));
            kopa.register("", "day", Wishes.of("first@example.org")).is(201);
            deaf.accept().getOutputStream().flush(); // the postman has called, and waits for a greeting

            long asked = System.nanoTime();
            kopa.register("", "day", Wishes.of("second@example.org")).is(201);

            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(FAR_BELOW_A_TIME_OUT);
            assertThat(Someone.mails(kopa, "second@example.org"))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.state()).isIn(MailState.WAITING, MailState.SENDING));
        }
    }
}
