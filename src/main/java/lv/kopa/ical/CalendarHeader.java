package lv.kopa.ical;

import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a feed says of itself.
 *
 * @param name NAME (RFC 7986 §5.1) and X-WR-CALNAME, in the language of the feed
 * @param description X-WR-CALDESC
 * @param zone X-WR-TIMEZONE, the zone of most readers; a region, or UTC
 * @param refresh REFRESH-INTERVAL (§5.7) and X-PUBLISHED-TTL: how soon a program should come again
 * @param source SOURCE (§5.8): where this feed is fetched
 * @param url URL (§5.5): the page that shows the same
 * @param language the language tag of the texts, such as {@code lv}; ends PRODID
 */
public record CalendarHeader(
        String name,
        @Nullable String description,
        ZoneId zone,
        Duration refresh,
        @Nullable URI source,
        @Nullable URI url,
        String language) {

    /** @throws IllegalArgumentException if an address is not http or https, or the interval not a positive one */
    public CalendarHeader {
        source = source == null ? null : WebAddress.checked(source);
        url = url == null ? null : WebAddress.checked(url);
        if (refresh.toSeconds() <= 0) {
            throw new IllegalArgumentException("Programs cannot come again after " + refresh);
        }
        refresh = Duration.ofSeconds(refresh.toSeconds());
    }

    /** The zone by a name that calendar programs know. */
    String zoneName() {
        return zone.getRules().isFixedOffset() ? "Etc/UTC" : zone.getId();
    }
}
