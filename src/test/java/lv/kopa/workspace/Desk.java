package lv.kopa.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Profile;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.signin.SignIns;
import lv.kopa.text.Language;
import lv.kopa.web.Parts;
import lv.kopa.web.Site;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.FormElement;

/** An organiser of an organisation of their own, signed in, at a browser without JavaScript. */
public final class Desk {
    private static final String CSRF = "abcdefgh";

    private final Site site;
    private final Organisation organisation;
    private final Person person;
    private final String cookies;

    private Desk(Site site, Organisation organisation, Person person, String cookies) {
        this.site = site;
        this.organisation = organisation;
        this.person = person;
        this.cookies = cookies;
    }

    /** Kopa on a database of its own, for desks to stand in. */
    public static Site room() {
        return room(TestDatabase.fresh());
    }

    public static Site room(TestDatabase database) {
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("kopa.public-url", "http://kopa.example");
        return Site.start("workspace", settings);
    }

    /** @param slug of the organisation, founded for this */
    public static Desk of(Site site, String slug) {
        Organisation organisation = site.bean(Organisations.class)
                .create(slug, Profile.of("Association " + slug, ZoneId.of("Europe/Riga")), "system");
        People people = site.bean(People.class);
        Person person = people.create(
                "Ilze Ozola",
                EmailAddress.parse("ilze@" + slug + ".example").orElseThrow(),
                "a long pass phrase",
                Language.EN);
        people.join(person.id(), organisation.id(), Role.OWNER, "system");
        String secret = site.bean(SignIns.class).begin(person.id()).secret();
        return new Desk(site, organisation, person, "kopa-sign-in=" + secret + "; kopa-csrf=" + CSRF);
    }

    public Organisation organisation() {
        return organisation;
    }

    public Organiser organiser() {
        return site.bean(People.class).organiser(person, "person:" + person.id());
    }

    /** A request as the organiser's browser makes it, for what is no text. */
    public HttpRequest.Builder cookies(HttpRequest.Builder request) {
        return request.headers("Cookie", cookies, "Accept-Language", "en");
    }

    public HttpResponse<String> get(String path) {
        return site.get(path, "Cookie", cookies, "Accept-Language", "en", "Accept", "text/html");
    }

    public Document page(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(response.body());
    }

    public HttpResponse<String> post(String path, Map<String, List<String>> fields) {
        StringBuilder body = new StringBuilder("_csrf=" + CSRF);
        fields.forEach((name, values) -> values.forEach(
                value -> body.append('&').append(encoded(name)).append('=').append(encoded(value))));
        return site.post(
                path,
                body.toString(),
                "Cookie",
                cookies,
                "Accept-Language",
                "en",
                "Accept",
                "text/html",
                "Content-Type",
                "application/x-www-form-urlencoded");
    }

    /** Sends a form with files in it. */
    public HttpResponse<String> send(String path, Parts parts) {
        return site.send(parts.field("_csrf", CSRF)
                .in(site.at(path))
                .headers("Cookie", cookies, "Accept-Language", "en", "Accept", "text/html"));
    }

    public HttpResponse<String> post(String path, String... namesAndValues) {
        return post(path, fields(namesAndValues));
    }

    /** The page that follows an answer, as a browser shows it that keeps the answer's cookies. */
    public Document after(HttpResponse<String> answer) {
        String told = answer.headers().allValues("Set-Cookie").stream()
                .map(cookie -> "; " + cookie.replaceFirst(";.*", ""))
                .collect(Collectors.joining());
        return Jsoup.parse(
                site.get(location(answer), "Cookie", cookies + told, "Accept-Language", "en", "Accept", "text/html")
                        .body());
    }

    /** Fills a form in as a browser does: what it says already, but for the fields that are typed anew. */
    public static Map<String, List<String>> filled(Document page, String... namesAndValues) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        FormElement form = (FormElement) page.expectFirst("form:has(input[name=version]), form:has(input[name=stage])");
        for (Connection.KeyVal field : form.formData()) {
            if (!field.key().equals("_csrf") && !field.key().equals("do")) {
                fields.computeIfAbsent(field.key(), name -> new ArrayList<>()).add(field.value());
            }
        }
        fields.putAll(fields(namesAndValues));
        return fields;
    }

    public static Map<String, List<String>> fields(String... namesAndValues) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return fields;
    }

    public static String location(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Whether a link within a page leads to something on it that can take the focus. */
    public static Predicate<String> takesTheFocus(Document page) {
        return link -> page.select(link).is("input, select, textarea, button, a[href], [tabindex]");
    }
}
