package lv.kopa.registration.words;

import static lv.kopa.registration.words.Blank.DEADLINE;
import static lv.kopa.registration.words.Blank.ORGANISATION;
import static lv.kopa.registration.words.Blank.PERSON;
import static lv.kopa.registration.words.Blank.SESSION;
import static lv.kopa.registration.words.Blank.TURN;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;

/**
 * Why a participant is written to, where organisers may say it in their own words. Mails about somebody's address or
 * data are Kopa's own, since a promise is made in them, and have none.
 */
public enum Occasion {
    CONFIRM_ADDRESS(DEADLINE),
    CONFIRMED,
    AWAITING_APPROVAL,
    WAITING(TURN),
    PROMOTED,
    SESSION_GIVEN(SESSION),
    PLACE_OFFERED(DEADLINE),
    OFFER_RAN_OUT(DEADLINE),
    OFFER_WITHDRAWN,
    DECLINED,
    ANSWERS_WANTED(DEADLINE),
    REMINDER,
    AFTERWARDS,
    FEEDBACK,
    MATERIALS,
    CERTIFICATE,
    CERTIFICATE_WITHDRAWN(Blank.CERTIFICATE),
    CHANGED_BY_YOU,
    LINES_CHANGED,
    EVENT_CHANGED,
    EVENT_CANCELLED,
    CANCELLED_BY_YOU,
    LEFT_BY_YOU,
    CANCELLED_BY_CALENDAR,
    CALENDAR_LATE(ORGANISATION),
    CANCELLED_BY_ORGANISER,
    CANCELLED_BY_CONTACT,
    CANCELLED_BY_GUARDIAN,
    INVITATION(ORGANISATION),
    INVITATION_REMINDER(ORGANISATION),
    INVITATION_WITHDRAWN(ORGANISATION),
    DELEGATED(PERSON),
    GUARDIAN(PERSON, ORGANISATION);

    private static final Set<Blank> ALWAYS = EnumSet.range(Blank.NAME, Blank.LINK);
    private static final Set<Occasion> ENDS = EnumSet.of(
            OFFER_RAN_OUT,
            DECLINED,
            EVENT_CANCELLED,
            CANCELLED_BY_YOU,
            LEFT_BY_YOU,
            CANCELLED_BY_CALENDAR,
            CANCELLED_BY_ORGANISER,
            CANCELLED_BY_CONTACT,
            CANCELLED_BY_GUARDIAN,
            INVITATION_WITHDRAWN);

    private final List<Blank> said;

    Occasion(Blank... said) {
        this.said = List.of(said);
    }

    /** By the key of its texts, which a reminder of one event follows with its number: `reminder.17`. */
    public static Optional<Occasion> of(String key) {
        String general = general(key);
        return Arrays.stream(values())
                .filter(occasion -> occasion.key().equals(general))
                .findFirst();
    }

    static String general(String key) {
        return key.replaceFirst("\\.\\d{1,18}$", "");
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What organisers call it. */
    public String textKey() {
        return "words.occasion." + key();
    }

    /** What its built-in text fills in, in the order of its places. */
    public List<Blank> said() {
        return said;
    }

    public Set<Blank> blanks() {
        Set<Blank> blanks = EnumSet.copyOf(ALWAYS);
        blanks.addAll(said);
        if (!hasLink()) {
            blanks.remove(Blank.LINK);
        }
        return blanks;
    }

    /** Whether it leads anywhere; who is invited no longer has nowhere to go. */
    public boolean hasLink() {
        return this != INVITATION_WITHDRAWN;
    }

    /** Without which a reader could not do what is asked of them. */
    public Set<Blank> needed() {
        return switch (this) {
            case CONFIRM_ADDRESS, PLACE_OFFERED -> EnumSet.of(DEADLINE);
            case GUARDIAN -> EnumSet.of(PERSON);
            case SESSION_GIVEN -> EnumSet.of(SESSION);
            default -> EnumSet.noneOf(Blank.class);
        };
    }

    /** Whether there is nothing more to come to. */
    public boolean isTheEnd() {
        return ENDS.contains(this);
    }

    /** Whether it is of the reminders, of which each event has its own. */
    public boolean isReminder() {
        return this == REMINDER || this == AFTERWARDS;
    }

    /** The key of what its button says. */
    public String buttonKey() {
        Occasion like =
                switch (this) {
                    case INVITATION_REMINDER -> INVITATION;
                    case CERTIFICATE_WITHDRAWN -> AFTERWARDS;
                    default -> this;
                };
        String own = "mail." + like.key() + ".link";
        return Texts.in(Language.EN).has(own) ? own : isTheEnd() ? "mail.event-page" : "mail.see-or-cancel";
    }

    /** The built-in words with their blanks, for an organiser to begin with. */
    public Words builtIn(Language language) {
        Texts texts = Texts.in(language);
        String text = "mail." + key();
        Object[] blanks = this == MATERIALS
                ? new Object[] {1}
                : said.stream().map(Blank::kept).toArray();
        return new Words(
                texts.get(text + ".subject", Blank.EVENT.kept()),
                texts.get(text + ".headline"),
                texts.get("mail.greeting", Blank.NAME.kept()) + "\n\n" + texts.get(text + ".text", blanks));
    }
}
