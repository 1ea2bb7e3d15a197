package lv.kopa.event.copy;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What of an event a copy may take along; its title, its kind and its languages go with every copy. */
public enum EventPart {
    /** The description, and what whoever comes is given. */
    TEXTS,
    SESSIONS,
    /** The number of places, their kinds, and whether there is a waiting list. */
    PLACES,
    QUESTIONS,
    /** How people register, and who may see it: visibility, approval, deadlines. */
    REGISTRATION,
    /** By what people are chosen. */
    CRITERIA,
    ACTIVITY,
    PICTURE,
    MATERIALS,
    REMINDERS,
    /** Mails in the event's own words. */
    MAIL_TEXTS,
    /** Who helps with the event alone; people go along only where somebody says so. */
    HELPERS;

    /** All that is of the event itself, and not of people. */
    public static Set<EventPart> ofItself() {
        return EnumSet.complementOf(EnumSet.of(HELPERS));
    }

    public String textKey() {
        return "workspace.copy.part." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
