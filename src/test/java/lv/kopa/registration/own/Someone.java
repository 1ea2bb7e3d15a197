package lv.kopa.registration.own;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.kopa.Program;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.OutboxFilter;
import lv.kopa.mail.OutboxItem;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.web.Browser;
import org.jsoup.nodes.Document;

/** Somebody who is registered, at their own page; they read English. */
public final class Someone {
    private static final Pattern PROOF = Pattern.compile("/my/confirmation/([a-z2-7]+)");
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/(?:r|my)/[a-z2-7/-]+)");

    private final Program kopa;
    private final Browser browser;
    private final String path;

    private Someone(Program kopa, String path) {
        this.kopa = kopa;
        this.browser = new Browser(kopa.site());
        this.path = path;
        browser.page("/?lang=en");
    }

    /** Registers for an event by an address, with what else a test wants to say. */
    public static Someone registered(Program kopa, String event, String email, String more) {
        String manage =
                kopa.register(STRANGER, event, Wishes.of(email, more)).is(201).text("links.manage");
        return at(kopa, path(manage));
    }

    public static Someone at(Program kopa, String path) {
        return new Someone(kopa, path);
    }

    public static String path(String address) {
        return address.replaceFirst("https?://[^/]+", "");
    }

    public String path() {
        return path;
    }

    public Browser browser() {
        return browser;
    }

    public Document page() {
        return browser.page(path);
    }

    public Document page(String more) {
        return browser.page(path + more);
    }

    public String headline() {
        return page().select("h1").text();
    }

    public boolean isKnown() {
        return browser.get(path).statusCode() == 200;
    }

    /** Opens a page of theirs, fills its form in and sends it. */
    public HttpResponse<String> send(String form, String action, Map<String, String> typed) {
        return browser.submit(browser.page(path + form), path + action, typed);
    }

    public HttpResponse<String> press(String action) {
        return send("", action, Map.of());
    }

    public void cancels() {
        assertThat(press("/cancellation").statusCode()).isEqualTo(303);
    }

    /** The newest mail to an address, but for those that do nothing but change a calendar. */
    public static Mail mailTo(Program kopa, String address) {
        long newest = mails(kopa, address).stream()
                .filter(item -> !item.kind().equals("calendar-entry"))
                .findFirst()
                .orElseThrow()
                .id();
        return kopa.bean(Outbox.class).find(newest).orElseThrow().mail();
    }

    public static List<OutboxItem> mails(Program kopa, String address) {
        return kopa.bean(Outbox.class)
                .page(new OutboxFilter(null, null, address, null, 100))
                .items();
    }

    /** The secret that an address is confirmed by, of the newest mail that brought one there. */
    public static String proofFor(Program kopa, String address) {
        return mails(kopa, address).stream()
                .map(item -> kopa.bean(Outbox.class).find(item.id()).orElseThrow())
                .map(row -> PROOF.matcher(row.mail().wording().text()))
                .filter(Matcher::find)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing to confirm for " + address))
                .group(1);
    }

    /** The path of the first link to a secret page in a mail. */
    public static String linkIn(Mail mail) {
        Matcher link = LINK.matcher(mail.wording().text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
