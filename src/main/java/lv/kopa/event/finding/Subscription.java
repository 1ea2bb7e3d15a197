package lv.kopa.event.finding;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import lv.kopa.web.Shell;

/**
 * The ways to subscribe to a feed.
 *
 * @param address of the feed, whole
 * @param code the address of a picture that leads a telephone to the page with all of these ways
 */
public record Subscription(String address, String code) {

    /**
     * To the feed of what a page shows, in the reader's language.
     *
     * @param page the path of the page
     * @param query what it is narrowed by; "" for nothing
     */
    static Subscription of(Shell shell, String page, String query) {
        String feed = (page.equals("/") ? "" : page) + "/calendar";
        String narrowed = "?" + (query.isEmpty() ? "" : query + "&") + "lang="
                + shell.language().tag();
        return new Subscription(shell.links().to(feed + ".ics" + narrowed), feed + ".svg" + narrowed);
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
