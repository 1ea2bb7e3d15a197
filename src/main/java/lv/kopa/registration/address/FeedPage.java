package lv.kopa.registration.address;

import java.util.Optional;
import lv.kopa.event.notice.Subscription;
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

    public Subscription subscription() {
        return Subscription.secret(shell, shell.links().to(path + "/calendar.ics"));
    }
}
