package lv.kopa.event.notice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import lv.kopa.text.Language;
import lv.kopa.web.Shell;

/**
 * The ways to subscribe to a feed.
 *
 * @param address of the feed, whole
 * @param code the address of a picture that leads a telephone to the page with all of these ways; "" where the address is a secret
 * @param search what the start page would have to look for to find the same, as a query; "" for everything
 * @param language the reader's
 */
public record Subscription(String address, String code, String search, Language language) {

    /**
     * To the feed of what a page shows, in the reader's language.
     *
     * @param page the path of the page
     * @param query what it is narrowed by; "" for nothing
     * @param search the same on the start page
     */
    public static Subscription of(Shell shell, String page, String query, String search) {
        String feed = (page.equals("/") ? "" : page) + "/calendar";
        String narrowed = "?" + (query.isEmpty() ? "" : query + "&") + "lang="
                + shell.language().tag();
        return new Subscription(
                shell.links().to(feed + ".ics" + narrowed), feed + ".svg" + narrowed, search, shell.language());
    }

    /** To a feed whose address is a person's secret. */
    public static Subscription secret(Shell shell, String address) {
        return new Subscription(address, "", "", shell.language());
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

    public String microsoft365() {
        return "https://outlook.office.com/calendar/0/addfromweb?url=" + encoded(address);
    }

    /** The page that says more of subscribing, of the same calendar. */
    public String more() {
        return "/calendars" + (search.isEmpty() ? "" : "?" + search);
    }

    /** What news of the same are asked for by. */
    public String news() {
        return "?" + (search.isEmpty() ? "" : search + "&") + "lang=" + language.tag();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
