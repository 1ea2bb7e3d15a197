package lv.kopa.event.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the page of an event says, and in which language. */
@Tag("database")
class EventPageTest {
    private static Program kopa;
    private static String parks;

    @BeforeAll
    static void announce() {
        kopa = Program.start("event-page", TestDatabase.fresh());
        parks = kopa.found("parks");
        kopa.publish(parks, Plans.studyVisit("parks", "hamar", "\"provided\": {\"lv\": \"Lidojums un *gulta*\"}"));
    }

    @AfterAll
    static void close() {
        kopa.close();
    }

    @Test
    void whatIsCalledOffHasNoProgrammeToPrint() {
        kopa.publish(parks, Plans.training("parks", "off", ""));
        assertThat(page("/events/off").select("a[href*=itinerary.pdf]")).hasSize(1);

        kopa.post(parks, "/api/v1/events/off/cancel", "{\"reason\": \"The trainer is ill\"}")
                .is(200);

        assertThat(page("/events/off").select("a[href*=itinerary.pdf]")).isEmpty();
    }

    private static Document page(String address) {
        HttpResponse<String> answer = kopa.site().get(address);
        assertThat(answer.statusCode()).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    @Test
    void itSaysWhatIsProvided() {
        assertThat(page("/events/hamar?lang=lv")
                        .select("[aria-labelledby=provided]")
                        .html())
                .contains("Ko nodrošinām", "Lidojums un <em>gulta</em>");
    }

    @Test
    void aTextInOneLanguageSaysWhichThatIs() {
        Document english = page("/events/hamar?lang=en");

        assertThat(english.select("[aria-labelledby=provided] .note").text())
                .isEqualTo("This text is only in Latvian.");
        assertThat(english.select("[aria-labelledby=provided]").attr("lang")).isEqualTo("lv");
        assertThat(english.select("[aria-labelledby=about] .note")).isEmpty();
        assertThat(page("/events/hamar?lang=nb")
                        .select("[aria-labelledby=about] .note")
                        .text())
                .isEqualTo("Denne teksten finnes bare på engelsk.");
    }

    @Test
    void aTextInSeveralOtherLanguagesSaysWhichIsShown() {
        kopa.publish(parks, Plans.training("parks", "two", "\"description\": {\"lv\": \"Divi\", \"en\": \"Two\"}"));

        assertThat(page("/events/two?lang=nb").select("[aria-labelledby=about]").text())
                .isEqualTo("Hva det handler om Denne teksten finnes ikke på norsk; her er den på engelsk. Two");
    }

    @Test
    void whereAnOrganiserChoosesWhoComesThatIsSaidBesideTheWayIn() {
        kopa.publish(parks, Plans.training("parks", "for-everybody", ""));

        assertThat(page("/events/hamar?lang=en").select(".call").text())
                .contains("The organiser chooses who gets a place; you hear by mail.");
        assertThat(page("/events/for-everybody?lang=en").select(".call").text()).doesNotContain("chooses");
    }

    @Test
    void aPlaceIsLookedUpElsewhereAndNothingOfItIsLoaded() {
        Document page = page("/events/hamar?lang=en");

        assertThat(page.select(".facts a.map").attr("href"))
                .isEqualTo("https://www.openstreetmap.org/search?query=Hamar+Naturskole");
        assertThat(page.select(".facts a.map").attr("aria-label")).isEqualTo("Map: Hamar Naturskole, on OpenStreetMap");
        assertThat(page.select("[src^=http], link[rel=stylesheet][href^=http]")).isEmpty();
    }

    @Test
    void theItineraryShowsLocalAndHomeTimeSideBySide() {
        Document page = page("/events/hamar?lang=en");

        assertThat(page.select(".itinerary .zone").text()).isEqualTo("From here Oslo time (−1 h from home)");
        assertThat(page.select(".stop:contains(Nature school) .time").text())
                .isEqualTo("11:00–15:30 12:00–16:30 in Riga");
    }

    @Test
    void whomToCallAndWhereToJoinAreNotForEverybody() {
        assertThat(page("/events/hamar").outerHtml()).doesNotContain("meet.example", "22 00 00 00");
    }
}
