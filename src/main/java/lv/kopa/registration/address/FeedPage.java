package lv.kopa.registration.address;

import lv.kopa.web.Shell;

/** The calendar of all that an e-mail address is registered for, to be subscribed to. */
public record FeedPage(Shell shell, String path) {

    public String address() {
        return shell.links().to(path + "/calendar.ics");
    }

    public String webcal() {
        return address().replaceFirst("^https?:", "webcal:");
    }
}
