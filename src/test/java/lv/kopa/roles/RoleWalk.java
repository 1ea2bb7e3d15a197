package lv.kopa.roles;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.People;
import lv.kopa.organisation.QuickPeople;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.signin.ApiTokens;
import lv.kopa.organisation.signin.SignIns;
import lv.kopa.text.Language;
import lv.kopa.web.Site;

/** Asks for everything there is for organisers, as each kind of person; nothing of what is done then is kept. */
final class RoleWalk implements AutoCloseable {
    static final String SPEC = "RolesTest";
    static final String STRANGER = "nobody";

    /** The last of all, so that no example is taken from it. */
    static final String OTHER_EVENT = "zz-other";

    static final String OTHER_ORGANISER = "other event’s organiser";

    private static final String CSRF = "abcdefghijklmnopqrstuvwxyz234567";
    private static final String TEAM = "intelekta-parks";

    /** What programs send, so that they get as far as being asked who they are. */
    private static final Map<String, String> BODIES = Map.of(
            "POST /api/v1/events/{slug}/registrations",
            "{\"name\": \"Anna\", \"email\": \"anna@example.org\"}",
            "POST /api/v1/events",
            "{\"organisation\": \"intelekta-parks\", \"slug\": \"walk\", \"title\": {\"en\": \"Walk\"}, \"kind\": \"training\","
                    + " \"timeZone\": \"Europe/Riga\", \"sessions\": [{\"title\": {\"en\": \"One\"},"
                    + " \"start\": \"2027-05-05T10:00\", \"end\": \"2027-05-05T12:00\"}]}",
            "PUT /api/v1/sessions/{id}/attendance/{reference}",
            "{\"present\": true}",
            "PUT /api/v1/events/{slug}/outcome",
            "{\"text\": {\"en\": \"Good.\"}}");

    /** What an address asks for besides. */
    private static final Map<String, String> QUERIES =
            Map.of("/organiser/projects/{slug}/report/rows", "?count=confirmed");

    private final TestDatabase database = TestDatabase.fresh();
    private final Site site;
    private final Examples examples;
    private final Map<String, Person> cast = new LinkedHashMap<>();

    /** Somebody who asks: by a browser, or by a program of theirs. */
    private record Person(String cookie, String token) {}

    RoleWalk() {
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("kopa.demo", "true");
        settings.put("kopa.public-url", "https://kopa.example");
        settings.put("kopa.limits", "off");
        site = Site.start(SPEC, settings);
        Examples.addWhatTheDemonstrationLacks(database);
        examples = new Examples(database);
        long team = site.bean(Organisations.class).get(TEAM).id();
        cast("owner", team, Role.OWNER);
        cast("organiser", team, Role.ORGANISER);
        cast("check-in", team, Role.CHECK_IN);
        cast("auditor", team, Role.AUDITOR);
        cast(
                "owner elsewhere",
                site.bean(Organisations.class).get("omsozams-venner").id(),
                Role.OWNER);
        plan(OTHER_EVENT);
        helping("event organiser", Role.ORGANISER, "slug <> '" + OTHER_EVENT + "'");
        helping("event check-in", Role.CHECK_IN, "slug <> '" + OTHER_EVENT + "'");
        helping("event auditor", Role.AUDITOR, "slug <> '" + OTHER_EVENT + "'");
        helping(OTHER_ORGANISER, Role.ORGANISER, "slug = '" + OTHER_EVENT + "'");
        helping("other event’s check-in", Role.CHECK_IN, "slug = '" + OTHER_EVENT + "'");
        helping("other event’s auditor", Role.AUDITOR, "slug = '" + OTHER_EVENT + "'");
        cast.put(STRANGER, new Person("", ""));
    }

    /** Another event of the team, which no example is about. */
    private void plan(String slug) {
        String plan = Objects.requireNonNull(BODIES.get("POST /api/v1/events")).replace("\"walk\"", '"' + slug + '"');
        String owner = Objects.requireNonNull(cast.get("owner")).token();
        assertThat(site.postJson("/api/v1/events", plan, "Authorization", "Bearer " + owner)
                        .statusCode())
                .isEqualTo(201);
        assertThat(site.postJson("/api/v1/events/" + slug + "/publish", "", "Authorization", "Bearer " + owner)
                        .statusCode())
                .isEqualTo(200);
    }

    /** Somebody of no team who has a role in some of its events. */
    private void helping(String name, Role role, String events) {
        long person = created(name);
        database.execute("INSERT INTO event_role (person_id, event_id, role) SELECT " + person + ", id, '" + role
                + "' FROM event WHERE organisation_id = (SELECT id FROM organisation WHERE slug = '" + TEAM + "') AND "
                + events);
        enter(name, person);
    }

    private void cast(String name, long team, Role role) {
        long person = created(name);
        site.bean(People.class).join(person, team, role, "test");
        enter(name, person);
    }

    private long created(String name) {
        EmailAddress email = new EmailAddress(name.replaceAll("[^a-z-]", "-") + "@example.org");
        return QuickPeople.create(site, name, email, "long enough a password", Language.EN)
                .id();
    }

    private void enter(String name, long person) {
        cast.put(
                name,
                new Person(
                        site.bean(SignIns.class).begin(person).secret(),
                        site.bean(ApiTokens.class)
                                .create(person, "walk", "test")
                                .secret()));
    }

    Site site() {
        return site;
    }

