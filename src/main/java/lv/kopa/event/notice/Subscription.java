package lv.kopa.event.notice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import lv.kopa.web.Shell;

/**
 * The ways to subscribe to a feed.
 *
 * @param address of the feed, whole
 */
public record Subscription(String address) {

    /** To the feed at this path, narrowed as the page is by its query, in the reader's language. */
    public static Subscription of(Shell shell, String path) {
        String query = shell.query().isEmpty() ? "?" : shell.query() + "&";
        return new Subscription(
                shell.links().to(path + query + "lang=" + shell.language().tag()));
    }

    /** For programs on the reader's own device. */
    public String webcal() {
        return "webcal:" + address.substring(address.indexOf(':') + 1);
    }

    public String google() {
        return "https://calendar.google.com/calendar/r?cid=" + encoded(webcal());
    }

    public String outlook() {
        return "https://outlook.live.com/calendar/0/addfromweb?url=" + encoded(address);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
