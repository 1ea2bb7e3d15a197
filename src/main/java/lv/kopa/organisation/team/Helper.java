package lv.kopa.organisation.team;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import lv.kopa.organisation.Role;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;

/** Somebody who helps with one event. */
@MappedEntity("event_role")
public record Helper(
        @Id long personId,
        String name,
        String email,
        Role role,
        long eventId,
        String eventSlug,
        @MappedProperty(converter = TranslatedColumn.class) Translated eventTitle) {
    @Override
    public String toString() {
        return "person:" + personId;
    }
}
