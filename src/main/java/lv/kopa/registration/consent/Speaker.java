package lv.kopa.registration.consent;

import java.util.List;
import java.util.Set;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.organisation.audit.Entry;
import lv.kopa.registration.Bringing;
import lv.kopa.registration.wish.ConsentText;
import lv.kopa.registration.wish.Purpose;

/** Who has said of a person that they agree to what is kept of them, as far as the record of deeds tells. */
public enum Speaker {
    /** The person, when they registered or later. */
    PERSON("registration.own.consent.given"),
    /** Whoever registered them, in words of their own. */
    ANOTHER("registration.own.consent.by-another"),
    /** Nobody: an organiser entered them. */
    ORGANISER("registration.own.consent.by-organiser"),
    /** Nobody can tell. */
    UNKNOWN("registration.own.consent.unknown");

    private static final String HANDED_OVER = "handed-over";
    private static final Set<String> BEGINNINGS = Set.of("registered", HANDED_OVER);

    private final String textKey;

    Speaker(String textKey) {
        this.textKey = textKey;
    }

    /** The key of the sentence with when it was, and who it was. */
    public String textKey() {
        return textKey;
    }

    /**
     * @param history what was done to a registration, the latest first; what was before it became this person's does not
     *     count
     */
    public static Speaker of(List<Entry> history) {
        for (Entry entry : history) {
            if (entry.deed().equals(Consents.GIVEN) && Purpose.PRIVACY.key().equals(entry.detail())) {
                return PERSON;
            }
            if (BEGINNINGS.contains(entry.deed())) {
                return of(entry.actor());
            }
        }
        return UNKNOWN;
    }

    private static Speaker of(String actor) {
        return switch (actor) {
            case Deed.PARTICIPANT -> PERSON;
            case Bringing.CONTACT, Bringing.HEAD -> ANOTHER;
            default -> actor.startsWith("person:") || actor.startsWith("token:") ? ORGANISER : UNKNOWN;
        };
    }

    /** What was read when it was said. */
    ConsentText text() {
        return this == ANOTHER ? ConsentText.PARTY : ConsentText.PRIVACY;
    }
}
