package lv.kopa.file;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import lv.kopa.web.Form;
import lv.kopa.web.Token;

/**
 * Fields of forms that take files. A file that is all right is staged at once, so that it is not lost where another field
 * is wrong: the form that comes back says that it is kept, and holds the secret.
 */
@Singleton
public class FileFields {
    private final StoredFiles files;

    FileFields(StoredFiles files) {
        this.files = files;
    }

    /** Stages the file that was chosen for a field, if any; what is wrong with it is said to the form. */
    public void take(Form form, String field, Space space, Set<FileKind> allowed) {
        take(form, field, space, allowed, UnaryOperator.identity());
    }

    /** The same of a file that is kept otherwise than it came, such as sealed. */
    public void take(Form form, String field, Space space, Set<FileKind> allowed, UnaryOperator<CheckedFile> dress) {
        form.upload(field).ifPresent(upload -> {
            try {
                CheckedFile file = dress.apply(CheckedFile.of(upload, allowed));
                form.replace(secretOf(field), files.stage(space, file).secret());
            } catch (FileRefused refused) {
                form.reject(field, refused.sentence());
            }
        });
    }

    /** The secret of the file that is staged for a field. */
    public static Optional<Token> secret(Form form, String field) {
        return form.filled(secretOf(field)).map(Token::typed);
    }

    /** The file that is staged for a field. */
    public Optional<StoredFile> staged(Form form, String field, Space space) {
        return secret(form, field).flatMap(secret -> files.staged(space, secret));
    }

    /** The hidden field beside one that takes a file. */
    public static String secretOf(String field) {
        return field + ".kept";
    }
}
