package lv.kopa.start;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/** What is logged where nobody says otherwise. */
final class LoggingTest {
    private static final String FILE = "logback.configurationFile";

    private final String fileOfTheTests = System.getProperty(FILE, "");
    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void sayNothing() {
        System.clearProperty(FILE);
    }

    @AfterEach
    void sayItAgain() {
        if (!fileOfTheTests.isEmpty()) {
            System.setProperty(FILE, fileOfTheTests);
        }
    }

    @Test
    void ourOwnIsToldAndOfOthersOnlyWhatIsWrong() {
        configure();
        assertThat(context.getLogger("lv.kopa.mail").isInfoEnabled()).isTrue();
        assertThat(context.getLogger("lv.kopa.mail").isDebugEnabled()).isFalse();
        assertThat(context.getLogger("io.micronaut").isInfoEnabled()).isFalse();
        assertThat(context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("console"))
                .isNotNull();
    }

    @Test
    void whoNamesAFileHasThat() {
        System.setProperty(FILE, "logback-test.xml");
        configure();
        assertThat(context.getLogger(Logger.ROOT_LOGGER_NAME).iteratorForAppenders())
                .as("appenders of the file")
                .hasNext();
        assertThat(context.getLogger("io.micronaut.http.server.netty.NettyHttpServer")
                        .getLevel())
                .isNotEqualTo(Level.OFF);
    }

    /** By the one that logback finds first. */
    private void configure() {
        Configurator first = ServiceLoader.load(Configurator.class).iterator().next();
        assertThat(first).isInstanceOf(Logging.class);
        first.setContext(context);
        first.configure(context);
    }
}
