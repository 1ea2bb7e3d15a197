package lv.kopa.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import lv.kopa.start.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that outlived the program that started it, since that one was killed. */
record LeftOver(ProcessHandle process) {
    private static final Logger LOG = LoggerFactory.getLogger(LeftOver.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** The servers that run on a data folder; only the holder of the folder's lock may ask. */
    static Stream<LeftOver> of(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> serves(process, data))
                .map(LeftOver::new);
    }

    private static boolean serves(ProcessHandle process, Path data) {
        ProcessHandle.Info info = process.info();
        return info.command()
                        .map(Path::of)
                        .filter(command -> command.endsWith("mariadbd"))
                        .isPresent()
                && info.arguments()
                        .filter(arguments -> Arrays.asList(arguments).contains(MariaDbProcess.serving(data)))
                        .isPresent();
    }

    /** Asks it to end; one that does not answer is killed, which loses no committed data either. */
    void end() {
        LOG.info("Ending the database server {} that the last run left behind", process.pid());
        process.destroy();
        if (!endedWithin(PATIENCE)) {
            process.destroyForcibly();
            if (!endedWithin(PATIENCE)) {
                throw new StartRefused("The database server of the last run, process " + process.pid()
                        + ", cannot be ended; end it and start again.");
            }
        }
    }

    private boolean endedWithin(Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
