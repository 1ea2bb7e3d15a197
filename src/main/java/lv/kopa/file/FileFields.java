package lv.kopa.file;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import lv.kopa.text.Sentence;
import lv.kopa.web.Form;
import lv.kopa.web.Token;
import lv.kopa.web.Upload;

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

    /**
     * Stages every file that was chosen for a field that takes several, besides those that are staged for it already and
     * were not taken back; what is wrong with some of them is said to the form, and the others stay.
     */
    public void takeSeveral(Form form, String field, Space space, Set<FileKind> allowed, Most most) {
        Map<String, StoredFile> before = several(form, field, space);
        Map<String, StoredFile> kept = new LinkedHashMap<>();
        Map<String, Sentence> wrong = new LinkedHashMap<>();
        if (before.size() < secrets(form, field).size()) {
            form.reject(field, "file.gone");
        }
        before.forEach((secret, file) -> {
            try {
                most.refuse(kept.values(), file.sizeBytes());
                kept.put(secret, file);
            } catch (FileRefused refused) {
                wrong.put(file.name(), refused.sentence());
            }
        });
        for (Upload upload : form.uploads(field)) {
            try {
                CheckedFile file = CheckedFile.of(upload, allowed);
                most.refuse(kept.values(), file.content().length);
                Token secret = files.stage(space, file);
                files.staged(space, secret).ifPresent(staged -> kept.put(secret.secret(), staged));
            } catch (FileRefused refused) {
                wrong.put(upload.name(), refused.sentence());
            }
        }
        form.without(secretOf(field));
        kept.keySet().forEach(secret -> form.with(secretOf(field), secret));
        if (!wrong.isEmpty()) {
            form.reject(field, saidOf(wrong));
        }
    }

    private static Sentence saidOf(Map<String, Sentence> wrong) {
        List<String> names = List.copyOf(wrong.keySet());
        return names.size() == 1
                ? Sentence.of(
                        "file.one-of", names.get(0), wrong.values().iterator().next())
                : Sentence.of("file.several-wrong", String.join(", ", names));
    }

    /** How many files there may be, and how large all of them together. */
    public record Most(int number, int bytes) {
        private void refuse(Collection<StoredFile> others, long more) {
            if (others.size() >= number) {
                throw new FileRefused("file.too-many", number);
            }
            if (others.stream().mapToLong(StoredFile::sizeBytes).sum() + more > bytes) {
                throw new FileRefused("file.together-too-large", bytes / 1024 / 1024);
            }
        }
    }

    /** The secrets of the files that are staged for a field that takes several, in the order they were chosen. */
    public static List<Token> secrets(Form form, String field) {
        return form.all(secretOf(field)).stream()
                .filter(typed -> !typed.isBlank())
                .map(Token::typed)
                .distinct()
                .toList();
    }

    /** The files that are staged for a field that takes several, by their secrets, in the order they were chosen. */
    public Map<String, StoredFile> several(Form form, String field, Space space) {
        Map<String, StoredFile> staged = new LinkedHashMap<>();
        secrets(form, field)
                .forEach(secret -> files.staged(space, secret).ifPresent(file -> staged.put(secret.secret(), file)));
        return staged;
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
