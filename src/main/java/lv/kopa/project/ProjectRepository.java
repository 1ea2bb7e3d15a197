package lv.kopa.project;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lv.kopa.organisation.Logo;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface ProjectRepository extends GenericRepository<Project, Long> {
    Project save(Project project);

    Optional<Project> findById(long id);

    Optional<Project> findBySlug(String slug);

    List<Project> findByIdIn(Collection<Long> ids);

    boolean existsBySlug(String slug);

    @Query("SELECT * FROM project ORDER BY starts_on IS NULL DESC, starts_on DESC, id DESC")
    List<Project> all();

    @Query("""
            SELECT * FROM project WHERE organisation_id IN (:organisationIds)
            ORDER BY starts_on IS NULL DESC, starts_on DESC, id DESC
            """)
    List<Project> ofOrganisations(Collection<Long> organisationIds);

    @Query("""
            UPDATE project
            SET number = :number, title = :title, description = :description, funder = :funder,
                acknowledgement = :acknowledgement, starts_on = :startsOn, ends_on = :endsOn, version = version + 1
            WHERE id = :id AND version = :version
            """)
    int change(
            long id,
            int version,
            String number,
            @TypeDef(type = DataType.STRING, converter = TranslatedColumn.class) Translated title,
            @TypeDef(type = DataType.STRING, converter = TranslatedColumn.class) Translated description,
            String funder,
            @TypeDef(type = DataType.STRING, converter = TranslatedColumn.class) Translated acknowledgement,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn);

    @Query("UPDATE project SET logo = :content, logo_type = :type, version = version + 1 WHERE id = :id")
    void keepLogo(long id, byte[] content, String type);

    @Query("UPDATE project SET logo = NULL, logo_type = NULL, version = version + 1 WHERE id = :id")
    void removeLogo(long id);

    @Query("SELECT logo AS content, logo_type AS type FROM project WHERE slug = :slug AND logo IS NOT NULL")
    Optional<Logo> logo(String slug);
}
