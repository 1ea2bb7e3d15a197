package lv.kopa.organisation.team;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Role;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was invited to a team, or to help with one event, and has not answered yet.
 *
 * @param eventId null for the team
 */
@MappedEntity
public record TeamInvitation(
        @Id long id,
        long organisationId,
        String email,
        Role role,
        Instant invitedAt,
        Instant goodUntil,
        @Nullable Long eventId,

        @MappedProperty(converter = TranslatedColumn.class) @Nullable
        Translated eventTitle) {
    EmailAddress address() {
        return new EmailAddress(email);
    }

    public boolean isOver(Instant now) {
        return !now.isBefore(goodUntil);
    }

    @Override
    public String toString() {
        return "invitation:" + id;
    }
}
