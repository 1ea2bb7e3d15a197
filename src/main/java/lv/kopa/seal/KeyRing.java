package lv.kopa.seal;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.subtle.Hkdf;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The keys for what is sealed: a file in the data folder, made when it is first needed, readable by the program's
 * user alone. Servers that share a database share the file.
 */
@Singleton
class KeyRing implements ServerSecret {
    private static final int PURPOSE_BYTES = 32;
    private final Path file;
    private @Nullable Ring ring;

    KeyRing(@Value("${kopa.answer-keys}") Path file) {
        this.file = file;
    }

    /** Keys as they were read, and when the file was changed before that. */
    private record Ring(Aead aead, KeysetHandle keys, FileTime changed) {}

    /** The keys that were read last. */
    synchronized Aead known() {
        Ring read = ring;
        return read == null ? newest() : read.aead();
    }

    /** The keys as they are in the file now. */
    synchronized Aead newest() {
        try {
            FileTime changed = Files.exists(file) ? Files.getLastModifiedTime(file) : null;
            Ring read = ring;
            if (read != null && read.changed().equals(changed)) {
                return read.aead();
            }
            AeadConfig.register();
            KeysetHandle keys = changed == null ? change(this::first) : read();
            Ring renewed = new Ring(
                    keys.getPrimitive(RegistryConfiguration.get(), Aead.class), keys, Files.getLastModifiedTime(file));
            ring = renewed;
            return renewed.aead();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the keys in " + file + " cannot be used", broken);
        }
    }

    /** Made of the oldest key (RFC 5869), which stays when others are added. */
    @Override
    @AccessesPartialKey
    public synchronized byte[] forPurpose(String purpose) {
        known();
        try {
            AesGcmKey oldest =
                    (AesGcmKey) Objects.requireNonNull(ring).keys().getAt(0).getKey();
            byte[] secret = oldest.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
            return Hkdf.computeHkdf(
                    "HMACSHA256", secret, new byte[0], purpose.getBytes(StandardCharsets.US_ASCII), PURPOSE_BYTES);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the keys in " + file + " cannot be used", broken);
        }
    }

    /** Adds a key, with which everything is sealed from now on; what the others sealed can still be opened. */
    synchronized void rotate() {
        try {
            AeadConfig.register();
            change(this::next);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the keys in " + file + " cannot be used", broken);
        }
    }

    private interface Change {
        KeysetHandle make() throws IOException, GeneralSecurityException;
    }

    private KeysetHandle first() throws IOException, GeneralSecurityException {
        return Files.exists(file) ? read() : write(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }

    private KeysetHandle next() throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            return first();
        }
        return write(KeysetHandle.newBuilder(read())
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build());
    }

    /** One server after another, for a second key made at the same moment would be lost. */
    private KeysetHandle change(Change change) throws IOException, GeneralSecurityException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.lock()) {
            return change.make();
        }
    }

    private KeysetHandle read() throws IOException, GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
    }

    private KeysetHandle write(KeysetHandle keys) throws IOException, GeneralSecurityException {
        Path partial = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "keys",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(partial, TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get()));
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return keys;
    }
}
