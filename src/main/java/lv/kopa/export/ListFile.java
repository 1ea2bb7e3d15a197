package lv.kopa.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A list on its way out: whole before its answer begins, and not in memory. */
final class ListFile {
    private ListFile() {}

    /** What writes something, and may fail to. */
    @FunctionalInterface
    interface Writing<T> {
        void to(T out) throws IOException;
    }

    /** What may fail to write. */
    @FunctionalInterface
    interface Step {
        void run() throws IOException;
    }

    /** A new file, for this user of the machine alone; none is left where writing it fails. */
    static Path written(String suffix, Writing<OutputStream> writing) {
        try {
            Path file = Files.createTempFile("kopa-list-", suffix);
            boolean done = false;
            try {
                try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                    writing.to(out);
                }
                done = true;
            } finally {
                if (!done) {
                    Files.delete(file);
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void checked(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
