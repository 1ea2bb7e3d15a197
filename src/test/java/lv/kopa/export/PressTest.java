package lv.kopa.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import lv.kopa.paper.Leaf;
import lv.kopa.paper.Paper;
import lv.kopa.paper.Press;
import lv.kopa.paper.PressBusy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two print at once. */
class PressTest {
    private static final Leaf LEAF = new Leaf(
            "<html><head><title>Leaf</title></head><body style='font-family: \"Noto Sans\"'>Kopa</body></html>");

    private final ExecutorService people = Executors.newCachedThreadPool();
    private final CountDownLatch written = new CountDownLatch(1);
    private final Press press = new Press();

    @AfterEach
    void close() {
        written.countDown();
        people.shutdown();
    }

    @Test
    void aThirdIsAskedToComeAgainWhileTwoPrint() throws Exception {
        List<Future<byte[]>> first = occupy(press);

        assertThatThrownBy(() -> press.print(() -> LEAF))
                .isInstanceOfSatisfying(
                        PressBusy.class,
                        busy -> assertThat(busy.retryAfter())
                                .hasValueSatisfying(wait -> assertThat(wait).isPositive()));

        written.countDown();
        for (Future<byte[]> printed : first) {
            assertThat(Paper.read(printed.get(30, TimeUnit.SECONDS)).text()).contains("Kopa");
        }
        assertThat(press.print(() -> LEAF)).isNotEmpty();
    }

    @Test
    void whoComesMeanwhileWaitsForOneToBeDone() throws Exception {
        occupy(press);
        Future<byte[]> third = people.submit(() -> press.print(() -> LEAF));
        Future<byte[]> fourth = people.submit(() -> press.print(() -> LEAF));

        written.countDown();

        assertThat(third.get(30, TimeUnit.SECONDS)).isNotEmpty();
        assertThat(fourth.get(30, TimeUnit.SECONDS)).isNotEmpty();
    }

    @Test
    void whatCannotBeWrittenDoesNotKeepThePress() {
        for (int i = 0; i <= Press.AT_ONCE; i++) {
            assertThatThrownBy(() -> press.print(() -> {
                        throw new IllegalStateException("ink");
                    }))
                    .hasMessage("ink");
        }

        assertThat(press.print(() -> LEAF)).isNotEmpty();
    }

    @Test
    void thatIsSaidToTheReaderAndOtherFormatsAreStillToBeHad() throws Exception {
        try (Office office = Office.open("2026-11-24T21:30:00Z")) {
            office.register("Anna", "anna@example.org", "member", null, null);
            String cookie = office.organiser("Ilze", "parks");
            occupy(office.site().bean(Press.class));

            HttpResponse<byte[]> answer = office.get(Office.LIST + ".pdf?lang=en", cookie);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(new String(answer.body(), UTF_8)).contains("Several lists are being printed at the moment.");
            assertThat(office.get(Office.LIST + ".xlsx", cookie).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aListThatNobodyWouldPrintIsToBeHadAsASpreadsheet() {
        try (Office office = Office.open("2026-11-24T21:30:00Z")) {
            office.crowd(AttendeePaper.MOST_ROWS + 1);
            String cookie = office.organiser("Ilze", "parks");

            HttpResponse<byte[]> answer = office.get(Office.LIST + ".pdf?lang=en", cookie);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(new String(answer.body(), UTF_8))
                    .contains("A PDF names 2,000 people at most, and these are 2,001. Take the XLSX file instead");
            assertThat(office.get(Office.LIST + ".xlsx", cookie).statusCode()).isEqualTo(200);
            assertThat(office.get(Office.LIST + ".pdf?q=person-1711@", cookie).statusCode())
                    .isEqualTo(200);
        }
    }

    /** Has as many as may print begin, and not go on before `written`. */
    private List<Future<byte[]>> occupy(Press press) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(Press.AT_ONCE);
        List<Future<byte[]>> printing = Stream.generate(() -> people.submit(() -> press.print(() -> {
                    begun.countDown();
                    await(written);
                    return LEAF;
                })))
                .limit(Press.AT_ONCE)
                .toList();
        await(begun);
        return printing;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
