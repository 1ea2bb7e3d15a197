package lv.kopa.registration;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import lv.kopa.event.Event;
import lv.kopa.registration.entry.Holder;
import lv.kopa.registration.wish.ConsentText;
import lv.kopa.registration.words.Addressee;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * One person's place, or wish for one, in an event.
 *
 * @param id given by the database, to many rows at once; 0 until then
 * @param reference how people and programs name it; no secret
 * @param email as the person typed it
 * @param emailKey the same for addresses that people take to be the same
 * @param language the tag of the language the person is written to in
 * @param linkHash of the secret link to the person's own page
 * @param submission of the form or request it came with, so that the same one sent twice is known
 * @param privacyVersion of the text that says what is kept and why, which nobody can register without agreeing to
 * @param queueNumber its turn among those who wait
 * @param reason why it was declined or cancelled, if that was said
 * @param placedAt when its person got the place they have, where that was later than they registered
 * @param revision how often the person was told something new about it
 */
@MappedEntity("registration")
public record Registration(
        @Id long id,
        String reference,
        long eventId,
        @Nullable Long categoryId,
        RegistrationStatus status,
        String name,
        String email,
        String emailKey,
        @Nullable String phone,
        @Nullable String organisation,
        String language,
        String linkHash,
        @Nullable String submission,
        String privacyVersion,
        @Nullable Integer queueNumber,
        @Nullable String reason,
        Instant registeredAt,
        Instant changedAt,
        @Nullable Instant placedAt,
        int revision) {
    /** The address of who has none. */
    public static final String NOBODY = "nobody@party.invalid";

    /** No address, and no key of one, which is in small letters and at a domain that exists. */
    private static final String NO_ADDRESS = "@party.invalid";

    public Language reader() {
        return Language.of(language).orElse(Language.EN);
    }

    public boolean isConfirmed() {
        return status == RegistrationStatus.CONFIRMED;
    }

    /**
     * What stands in the place of an address that is theirs where somebody is written to by way of whoever registered
     * them: an address may have one registration in an event, but a contact may be written to about several people.
     */
    public static String keyWithoutAddress(String reference) {
        return reference + NO_ADDRESS;
    }

    /** Whether there is an address to write to, theirs or that of whoever registered them. */
    public boolean hasAddress() {
        return !email.equals(NOBODY) && !isErased();
    }

    /** Whether the address is the person's own, and not that of whoever registered them. */
    public boolean hasOwnAddress() {
        return !emailKey.endsWith(NO_ADDRESS);
    }

    /** As the reader of a mail about it. */
    public Addressee addressee() {
        return new Addressee(name, reader(), categoryId, reference, List.of());
    }

    /** Whose calendar the sessions go into that were chosen, by their ids. */
    public Holder holder(Collection<Long> chosen) {
        return new Holder(reference, reader(), chosen, hasOwnAddress());
    }

    /** The same by way of whoever registers the person. */
    Registration withoutOwnAddress() {
        return like(categoryId, name, email, keyWithoutAddress(reference), language, privacyVersion);
    }

    /** The same as if it were this person's: for a mail about it to somebody else, or to an address not in use yet. */
    public Registration of(String otherName, String otherEmail) {
        return like(categoryId, otherName, otherEmail, emailKey, language, privacyVersion);
    }

    /** The same with another kind of place. */
    Registration as(@Nullable Long otherCategory) {
        return like(otherCategory, name, email, emailKey, language, privacyVersion);
    }

    /** The same as if its person read another language. */
    public Registration readIn(Language other) {
        return like(categoryId, name, email, emailKey, other.tag(), privacyVersion);
    }

    /** The same of somebody of whom another says that they agree, in other words. */
    Registration agreedByAnother() {
        return like(categoryId, name, email, emailKey, language, ConsentText.PARTY.version());
    }

    private Registration like(
            @Nullable Long otherCategory,
            String otherName,
            String otherEmail,
            String otherKey,
            String otherLanguage,
            String otherPrivacyVersion) {
        return new Registration(
                id,
                reference,
                eventId,
                otherCategory,
                status,
                otherName,
                otherEmail,
                otherKey,
                phone,
                organisation,
                otherLanguage,
                linkHash,
                submission,
                otherPrivacyVersion,
                queueNumber,
                reason,
                registeredAt,
                changedAt,
                placedAt,
                revision);
    }

    /** Until when its person, who has a place, may answer what is asked of those who have one; null while nobody knows. */
    public @Nullable Instant answersEnd(Event event) {
        return event.answersEnd(placedAt == null ? registeredAt : placedAt);
    }

    /** Whether the person is no longer known; the row stays, so that counts do. */
    public boolean isErased() {
        return name.isEmpty();
    }

    /** Without the person, who is to stay out of logs. */
    @Override
    public String toString() {
        return "Registration[" + reference + "]";
    }
}
