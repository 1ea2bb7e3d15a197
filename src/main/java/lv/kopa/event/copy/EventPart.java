package lv.kopa.event.copy;

import java.util.Locale;

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

    public String textKey() {
        return "workspace.copy.part." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
