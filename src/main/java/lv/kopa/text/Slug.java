package lv.kopa.text;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** The last part of an address, made of a title: lower-case ASCII letters, digits and hyphens. */
public final class Slug {
    private static final Pattern ONE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 60;
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    private Slug() {}

    public static boolean isOne(String slug) {
        return slug.length() <= 80 && ONE.matcher(slug).matches();
    }

    /** A slug of a title in any script, "" where nothing of it can be said in one. */
    public static String of(String title) {
        String ascii = LATIN.transliterate(title).toLowerCase(Locale.ROOT);
        String hyphened = ascii.replaceAll("[^a-z0-9]+", "-");
        String cut = hyphened.length() > LONGEST ? hyphened.substring(0, LONGEST) : hyphened;
        return cut.replaceAll("^-+|-+$", "");
    }
}
