package lv.kopa.database;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import lv.kopa.start.StartRefused;

/**
 * A MariaDB server of our own, kept in one folder and reachable from this machine only. Every start sets a new password,
 * which is known to this program alone.
 */
final class EmbeddedMariaDb implements Closeable {
    private static final long ROOM_IN_BYTES = 32 * 1024 * 1024;

    private final FolderLock lock;
    private final MariaDbProcess process;

    private EmbeddedMariaDb(FolderLock lock, MariaDbProcess process) {
        this.lock = lock;
        this.process = process;
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
    static EmbeddedMariaDb start(FolderLock lock) throws IOException {
        try {
            return new EmbeddedMariaDb(lock, start(lock.folder()));
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static MariaDbProcess start(Path folder) throws IOException {
        MariaDbProgram program = MariaDbProgram.unpackedIn(folder);
        Path data = folder.resolve("mariadb");
        LeftOver.of(data).forEach(LeftOver::end);
        if (!Files.isDirectory(data)) {
            Path partial = folder.resolve("mariadb.partial");
            Folders.delete(partial);
            Folders.createPrivate(partial);
            MariaDbProcess.install(program, partial);
            Files.move(partial, data);
        }
        return MariaDbProcess.start(program, data);
    }

    String url(String database) {
        return "jdbc:mysql://127.0.0.1:" + process.port() + "/" + database;
    }

    String username() {
        return MariaDbProcess.USERNAME;
    }

    String password() {
        return process.password();
    }

    long pid() {
        return process.pid();
    }

    /** Ends the server as MariaDB wants to be ended; the caller has closed its connections before. */
    @Override
    public void close() throws IOException {
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
        String reason = cause instanceof FileSystemException e ? e.getReason() : cause.getMessage();
        return "cannot be used ("
                + Objects.requireNonNullElse(reason, cause.getClass().getSimpleName()) + ")";
    }
}
