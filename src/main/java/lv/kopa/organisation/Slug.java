package lv.kopa.organisation;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.regex.Pattern;

/** Short names that stand in addresses. */
public final class Slug {
    /** The most characters one may have. */
    public static final int LONGEST = 80;

    private static final Pattern RIGHT = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Transliterator ASCII = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    private Slug() {}

    public static boolean isRight(String slug) {
        return slug.length() <= LONGEST && RIGHT.matcher(slug).matches();
    }

    /** A short name made of a long one: "Intelekta parks" gives `intelekta-parks`; "" where no letter is left. */
    public static String of(String name) {
        String ascii = ASCII.transliterate(name).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = ascii.length() <= LONGEST ? ascii : ascii.substring(0, LONGEST);
        return cut.replaceAll("^-|-$", "");
    }
}
