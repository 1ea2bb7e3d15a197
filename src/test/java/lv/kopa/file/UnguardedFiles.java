package lv.kopa.file;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;

/** Files without the guard of their space: what is left is read first and counted afterwards. */
@JdbcRepository(dialect = Dialect.MYSQL)
@Replaces(FileRepository.class)
@Requires(property = "spec.name", value = "unguarded-files")
interface UnguardedFiles extends FileRepository {
    @Query("SELECT COUNT(*) FROM file_space WHERE name = :name AND bytes_taken + :bytes <= :most")
    long room(String name, long bytes, long most);

    @Query("UPDATE file_space SET bytes_taken = bytes_taken + :bytes WHERE name = :name")
    long count(String name, long bytes);

    @Override
    default long take(String name, long bytes, long most) {
        return room(name, bytes, most) == 0 ? 0 : count(name, bytes);
    }
}
