package lv.kopa.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.transaction.TransactionOperations;
import java.io.IOException;
import java.sql.Connection;
import java.util.List;
import java.util.Random;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.registration.AtOnce;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Token;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where files lie. */
@Tag("database")
final class StoredFilesTest {
    private static final Space SPACE = new Space("test:1", 10_000_000);
    private static final int MANY = 8;

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void theBytesComeBackAsTheyWereHoweverManyPiecesTheyLieIn() throws IOException {
        try (Program kopa = Program.start("files", database)) {
            byte[] content = new byte[2_500_000];
            new Random(1).nextBytes(content);
            StoredFile kept = keep(kopa, files(kopa).stage(SPACE, file(content)));
            assertThat(files(kopa).open(kept).readAllBytes()).isEqualTo(content);
            assertThat(database.number("SELECT COUNT(*) FROM file_piece")).isEqualTo(3);
            assertThat(database.texts("SELECT sha256 FROM stored_file").get(0)).hasSize(64);
        }
    }

    @Test
    void aFileThatNobodyUsedIsForgottenAndItsRoomIsFree() {
        try (Program kopa = Program.start("files", database)) {
            Token forgotten = files(kopa).stage(SPACE, file(new byte[1000]));
            StoredFile kept = keep(kopa, files(kopa).stage(SPACE, file(new byte[500])));
            MovableClock clock = kopa.bean(MovableClock.class);
            clock.set(clock.instant().plus(StoredFiles.STAGED_FOR).plusSeconds(1));
            assertThat(files(kopa).staged(SPACE, forgotten)).isEmpty();
            assertThatThrownBy(() -> keep(kopa, forgotten)).isInstanceOf(FileRefused.class);
            kopa.bean(StageKeeper.class).deleteForgotten();
            assertThat(taken()).isEqualTo(500);
            assertThat(files(kopa).get(kept.id()).stagedUntil()).isNull();
            assertThat(database.number("SELECT COUNT(*) FROM file_piece")).isOne();
        }
    }

    @Test
    void aSecretIsGoodOnceAndInItsOwnSpaceOnly() {
        try (Program kopa = Program.start("files", database)) {
            Token secret = files(kopa).stage(SPACE, file(new byte[10]));
            assertThat(files(kopa).staged(new Space("test:2", 100), secret)).isEmpty();
            keep(kopa, secret);
            assertThatThrownBy(() -> keep(kopa, secret)).isInstanceOf(FileRefused.class);
        }
    }

    @Test
    void whatIsDeletedGivesItsRoomBackOnce() {
        try (Program kopa = Program.start("files", database)) {
            StoredFile kept = keep(kopa, files(kopa).stage(SPACE, file(new byte[10])));
            List<Integer> done = AtOnce.of(4, i -> {
                transactions(kopa).executeWrite(status -> {
                    files(kopa).delete(kept.id());
                    return 0;
                });
                return i;
            });
            assertThat(done).hasSize(4);
            assertThat(taken()).isZero();
        }
    }

    @Test
    void manyFilesAtOnceTakeNoMoreRoomThanThereIs() {
        try (Program kopa = Program.start("files", database)) {
            assertThat(crowd(kopa)).isEqualTo(3);
            assertThat(taken()).isEqualTo(3_000_001);
        }
    }

    @Test
    void withoutTheGuardTheyTakeMore() {
        try (Program kopa = Program.start("unguarded-files", database)) {
            assertThat(crowd(kopa)).isGreaterThan(3);
        }
    }

    /** How many of many files, sent at once to a space with room for three, were kept. */
    private static long crowd(Program kopa) {
        Space narrow = new Space(SPACE.name(), 3_500_000);
        files(kopa).stage(new Space(SPACE.name(), Long.MAX_VALUE), file(new byte[1]));
        byte[] content = new byte[1_000_000];
        List<Boolean> kept = AtOnce.of(MANY, i -> {
            try {
                files(kopa).stage(narrow, file(content));
                return true;
            } catch (FileRefused full) {
                return false;
            }
        });
        return kept.stream().filter(Boolean::booleanValue).count();
    }

    private long taken() {
        return database.number("SELECT bytes_taken FROM file_space");
    }

    private static StoredFiles files(Program kopa) {
        return kopa.bean(StoredFiles.class);
    }

    private static CheckedFile file(byte[] content) {
        return new CheckedFile("file.pdf", "application/pdf", content);
    }

    private static StoredFile keep(Program kopa, Token secret) {
        return transactions(kopa).executeWrite(status -> files(kopa).keep(SPACE, secret));
    }

    @SuppressWarnings("unchecked")
    private static TransactionOperations<Connection> transactions(Program kopa) {
        return kopa.bean(TransactionOperations.class);
    }
}
