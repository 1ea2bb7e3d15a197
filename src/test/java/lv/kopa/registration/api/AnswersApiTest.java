package lv.kopa.registration.api;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.AtOnce;
import lv.kopa.registration.wish.Wishes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What people answer, and what of it is kept. */
@Tag("database")
class AnswersApiTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static Program program;
    private static String parks;

    @BeforeAll
    static void start() {
        program = Program.start("answers", DATABASE);
        parks = program.found("parks");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static void training(String slug, String more, String... questions) {
        program.publish(
                parks,
                Plans.training(
                        "parks",
                        slug,
                        (more.isEmpty() ? "" : more + ", ") + "\"questions\": [" + String.join(",", questions) + "]"));
    }

    private static String question(String key, String type, String more) {
        return """
                {"key": "%s", "type": "%s", "label": {"en": "%s?"}%s}""".formatted(key, type, key, more.isEmpty() ? "" : ", " + more);
    }

    private static String choice(String key, String more, String... choices) {
        return question(
                key,
                "CHOICE",
                (more.isEmpty() ? "" : more + ", ") + "\"choices\": [" + String.join(",", choices) + "]");
    }

    private static String of(String key, String places) {
        return "{\"key\": \"" + key + "\", \"label\": {\"en\": \"" + key + "\"}, \"places\": " + places + "}";
    }

    private static Answer register(String slug, String person, String answers) {
        return program.register(STRANGER, slug, Wishes.of(person + "@example.org", "\"answers\": {" + answers + "}"));
    }

    /** What is kept of the answers to an event, as `key=value`. */
    private static List<String> kept(String slug) {
        return DATABASE.texts("SELECT CONCAT(q.question_key, '=', COALESCE(c.choice_key, a.given, 'sealed'))"
                + " FROM answer a JOIN question q ON q.id = a.question_id JOIN event e ON e.id = q.event_id"
                + " LEFT JOIN choice c ON c.id = a.choice_id WHERE e.slug = '" + slug + "' ORDER BY a.id");
    }

    @Test
    void everyKindOfAnswerIsKeptInOneWayOfWritingIt() {
        training(
                "kinds",
                "",
                question("line", "TEXT", ""),
                question("text", "LONG_TEXT", ""),
                question("number", "NUMBER", ""),
                question("date", "DATE", ""),
                question("bed", "YES_NO", ""),
                question("several", "CHOICES", "\"choices\": [" + of("a", "null") + "," + of("b", "null") + "]"),
                question("email", "EMAIL", ""),
                question("phone", "PHONE", ""),
                question("country", "COUNTRY", ""));
        register("kinds", "all", """
                "line": "  one\\nline ", "text": "two\\nlines", "number": 1.5, "date": "2027-06-14", "bed": true,
                "several": ["b", "a"], "email": "Me@Example.org", "phone": "20000000", "country": "no\"""").is(201);
        assertThat(kept("kinds"))
                .containsExactly(
                        "line=one line",
                        "text=two\nlines",
                        "number=1.5",
                        "date=2027-06-14",
                        "bed=true",
                        "several=b",
                        "several=a",
                        "email=Me@example.org",
                        "phone=+371 20 000 000",
                        "country=NO");
    }

    @Test
    void whatMakesNoSenseIsNamedByItsQuestionAndNothingIsDone() {
        training(
                "senseless",
                "",
                question("number", "NUMBER", ""),
                question("date", "DATE", ""),
                question("bed", "YES_NO", ""),
                question("email", "EMAIL", ""),
                question("phone", "PHONE", ""),
                question("country", "COUNTRY", ""),
                question("needed", "TEXT", "\"required\": true"),
                choice("one", "", of("a", "null"), of("b", "null")));
        for (String wrong : List.of(
                "\"number\": \"many\"",
                "\"date\": \"tomorrow\"",
                "\"bed\": \"perhaps\"",
                "\"email\": \"me\"",
                "\"phone\": \"call me\"",
                "\"country\": \"Norway\"",
                "\"needed\": \" \"",
                "\"one\": \"c\"",
                "\"one\": [\"a\", \"b\"]",
                "\"nobody-asked\": 1")) {
            String key = wrong.replaceAll("^\"([^\"]+)\".*", "$1");
            register("senseless", "wrong", wrong).isInvalid("answers." + key);
        }
        assertThat(kept("senseless")).isEmpty();
    }

    @Test
    void whatAnotherAnswerRulesOutIsNeitherNeededNorKept() {
        training(
                "depends",
                "",
                question("travels", "YES_NO", "\"required\": true"),
                question(
                        "from",
                        "TEXT",
                        "\"required\": true, \"shownIf\": [{\"question\": \"travels\", \"is\": [\"true\"]}]"),
                question(
                        "visa",
                        "YES_NO",
                        "\"required\": true, \"shownIf\": [{\"question\": \"from\", \"isNot\": [\"Riga\"]}]"));
        register("depends", "stays", "\"travels\": false, \"from\": \"Kyiv\", \"visa\": true")
                .is(201);
        assertThat(kept("depends")).containsExactly("travels=false");
        register("depends", "says-nothing", "\"travels\": true").isInvalid("answers.from");
        register("depends", "travels", "\"travels\": true, \"from\": \"riga\", \"visa\": true")
                .is(201);
        register("depends", "needs-visa", "\"travels\": true, \"from\": \"Kyiv\"")
                .isInvalid("answers.visa");
        assertThat(kept("depends")).containsExactly("travels=false", "travels=true", "from=riga");
    }

    @Test
    void aQuestionForOneKindOfPlaceIsForNobodyElse() {
        training(
                "kinds-of-people",
                """
                "categories": [{"key": "member", "name": {"en": "Member"}}, {"key": "guest", "name": {"en": "Guest"}}]""",
                question("since", "NUMBER", "\"required\": true, \"categories\": [\"member\"]"));
        program.register(
                        STRANGER,
                        "kinds-of-people",
                        Wishes.of("guest@example.org", "\"category\": \"guest\", \"answers\": {\"since\": 2001}"))
                .is(201);
        assertThat(kept("kinds-of-people")).isEmpty();
        program.register(STRANGER, "kinds-of-people", Wishes.of("member@example.org", "\"category\": \"member\""))
                .isInvalid("answers.since");
    }

    @Test
    void whoeverChoosesWhatIsFullWaitsForItAndGetsItWhenItIsFree() {
        training("rooms", "", choice("room", "", of("single", "1"), of("double", "null")));
        Answer first = register("rooms", "first", "\"room\": \"single\"").is(201);
        assertThat(first.text("status")).isEqualTo("CONFIRMED");
        assertThat(register("rooms", "second", "\"room\": \"single\"").is(201).text("status"))
                .isEqualTo("WAITING");
        assertThat(register("rooms", "third", "\"room\": \"double\"").is(201).text("status"))
                .isEqualTo("CONFIRMED");
        program.post(parks, "/api/v1/registrations/" + first.text("reference") + "/cancel")
                .is(200);
        assertThat(DATABASE.texts("SELECT status FROM registration r JOIN event e ON e.id = r.event_id"
                        + " WHERE e.slug = 'rooms' ORDER BY r.id"))
                .containsExactly("CANCELLED", "CONFIRMED", "CONFIRMED");
        assertThat(taken("rooms")).containsExactly("1", "1");
    }

    @Test
    void theLastOfAChoiceIsTakenOnceHoweverManyWantIt() {
        training("rush-for-rooms", "\"waitingList\": false", choice("room", "", of("single", "3")));
        List<Answer> answers = AtOnce.of(40, i -> register("rush-for-rooms", "person" + i, "\"room\": \"single\""));
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(3);
        assertThat(answers.stream().filter(answer -> answer.status() == 409)).hasSize(37);
        assertThat(taken("rush-for-rooms")).containsExactly("3");
        assertThat(DATABASE.number("SELECT places_taken FROM event WHERE slug = 'rush-for-rooms'"))
                .isEqualTo(3);
    }

    private static List<String> taken(String slug) {
        return DATABASE.texts("SELECT c.places_taken FROM choice c JOIN question q ON q.id = c.question_id"
                + " JOIN event e ON e.id = q.event_id WHERE e.slug = '" + slug + "' ORDER BY c.id");
    }

    @Test
    void whatFewMaySeeIsSealedBeforeItIsWrittenDown() {
        training(
                "sealed",
                "",
                question("health", "LONG_TEXT", "\"sensitive\": true"),
                choice("diet", "\"sensitive\": true", of("nuts", "null")));
        register("sealed", "ill", "\"health\": \"a weak heart\", \"diet\": \"nuts\"")
                .is(201);
        assertThat(kept("sealed")).containsExactly("health=sealed", "diet=sealed");
        assertThat(DATABASE.number("SELECT COUNT(*) FROM answer WHERE CONVERT(sealed USING latin1) LIKE '%heart%'"))
                .isZero();
        assertThat(taken("sealed")).containsExactly("0");
    }
}
