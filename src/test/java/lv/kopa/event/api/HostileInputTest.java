package lv.kopa.event.api;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.wish.Wishes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent is understood or refused in words, and nothing is half done. */
class HostileInputTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final String LONG = "x".repeat(10_000);
    private static final String DONE = "SELECT (SELECT COUNT(*) FROM registration) + (SELECT COUNT(*) FROM mail_outbox)"
            + " + (SELECT SUM(places_taken) FROM event)";
    private static Program program;
    private static String parks;

    @BeforeAll
    static void start() {
        program = Program.start("hostile", DATABASE);
        parks = program.found("parks");
        program.publish(parks, Plans.studyVisit("parks", "target", "").replace("MANUAL", "AUTOMATIC"));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    static Stream<String> plans() {
        return Stream.of(
                "title=\"Hamar\"",
                "title=[]",
                "title=7",
                "title={\"en\": null}",
                "title={\"en\": {\"en\": \"x\"}}",
                "title={\"xx\": \"x\"}",
                "title={\"en\": \"" + LONG + "\"}",
                "title={\"en\": \"\\u0000\"}",
                "title={\"en\": \"\\ud800\"}",
                "title={\"\\ud800\": \"x\"}",
                "title=null",
                "kind=\"PARTY\"",
                "kind=7",
                "kind=[\"TRAINING\"]",
                "kind=\"\\ud800\"",
                "kind=\"" + LONG + "\"",
                "slug=\"A B\"",
                "slug=\"ķekava\"",
                "slug=\"" + LONG + "\"",
                "slug=[]",
                "places=0",
                "places=-1",
                "places=100001",
                "places=99999999999999999999",
                "places=1.5",
                "places=1e400",
                "places=\"many\"",
                "places=[]",
                "places={}",
                "places=true",
                "waitingList=\"perhaps\"",
                "waitingList=7",
                "waitingList=[true]",
                "approval=\"NEVER\"",
                "visibility=\"GHOST\"",
                "timeZone=\"Mars/Base\"",
                "timeZone=\"" + LONG + "\"",
                "languages=\"en\"",
                "languages=[null]",
                "languages=[\"tlh\"]",
                "languages={}",
                "registration=[]",
                "registration=\"soon\"",
                "registration={\"opens\": \"soon\"}",
                "registration={\"open\": null}",
                "registration={\"opens\": \"2030-01-02T00:00:00Z\", \"closes\": \"2030-01-01T00:00:00Z\"}",
                "registration={\"closes\": \"+999999999-12-31T23:59:59Z\"}",
                "registration={\"closes\": \"0001-01-01T00:00:00Z\"}",
                "activity=\"\\ud800/1\"",
                "activity={}",
                "categories={}",
                "categories=[null]",
                "categories=[7]",
                "categories=[[]]",
                "categories=[{}]",
                "categories=[{\"name\": {\"en\": \"x\"}, \"place\": 1}]",
                "categories=[{\"key\": \"ķ\", \"name\": {\"en\": \"x\"}}]",
                "categories=[{\"key\": \"a\", \"name\": {\"en\": \"x\"}}, {\"key\": \"a\", \"name\": {\"en\": \"y\"}}]",
                "categories=[{\"name\": {\"en\": \"x\"}, \"places\": -1}]",
                "sessions={}",
                "sessions=[null]",
                "sessions=[7]",
                "sessions=[{}]",
                "sessions=\"all\"",
                session("\"start\": \"2031-06-14\""),
                session("\"start\": \"2031-02-30T10:00\""),
                session("\"start\": \"9999999-01-01T10:00\""),
                session("\"start\": 7"),
                session("\"start\": null"),
                session("\"end\": \"2031-06-14T09:00\""),
                session("\"timeZone\": \"+03:00\""),
                session("\"start\": \"2031-03-30T03:30\", \"end\": \"2031-03-30T12:00\""),
                session("\"onlineUrl\": \"javascript:alert(1)\""),
                session("\"onlineUrl\": \"https://" + LONG + "\""),
                session("\"place\": \"" + LONG + "\""),
                session("\"trainers\": \"Kari\""),
                session("\"trainers\": [null]"),
                session("\"trainers\": [\"" + LONG + "\"]"),
                session("\"places\": 0"),
                session("\"timezone\": \"Europe/Oslo\""),
                session("\"ķ\": null"),
                "timezone=\"Europe/Oslo\"",
                "timezone=null",
                "=7",
                "state=\"PUBLISHED\"",
                session("\"id\": \"x\""),
                session("\"id\": 99999999999999999999"),
                session("\"title\": {\"en\": \"" + LONG + "\"}"),
                "questions=[{\"key\": \"diet\"}]",
                "questions={}");
    }

    private static String session(String more) {
        return "sessions=[{\"start\": \"2031-06-14T10:00\", \"end\": \"2031-06-14T11:00\", " + more + "}]";
    }

    @ParameterizedTest
    @MethodSource("plans")
    void aPlanThatMakesNoSenseIsRefusedWhole(String memberAndValue) {
        String[] parts = memberAndValue.split("=", 2);
        long before = rows();
        String json = saying(Plans.training("parks", "hostile-" + before, ""), parts[0], parts[1]);
        isRefused(program.post(parks, "/api/v1/events", json), parts[0]);
        Answer event = program.get(parks, "/api/v1/events/target");
        String patch = "{\"" + parts[0] + "\": " + parts[1] + "}";
        isRefused(program.patch(parks, "/api/v1/events/target", event.header("ETag"), patch), parts[0]);
        assertThat(rows()).isEqualTo(before);
        assertThat(program.get(parks, "/api/v1/events/target").response().body())
                .isEqualTo(event.response().body());
    }

    /** What was sent before, with another value for a member, or with one more. */
    private static String saying(String json, String member, String value) {
        String said = "\"" + member + "\": " + value;
        Matcher standing = Pattern.compile("(?s)\"" + member + "\": (\"[^\"]*\"|\\{[^}]*\\}|\\[.*\\])")
                .matcher(json);
        return standing.find()
                ? json.substring(0, standing.start()) + said + json.substring(standing.end())
                : json.replaceFirst("\\{", Matcher.quoteReplacement("{" + said + ", "));
    }

    private static void isRefused(Answer answer, String field) {
        assertThat(answer.status()).as(answer.response().body()).isBetween(400, 422);
        answer.isProblem(answer.status());
        if (answer.status() == 422 && answer.at("errors").isPresent()) {
            assertThat(answer.text("errors.0.field")).startsWith(field);
        }
    }

    static Stream<String> wishes() {
        return Stream.of(
                "name=7e",
                "name=[]",
                "name={}",
                "name=\"" + LONG + "\"",
                "name=\"\\u0000\"",
                "name=\"\\ud800\"",
                "email=\"a\\u0000b@example.org\"",
                "email=\"\\ud800@example.org\"",
                "email=\"" + LONG + "@example.org\"",
                "email=[]",
                "email=\"a@example.org, b@example.org\"",
                "email=\"a@example.org\\r\\nBcc: b@example.org\"",
                "phone=\"" + LONG + "\"",
                "phone={}",
                "phone=\"\\ud800\"",
                "category=7e",
                "category=\"\\ud800\"",
                "category=\"" + LONG + "\"",
                "category=[]",
                "consents=\"privacy\"",
                "consents=[null]",
                "consents={}",
                "consents=[\"" + LONG + "\"]",
                "consents=[[\"privacy\"]]",
                "sessions=[null]",
                "sessions=[\"x\"]",
                "sessions=7",
                "sessions=[99999999999999999999]",
                "sessions=[1.5]",
                "answers=[]",
                "answers=\"none\"",
                "answers={\"diet\": null}",
                "organisation=\"" + LONG + "\"",
                "organisation=[]",
                "e-mail=\"anna@example.org\"",
                "consent=null",
                "language=[]",
                "language=7e");
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void aWishThatMakesNoSenseIsRefusedWhole(String memberAndValue) {
        String[] parts = memberAndValue.split("=", 2);
        String json = saying(Wishes.of("anna@example.org", "\"category\": \"member\""), parts[0], parts[1]);
        long before = DATABASE.number(DONE);
        isRefused(program.register(STRANGER, "target", json), parts[0]);
        assertThat(DATABASE.number(DONE)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "\"x\"",
                "{",
                "{]",
                "{\"a\":}",
                "{'a': 1}",
                "{\"name\": \"\t\"}",
                "\ud83d"
            })
    void whatIsNoObjectIsRefused(String body) {
        long before = rows();
        for (String path :
                new String[] {"/api/v1/events", "/api/v1/events/target/registrations", "/api/v1/events/target/cancel"
                }) {
            Answer answer = program.post(parks, path, body);
            assertThat(answer.status())
                    .as(path + " " + answer.response().body())
                    .isBetween(400, 422);
            answer.isProblem(answer.status());
        }
        String version = program.get(parks, "/api/v1/events/target").header("ETag");
        Answer patch = program.patch(parks, "/api/v1/events/target", version, body);
        assertThat(patch.status()).as(patch.response().body()).isBetween(400, 422);
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "events/target/registrations"})
    void ofVeryManyFaultsOnlyTheFirstAreTold(String path) {
        String names =
                IntStream.range(0, 20_000).mapToObj(i -> "\"n" + i + "\": 0").collect(Collectors.joining(","));
        Answer answer =
                program.post(parks, "/api/v1/" + path, "{" + names + "}").isInvalid("n0");
        assertThat(answer.json().get("errors").size()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"events", "events/target/registrations"})
    void whatIsTooDeepOrTooLongIsRefused(String path) {
        String deep = "{\"name\":".repeat(5_000) + "1" + "}".repeat(5_000);
        String deepArray = "{\"sessions\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        String heavy = "{\"name\": \"" + "x".repeat(10_000_000) + "\"}";
        for (String body : new String[] {deep, deepArray, heavy}) {
            Answer answer = program.post(parks, "/api/v1/" + path, body);
            assertThat(answer.status()).as(answer.response().body()).isBetween(400, 422);
            answer.isProblem(answer.status());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "events/%00",
                "events/%C4%B7ekava",
                "events/%ED%A0%80",
                "events/a%2Fb",
                "registrations/%00?token=%00",
                "events?q=%00",
                "events?q=%25%25__!",
                "events?q=%ED%A0%80",
                "events?kind=%00",
                "events?project=%C4%B7",
                "events?from=9999999-01-01",
                "events?from=-2000-01-01",
                "events?limit=-1",
                "events?limit=99999999999",
                "events?cursor=%C4%B7",
                "events?cursor=YWZ0ZXI6LTk5OTk5OTk5OTk5",
                "events?language=%00",
                "events/target/registrations?q=%F0%9F%8E%89&status=%C4%B7",
                "events/target/registrations?category=%C4%B7"
            })
    void anAddressThatMakesNoSenseIsRefusedOrFindsNothing(String path) {
        Answer answer = program.get(parks, "/api/v1/" + path);
        assertThat(answer.status()).as(answer.response().body()).isBetween(200, 422);
        Answer longOne = program.get(parks, "/api/v1/events?q=" + "x".repeat(3_000));
        assertThat(longOne.status()).isBetween(200, 422);
    }

    private static long rows() {
        return DATABASE.number("SELECT (SELECT COUNT(*) FROM event) + (SELECT COUNT(*) FROM session)"
                + " + (SELECT COUNT(*) FROM category) + (SELECT COUNT(*) FROM audit)");
    }
}
