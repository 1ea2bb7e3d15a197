package lv.kopa.start;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.graceful.GracefulShutdownCapable;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the program until it is told to end. Unlike {@code Micronaut.run} it closes everything when a start fails or is
 * broken off, and says in one sentence what whoever started it can put right.
 */
public final class Start {
    private static final Logger LOG = LoggerFactory.getLogger(Start.class);

    /** Docker and systemd kill what has not ended after ten seconds, or more. */
    private static final Duration FOR_REQUESTS_IN_FLIGHT = Duration.ofSeconds(8);

    private Start() {}

    /** @param errands what can be done without anything of this */
    public static void run(Class<?> application, List<Errand> errands, String... args) {
        errands.stream()
                .filter(errand -> args.length > 0 && errand.name().equals(args[0]))
                .findFirst()
                .ifPresent(errand -> System.exit(isDone(errand, args) ? 0 : 1));
        Ahead.load(application.getClassLoader());
        ApplicationContext context = ApplicationContext.builder(application)
                .mainClass(application)
                .args(args)
                .build();
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(context, ended), "end"));
        try {
            context.start();
            if (args.length == 1 && isCommand(context, args[0])) {
                System.exit(0);
            }
            listen(context);
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            explain(context, e);
            System.exit(1);
        }
    }

    @SuppressWarnings("SystemOut") // the reader sits at a terminal
    private static boolean isDone(Errand errand, String... args) {
        if (args.length != 2) {
            System.err.println("java -jar kopa.jar " + errand.usage());
            return false;
        }
        Errand.Result result = errand.run(args[1]);
        System.out.println(result.words());
        return result.good();
    }

    @SuppressWarnings("SystemOut") // the reader sits at a terminal
    private static boolean isCommand(ApplicationContext context, String name) {
        Optional<Command> command = context.getBeansOfType(Command.class).stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
        command.map(Command::run).ifPresent(System.out::println);
        return command.isPresent();
    }

    private static void listen(ApplicationContext context) {
        String port = context.getProperty("micronaut.server.port", String.class, "8080");
        try {
            context.getBean(EmbeddedServer.class).start();
        } catch (ServerStartupException e) {
            if (e.getCause() instanceof BindException) {
                throw new StartRefused(
                        "Port " + port
                                + " is taken; end the program that has it, or set MICRONAUT_SERVER_PORT to another one.",
                        e);
            }
            throw e;
        }
    }

    /** Micronaut closes nothing of a context whose start failed; what that start has opened is closed one by one. */
    private static void end(ApplicationContext context, CountDownLatch ended) {
        try {
            context.getActiveBeanRegistrations(EmbeddedServer.class).forEach(server -> drain(server.bean()));
            context.close();
        } finally {
            context.getActiveBeanRegistrations(Closeable.class).forEach(open -> close(open.bean()));
            ended.countDown();
        }
    }

    /** Takes no more requests and lets those in flight come to their end, while everything they need is still there. */
    private static void drain(EmbeddedServer server) {
        if (!(server instanceof GracefulShutdownCapable graceful) || !server.isRunning()) {
            return;
        }
        try {
            graceful.shutdownGracefully()
                    .toCompletableFuture()
                    .get(FOR_REQUESTS_IN_FLIGHT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            LOG.warn("Some requests took too long to end");
        }
    }

    private static void close(Closeable open) {
        try {
            open.close();
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} cannot be closed", open.getClass().getSimpleName(), e);
        }
    }

    @SuppressWarnings("SystemOut") // the reader sits at a terminal and need not know what a log is
    private static void explain(ApplicationContext context, Throwable failure) {
        Refusal.of(failure, context.getEnvironment())
                .ifPresentOrElse(System.err::println, () -> LOG.error("Kopa cannot start", failure));
    }
}
