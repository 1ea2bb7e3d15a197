package lv.kopa.project;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.time.LocalDate;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import org.jspecify.annotations.Nullable;

/**
 * A grant.
 *
 * @param number the funder's, such as `AIF/2022/KAPAC2/108`
 * @param description Markdown
 * @param acknowledgement what the funder wants to have said
 * @param logoType the media type of the funder's logo, where there is one
 * @param version counts its changes
 */
@MappedEntity("project")
public record Project(
        @Id @GeneratedValue long id,
        long organisationId,
        String slug,
        String number,

        @TypeDef(type = DataType.STRING, converter = TranslatedColumn.class)
        Translated title,

        @TypeDef(type = DataType.STRING, converter = TranslatedColumn.class)
        Translated description,

        String funder,

        @TypeDef(type = DataType.STRING, converter = TranslatedColumn.class)
        Translated acknowledgement,

        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        @Nullable String logoType,
        int version,
        Instant createdAt) {

    static Project begun(long organisationId, ProjectPlan plan, Instant now) {
        return new Project(
                0,
                organisationId,
                plan.slug(),
                plan.number(),
                plan.title(),
                plan.description(),
                plan.funder(),
                plan.acknowledgement(),
                plan.startsOn(),
                plan.endsOn(),
                null,
                0,
                now);
    }

    public String path() {
        return "/projects/" + slug;
    }

    /** The address of the funder's logo, or null where there is none; a changed logo has another address. */
    public @Nullable String logoPath() {
        return logoType == null ? null : path() + "/logo?v=" + version;
    }
}
