package lv.kopa.event.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.own.Someone;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said where not all that an organiser wrote is in the reader's language. */
final class LanguageNotesTest {
    private static final String PARTLY = "Ne viss te ir latviešu valodā.";

    private static final Program KOPA = Program.start("LanguageNotesTest", TestDatabase.fresh());

    @BeforeAll
    static void publish() {
        String parks = KOPA.found("parks");
        KOPA.publish(parks, Plans.training("parks", "kinds", """
                "categories": [{"key": "member", "name": {"en": "Member", "lv": "Biedrs"},
                  "description": {"en": "For a year"}}]"""));
        KOPA.publish(parks, Plans.training("parks", "questions", """
                "questions": [{"key": "bed", "type": "CHOICE", "label": {"en": "Bed", "lv": "Gulta"}, "choices": [
                  {"key": "window", "label": {"en": "By the window", "lv": "Pie loga"}},
                  {"key": "floor", "label": {"en": "On the floor"}}]}]"""));
        KOPA.publish(parks, Plans.training("parks", "plain", """
                "categories": [{"key": "member", "name": {"en": "Member", "lv": "Biedrs"}}]"""));
    }

    @AfterAll
    static void close() {
        KOPA.close();
    }

    @Test
    void theEventPageSaysItOfTheKindsOfPlaceOnce() {
        assertThat(page("/events/kinds?lang=lv")
                        .select("[aria-labelledby=places] .meta")
                        .eachText())
                .containsOnlyOnce(PARTLY);
        assertThat(page("/events/plain?lang=lv")
                        .select("[aria-labelledby=places]")
                        .text())
                .doesNotContain(PARTLY);
        assertThat(page("/events/kinds?lang=en").text()).doesNotContain("Not all of this");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/events/kinds/register", "/events/questions/register", "/events/questions/register/party"})
    void aFormSaysItOfItsKindsQuestionsAndChoicesOnce(String form) {
        assertThat(page(form + "?lang=lv").select(".meta").eachText()).containsOnlyOnce(PARTLY);
        assertThat(page(form + "?lang=en").text()).doesNotContain("Not all of this");
    }

    @Test
    void thePageWhereOnesAnswersAreChangedSaysItToo() {
        Someone anna = Someone.registered(KOPA, "questions", "anna@example.org", "");
        anna.browser().page("/?lang=lv");

        assertThat(anna.page("/answers").select(".meta").eachText()).containsOnlyOnce(PARTLY);
    }

    private static Document page(String address) {
        HttpResponse<String> answer = KOPA.site().get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }
}
