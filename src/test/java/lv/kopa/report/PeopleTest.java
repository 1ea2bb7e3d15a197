package lv.kopa.report;

import static lv.kopa.report.Kapitals.REPORT;
import static org.assertj.core.api.Assertions.assertThat;

import lv.kopa.registration.Registrations;
import lv.kopa.registration.erasure.Erasing;
import lv.kopa.web.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each person counts once, however many addresses they have, and when nobody knows any more who they were. */
class PeopleTest {
    private static final String PEOPLE = REPORT + "/people";
    private Kapitals kapitals;

    @BeforeEach
    void open() {
        kapitals = Kapitals.open();
    }

    @AfterEach
    void close() {
        kapitals.close();
    }

    @Test
    void whoLooksAlikeIsOneAsSoonAsAnOrganiserSaysSo() {
        assertThat(kapitals.page(REPORT).select(".notice").text()).contains("1 pair");
        Document people = kapitals.page(PEOPLE);
        assertThat(people.select("#open ~ .box b").eachText()).containsExactly("Jānis Kalns", "Janis Kalns");

        say(people, "one");

        assertThat(kapitals.total()).containsEntry("People", "10").containsEntry("Participations", "12");
        assertThat(kapitals.page(REPORT + "/rows?count=people").select("tbody tr"))
                .hasSize(10);
        assertThat(kapitals.page(REPORT).select(".notice")).isEmpty();
        assertThat(deeds("people-joined")).isEqualTo(1);
    }

    @Test
    void whatWasSaidCanBeTakenBack() {
        say(kapitals.page(PEOPLE), "one");
        Document decided = kapitals.page(PEOPLE);
        assertThat(decided.select("#decided ~ .box button").eachText()).containsExactly("Two people");

        say(decided, "two");

        assertThat(kapitals.total()).containsEntry("People", "11");
        assertThat(kapitals.page(PEOPLE).select("#open ~ .box form button[value=two]"))
                .as("nobody is asked again")
                .isEmpty();
        assertThat(deeds("people-kept-apart")).isEqualTo(1);
    }

    @Test
    void theSameTelephoneIsSeenToo() {
        kapitals.database()
                .execute(
                        "UPDATE registration SET phone = '+371 20 000 000' WHERE email LIKE 'guest2%'",
                        "UPDATE registration SET phone = '+37120000000' WHERE email LIKE 'olga%'");
        assertThat(kapitals.page(PEOPLE).select("#open ~ .box")).hasSize(2);
    }

    @Test
    void nobodySaysAnythingOfPeopleElsewhere() {
        String theirs = "first=" + reference("janis@example.org") + "&second=" + reference("kalns@work.example");
        assertThat(kapitals.stranger().post(PEOPLE, theirs + "&people=one").statusCode())
                .isEqualTo(404);
        assertThat(kapitals.post(PEOPLE, "first=AAAAAAAA&second=BBBBBBBB&people=one")
                        .headers()
                        .firstValue("Set-Cookie"))
                .hasValueSatisfying(said -> assertThat(said).contains("report.people.gone"));
        assertThat(kapitals.database().number("SELECT COUNT(*) FROM person_pair"))
                .isZero();
    }

    @Test
    void whoWasErasedStaysANumberWithoutAName() {
        say(kapitals.page(PEOPLE), "one");
        erase("olga@example.org");
        erase("janis@example.org");

        assertThat(kapitals.total())
                .containsEntry("Participations", "12")
                .containsEntry("People", "10")
                .containsEntry("Participant hours", "97.5");
        assertThat(kapitals.page(REPORT).select("#notes ~ p").text()).contains("2 participations");
        Document rows = kapitals.page(REPORT + "/rows?count=participations&activity=4");
        assertThat(rows.select("tbody th").eachText())
                .containsExactly("Anna Liepa", "Erased person", "Erased person", "Pēteris Bērzs");
        assertThat(rows.text()).doesNotContain("Olga", "olga@", "erased.invalid");
        assertThat(kapitals.page(REPORT + "/rows?count=people").text()).doesNotContain("erased.invalid");
    }

    private void erase(String email) {
        kapitals.program()
                .bean(Erasing.class)
                .erase(kapitals.program().bean(Registrations.class).byReference(reference(email)));
    }

    private String reference(String email) {
        return kapitals.database()
                .texts("SELECT reference FROM registration WHERE email = '" + email + "'")
                .get(0);
    }

    /** Presses a button of the first pair. */
    private void say(Document people, String verdict) {
        Element form = people.expectFirst("main .box form");
        String body = "first=" + form.select("[name=first]").val() + "&second="
                + form.select("[name=second]").val() + "&people=" + verdict;
        assertThat(Browser.onwards(kapitals.post(form.attr("action"), body))).startsWith(PEOPLE);
    }

    private long deeds(String deed) {
        return kapitals.database().number("SELECT COUNT(*) FROM audit WHERE deed = '" + deed + "'");
    }
}
