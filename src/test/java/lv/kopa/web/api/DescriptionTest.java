package lv.kopa.web.api;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.web.router.Router;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The description of the API says all of it, and nothing but it; whether bodies and answers are like it is seen wherever a
 * test is a {@link Program}.
 */
@SuppressWarnings({"unchecked", "NullAway"})
class DescriptionTest {
    private static Program program;
    private static ApiDescription description;

    @BeforeAll
    static void start() {
        program = Program.start("description", TestDatabase.fresh());
        description = ApiDescription.of(program.site());
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void everyAddressIsInIt() {
        TreeSet<String> routes = new TreeSet<>();
        program.bean(Router.class)
                .uriRoutes()
                .filter(route -> !route.getHttpMethodName().equals("HEAD"))
                .forEach(route -> {
                    String path = route.getUriMatchTemplate().toPathString();
                    if (path.startsWith("/api/v1/") && !path.equals("/api/v1/probe")) {
                        routes.add(route.getHttpMethodName().toLowerCase(Locale.ROOT) + " " + path);
                    }
                });
        assertThat(routes).hasSizeGreaterThan(15);
        assertThat(description.operations().keySet()).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void everyOperationSaysWhatItDoesAndWhatComesOfIt() {
        description.operations().forEach((name, operation) -> {
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
        description.operations().forEach((name, operation) -> {
            Map<String, Object> responses = (Map<String, Object>) operation.get("responses");
            assertThat(responses.keySet()).as(name).containsAnyOf("400", "401", "404", "409", "422", "4XX", "default");
        });
    }

    @Test
    void nothingOfOurInsideIsInIt() {
        assertThat(description.schemas())
                .containsKeys("EventItem", "EventPlan", "Wish", "RegistrationItem", "Problem")
                .doesNotContainKeys(
                        "Organiser", "Network", "Submission", "Cursor", "Version", "Shell", "PersonalToken", "Form");
    }

    @Test
    void whatIsSentAndAnsweredIsDescribedAsItIs() {
        assertThat(description.schemas().get("Translated"))
                .asString()
                .contains("additionalProperties")
                .doesNotContain("empty");
        description
                .operations()
                .forEach((name, operation) -> assertThat(ApiDescription.parameters(operation))
                        .as(name)
                        .allSatisfy(parameter ->
                                assertThat(parameter.get("schema")).asString().doesNotContain("type=object")));
    }

    @Test
    void everyPostTakesAnIdempotencyKeyAndNothingElseDoes() {
        description
                .operations()
                .forEach((name, operation) -> assertThat(ApiDescription.parameters(operation).stream()
                                .anyMatch(parameter -> parameter.get("name").equals("Idempotency-Key")
                                        && parameter.get("in").equals("header")))
                        .as(name)
                        .isEqualTo(name.startsWith("post ")));
    }

    @Test
    void itIsWrittenForPeople() {
        assertThat(texts(description.whole()))
                .hasSizeGreaterThan(500)
                .allSatisfy(text -> assertThat(text).doesNotContain("\\", "lv.kopa", "{@"));
    }

    private static Stream<String> texts(Object part) {
        if (part instanceof Map<?, ?> map) {
            return map.values().stream().flatMap(DescriptionTest::texts);
        }
        return part instanceof List<?> list
                ? list.stream().flatMap(DescriptionTest::texts)
                : Stream.of(part.toString());
    }

    @Test
    void whatIsRequiredIsNeededAndAllThatIsNeeded() {
        String parks = program.found("parks");
        Map<String, String> plan = new LinkedHashMap<>(Map.of(
                "organisation", "\"parks\"",
                "kind", "\"MEETING\"",
                "title", "{\"en\": \"Seeds\"}"));
        isNeeded("EventDraft", plan, json -> program.post(parks, "/api/v1/events", json));

        program.publish(parks, Plans.training("parks", "needs", ""));
        Map<String, String> wish = Map.of(
                "name", "\"Anna\"",
                "email", "\"anna@example.org\"",
                "consents", "[\"privacy\"]");
        isNeeded("Wish", wish, json -> program.register(STRANGER, "needs", json));

        isNeeded(
                "EventApi.Cancellation",
                Map.of("reason", "\"Snow\""),
                json -> program.post(parks, "/api/v1/events/needs/cancel", json));
    }

    private static void isNeeded(String schema, Map<String, String> least, Function<String, Answer> call) {
        assertThat(least.keySet()).containsExactlyInAnyOrderElementsOf((List<String>)
                description.schemas().get(schema).get("required"));
        for (String field : least.keySet()) {
            Map<String, String> less = new LinkedHashMap<>(least);
            less.remove(field);
            call.apply(json(less)).isInvalid(field);
        }
        assertThat(call.apply(json(least)).status()).isBetween(200, 201);
    }

    private static String json(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\": " + member.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    @Test
    void everyChoiceThatIsNamedCanBeMade() {
        String garden = program.found("garden");
        Map.of("kind", "EventKind", "approval", "Approval", "visibility", "Visibility")
                .forEach((field, schema) -> choices(schema)
                        .forEach(choice -> program.post(
                                        garden,
                                        "/api/v1/events",
                                        "{\"organisation\": \"garden\", \"kind\": \"MEETING\", \"title\": {\"en\": \"Seeds\"}, \""
                                                + field + "\": \"" + choice + "\"}")
                                .is(201)));
    }

    private static List<String> choices(String schema) {
        return (List<String>) description.schemas().get(schema).get("enum");
    }
}
