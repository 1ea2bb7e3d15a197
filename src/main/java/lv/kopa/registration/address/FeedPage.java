package lv.kopa.registration.address;

import java.util.Optional;
import lv.kopa.web.Shell;

/**
 * The calendar of all that an e-mail address is registered for, to be subscribed to.
 *
 * @param lastFetched when a program last came for it
 */
public record FeedPage(Shell shell, String path, Optional<Fetched> lastFetched) {

    public String fetched() {
        return Fetched.said(shell, lastFetched);
    }

    public String address() {
        return shell.links().to(path + "/calendar.ics");
    }

    public String webcal() {
        return address().replaceFirst("^https?:", "webcal:");
    }
}
