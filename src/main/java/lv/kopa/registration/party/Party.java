package lv.kopa.registration.party;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.Registration;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Who registers several people for an event at once, and answers for them.
 *
 * @param language the tag of the language the contact is written to in
 * @param privacyVersion of the text that the contact says the people agree to
 */
@MappedEntity("party")
public record Party(
        @Id @GeneratedValue @Nullable Long id,
        long eventId,
        String name,
        String email,
        @Nullable String phone,
        @Nullable String organisation,
        String language,
        String privacyVersion,
        Instant registeredAt) {

    long key() {
        return id == null ? 0 : id;
    }

    Language reader() {
        return Language.of(language).orElse(Language.EN);
    }

    Contact contact() {
        return new Contact(name, new EmailAddress(email), phone, organisation, reader());
    }

    /** Name and organisation, in one line. */
    public String signature() {
        return contact().signature();
    }

    /** Whether a registration is that of the contact, who put themselves among the people. */
    public boolean isOwn(Registration registration) {
        return contact().host().is(registration);
    }

    /** Without the contact, who is to stay out of logs. */
    @Override
    public String toString() {
        return "Party[" + id + "]";
    }
}
