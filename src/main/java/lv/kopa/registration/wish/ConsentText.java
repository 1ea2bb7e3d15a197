package lv.kopa.registration.wish;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * What people agree to, word by word. Its version follows its words in all languages, so that none of them can change under
 * a version that somebody has agreed to.
 */
public enum ConsentText {
    PRIVACY(
            new Clause("registration.form.consent.privacy", "organiser"),
            new Clause("registration.form.privacy.text", "organiser", "contact")),
    /** What the contact of a party says for everybody whom they register. */
    PARTY(
            new Clause("registration.party.privacy.agree", "organiser"),
            new Clause("registration.party.privacy.text", "organiser", "contact")),
    PHOTO(new Clause("registration.form.consent.photo")),
    NEWSLETTER(new Clause("registration.form.consent.newsletter")),
    GUARDIAN(
            new Clause("registration.guardian.tick"),
            new Clause("registration.guardian.page.text", "person", "organiser"),
            new Clause("registration.guardian.page.data", "organiser", "contact"));

    private static final int DIGITS = 12;

    private final List<Clause> clauses;
    private final String version;

    ConsentText(Clause... clauses) {
        this.clauses = List.of(clauses);
        this.version = version((language, key) -> Texts.in(language).pattern(key));
    }

    /** A text of ours, and whose names it is filled with, in its order. */
    private record Clause(String key, List<String> names) {
        Clause(String key, String... names) {
            this(key, List.of(names));
        }

        String in(Language language) {
            return Texts.in(language)
                    .get(key, names.stream().map(name -> "{" + name + "}").toArray());
        }
    }

    static ConsentText of(Purpose purpose) {
        return valueOf(purpose.name());
    }

    /** What today's text is known by. */
    public String version() {
        return version;
    }

    /** The version of the same text in other words. */
    String version(BiFunction<Language, String, String> words) {
        return DigestUtils.sha256Hex(Stream.of(Language.values())
                        .flatMap(language -> clauses.stream().map(clause -> words.apply(language, clause.key())))
                        .collect(Collectors.joining("\n")))
                .substring(0, DIGITS);
    }

    /** Today's text, with {@code {organiser}}, {@code {contact}} and {@code {person}} where names stand. */
    public String in(Language language) {
        return clauses.stream().map(clause -> clause.in(language)).collect(Collectors.joining("\n"));
    }
}
