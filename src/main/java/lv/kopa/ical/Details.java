package lv.kopa.ical;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people read of an entry. Any text is allowed: what would break a line of the file is taken out when it is
 * written.
 *
 * @param summary SUMMARY (RFC 5545 §3.8.1.12), one line, with the word for "cancelled" in front where that is so
 * @param description DESCRIPTION (§3.8.1.5)
 * @param location LOCATION (§3.8.1.7)
 * @param url URL (§3.8.4.6), http or https
 * @param categories CATEGORIES (§3.8.1.2); a comma in one becomes a slash, since readers split there even if escaped
 */
public record Details(
        String summary,
        @Nullable String description,
        @Nullable String location,
        @Nullable URI url,
        List<String> categories) {

    /** @throws IllegalArgumentException if the URL is not an absolute http or https address */
    public Details {
        url = url == null ? null : WebAddress.checked(url);
        categories = List.copyOf(categories);
    }
}
