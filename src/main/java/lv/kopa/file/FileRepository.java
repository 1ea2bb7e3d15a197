package lv.kopa.file;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.MYSQL)
interface FileRepository extends GenericRepository<StoredFile, Long> {
    StoredFile save(StoredFile file);

    Optional<StoredFile> findById(long id);

    List<StoredFile> findByIdIn(Collection<Long> ids);

    @Query("SELECT * FROM stored_file WHERE staged_hash = :hash AND staged_until > :now")
    Optional<StoredFile> staged(String hash, Instant now);

    @Query("""
            UPDATE stored_file SET staged_hash = NULL, staged_until = NULL
            WHERE staged_hash = :hash AND staged_until > :now AND space = :space""")
    long keep(String hash, String space, Instant now);

    @Query("SELECT id FROM stored_file WHERE staged_until < :now ORDER BY id LIMIT 100")
    List<Long> forgotten(Instant now);

    @Query("DELETE FROM stored_file WHERE id = :id")
    long remove(long id);

    @Query("DELETE FROM stored_file WHERE id = :id AND staged_until < :now")
    long removeForgotten(long id, Instant now);

    @Query("INSERT INTO file_piece (file_id, number, content) VALUES (:file, :number, :content)")
    void addPiece(long file, int number, byte[] content);

    @Query("""
            INSERT INTO file_piece (file_id, number, content)
            SELECT :to, number, content FROM file_piece WHERE file_id = :from""")
    void copyPieces(long from, long to);

    @Query("DELETE FROM file_piece WHERE file_id = :file")
    void removePieces(long file);

    @Query("UPDATE stored_file SET sha256 = :sha256 WHERE id = :file")
    void rehash(long file, String sha256);

    @Query("SELECT content FROM file_piece WHERE file_id = :file AND number = :number")
    Optional<Piece> piece(long file, int number);

    @Query("SELECT EXISTS (SELECT 1 FROM file_space WHERE name = :name)")
    boolean isOpen(String name);

    @Query("INSERT IGNORE INTO file_space (name) VALUES (:name)")
    void open(String name);

    @Query("""
            UPDATE file_space SET bytes_taken = bytes_taken + :bytes
            WHERE name = :name AND bytes_taken + :bytes <= :most""")
    long take(String name, long bytes, long most);

    @Query("UPDATE file_space SET bytes_taken = bytes_taken - :bytes WHERE name = :name")
    void giveBack(String name, long bytes);
}
