package lv.kopa.registration.answer;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.question.GivenFile;
import lv.kopa.event.question.Question;
import lv.kopa.file.CheckedFile;
import lv.kopa.file.FileFields;
import lv.kopa.file.Space;
import lv.kopa.file.StoredFile;
import lv.kopa.file.StoredFiles;
import lv.kopa.file.UnknownFile;
import lv.kopa.text.InvalidInput;
import lv.kopa.web.Form;
import lv.kopa.web.Token;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.TooOften;

/** Files that registered people answer with. Those that few may see are sealed before they are kept anywhere. */
@Singleton
public class AnswerFiles {
    private static final long MOST_BYTES = 500L * 1024 * 1024;

    private final FileFields fields;
    private final StoredFiles files;
    private final Vault vault;
    private final Limits limits;

    AnswerFiles(FileFields fields, StoredFiles files, Vault vault, Limits limits) {
        this.fields = fields;
        this.files = files;
        this.vault = vault;
        this.limits = limits;
    }

    /** Where the files of the people of an event lie. */
    static Space space(long event) {
        return new Space("answer:" + event, MOST_BYTES);
    }

    /**
     * Makes a value of what a form says of a file: one chosen now or before, else the one that was answered already, if it
     * is not to go.
     *
     * @param registration whose page the form is on
     * @param before what was answered, or ""
     */
    public void read(Form form, Question question, long registration, String before) {
        String field = question.field();
        if (form.upload(field).isPresent() && isTooOften(form, field, registration)) {
            return;
        }
        fields.take(
                form,
                field,
                space(question.eventId()),
                question.type().files(),
                file -> question.sensitive() ? seal(file, registration, question) : file);
        if (FileFields.secret(form, field).isPresent()
                && fields.staged(form, field, space(question.eventId())).isEmpty()) {
            form.without(FileFields.secretOf(field)).reject(field, "file.gone");
        }
        String kept = form.chose(field + ".remove", "yes") ? "" : before;
        form.replace(
                field,
                FileFields.secret(form, field)
                        .map(secret -> GivenFile.staged(secret.secret()))
                        .orElse(kept));
    }

    private boolean isTooOften(Form form, String field, long registration) {
        try {
            limits.count(Limit.FILES, "registration:" + registration);
            return false;
        } catch (TooOften tooOften) {
            form.reject(field, tooOften.sentence());
            return true;
        }
    }

    private CheckedFile seal(CheckedFile file, long registration, Question question) {
        return file.unnamed(vault.seal(file.content(), registration, question.id()));
    }

    /**
     * The file that a value speaks of; one that was only staged is kept from now on.
     *
     * @param before what was answered to the question: anybody could write the number of somebody else's file
     * @throws InvalidInput if it is neither staged nor the one that was answered
     */
    GivenFile keep(Question question, String value, List<String> before) {
        return GivenFile.secret(value)
                .map(secret -> files.keep(space(question.eventId()), new Token(secret)))
                .map(file -> new GivenFile(file.id(), file.sizeBytes(), file.name()))
                .or(() -> GivenFile.of(value).flatMap(given -> among(before, given)))
                .orElseThrow(() -> new InvalidInput(question.field(), "file.gone"));
    }

    private static Optional<GivenFile> among(List<String> values, GivenFile given) {
        return values.stream()
                .flatMap(value -> GivenFile.of(value).stream())
                .filter(known -> known.id() == given.id())
                .findFirst();
    }

    void delete(long file) {
        files.delete(file);
    }

    /**
     * The file that a value of an answer speaks of.
     *
     * @throws UnknownFile where it speaks of none
     */
    public StoredFile find(Optional<String> value) {
        return value.flatMap(GivenFile::of).map(given -> files.get(given.id())).orElseThrow(UnknownFile::new);
    }

    /** Its bytes as they came. */
    public byte[] open(StoredFile file, Question question, long registration) {
        byte[] content = kept(file);
        return question.sensitive() ? vault.openBytes(content, registration, question.id()) : content;
    }

    /** Seals it anew, within the caller's transaction. */
    void reseal(long id, long registration, long question) {
        StoredFile file = files.get(id);
        byte[] content = vault.openBytes(kept(file), registration, question);
        files.rewrite(file, vault.seal(content, registration, question));
    }

    private byte[] kept(StoredFile file) {
        try (InputStream content = files.open(file)) {
            return content.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
