package lv.kopa.registration.party;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import lv.kopa.registration.Outcome;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.wish.Applicant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom a contact has registered.
 *
 * @param registrationId theirs; null for who had one of their own already, and for who has left the party since
 * @param name as the contact typed it, where there is no registration to see
 * @param standing what the contact sees, where there is no registration to see
 * @param givenUpFrom what the contact saw before giving the place up, where there is no registration to see
 * @param givenUpAt when that was
 */
@MappedEntity("party_member")
record Member(
        @Id @GeneratedValue @Nullable Long id,
        long partyId,
        @Nullable Long registrationId,
        @Nullable String name,
        @Nullable Long categoryId,
        @Nullable RegistrationStatus standing,
        @Nullable RegistrationStatus givenUpFrom,
        @Nullable Instant givenUpAt) {

    static Member of(long party, Applicant applicant, Outcome outcome) {
        return outcome instanceof Outcome.Registered registered
                ? of(party, registered.registration())
                : typed(party, applicant.name(), applicant.categoryId(), outcome.status());
    }

    private static Member of(long party, Registration registration) {
        return new Member(null, party, registration.id(), null, null, null, null, null);
    }

    /** Somebody of whom the contact sees what they typed. */
    static Member typed(long party, String name, @Nullable Long category, RegistrationStatus standing) {
        return new Member(null, party, null, name, category, standing, null, null);
    }

    long key() {
        return id == null ? 0 : id;
    }

    /** Without the person, who is to stay out of logs. */
    @Override
    public String toString() {
        return "Member[" + id + "]";
    }
}
