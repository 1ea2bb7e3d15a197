package lv.kopa.registration.circular;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.file.StoredFile;
import lv.kopa.file.StoredFiles;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Mail.Attachment;
import lv.kopa.mail.Turn;
import lv.kopa.mail.Wording;
import lv.kopa.mail.Wording.Link;
import lv.kopa.registration.Registration;
import lv.kopa.registration.facts.EventFacts;
import lv.kopa.registration.words.Addressee;
import lv.kopa.registration.words.Blank;
import lv.kopa.registration.words.Blanks;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.text.Translated;

/** Writes the mails of a circular. */
@Singleton
class CircularMail {
    private final StoredFiles files;

    CircularMail(StoredFiles files) {
        this.files = files;
    }

    /**
     * What it says to one person, all of it in one language: theirs, or the one they get instead.
     *
     * @param link to the person's own page
     * @param wayOut where they refuse further news, where it is news
     */
    static Wording letter(
            EventDetails event,
            Registration known,
            Translated subject,
            Translated text,
            String link,
            Optional<String> wayOut) {
        Registration person = known.readIn(written(known, text));
        Texts texts = Texts.in(person.reader());
        Map<Blank, String> values = person.addressee().values(event);
        values.put(Blank.LINK, link);
        List<String> footer = new ArrayList<>(new EventFacts(event, person.reader()).footer());
        wayOut.ifPresent(address ->
                footer.add(texts.get("mail.news.leave", event.organisation().name(), address)));
        return new Wording(
                Blanks.fill(subject.in(person.reader()), values),
                "",
                "",
                Addressee.paragraphs(Blanks.fill(text.in(person.reader()), values)),
                List.of(),
                Optional.of(new Link(texts.get("mail.see-or-cancel"), link)),
                footer);
    }

    static Language written(Registration person, Translated text) {
        return text.languageFor(person.reader()).orElse(person.reader());
    }

    static Mail mail(
            String key,
            EventDetails event,
            Registration person,
            Language language,
            Wording letter,
            List<Attachment> files) {
        return new Mail(
                        key,
                        "circular",
                        new Mail.Recipient(new EmailAddress(person.email()), person.name(), language.tag()),
                        event.organisation().sender(),
                        new Mail.About(event.organisation().id(), event.event().id(), person.reference()),
                        letter,
                        files)
                .in(Turn.BULK);
    }

    List<Attachment> attachments(List<StoredFile> stored) {
        return stored.stream()
                .map(file -> new Attachment(file.name(), file.mediaType(), content(file)))
                .toList();
    }

    private byte[] content(StoredFile file) {
        try (InputStream bytes = files.open(file)) {
            return bytes.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
