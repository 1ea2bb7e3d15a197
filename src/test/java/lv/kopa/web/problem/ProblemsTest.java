package lv.kopa.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.web.Site;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {
    private static final String API = "/api/v1/trials";
    private static final Pattern INSIDE =
            Pattern.compile("Exception|lv\\.kopa|io\\.micronaut|java\\.|SELECT|anna@|\tat ");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static Site site;

    @BeforeAll
    static void start() {
        site = Site.start("problems", TestDatabase.fresh().settings());
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        "UNKNOWN, 404, 404",
        "CONFLICT, 409, 409",
        "GONE, 410, 410",
        "UNREADABLE, 400, 400",
        "INVALID, 422, 422",
        "FORBIDDEN, 403, 403",
        "STALE, 412, 409",
        "TOO_OFTEN, 429, 429"
    })
    void aRefusalSaysItsSentenceWithTheStatusOfItsKind(String kind, int forPrograms, int forPeople) {
        HttpResponse<String> problem = site.get(API + "/refusals/" + kind);
        assertProblem(problem, forPrograms);
        assertThat(problem.body())
                .contains("\"type\":\"urn:kopa:problem:web.foot\"")
                .contains("\"detail\":\"Kopa, the open registration system for associations.\"");

        HttpResponse<String> page = site.get("/trials/refusals/" + kind, "Accept-Language", "nb");
        assertPage(page, forPeople);
        assertThat(Jsoup.parse(page.body()).select(".lead").text()).startsWith("Kopa, det åpne");
    }

    @Test
    void aRefusalThatPassesSaysWhen() {
        assertThat(site.get(API + "/refusals/TOO_OFTEN").headers().firstValue("Retry-After"))
                .hasValue("7");
        assertThat(site.get(API + "/refusals/CONFLICT").headers().firstValue("Retry-After"))
                .isEmpty();
    }

    @Test
    void eachFieldIsNamedAsInTheJsonAndInTheReadersLanguage() {
        HttpResponse<String> problem = site.get(API + "/invalid", "Accept-Language", "lv-LV,lv;q=0.9");
        assertProblem(problem, 422);
        assertThat(problem.body())
                .contains(
                        "\"errors\":[{\"field\":\"sessions[0].end\",\"message\":\"Šis ir jāaizpilda.\"},{\"field\":\"email\"");
    }

    @Test
    void anUnknownAddressHelpsOn() {
        HttpResponse<String> answer = site.get("/nothing/here");
        assertPage(answer, 404);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("form[action=/] input[name=q]")).isNotEmpty();
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertProblem(site.get("/api/v1/nothing"), 404);
        assertProblem(site.get("/nothing", "Accept", "application/json"), 404);
        assertPage(site.get("/nothing", "Accept", "text/html, application/json;q=0.5"), 404);
    }

    @Test
    void aLinkOfThePageNeverLeadsToAnotherSite() {
        String answer = site.say("GET //evil.example/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 404")
                .contains("href=\"/evil.example/x?lang=lv\"")
                .doesNotContain("\"//evil");
    }

    @Test
    void aMethodThatIsNotThereSaysWhichAre() {
        HttpResponse<String> problem = site.send(site.at(API).DELETE());
        assertProblem(problem, 405);
        assertThat(problem.headers().firstValue("Allow").orElse("")).contains("POST");
        assertPage(
                site.send(site.at("/trials/fault")
                        .header("Sec-Fetch-Site", "same-origin")
                        .DELETE()),
                405);
    }

    @Test
    void formatsThatWeDoNotSpeakAreRefused() {
        assertProblem(site.post(API, "x", "Content-Type", "text/plain"), 415);
        assertProblem(site.post(API, "x", "Content-Type", "application/xml"), 415);
        assertProblem(site.get(API + "/number?number=1", "Accept", "image/png"), 406);
        assertPage(site.get("/trials/refusals/STALE", "Accept", "image/png"), 406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "",
                "[]",
                "\"x\"",
                "null",
                "{\"name\": \"a\u0000b\"}",
                "{\"name\": \"a\"",
                "\u00ff\u00fe",
                "{\"name\": NaN}"
            })
    void brokenJsonIsRefused(String json) {
        assertThat(site.postJson(API, json).statusCode()).isBetween(400, 422);
        assertNothingOfOurInside(site.postJson(API, json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                     | The body is empty; JSON is expected there.",
                "` `                    | The body is empty; JSON is expected there.",
                "{'name': 'a'           | The JSON breaks off in line 1, column 13, before it is complete.",
                "{'name': 'a',}         | From line 1, column 14 on this is not JSON: “}”",
                "{'name': 'ā',⏎  kind:  | From line 2, column 3 on this is not JSON: “kind:”",
                "{'name': NaN}          | From line 1, column 10 on this is not JSON: “NaN}”",
                "{'name': 01}           | From line 1, column 11 on this is not JSON: “1}”",
                "{'name': 'a'} or so    | From line 1, column 15 on this is not JSON: “or so”",
                "{'name': 'a⏎b'}        | In line 1, column 12, a text contains a line break, a tab or the like; write \\n, \\t."
            })
    void brokenJsonIsToldWhereItBreaks(String json, String detail) {
        HttpResponse<String> problem =
                site.postJson(API, json.replace('\'', '"').replace('⏎', '\n'));
        assertProblem(problem, 400);
        assertThat(detail(problem)).isEqualTo(detail);
    }

    @Test
    void brokenJsonIsExplainedInTheReadersLanguage() {
        assertThat(detail(site.postJson(API, "{]", "Accept-Language", "lv")))
                .isEqualTo("No 1. rindas 2. zīmes tas vairs nav JSON: „]”");
        assertThat(detail(site.postJson(API, "{]", "Accept-Language", "nb")))
                .isEqualTo("Fra linje 1, tegn 2 er dette ikke JSON: «]»");
    }

    @Test
    void whatIsNotInUtf8IsToldWhereItBegins() {
        byte[] latin = "{\"name\":\n\"Zoë\"}".getBytes(StandardCharsets.ISO_8859_1);
        HttpResponse<String> problem = site.send(
                site.at(API).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(latin)));
        assertProblem(problem, 400);
        assertThat(detail(problem)).isEqualTo("The body is not in UTF-8: see line 2, column 4.");
        assertThat(site.postJson(API, "\ufeff{\"name\": \"Zoë\"}").statusCode()).isEqualTo(200);
    }

    @Test
    void jsonThatIsTooDeepIsRefused() {
        HttpResponse<String> deep =
                site.postJson(API, "{\"name\": \"a\", \"other\": " + "[".repeat(2_000) + "]".repeat(2_000) + "}");
        assertProblem(deep, 400);
        assertThat(detail(deep)).isEqualTo("The JSON goes deeper than 32 levels in line 1, column 55.");
        assertProblem(site.postJson(API, "[".repeat(100_000)), 400);
        assertProblem(site.postJson(API, "{\"a\":".repeat(100_000)), 400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind': 'TRAINING'}                                              | name",
                "{'name': {'a': 1}}                                                | name",
                "{'name': 'a', 'kind': 'PARTY'}                                    | kind",
                "{'name': 'a', 'sessions': [{'start': 'x'}, {'places': 1}]}        | sessions[1].start",
                "{'name': 'a', 'sessions': [{'start': 'x', 'places': 'many'}]}     | sessions[0].places",
                "{'name': 'a', 'sessions': [{'start': 'x', 'places': 1e99}]}       | sessions[0].places",
                "{'name': 'a', 'sessions': 'x'}                                    | sessions   ",
                "{'name': 'a', 'answers': {'diet': 'many'}}                        | answers.diet"
            })
    void aValueThatDoesNotFitNamesItsField(String json, String field) {
        HttpResponse<String> problem = site.postJson(API, json.replace('\'', '"'));
        assertProblem(problem, 422);
        assertThat(problem.body()).contains("\"errors\":[{\"field\":\"" + field + "\",");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                              |                    | A JSON object is expected here.",
                "null                            |                    | A JSON object is expected here.",
                "{'name': 7}                     | name               | A text is expected here, in quotation marks.",
                "{'name': ['a']}                 | name               | A text is expected here, in quotation marks.",
                "{'name': '\\ud83d'}           | name               | Half of a character is missing in this text.",
                "{'sessions': {}}                | sessions           | A JSON array is expected here.",
                "{'sessions': ['x']}             | sessions[0]        | A JSON object is expected here.",
                "{'sessions': [null]}            | sessions[0]        | null cannot stand here.",
                "{'sessions': [{'places': '7'}]} | sessions[0].places | A whole number is expected here, without quotation marks.",
                "{'sessions': [{'places': 1.5}]} | sessions[0].places | A whole number is expected here, without quotation marks.",
                "{'sessions': [{'places': 3e9}]} | sessions[0].places | This number is too great.",
                "{'open': 'true'}                | open               | true or false is expected here, without quotation marks."
            })
    void aValueOfAnotherTypeIsToldWhatIsExpected(String json, @Nullable String field, String message) {
        HttpResponse<String> problem = site.postJson(API, json.replace('\'', '"'));
        assertProblem(problem, 422);
        assertThat(problem.body())
                .contains("\"errors\":[{\"field\":\"" + (field == null ? "" : field) + "\",\"message\":\"" + message
                        + "\"}]");
    }

    @Test
    void beanValidationNamesTheField() {
        HttpResponse<String> problem =
                site.postJson(API + "/valid", "{\"name\": \" \", \"sessions\": [{\"start\": \"\"}]}");
        assertProblem(problem, 422);
        assertThat(problem.body()).contains("\"field\":\"name\"", "\"field\":\"sessions[0].start\"", "This is needed.");
    }

    @Test
    void anArgumentThatDoesNotFitIsNamed() {
        assertThat(site.get(API + "/number?number=x").body()).contains("\"field\":\"number\"", "not a value");
        assertThat(site.get(API + "/number").body()).contains("\"field\":\"number\"", "needed");
        assertProblem(site.get(API + "/refusals/PERHAPS"), 422);
    }

    @Test
    void aFaultOfOursHasANumberAndNothingElse() {
        HttpResponse<String> problem = site.get(API + "/fault");
        assertProblem(problem, 500);
        assertThat(problem.body()).containsPattern("\"instance\":\"urn:kopa:incident:[0-9a-f]{4}-[0-9a-f]{4}\"");
        HttpResponse<String> page = site.get("/trials/fault");
        assertPage(page, 500);
        assertThat(Jsoup.parse(page.body()).select(".meta").text()).containsPattern("[0-9a-f]{4}-[0-9a-f]{4}");
    }

    @Test
    void aPageThatTellsOfTroubleDoesNotSayThatNobodyIsSignedIn() {
        assertThat(Jsoup.parse(site.get("/accessibility").body()).select("body[data-nobody]"))
                .isNotEmpty();
        assertThat(Jsoup.parse(site.get("/trials/fault").body()).select("body[data-nobody]"))
                .isEmpty();
        assertThat(Jsoup.parse(site.get("/trials/refusals/BUSY").body()).select("body[data-nobody]"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "x", "https://localhost.evil.example", "//", ""})
    void aForgedFormIsRefused(String origin) {
        HttpResponse<String> page = site.post("/trials/form", "name=a", "Content-Type", FORM, "Origin", origin);
        assertPage(page, 403);
    }

    @Test
    void aFormWithoutItsTokenIsTold() {
        HttpResponse<String> page = site.post("/trials/form", "name=a", "Content-Type", FORM);
        assertPage(page, 403);
        assertThat(page.body()).contains("did not come from our page");
    }

    @Test
    void aFormWithTheTokenOfAnotherBrowserIsRefused() {
        String[] headers = {"Content-Type", FORM, "Sec-Fetch-Site", "same-origin", "Cookie", "kopa-csrf=aaaa"};
        assertThat(site.post("/trials/form", "name=a&_csrf=bbbb", headers).statusCode())
                .isEqualTo(403);
        assertThat(site.post("/trials/form", "name=a&_csrf=aaaa", headers).body())
                .isEqualTo("a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%zz",
                "GET /a%00b",
                "GET /api/a\\b",
                "GET http://[",
                "FOO /nothing",
                "GET /nothing?q=%zz",
                "GET /nothing?lang=%00&a=%ff",
                "GET /trials/../../etc/passwd",
                "GET *",
                "GET",
                "\u0000\u0001"
            })
    void whatNoBrowserSendsIsAnsweredCalmly(String line) {
        String answer = site.say(line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1\\.[01] 4\\d\\d .*");
        assertThat(INSIDE.matcher(answer).find()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cookie: \u0001=;;=",
                "Accept: \u00ff/;;q=x",
                "Accept-Language: ;;;,*,\u00ff",
                "Content-Type: //",
                "Content-Length: -1",
                "Content-Length: x",
                "Transfer-Encoding: what",
                "X: \u0000",
                "Authorization: Basic %%%",
                "Authorization: Bearer \u00ff"
            })
    void headersThatMakeNoSenseAreAnsweredCalmly(String header) {
        String answer =
                site.say("POST /api/v1/nothing HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + header + "\r\n\r\n");
        assertThat(answer).matches("(?s)HTTP/1\\.[01] 4\\d\\d .*");
        assertThat(INSIDE.matcher(answer).find()).isFalse();
    }

    private static String detail(HttpResponse<String> problem) {
        return new Program.Answer(problem).text("detail");
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"status\":" + status, "\"title\":", "\"detail\":", "\"type\":");
        assertNothingOfOurInside(answer);
    }

    private static void assertPage(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
        assertThat(Jsoup.parse(answer.body()).select("h1").text()).isNotBlank();
        assertNothingOfOurInside(answer);
    }

    private static void assertNothingOfOurInside(HttpResponse<String> answer) {
        assertThat(INSIDE.matcher(answer.body()).find()).as(answer.body()).isFalse();
    }
}
