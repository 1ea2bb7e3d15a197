package lv.kopa.organisation.team;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Role;

/** A colleague who was invited and has not answered yet. */
@Introspected
public record TeamInvitation(
        long id, long organisationId, String email, Role role, Instant invitedAt, Instant goodUntil) {
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
