package lv.kopa.text;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The last part of an address, made of a title: lower-case ASCII letters, digits and hyphens. */
public final class Slug {
    private static final Pattern ONE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern UKRAINIAN = Pattern.compile("[ґєії]", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final int LONGEST = 60;
    private static final int LONGEST_KEY = 36;
    private static final Transliterator LATIN = Transliterator.getInstance("ru-ru_Latn/BGN; Any-Latin; Latin-ASCII");

    /** As passports are written: decree 55 of the Cabinet of Ministers of Ukraine, 27 January 2010. */
    private static final Transliterator FROM_UKRAINIAN =
            Transliterator.createFromRules("uk-passport", """
            :: Lower;
            $inside = [[:L:][:M:]];
            $inside { [\\'’ʼ] } [:L:] > ;
            $inside { є > ie; $inside { ї > i; $inside { й > i; $inside { ю > iu; $inside { я > ia;
            є > ye; ї > yi; й > y; ю > yu; я > ya;
            зг > zgh;
            а > a; б > b; в > v; г > h; ґ > g; д > d; е > e; ж > zh; з > z; и > y; і > i; к > k; л > l; м > m; н > n;
            о > o; п > p; р > r; с > s; т > t; у > u; ф > f; х > kh; ц > ts; ч > ch; ш > sh; щ > shch; ь > ;
            """, Transliterator.FORWARD);

    private Slug() {}

    public static boolean isOne(String slug) {
        return slug.length() <= 80 && ONE.matcher(slug).matches();
    }

    /** A slug of a title as a reader of English would get it, "" where there is none. */
    public static String of(Translated title) {
        Language language = title.languageFor(Language.EN).orElse(Language.EN);
        return of(title.exactly(language), language == Language.UK);
    }

    /** A slug of a title in any script, "" where nothing of it can be said in one. */
    public static String of(String title) {
        return of(title, UKRAINIAN.matcher(title).find());
    }

    /**
     * A short slug for something new beside others of its kind.
     *
     * @param otherwise what it is called where nothing can be made of its name
     * @param taken what the others are called, of which it becomes one
     */
    public static String key(Translated name, String otherwise, Set<String> taken) {
        String slug = of(name);
        String cut = slug.substring(0, Math.min(slug.length(), LONGEST_KEY)).replaceAll("-+$", "");
        String base = cut.isEmpty() ? otherwise : cut;
        String key = base;
        for (int number = 2; !taken.add(key); number++) {
            key = base + "-" + number;
        }
        return key;
    }

    private static String of(String title, boolean ukrainian) {
        String latin = LATIN.transliterate(ukrainian ? FROM_UKRAINIAN.transliterate(title) : title);
        String whole = latin.toLowerCase(Locale.ROOT).replaceAll("(?<=[a-z])['\"](?=[a-z])", "");
        String hyphened = whole.replaceAll("[^a-z0-9]+", "-");
        String cut = hyphened.length() > LONGEST ? hyphened.substring(0, LONGEST) : hyphened;
        return cut.replaceAll("^-+|-+$", "");
    }
}
