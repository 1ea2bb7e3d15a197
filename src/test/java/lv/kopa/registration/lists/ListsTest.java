package lv.kopa.registration.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.web.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whom to write to, whom not to photograph, how many want what. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ListsTest {
    private static final String QUESTIONS = """
            "places": 4, "waitingList": true,
            "questions": [
              {"key": "bus", "type": "YES_NO", "label": {"en": "By our bus"}},
              {"key": "name", "type": "TEXT", "label": {"en": "Name on the badge"}},
              {"key": "diet", "type": "CHOICES", "label": {"en": "Diet"}, "sensitive": true, "choices": [
                {"key": "meat", "label": {"en": "Meat"}}, {"key": "fish", "label": {"en": "Fish"}},
                {"key": "vegan", "label": {"en": "Nothing of animals"}}]}]""";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("ListsTest", database);
    private final String parks = kopa.found("parks");
    private final Browser organiser = new Browser(kopa.site());

    @BeforeAll
    void signIn() {
        Document form = organiser.page("/organiser/sign-in?lang=en");
        organiser.submit(
                form, "/organiser/sign-in", Map.of("email", "parks@example.org", "password", "long enough a password"));
    }

    @AfterAll
    void close() {
        kopa.close();
    }

    @Test
    void eachListHoldsWhatItsPurposeNeedsAndNobodyWhoStaysAway() {
        kopa.publish(parks, Plans.training("parks", "day", QUESTIONS));
        register("Anna", "\"photo\"", "\"bus\": true, \"diet\": [\"fish\", \"vegan\"]");
        register("Berta", "", "\"bus\": true, \"diet\": [\"fish\"]");
        register("Cilla", "", "\"bus\": false");
        String gone = register("Dora", "", "\"bus\": true, \"diet\": [\"meat\"]");
        register("Emma", "", "\"bus\": true, \"diet\": [\"meat\"]");
        kopa.post(parks, "/api/v1/registrations/" + gone + "/cancel").is(200);

        Document page = organiser.page("/organiser/events/day/lists");

        assertThat(page.select("textarea").text())
                .isEqualTo("Anna@example.org, Berta@example.org, Cilla@example.org, Emma@example.org");
        assertThat(page.select("section[aria-labelledby=photos] li").eachText())
                .containsExactly("Berta", "Cilla", "Emma");
        assertThat(counts(page)).containsExactly("By our bus: No 1, Yes 3");
        assertThat(database.texts("SELECT deed FROM audit WHERE deed LIKE 'sensitive%'"))
                .isEmpty();

        Document counted = Jsoup.parse(
                organiser.submit(page, "/organiser/events/day/lists", Map.of()).body());

        assertThat(counts(counted))
                .containsExactly("By our bus: No 1, Yes 3", "Diet: Meat 1, Fish 2, Nothing of animals 1, No answer 1");
        assertThat(counted.select("section[aria-labelledby=counts]").text()).doesNotContain("Anna", "Berta", "Emma");
        assertThat(database.texts(
                        "SELECT CONCAT(subject, ' ', deed, ' ', detail) FROM audit WHERE deed LIKE 'sensitive%'"))
                .containsExactly("event sensitive-answers-counted diet: 3");
    }

    @Test
    void whereNobodyComesThereIsNothingToList() {
        kopa.publish(parks, Plans.training("parks", "nobody", ""));
        Document page = organiser.page("/organiser/events/nobody/lists");
        assertThat(page.select(".lead").text()).isEqualTo("Nobody has a place yet.");
        assertThat(page.select("main section")).isEmpty();
    }

    private String register(String name, String consent, String answers) {
        return kopa.register(Program.STRANGER, "day", """
                        {"name": "%s", "email": "%s@example.org", "language": "en", "consents": ["privacy"%s],
                         "answers": {%s}}""".formatted(
                                name, name, consent.isEmpty() ? "" : ", " + consent, answers))
                .is(201)
                .text("reference");
    }

    private static List<String> counts(Document page) {
        return page.select("section[aria-labelledby=counts] table").stream()
                .map(table -> table.select("caption").text() + ": "
                        + String.join(", ", table.select("tbody tr").eachText()))
                .toList();
    }
}
