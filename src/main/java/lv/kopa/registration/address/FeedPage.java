package lv.kopa.registration.address;

import java.time.LocalDateTime;
import java.util.Optional;
import lv.kopa.text.Zones;
import lv.kopa.web.Shell;

/**
 * The calendar of all that an e-mail address is registered for, to be subscribed to.
 *
 * @param lastFetched when a program last came for it
 */
public record FeedPage(Shell shell, String path, Optional<Fetched> lastFetched) {

    public String fetched() {
        return lastFetched
                .map(last -> shell.text(
                        "calendar.fetched",
                        shell.dates().moment(LocalDateTime.ofInstant(last.fetchedAt(), Zones.HOME)),
                        last.fetchedBy()))
                .orElseGet(() -> shell.text("calendar.fetched.never"));
    }

    public String address() {
        return shell.links().to(path + "/calendar.ics");
    }

    public String webcal() {
        return address().replaceFirst("^https?:", "webcal:");
    }
}
