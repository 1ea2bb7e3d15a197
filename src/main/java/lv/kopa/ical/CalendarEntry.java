package lv.kopa.ical;

import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing in a calendar: a VEVENT (RFC 5545 §3.6.1).
 *
 * @param uid UID (§3.8.4.7), the entry's identity for ever: from a stored key, never from title, date or host of a
 *     request
 * @param revision how new it is
 * @param when its time
 * @param details what people read
 * @param status whether it takes place
 * @param organiser whose it is; a feed needs one
 */
public record CalendarEntry(
        String uid,
        Revision revision,
        When when,
        Details details,
        EntryStatus status,
        @Nullable Organiser organiser) {

    private static final Pattern UID = Pattern.compile("[A-Za-z0-9@._+:/=~-]{1,255}");

    /**
     * @throws IllegalArgumentException if the UID is longer than 255 or has other than letters, digits, {@code
     * @._+:/=~-}
     */
    public CalendarEntry {
        if (!UID.matcher(uid).matches()) {
            throw new IllegalArgumentException("Not fit for a UID: " + uid);
        }
    }

    /** A confirmed entry with nothing but a title. */
    public static CalendarEntry of(String uid, Revision revision, When when, String summary) {
        var details = new Details(summary, null, null, null, List.of());
        return new CalendarEntry(uid, revision, when, details, EntryStatus.CONFIRMED, null);
    }

    /** The same entry under another identity, as new as this. */
    public CalendarEntry as(String identity, Revision version) {
        return new CalendarEntry(identity, version, when, details, status, organiser);
    }

    /** The same under this title. */
    public CalendarEntry withSummary(String summary) {
        return with(
                new Details(summary, details.description(), details.location(), details.url(), details.categories()));
    }

    /** The same with this text; links in it are clickable in most programs. */
    public CalendarEntry withDescription(@Nullable String description) {
        return with(
                new Details(details.summary(), description, details.location(), details.url(), details.categories()));
    }

    /** The same at this place. */
    public CalendarEntry withLocation(@Nullable String location) {
        return with(
                new Details(details.summary(), details.description(), location, details.url(), details.categories()));
    }

    /** The same with this page about it. */
    public CalendarEntry withUrl(@Nullable URI url) {
        return with(
                new Details(details.summary(), details.description(), details.location(), url, details.categories()));
    }

    /** The same under these headings. */
    public CalendarEntry withCategories(List<String> categories) {
        return with(
                new Details(details.summary(), details.description(), details.location(), details.url(), categories));
    }

    /** The same in this state. */
    public CalendarEntry withStatus(EntryStatus status) {
        return new CalendarEntry(uid, revision, when, details, status, organiser);
    }

    /** The same, organised by these. */
    public CalendarEntry withOrganiser(@Nullable Organiser organiser) {
        return new CalendarEntry(uid, revision, when, details, status, organiser);
    }

    private CalendarEntry with(Details details) {
        return new CalendarEntry(uid, revision, when, details, status, organiser);
    }
}
