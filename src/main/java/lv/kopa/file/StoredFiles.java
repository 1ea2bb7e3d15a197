package lv.kopa.file;

import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.database.UnitOfWork;
import lv.kopa.web.Token;
import org.apache.commons.codec.digest.DigestUtils;

/** Where files lie: in the database, in pieces. */
@Singleton
public class StoredFiles {
    static final Duration STAGED_FOR = Duration.ofHours(6);

    /** Well below the smallest max_allowed_packet of a server as it is installed, 16 MB. */
    private static final int PIECE = 1024 * 1024;

    private final FileRepository repository;
    private final Clock clock;

    StoredFiles(FileRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /**
     * Keeps a file for some hours, in which whoever has the secret may use it.
     *
     * @throws FileRefused if there is no room for it
     */
    @UnitOfWork
    public Token stage(Space space, CheckedFile file) {
        if (!take(space, file.content().length)) {
            throw new FileRefused("file.no-room");
        }
        Token secret = Token.random();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        StoredFile saved = repository.save(new StoredFile(
                0,
                space.name(),
                file.name(),
                file.mediaType(),
                file.content().length,
                DigestUtils.sha256Hex(file.content()),
                secret.hash(),
                now.plus(STAGED_FOR),
                now));
        addPieces(saved.id(), file.content());
        return secret;
    }

    private void addPieces(long file, byte[] content) {
        for (int start = 0, number = 0; start < content.length; start += PIECE, number++) {
            int end = Math.min(start + PIECE, content.length);
            repository.addPiece(file, number, Arrays.copyOfRange(content, start, end));
        }
    }

    /** A space is opened by whoever is the first there; asking to open it each time would lock it for everybody. */
    private boolean take(Space space, long bytes) {
        if (repository.take(space.name(), bytes, space.most()) > 0) {
            return true;
        }
        if (repository.isOpen(space.name())) {
            return false;
        }
        repository.open(space.name());
        return repository.take(space.name(), bytes, space.most()) > 0;
    }

    /**
     * Keeps the same file in another space too.
     *
     * @throws FileRefused if there is no room for it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredFile copy(StoredFile file, Space space) {
        if (!take(space, file.sizeBytes())) {
            throw new FileRefused("file.no-room");
        }
        StoredFile copy = repository.save(new StoredFile(
                0,
                space.name(),
                file.name(),
                file.mediaType(),
                file.sizeBytes(),
                file.sha256(),
                null,
                null,
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
        repository.copyPieces(file.id(), copy.id());
        return copy;
    }

    /** The file that is still staged under a secret. */
    public Optional<StoredFile> staged(Space space, Token secret) {
        return repository
                .staged(secret.hash(), clock.instant())
                .filter(file -> file.space().equals(space.name()));
    }

    /**
     * Uses a staged file from now on.
     *
     * @throws FileRefused where it is staged no longer
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public StoredFile keep(Space space, Token secret) {
        StoredFile file = staged(space, secret).orElseThrow(() -> new FileRefused("file.gone"));
        if (repository.keep(secret.hash(), space.name(), clock.instant()) == 0) {
            throw new FileRefused("file.gone");
        }
        return file;
    }

    /**
     * The file of this id.
     *
     * @throws UnknownFile where there is none
     */
    public StoredFile get(long id) {
        return repository.findById(id).orElseThrow(UnknownFile::new);
    }

    public Map<Long, StoredFile> byId(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : repository.findByIdIn(ids).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
    }

    /** Its bytes, read while they are asked for. */
    public InputStream open(StoredFile file) {
        return new PieceStream(file.sizeBytes(), number -> repository.piece(file.id(), number));
    }

    /** Deletes it; what is deleted already stays so. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void delete(long id) {
        repository.findById(id).filter(file -> repository.remove(id) > 0).ifPresent(this::giveBack);
    }

    /** Puts other bytes, just as many, in the place of its own. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rewrite(StoredFile file, byte[] content) {
        if (content.length != file.sizeBytes()) {
            throw new IllegalArgumentException("other bytes take other room");
        }
        repository.removePieces(file.id());
        repository.rehash(file.id(), DigestUtils.sha256Hex(content));
        addPieces(file.id(), content);
    }

    private void giveBack(StoredFile file) {
        repository.giveBack(file.space(), file.sizeBytes());
    }

    /** Deletes one that was staged for too long. */
    @UnitOfWork
    void deleteForgotten(long id) {
        repository
                .findById(id)
                .filter(file -> repository.removeForgotten(id, clock.instant()) > 0)
                .ifPresent(this::giveBack);
    }
}
