package lv.kopa.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.paper.Paper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The itinerary of a visit on paper. */
@Tag("database")
class ItineraryTest {
    private static Program kopa;
    private static String parks;

    @BeforeAll
    static void announce() {
        kopa = Program.start("itinerary", TestDatabase.fresh());
        parks = kopa.found("parks");
        kopa.publish(parks, Plans.studyVisit("parks", "hamar", ""));
    }

    @AfterAll
    static void close() {
        kopa.close();
    }

    private static HttpResponse<byte[]> paper(String address) {
        try {
            return HttpClient.newHttpClient().send(kopa.site().at(address).build(), BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void itIsReadInAPocketAndTellsNobodyWhomToCall() throws IOException {
        HttpResponse<byte[]> answer = paper("/events/hamar/itinerary.pdf?lang=nb");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/pdf");
        Paper paper = Paper.read(answer.body());
        String text = String.join("\n", paper.pages());
        assertThat(text)
                .contains("Study visit to Hamar", "lørdag 14. juni 2031", "11:00–15:30", "12:00–16:30", "Nature school")
                .contains("Hamar Naturskole", "Member: 2 plasser", "Vert: OMSOZAMS VENNER")
                .contains("Ikke alt her finnes på norsk.")
                .doesNotContain("meet.example", "22 00 00 00");
        assertThat(paper.borrowed()).isEmpty();
        assertThat(paper.spilt()).isEmpty();
    }

    @Test
    void whoHasAPlaceCarriesWhomToCallAndWhereToJoinAndNobodyElse() throws IOException {
        Answer wish = kopa.register(Program.STRANGER, "hamar", """
                {"name": "Anna", "email": "anna@example.org", "category": "member", "language": "en",
                 "consents": ["privacy"]}
                """);
        String link = wish.is(201).text("links.manage").replace("https://kopa.example", "");
        assertThat(paper(link + "/itinerary.pdf").statusCode()).isEqualTo(404);
        assertThat(kopa.site().get(link).body()).doesNotContain("itinerary.pdf");

        kopa.post(parks, "/api/v1/registrations/" + wish.text("reference") + "/approve")
                .is(200);

        HttpResponse<byte[]> answer = paper(link + "/itinerary.pdf?lang=en");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("private, no-store");
        assertThat(String.join("\n", Paper.read(answer.body()).pages()))
                .contains("Nature school", "+47 22 00 00 00", "https://meet.example/hamar", "12:00–16:30");
        assertThat(kopa.site().get(link).body()).contains(link + "/itinerary.pdf");
        assertThat(paper("/r/" + "x".repeat(22) + "/itinerary.pdf").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whereAllOfItIsInTheLanguageOfThePaperNothingIsSaidOfThat() throws IOException {
        assertThat(String.join(
                        "\n",
                        Paper.read(paper("/events/hamar/itinerary.pdf?lang=en").body())
                                .pages()))
                .doesNotContain("Not all of this is in");
    }

    @Test
    void whomAKindOfPlaceIsForIsReadWhereOneChoosesIt() throws IOException {
        String whom = "Has been in the association for a year";

        assertThat(kopa.site().get("/events/hamar").body()).contains(whom);
        assertThat(kopa.site().get("/events/hamar/register").body()).contains(whom);
        assertThat(kopa.get(parks, "/api/v1/events/hamar").text("categories.0.description.en"))
                .isEqualTo(whom);
        assertThat(String.join(
                        "\n",
                        Paper.read(paper("/events/hamar/itinerary.pdf").body()).pages()))
                .contains(whom);
    }

    @Test
    void whatIsStillTrueIsNotPrintedAgain() {
        String tag = paper("/events/hamar/itinerary.pdf?lang=lv")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(kopa.site()
                        .get("/events/hamar/itinerary.pdf?lang=lv", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void aDraftIsNotPrintedForStrangers() {
        kopa.post(parks, "/api/v1/events", Plans.studyVisit("parks", "draft", ""))
                .is(201);

        assertThat(paper("/events/draft/itinerary.pdf").statusCode()).isEqualTo(404);
        assertThat(paper("/events/no-such/itinerary.pdf").statusCode()).isEqualTo(404);
    }
}
