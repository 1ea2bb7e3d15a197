package lv.kopa.project;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import org.jspecify.annotations.Nullable;

/**
 * A numbered item of a project's plan.
 *
 * @param targetParticipants how many people are to take part, where the plan says so
 */
@MappedEntity("activity")
public record Activity(
        @Id @GeneratedValue long id,
        long projectId,
        String number,

        @TypeDef(type = DataType.STRING, converter = TranslatedColumn.class)
        Translated title,

        @Nullable Integer targetParticipants) {}
