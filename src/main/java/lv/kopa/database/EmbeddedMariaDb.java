package lv.kopa.database;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import lv.kopa.start.StartRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A MariaDB server of our own, kept in one folder and reachable from this machine only. Every start sets a new password,
 * which is known to this program alone. A server that ends unasked is started again.
 */
final class EmbeddedMariaDb implements Closeable {
    private static final long ROOM_IN_BYTES = 32 * 1024 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedMariaDb.class);

    private final FolderLock lock;
    private final MariaDbProgram program;
    private final Path data;
    private MariaDbProcess process;
    private boolean closed;

    private EmbeddedMariaDb(FolderLock lock, String... options) throws IOException {
        this.lock = lock;
        this.program = MariaDbProgram.unpackedIn(lock.folder()).with(options);
        this.data = lock.folder().resolve("mariadb");
        LeftOver.of(data).forEach(LeftOver::end);
        installOnce();
        this.process = MariaDbProcess.start(program, data);
        watch();
    }

    static EmbeddedMariaDb startIn(Path folder) {
        Path place = folder.toAbsolutePath().normalize();
        try {
            return start(FolderLock.of(place).orElseThrow(() -> taken(place)));
        } catch (IOException e) {
            throw unusable(place, e);
        }
    }

    /** Starts in a folder that the caller has locked; closing the server unlocks it. */
    static EmbeddedMariaDb start(FolderLock lock, String... options) throws IOException {
        try {
            return new EmbeddedMariaDb(lock, options);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private void installOnce() throws IOException {
        if (!Files.isDirectory(data)) {
            Path partial = lock.folder().resolve("mariadb.partial");
            Folders.delete(partial);
            Folders.createPrivate(partial);
            MariaDbProcess.install(program, partial);
            Files.move(partial, data);
        }
    }

    private void watch() {
        process.onExit().thenRunAsync(this::startAgain).exceptionally(failure -> {
            LOG.error("The database server has ended and cannot be started again", failure);
            return null;
        });
    }

    private synchronized void startAgain() {
        if (!closed) {
            LOG.warn("The database server has ended by itself; starting it again");
            try {
                process = MariaDbProcess.start(program, data, process.port(), process.password());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            watch();
        }
    }

    synchronized String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + process.port() + "/" + database;
    }

    String username() {
        return MariaDbProcess.USERNAME;
    }

    synchronized String password() {
        return process.password();
    }

    synchronized long pid() {
        return process.pid();
    }

    /** Ends the server as MariaDB wants to be ended; the caller has closed its connections before. */
    @Override
    public synchronized void close() throws IOException {
        closed = true;
        process.end();
        lock.close();
    }

    private static StartRefused taken(Path folder) {
        return new StartRefused("Another copy of Kopa is running on the data folder " + folder
                + "; end that one, or give this one a folder of its own with KOPA_DATA.");
    }

    private static StartRefused unusable(Path folder, IOException cause) {
        return new StartRefused(
                "The data folder " + folder + " " + complaint(folder, cause)
                        + "; put that right, or name another folder with KOPA_DATA.",
                cause);
    }

    private static String complaint(Path folder, IOException cause) {
        if (Files.isDirectory(folder) && folder.toFile().getUsableSpace() < ROOM_IN_BYTES) {
            return "is full";
        }
        if (cause instanceof AccessDeniedException) {
            return "may not be written by " + System.getProperty("user.name");
        }
        if (cause instanceof NoSuchFileException) {
            return "cannot be made there";
        }
        String reason = cause instanceof FileSystemException e ? e.getReason() : cause.getMessage();
        return reason == null ? "cannot be used" : "cannot be used (" + reason + ")";
    }
}
