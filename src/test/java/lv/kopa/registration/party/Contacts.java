package lv.kopa.registration.party;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.kopa.Program;
import lv.kopa.mail.Mail;
import lv.kopa.registration.own.Someone;
import lv.kopa.web.Browser;
import org.jsoup.nodes.Document;

/** Ilze, who signs up the people of her association. */
final class Contacts {
    static final String ILZE = "ilze@example.org";

    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/p/[a-z2-7]+)");

    private final Program kopa;
    private final Browser browser;
    private final String path;

    private Contacts(Program kopa, String path) {
        this.kopa = kopa;
        this.browser = new Browser(kopa.site());
        this.path = path;
        browser.page("/?lang=en");
    }

    /** Before the form of an event. */
    static Contacts at(Program kopa, String event) {
        return new Contacts(kopa, "/events/" + event + "/register/party");
    }

    /** At her page, by the link in the mail. */
    static Contacts home(Program kopa) {
        return home(kopa, summary(kopa));
    }

    static Contacts home(Program kopa, Mail mail) {
        return new Contacts(kopa, linkIn(mail));
    }

    static Mail summary(Program kopa) {
        return Someone.mails(kopa, ILZE).stream()
                .filter(item -> item.kind().equals("party"))
                .findFirst()
                .map(item -> kopa.bean(lv.kopa.mail.Outbox.class)
                        .find(item.id())
                        .orElseThrow()
                        .mail())
                .orElseThrow();
    }

    private static String linkIn(Mail mail) {
        Matcher link = LINK.matcher(mail.wording().text());
        if (!link.find()) {
            throw new AssertionError(mail.wording().text());
        }
        return link.group(1);
    }

    String path() {
        return path;
    }

    Browser browser() {
        return browser;
    }

    Document page() {
        return browser.page(path);
    }

    /** Sends the form with these people, each `name`, `name|address` or `name|address|category`. */
    HttpResponse<String> send(String... people) {
        return browser.submit(page(), path, typed(people));
    }

    HttpResponse<String> send(Document page, Map<String, String> typed) {
        return browser.submit(page, path, typed);
    }

    static Map<String, String> typed(String... people) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("name", "Ilze Kalniņa");
        typed.put("email", ILZE);
        typed.put("phone", "+371 20 000 000");
        typed.put("organisation", "Latgales biedrība");
        typed.put("consents", "privacy");
        for (int i = 0; i < people.length; i++) {
            String[] person = people[i].split("\\|");
            typed.put("people." + i + ".name", person[0]);
            typed.put("people." + i + ".email", person.length > 1 ? person[1] : "");
            if (person.length > 2) {
                typed.put("people." + i + ".category", person[2]);
            }
        }
        return typed;
    }

    /** The address of the page where she gives the place of one of those up who can still be changed, counted from 0. */
    String withdrawal(int person) {
        return page().select("a[href$=/withdrawal]").get(person).attr("href");
    }

    /** Gives it up there. */
    HttpResponse<String> withdraws(int person) {
        String asked = withdrawal(person);
        return browser.submit(browser.page(asked), asked, Map.of());
    }

    /** Takes the first back that she gave up. */
    HttpResponse<String> undoes() {
        Document page = page();
        String action = page.select("form[action$=/undo]").attr("action");
        Map<String, String> typed =
                page.select("form[action$=/undo] [name=wait]").isEmpty() ? Map.of() : Map.of("wait", "yes");
        return browser.submit(page, action, typed);
    }

    /** Names who comes instead of one of the people who can still be changed, counted from 0. */
    HttpResponse<String> exchanges(int person, String name, String email) {
        String form = withdrawal(person).replace("/withdrawal", "");
        Map<String, String> typed = Map.of("name", name, "email", email, "consents", "privacy");
        return browser.submit(browser.page(form), form, typed);
    }
}
