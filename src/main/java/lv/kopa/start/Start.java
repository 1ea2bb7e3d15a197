package lv.kopa.start;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the program until it is told to end. Unlike {@code Micronaut.run} it closes everything when a start fails or is
 * broken off, and says in one sentence what whoever started it can put right.
 */
public final class Start {
    private static final Logger LOG = LoggerFactory.getLogger(Start.class);

    private Start() {}

    public static void run(Class<?> application, String... args) {
        ApplicationContext context = ApplicationContext.builder(application)
                .mainClass(application)
                .args(args)
                .build();
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(context, ended), "end"));
        try {
            context.start();
            context.getBean(EmbeddedServer.class).start();
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            explain(context, e);
            System.exit(1);
        }
    }

    private static void end(ApplicationContext context, CountDownLatch ended) {
        context.close();
        ended.countDown();
    }

    @SuppressWarnings("SystemOut") // the reader sits at a terminal and need not know what a log is
    private static void explain(ApplicationContext context, Throwable failure) {
        Refusal.of(failure, context.getEnvironment())
                .ifPresentOrElse(System.err::println, () -> LOG.error("Kopa cannot start", failure));
    }
}
