package lv.kopa.registration.circular;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import lv.kopa.event.EventDetails;
import lv.kopa.registration.Registration;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.words.Blank;
import lv.kopa.registration.words.Blanks;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser writes to many people of an event.
 *
 * @param submission the hash of what names the form it came with, so that the same one sent twice counts once
 * @param subject in the languages of the text, with blanks
 * @param text with blanks
 * @param news whether it is about something else than their place, so that they may refuse it
 * @param status which one they have to have; null for any but those given up or declined
 * @param fileId the first of the files that go with it
 * @param writtenBy who, as in the record of deeds
 */
@MappedEntity("circular")
public record Circular(
        @Id @GeneratedValue long id,
        long eventId,
        String submission,
        @MappedProperty(converter = TranslatedColumn.class) Translated subject,
        @MappedProperty(converter = TranslatedColumn.class) Translated text,
        boolean news,
        @Nullable RegistrationStatus status,
        @Nullable Long fileId,
        CircularState state,
        String writtenBy,
        Instant writtenAt) {

    /** The beginning of the keys of its mails. */
    String mailKeys() {
        return "circular:" + id + ":";
    }

    String mailKey(Registration person) {
        return mailKeys() + person.reference();
    }

    /** Its subject as organisers read it in lists: what differs from person to person stays blank. */
    public String title(EventDetails event, Language reader) {
        Language language = subject.languageFor(reader).orElse(reader);
        Map<Blank, String> known = new EnumMap<>(Blank.class);
        CircularForm.BLANKS.forEach(blank -> known.put(blank, blank.in(language)));
        known.put(Blank.EVENT, event.event().title().in(language));
        known.put(Blank.ORGANISATION, event.organisation().name());
        return Blanks.fill(subject.in(reader), known);
    }

    public boolean isSending() {
        return state == CircularState.SENDING;
    }

    /** Whether it is still for somebody: nobody is written to who has given up meanwhile, unless that was chosen. */
    boolean isFor(Registration person) {
        return !person.isErased() && (status == null ? person.status().isLive() : person.status() == status);
    }
}