    long deeds() {
        return database.number("SELECT COUNT(*) FROM audit");
    }

    List<String> people() {
        return List.copyOf(cast.keySet());
    }

    /** Every address for organisers and programs, with its method, in order. */
    List<Way> ways() {
        return site.bean(Router.class)
                .uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .map(RoleWalk::way)
                .filter(way -> way.template().matches("/organiser(/.*)?|/api/v1/.*") && !way.isOfATest())
                .distinct()
                .sorted(Comparator.comparing(Way::template).thenComparing(Way::method))
                .toList();
    }

    /** An address with blanks, and what is done there. */
    record Way(String method, String template) {
        boolean isOfATest() {
            return template.equals("/api/v1/probe");
        }

        boolean isForPrograms() {
            return template.startsWith("/api/");
        }

        @Override
        public String toString() {
            return method + " " + template;
        }
    }

    private static Way way(UriRouteInfo<?, ?> route) {
        String template = route.getUriMatchTemplate().toString().replaceFirst("\\{\\?.*", "");
        return new Way(route.getHttpMethodName(), template);
    }

    /** What each hears there, in the order of the cast. */
    List<String> answers(Way way) {
        Frozen.freeze(true);
        try {
            return people().stream().map(person -> heard(ask(way, person))).toList();
        } finally {
            Frozen.freeze(false);
        }
    }

    /** What the other event's organiser hears who asks at its address for parts of an event that is not theirs. */
    Map<Way, String> answersToWhoeverReachesOver() {
        Map<Way, String> heard = new LinkedHashMap<>();
        ways().stream()
                .filter(way -> way.template().matches("/organiser/events/\\{slug}/.*\\{.*"))
                .forEach(way -> heard.put(
                        way,
                        heard(ask(
                                way,
                                OTHER_ORGANISER,
                                examples.fill(way.template()).replaceFirst("(?<=/events/)[^/]+", OTHER_EVENT)))));
        return heard;
    }

    /**
     * What everybody who helps with one event alone hears whose program says that somebody was at a session: at one of the
     * other event, somebody of the first; and the reverse of what they help with.
     */
    Map<String, String> answersAtSessionsOfOtherEvents() {
        Way way = new Way("PUT", "/api/v1/sessions/{id}/attendance/{reference}");
        String here = examples.fill(way.template());
        String elsewhere = here.replaceFirst("(?<=/sessions/)\\d+", sessionOf(OTHER_EVENT));
        Map<String, String> heard = new LinkedHashMap<>();
        for (String role : List.of("organiser", "check-in", "auditor")) {
            String ofThis = "event " + role;
            String ofTheOther = "other event’s " + role;
            heard.put(ofThis + " at the other", heard(ask(way, ofThis, elsewhere)));
            heard.put(ofTheOther + " at this", heard(ask(way, ofTheOther, here)));
            heard.put(ofTheOther + " at their own, somebody of this", heard(ask(way, ofTheOther, elsewhere)));
        }
        return heard;
    }

    private String sessionOf(String event) {
        return database.texts(
                        "SELECT s.id FROM session s JOIN event e ON e.id = s.event_id WHERE e.slug = '" + event + "'")
                .get(0);
    }

    HttpResponse<String> ask(Way way, String person) {
        return ask(way, person, examples.fill(way.template()) + QUERIES.getOrDefault(way.template(), ""));
    }

    private HttpResponse<String> ask(Way way, String person, String address) {
        HttpRequest.Builder request = site.at(address);
        return site.send(way.isForPrograms() ? program(request, way, cast.get(person)) : browser(request, way, person));
    }

    private static HttpRequest.Builder program(HttpRequest.Builder request, Way way, Person person) {
        if (!person.token().isEmpty()) {
            request.header("Authorization", "Bearer " + person.token());
        }
        if (way.method().equals("GET")) {
            return request;
        }
        request.header("If-Match", "\"0\"").header("Content-Type", "application/json");
        return request.method(way.method(), BodyPublishers.ofString(BODIES.getOrDefault(way.toString(), "{}")));
    }

    private HttpRequest.Builder browser(HttpRequest.Builder request, Way way, String person) {
        String cookie = cast.get(person).cookie();
        request.header(
                "Cookie",
                Stream.of("kopa-csrf=" + CSRF, cookie.isEmpty() ? "" : "kopa-sign-in=" + cookie)
                        .filter(each -> !each.isEmpty())
                        .reduce((one, other) -> one + "; " + other)
                        .orElseThrow());
        if (way.method().equals("GET")) {
            return request;
        }
        return request.header("Content-Type", "multipart/form-data; boundary=walk")
                .POST(BodyPublishers.ofString(
                        part("_csrf", CSRF, "") + file("logo") + file("picture") + file("file") + "--walk--\r\n"));
    }

    private static String part(String name, String value, String more) {
        return "--walk\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n" + value + "\r\n";
    }

    private static String file(String name) {
        return part(name, "-", "; filename=\"a.png\"\r\nContent-Type: image/png");
    }

    private static String heard(HttpResponse<String> answer) {
        int status = answer.statusCode();
        boolean toTheDoor = answer.headers()
                .firstValue("Location")
                .filter(there -> there.startsWith("/organiser/sign-in?to="))
                .isPresent();
        return toTheDoor ? "401" : status == 401 || status == 403 || status == 404 ? Integer.toString(status) : "yes";
    }

    @Override
    public void close() {
        site.close();
    }
}
