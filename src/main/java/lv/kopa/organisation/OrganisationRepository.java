package lv.kopa.organisation;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.DataType;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.MYSQL)
interface OrganisationRepository extends GenericRepository<Organisation, Long> {
    Organisation save(Organisation organisation);

    Optional<Organisation> findById(long id);

    Optional<Organisation> findBySlug(String slug);

    List<Organisation> findByIdIn(Collection<Long> ids);

    boolean existsBySlug(String slug);

    @Query("SELECT * FROM organisation ORDER BY name")
    List<Organisation> all();

    @Query("""
            UPDATE organisation
            SET name = :name, about = :about, accent = :accent, email = :email, phone = :phone, website = :website,
                address = :address, time_zone = :timeZone, version = version + 1
            WHERE id = :id AND version = :version
            """)
    int change(
            long id,
            int version,
            String name,
            @TypeDef(type = DataType.STRING, converter = TranslatedColumn.class) Translated about,
            Accent accent,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String website,
            @Nullable String address,
            String timeZone);

    @Query("""
            UPDATE organisation SET sender_name = :name, reply_to = :replyTo, version = version + 1
            WHERE id = :id AND version = :version
            """)
    int changeSender(long id, int version, @Nullable String name, @Nullable String replyTo);

    @Query("UPDATE organisation SET logo = :content, logo_type = :type, version = version + 1 WHERE id = :id")
    void keepLogo(long id, byte[] content, String type);

    @Query("UPDATE organisation SET logo = NULL, logo_type = NULL, version = version + 1 WHERE id = :id")
    void removeLogo(long id);

    @Query("SELECT logo AS content, logo_type AS type FROM organisation WHERE slug = :slug AND logo IS NOT NULL")
    Optional<Logo> logo(String slug);
}
