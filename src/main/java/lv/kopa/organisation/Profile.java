package lv.kopa.organisation;

import java.time.ZoneId;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;

/**
 * What an organisation says of itself.
 *
 * @param about Markdown
 * @param zone of the clocks its people look at
 */
public record Profile(String name, Translated about, Accent accent, Contact contact, ZoneId zone) {
    public static final int LONGEST_NAME = 200;
    public static final int LONGEST_ABOUT = 10_000;

    /** The least there is to know of an organisation. */
    public static Profile of(String name, ZoneId zone) {
        return new Profile(name, Translated.nothing(), Accent.FJORD, Contact.none(), zone);
    }

    /** What it says of itself in one language only. */
    public Profile about(Language language, String text) {
        return new Profile(name, Translated.of(language, text), accent, contact, zone);
    }
}
