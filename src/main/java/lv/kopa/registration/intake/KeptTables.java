package lv.kopa.registration.intake;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import lv.kopa.database.UnitOfWork;
import lv.kopa.file.CheckedFile;
import lv.kopa.file.Space;
import lv.kopa.file.StoredFile;
import lv.kopa.file.StoredFiles;
import lv.kopa.seal.Seal;
import lv.kopa.web.Token;

/** Where tables lie while somebody looks at them: sealed, since nobody knows what stands in them, and for some hours. */
@Singleton
class KeptTables {
    private static final long MOST_BYTES = 100L * 1024 * 1024;

    private final StoredFiles files;
    private final Seal seal;

    KeptTables(StoredFiles files, Seal seal) {
        this.files = files;
        this.seal = seal;
    }

    /** @throws lv.kopa.file.FileRefused if there is no room for it */
    Token keep(long event, byte[] table) {
        byte[] sealed = seal.close(table, belonging(event));
        return files.stage(space(event), new CheckedFile("table", "application/octet-stream", sealed));
    }

    /** The bytes of a table as they came, as long as it is kept. */
    Optional<byte[]> open(long event, Token table) {
        try {
            return files.staged(space(event), table).map(file -> seal.open(content(file), belonging(event)));
        } catch (IllegalStateException newKeys) {
            return Optional.empty();
        }
    }

    /**
     * Deletes a table within the transaction that uses it.
     *
     * @throws lv.kopa.file.FileRefused if it is kept no longer
     */
    @UnitOfWork
    void use(long event, Token table) {
        files.delete(files.keep(space(event), table).id());
    }

    /** Deletes a table that nobody wants any more. */
    @UnitOfWork
    void discard(long event, Token table) {
        files.staged(space(event), table).ifPresent(file -> files.delete(file.id()));
    }

    private byte[] content(StoredFile file) {
        try (InputStream content = files.open(file)) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Space space(long event) {
        return new Space("intake:" + event, MOST_BYTES);
    }

    private static byte[] belonging(long event) {
        return ("intake:" + event).getBytes(StandardCharsets.UTF_8);
    }
}
