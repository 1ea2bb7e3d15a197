package lv.kopa.start;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LogLineTest {
    private static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";

    @Test
    void aLineSaysWhenHowBadWhoAndWhat() {
        assertThat(line(event("Mail {} waits", null, 7)))
                .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} WARN  Postman - Mail 7 waits\\R");
    }

    @Test
    void neitherAnAddressNorATokenGetsIntoALine() {
        assertThat(line(event("{} has /r/{}", null, "Anna.Berg+1@mail.example.org", TOKEN)))
                .endsWith("Postman - (address) has /r/(token)" + System.lineSeparator());
    }

    @Test
    void norIntoWhatIsSaidOfAnException() {
        var cause = new IllegalArgumentException("no such token " + TOKEN);
        var failure = new IllegalStateException("no mail to anna@example.org", cause);

        assertThat(line(event("Mail is lost", failure)))
                .contains(
                        "Mail is lost" + System.lineSeparator()
                                + "java.lang.IllegalStateException: no mail to (address)",
                        "\tat " + LogLineTest.class.getName(),
                        "Caused by: java.lang.IllegalArgumentException: no such token (token)")
                .doesNotContain("anna", TOKEN);
    }

    private static ILoggingEvent event(String message, @Nullable Throwable failure, Object... values) {
        var logger = new LoggerContext().getLogger("lv.kopa.mail.Postman");
        return new LoggingEvent(LogLineTest.class.getName(), logger, Level.WARN, message, failure, values);
    }

    private static String line(ILoggingEvent event) {
        var line = new LogLine();
        line.setContext(new LoggerContext());
        line.start();
        return line.doLayout(event);
    }
}
