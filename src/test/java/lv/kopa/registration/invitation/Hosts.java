package lv.kopa.registration.invitation;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.kopa.Program;
import lv.kopa.mail.OutboxItem;
import lv.kopa.registration.own.Someone;
import lv.kopa.web.Browser;
import org.jsoup.nodes.Document;

/** An organiser who invites people to an event, reading English. */
final class Hosts {
    private static final Pattern INVITED =
            Pattern.compile("https?://[^/\\s]+(/events/[^\\s]+invitation=([a-z2-7]+)\\S*)");
    private static final Pattern NOT = Pattern.compile("https?://[^/\\s]+(/my/invitation/[a-z2-7]+)");

    private final Program kopa;
    private final Browser browser;
    private final String event;

    private Hosts(Program kopa, String event) {
        this.kopa = kopa;
        this.browser = new Browser(kopa.site());
        this.event = event;
    }

    /** Whoever owns the organisation `parks`, signed in. */
    static Hosts of(Program kopa, String event) {
        Hosts host = new Hosts(kopa, event);
        host.browser.page("/?lang=en");
        host.browser.submit(
                host.browser.page("/organiser/sign-in"),
                "/organiser/sign-in",
                Map.of("email", "parks@example.org", "password", "long enough a password"));
        return host;
    }

    Browser browser() {
        return browser;
    }

    String path() {
        return "/organiser/events/" + event + "/invitations";
    }

    Document page() {
        return browser.page(path());
    }

    HttpResponse<String> invites(String name, String email) {
        return invites(Map.of("name", name, "email", email));
    }

    HttpResponse<String> invites(Map<String, String> typed) {
        return browser.submit(page(), path(), typed);
    }

    HttpResponse<String> looksAt(String list) {
        return browser.submit(page(), path() + "/list", Map.of("list", list, "do", "look"));
    }

    HttpResponse<String> sends(Document preview, Map<String, String> typed) {
        return browser.submit(preview, path() + "/list", typed);
    }

    HttpResponse<String> uploads(byte[] file) {
        return browser.upload(page(), path() + "/file", "file", file);
    }

    HttpResponse<String> reminds() {
        return browser.post(
                path() + "/reminders",
                Map.of("_csrf", page().select("[name=_csrf]").val()));
    }

    /** States, by the order of names. */
    List<String> states() {
        return page().select("#invited ~ table .state").eachText();
    }

    /** The secret of the newest link of somebody. */
    static String secret(Program kopa, String email) {
        return matched(INVITED, kopa, email, 2);
    }

    static String link(Program kopa, String email) {
        return matched(INVITED, kopa, email, 1);
    }

    static String refusal(Program kopa, String email) {
        return matched(NOT, kopa, email, 1);
    }

    private static String matched(Pattern pattern, Program kopa, String email, int group) {
        String text = Someone.mailTo(kopa, email).wording().text();
        Matcher link = pattern.matcher(text);
        if (!link.find()) {
            throw new AssertionError(text);
        }
        return link.group(group);
    }

    static List<String> kinds(Program kopa, String email) {
        return Someone.mails(kopa, email).stream().map(OutboxItem::kind).toList();
    }
}
