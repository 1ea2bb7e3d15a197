package lv.kopa.registration.wish;

import java.util.Arrays;
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
    PRIVACY("registration.form.consent.privacy:organiser", "registration.form.privacy.text:organiser:contact"),
    /** What the contact of a party says for everybody whom they register. */
    PARTY("registration.party.privacy.agree:organiser", "registration.party.privacy.text:organiser:contact"),
    PHOTO("registration.form.consent.photo"),
    NEWSLETTER("registration.form.consent.newsletter"),
    GUARDIAN(
            "registration.guardian.tick",
            "registration.guardian.page.text:person:organiser",
            "registration.guardian.page.data:organiser:contact");

    private static final int DIGITS = 12;

    private final List<Clause> clauses;
    private final String version;

    ConsentText(String... clauses) {
        this.clauses = Arrays.stream(clauses).map(Clause::of).toList();
        this.version = version((language, key) -> Texts.in(language).pattern(key));
    }

    /** A text of ours, and whose names it is filled with, in its order. */
    private record Clause(String key, List<String> names) {
        static Clause of(String written) {
            List<String> words = List.of(written.split(":"));
            return new Clause(words.get(0), words.subList(1, words.size()));
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
