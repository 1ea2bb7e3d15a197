package lv.kopa.text;

import com.ibm.icu.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A language of pages, mails and event texts. */
public enum Language {
    EN("en", "English"),
    LV("lv", "Latviešu"),
    NB("nb", "Norsk"),
    UK("uk", "Українська"),
    RU("ru", "Русский");

    private static final List<Language> SPOKEN = List.of(LV, EN, NB, UK, RU);

    private final String tag;
    private final String ownName;
    private final Locale locale;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
        this.locale = Locale.forLanguageTag(tag);
    }

    /** Every language, in the order in which a page offers them. */
    public static List<Language> spoken() {
        return SPOKEN;
    }

    /** The language of a BCP 47 tag, its region ignored; Norwegian is Bokmål. */
    public static Optional<Language> of(String tag) {
        return exactly(tag).or(() -> {
            String primary =
                    Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
            return exactly(primary.equals("no") || primary.equals("nn") ? "nb" : primary);
        });
    }

    private static Optional<Language> exactly(String tag) {
        return SPOKEN.stream().filter(language -> language.tag.equals(tag)).findFirst();
    }

    /** All languages, this one first. */
    public List<Language> first() {
        return Stream.concat(Stream.of(this), others().stream()).toList();
    }

    public List<Language> others() {
        return Stream.of(values()).filter(language -> language != this).toList();
    }

    /** Its BCP 47 tag. */
    public String tag() {
        return tag;
    }

    /** Its name in itself, as a language switch shows it. */
    public String ownName() {
        return ownName;
    }

    /** Its name in the language of a reader; people speak Norwegian, not Bokmål. */
    public String nameIn(Language reader) {
        return spelt(Locale.forLanguageTag(this == NB ? "no" : tag).getDisplayLanguage(reader.locale));
    }

    /** What a country is called, by its two letters (ISO 3166). */
    public String country(String code) {
        return spelt(new Locale("", code).getDisplayCountry(locale));
    }

    /** A word of the platform's as our texts spell it: Ukrainian has the apostrophe of print, and not the letter U+02BC. */
    static String spelt(String word) {
        return word.replace('\u02bc', '\u2019');
    }

    public Locale locale() {
        return locale;
    }

    /** The order in which its readers look for names. */
    public Comparator<String> alphabet() {
        return Collator.getInstance(locale).freeze()::compare;
    }
}
