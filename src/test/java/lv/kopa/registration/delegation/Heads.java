package lv.kopa.registration.delegation;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.kopa.Program;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.organisation.People;
import lv.kopa.registration.delegation.Granting.Giver;
import lv.kopa.registration.own.Someone;
import lv.kopa.text.Language;
import lv.kopa.web.Browser;
import lv.kopa.web.Token;
import org.jsoup.nodes.Document;

/** Ilze, who heads the delegation of Intelekta parks, at her page; and those who gave her the places. */
public final class Heads {
    static final String ILZE = "ilze@example.org";
    public static final Instant GIVEN = Instant.parse("2031-05-01T08:00:00Z");
    static final Instant UNTIL = Instant.parse("2031-06-05T08:00:00Z");

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/delegation/[a-z2-7]+)");

    private final Browser browser;
    private final String path;

    private Heads(Program kopa, String path) {
        this.browser = new Browser(kopa.site());
        this.path = path;
        browser.page("/?lang=en");
    }

    /** Gives places, by the key of their kind, "" for none. */
    public static Delegation give(Program kopa, String slug, Map<String, Integer> places) {
        return give(kopa, slug, places, UNTIL);
    }

    static Delegation give(Program kopa, String slug, Map<String, Integer> places, Instant until) {
        EventDetails event = event(kopa, slug);
        return kopa.bean(Granting.class)
                .give(
                        event.event().id(),
                        grant(event, places, until),
                        new Giver(owner(kopa), "person:1"),
                        Token.random().hash());
    }

    static Grant grant(EventDetails event, Map<String, Integer> places, Instant until) {
        TreeMap<Long, Integer> byKind = new TreeMap<>();
        places.forEach((key, number) ->
                byKind.put(event.category(key).map(Category::id).orElse(0L), number));
        Grant.Head head = new Grant.Head("Ilze Ozola", new EmailAddress(ILZE), Language.EN);
        return new Grant(null, "Intelekta parks", head, "See you in Hamar", until, byKind);
    }

    static EventDetails event(Program kopa, String slug) {
        return kopa.bean(Events.class).find(slug).orElseThrow();
    }

    private static long owner(Program kopa) {
        return kopa.bean(People.class)
                .find(new EmailAddress("parks@example.org"))
                .orElseThrow()
                .id();
    }

    /** At the page behind the newest link. */
    public static Heads home(Program kopa) {
        return new Heads(kopa, link(Someone.mailTo(kopa, ILZE)));
    }

    static String link(Mail mail) {
        Matcher link = LINK.matcher(mail.wording().text());
        if (!link.find()) {
            throw new AssertionError(mail.wording().text());
        }
        return link.group(1);
    }

    Browser browser() {
        return browser;
    }

    public String path() {
        return path;
    }

    Document page() {
        return browser.page(path);
    }

    /** The empty form for a place of the n-th kind that has one. */
    Document form(int kind) {
        return browser.page(page().select("a[href*=/places/]").get(kind).attr("href"));
    }

    HttpResponse<String> send(Document form, String name, String email) {
        String action = form.select("form:has([name=consents])").attr("action");
        return browser.submit(form, action, Map.of("name", name, "email", email, "consents", "privacy"));
    }

    HttpResponse<String> send(Document form, Map<String, String> typed) {
        return browser.submit(form, form.select("form:has([name=consents])").attr("action"), typed);
    }

    /** Names somebody for a place of the n-th kind that has an empty one. */
    public HttpResponse<String> names(int kind, String name, String email) {
        return send(form(kind), name, email);
    }

    HttpResponse<String> exchanges(int person, String name, String email) {
        return send(
                browser.page(
                        page().select("form[action$=/withdrawal] a").get(person).attr("href")),
                name,
                email);
    }

    HttpResponse<String> takesOut(int person) {
        Document page = page();
        String action = page.select("form[action$=/withdrawal]").get(person).attr("action");
        return browser.submit(page, action, Map.of());
    }

    List<String> people() {
        return page().select("li h3").eachText();
    }
}
