package lv.kopa.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lv.kopa.web.Site;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** What the API says of itself, to be held against what it does. */
@SuppressWarnings({"unchecked", "NullAway"})
public final class ApiDescription {
    private static final JsonMapper JSON = JsonMapper.createDefault();

    private final Map<String, Object> whole;
    private final Map<String, Map<String, Object>> operations = new LinkedHashMap<>();
    private final Shapes shapes;

    private ApiDescription(Map<String, Object> whole) {
        this.whole = whole;
        this.shapes = new Shapes(schemas());
        Map<String, Map<String, Map<String, Object>>> paths =
                (Map<String, Map<String, Map<String, Object>>>) whole.get("paths");
        paths.forEach((path, methods) ->
                methods.forEach((method, operation) -> operations.put(method + " " + path, operation)));
    }

    public static ApiDescription of(Site site) {
        return new ApiDescription(new Yaml().load(site.get("/api/openapi.yml").body()));
    }

    Map<String, Object> whole() {
        return whole;
    }

    Map<String, Map<String, Object>> schemas() {
        return ((Map<String, Map<String, Map<String, Object>>>) whole.get("components")).get("schemas");
    }

    /** What can be called, by method and path: `get /api/v1/events/{slug}`. */
    Map<String, Map<String, Object>> operations() {
        return operations;
    }

    static List<Map<String, Object>> parameters(Map<String, Object> operation) {
        return (List<Map<String, Object>>) operation.getOrDefault("parameters", List.of());
    }

    /** Fails where a call was accepted, or answered, otherwise than is described; what is of no API is let pass. */
    public void check(@Nullable String sent, HttpResponse<String> answer) {
        HttpRequest call = answer.request();
        String name = call.method().toLowerCase(Locale.ROOT) + " " + call.uri().getRawPath();
        operations.entrySet().stream()
                .filter(known -> name.matches(known.getKey().replaceAll("\\{\\w+}", "[^/]*")))
                .findFirst()
                .filter(known -> answer.statusCode() < 500)
                .ifPresent(known -> check(known.getKey(), known.getValue(), sent, answer));
    }

    private void check(String name, Map<String, Object> operation, @Nullable String sent, HttpResponse<String> answer) {
        Map<String, Map<String, Object>> responses = (Map<String, Map<String, Object>>) operation.get("responses");
        int status = answer.statusCode();
        compare(
                "answer to " + name,
                answer.body(),
                responses.get(status < 400 ? String.valueOf(status) : "4XX"),
                answer.headers().firstValue("Content-Type").orElse(""));
        if (status < 300) {
            assertThat(parameters(operation))
                    .as(name)
                    .extracting(parameter -> parameter.get("name"))
                    .containsAll(namesBeside(answer.request()));
            if (sent != null) {
                compare(
                        "body of " + name,
                        sent,
                        (Map<String, Object>) operation.get("requestBody"),
                        "application/json");
            }
        }
    }

    /** The names of what was sent beside the body. */
    private static List<String> namesBeside(HttpRequest call) {
        Stream<String> query = Optional.ofNullable(call.uri().getRawQuery()).stream()
                .flatMap(all -> Stream.of(all.split("&")))
                .map(each -> each.replaceFirst("=.*", ""));
        Stream<String> headers = Stream.of("Idempotency-Key", "If-Match")
                .filter(header -> call.headers().firstValue(header).isPresent());
        return Stream.concat(query, headers).toList();
    }

    private void compare(String what, String body, Map<String, Object> described, String type) {
        assertThat(described).as(what).isNotNull();
        Map<String, Map<String, Object>> content = (Map<String, Map<String, Object>>) described.get("content");
        if (content.containsKey("*/*") && !type.contains("json")) {
            return;
        }
        Map<String, Object> schema =
                (Map<String, Object>) content.getOrDefault(type, Map.of()).get("schema");
        assertThat(schema).as(what + " as " + type).isNotNull();
        assertThat(shapes.faults(json(body), schema)).as(what + " " + body).isEmpty();
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readValue(body, JsonNode.class);
        } catch (IOException none) {
            throw new UncheckedIOException(body, none);
        }
    }
}
