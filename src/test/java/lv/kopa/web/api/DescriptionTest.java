package lv.kopa.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import lv.kopa.database.TestDatabase;
import lv.kopa.web.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The description of the API says all of it, and nothing but it. */
@SuppressWarnings({"unchecked", "NullAway"})
class DescriptionTest {
    private static Site site;
    private static Map<String, Object> description;

    @BeforeAll
    static void start() {
        site = Site.start("description", TestDatabase.fresh().settings());
        description = new Yaml().load(site.get("/api/openapi.yml").body());
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void everyAddressIsInIt() {
        TreeSet<String> routes = new TreeSet<>();
        site.bean(Router.class)
                .uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .forEach(route -> {
                    String path = route.getUriMatchTemplate().toPathString();
                    if (path.startsWith("/api/v1/") && !path.equals("/api/v1/probe")) {
                        routes.add(route.getHttpMethodName().toLowerCase(Locale.ROOT) + " " + path);
                    }
                });
        assertThat(routes).hasSizeGreaterThan(15);
        assertThat(operations().keySet()).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void everyOperationSaysWhatItDoesAndWhatComesOfIt() {
        operations().forEach((name, operation) -> {
            assertThat((String) operation.get("summary")).as(name).isNotBlank();
            Map<String, Object> responses = (Map<String, Object>) operation.get("responses");
            assertThat(responses.keySet()).as(name).anyMatch(status -> status.startsWith("2"));
            responses.forEach((status, response) -> assertThat(
                            String.valueOf(((Map<String, Object>) response).get("description")))
                    .as(name + " " + status)
                    .doesNotMatch(".* \\d{3} response"));
        });
    }

    @Test
    void everyOperationNamesTheProblemsOneMayHaveWithIt() {
        operations().forEach((name, operation) -> {
            Map<String, Object> responses = (Map<String, Object>) operation.get("responses");
            assertThat(responses.keySet()).as(name).containsAnyOf("400", "401", "404", "409", "422", "4XX", "default");
        });
    }

    @Test
    void nothingOfOurInsideIsInIt() {
        Map<String, Object> components = (Map<String, Object>) description.get("components");
        Map<String, Object> schemas = (Map<String, Object>) components.get("schemas");
        assertThat(schemas)
                .containsKeys("EventItem", "EventPlan", "Wish", "RegistrationItem", "Problem")
                .doesNotContainKeys(
                        "Organiser", "Network", "Submission", "Cursor", "Version", "Shell", "PersonalToken", "Form");
    }

    @Test
    void whatIsSentAndAnsweredIsDescribedAsItIs() {
        Map<String, Object> components = (Map<String, Object>) description.get("components");
        Map<String, Object> schemas = (Map<String, Object>) components.get("schemas");
        assertThat(schemas.get("Translated"))
                .asString()
                .contains("additionalProperties")
                .doesNotContain("empty");
        operations().forEach((name, operation) -> {
            List<Map<String, Object>> parameters =
                    (List<Map<String, Object>>) operation.getOrDefault("parameters", new ArrayList<>());
            assertThat(parameters)
                    .as(name)
                    .allSatisfy(parameter ->
                            assertThat(parameter.get("schema")).asString().doesNotContain("type=object"));
        });
    }

    private static Map<String, Map<String, Object>> operations() {
        Map<String, Map<String, Object>> operations = new LinkedHashMap<>();
        Map<String, Map<String, Map<String, Object>>> paths =
                (Map<String, Map<String, Map<String, Object>>>) description.get("paths");
        paths.forEach((path, methods) ->
                methods.forEach((method, operation) -> operations.put(method + " " + path, operation)));
        return operations;
    }
}
