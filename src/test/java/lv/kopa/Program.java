package lv.kopa;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.tree.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lv.kopa.database.TestDatabase;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.Profile;
import lv.kopa.organisation.QuickPeople;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.signin.ApiTokens;
import lv.kopa.text.Language;
import lv.kopa.web.Site;
import lv.kopa.web.StrictJson;
import lv.kopa.web.api.ApiDescription;
import org.jspecify.annotations.Nullable;

/**
 * A program that speaks with Kopa in JSON, as a stranger or with the token of an organiser. Whatever a test has it say and
 * hear must be as the API describes itself.
 */
public final class Program implements AutoCloseable {
    public static final String STRANGER = "";

    private final Site site;
    private final ApiDescription description;

    private Program(Site site) {
        this.site = site;
        this.description = ApiDescription.of(site);
    }

    /** Starts Kopa, with the beans of tests that require this `spec.name`. */
    public static Program start(String spec, TestDatabase database) {
        return start(spec, database, "off");
    }

    /** The same with the limits that strangers meet. */
    public static Program limited(String spec, TestDatabase database) {
        return start(spec, database, "on");
    }

    /** With settings of a test's own. */
    public static Program start(String spec, TestDatabase database, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("kopa.limits", "off");
        settings.put("kopa.public-url", "https://kopa.example");
        settings.putAll(more);
        return new Program(Site.start(spec, settings));
    }

    private static Program start(String spec, TestDatabase database, String limits) {
        Map<String, Object> settings = new HashMap<>(database.settings());
        settings.put("kopa.limits", limits);
        settings.put("kopa.public-url", "https://kopa.example");
        settings.put("datasources.default.connection-timeout", 60_000);
        return new Program(Site.start(spec, settings));
    }

    public Site site() {
        return site;
    }

    public <T> T bean(Class<T> type) {
        return site.bean(type);
    }

    /** Founds an organisation, and gives the token of a program of its owner. */
    public String found(String slug) {
        Organisation organisation =
                bean(Organisations.class).create(slug, Profile.of(slug, ZoneId.of("Europe/Riga")), "test");
        EmailAddress email = EmailAddress.parse(slug + "@example.org").orElseThrow();
        Person owner = QuickPeople.create(site, "Owner", email, "long enough a password", Language.EN);
        bean(People.class).join(owner.id(), organisation.id(), Role.OWNER, "test");
        return bean(ApiTokens.class).create(owner.id(), "program", "test").secret();
    }

    public Answer get(String token, String path) {
        return send("GET", token, path, null);
    }

    public Answer post(String token, String path, String json) {
        return send("POST", token, path, json);
    }

    public Answer post(String token, String path) {
        return send("POST", token, path, null);
    }

    public Answer put(String token, String path, String json) {
        return send("PUT", token, path, json);
    }

    public Answer patch(String token, String path, String version, String json) {
        return send("PATCH", token, path, json, "If-Match", version);
    }

    /** Drafts and publishes an event; the answer is the event. */
    public Answer publish(String token, String json) {
        Answer draft = post(token, "/api/v1/events", json).is(201);
        return post(token, "/api/v1/events/" + draft.text("slug") + "/publish").is(200);
    }

    public Answer register(String token, String event, String json) {
        return post(token, "/api/v1/events/" + event + "/registrations", json);
    }

    public Answer send(String method, String token, String path, @Nullable String json, String... headers) {
        var request = site.at(path);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (json == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(json));
        }
        HttpResponse<String> response = site.send(request);
        description.check(json, response);
        return new Answer(response);
    }

    @Override
    public void close() {
        site.close();
    }

    /** What Kopa answered. */
    public record Answer(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public Answer is(int status) {
            assertThat(status()).as(response.body()).isEqualTo(status);
            return this;
        }

        /** A refusal in the shape that programs are promised. */
        public Answer isProblem(int status) {
            is(status);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            assertThat(number("status")).isEqualTo(status);
            assertThat(text("type")).isNotEmpty();
            assertThat(text("title")).isNotEmpty();
            return this;
        }

        /** A refusal of what was sent that names this field. */
        public Answer isInvalid(String field) {
            isProblem(422);
            assertThat(json().get("errors").values())
                    .as(response.body())
                    .anySatisfy(error ->
                            assertThat(error.get("field").getStringValue()).isEqualTo(field));
            return this;
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            return StrictJson.read(response.body());
        }

        /** What stands at `sessions.0.title.en`; nothing where there is nothing, or null. */
        public Optional<JsonNode> at(String path) {
            JsonNode node = json();
            for (String step : path.split("\\.")) {
                JsonNode inner = node == null
                        ? null
                        : node.isArray() ? node.get(Integer.parseInt(step)) : node.isObject() ? node.get(step) : null;
                node = inner;
            }
            return Optional.ofNullable(node).filter(found -> !found.isNull());
        }

        public String text(String path) {
            return at(path).map(JsonNode::coerceStringValue).orElse("");
        }

        public long number(String path) {
            return at(path).orElseThrow(() -> new AssertionError("No " + path + " in " + response.body()))
                    .getLongValue();
        }
    }
}
