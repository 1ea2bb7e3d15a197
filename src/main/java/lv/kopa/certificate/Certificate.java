package lv.kopa.certificate;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.MappedProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.project.Acknowledgement;
import lv.kopa.registration.Registration;
import lv.kopa.text.Language;
import lv.kopa.text.Lines;
import org.jspecify.annotations.Nullable;

/**
 * A proof that somebody took part, as it was issued.
 *
 * @param number by which anybody can verify it
 * @param language the tag of the one it is in
 * @param name "" once the person was forgotten
 * @param minutes how long the person was there
 * @param funding under which project and activity, in a line; "" where under none
 * @param issuedBy as in the record of deeds
 * @param replacedAt when a newer one was issued in its place
 */
@MappedEntity("certificate")
public record Certificate(
        @Id @GeneratedValue long id,
        String number,
        long eventId,
        long registrationId,
        String language,
        String name,
        String title,
        LocalDate firstDay,
        LocalDate lastDay,
        int minutes,
        @MappedProperty(converter = Lines.class) List<String> trainers,
        String organisation,
        String funding,
        String acknowledgement,
        Instant issuedAt,
        String issuedBy,
        @Nullable Instant replacedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy) {

    /** What somebody's would say now, under a number of its own. */
    static Certificate of(EventDetails event, Registration person, Presence presence, Instant now, String actor) {
        Language language = person.reader();
        return new Certificate(
                0,
                CertificateNumber.random(),
                event.event().id(),
                person.id(),
                language.tag(),
                person.name(),
                event.event().title().in(language),
                event.firstDay().orElseThrow(),
                event.lastDay().orElseThrow(),
                Math.toIntExact(presence.there().toMinutes()),
                event.planned().stream()
                        .flatMap(session -> session.trainers().stream())
                        .distinct()
                        .toList(),
                event.organisation().name(),
                event.funding().map(funding -> funding.line(language)).orElse(""),
                event.funding()
                        .map(Acknowledgement::text)
                        .map(text -> text.in(language))
                        .orElse(""),
                now,
                actor,
                null,
                null,
                null);
    }

    public Language reader() {
        return Language.of(language).orElse(Language.EN);
    }

    public boolean stands() {
        return replacedAt == null && withdrawnAt == null;
    }

    public boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** Whether another says the same of the person and the event. */
    boolean saysAs(Certificate other) {
        return name.equals(other.name)
                && minutes == other.minutes
                && firstDay.equals(other.firstDay)
                && lastDay.equals(other.lastDay)
                && (title.equals(other.title) || !language.equals(other.language));
    }

    /** Without the person, who is to stay out of logs. */
    @Override
    public String toString() {
        return "Certificate[" + id + "]";
    }
}
