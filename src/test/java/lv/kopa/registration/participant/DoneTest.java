package lv.kopa.registration.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Browser;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said after the form was sent, and to whom; and what the form says before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DoneTest {
    private static final Texts TEXTS = Texts.in(Language.EN);
    private static final String KINDS = """
            "places": 9, "categories": [{"key": "member", "name": {"en": "Member"}, "places": %d},
              {"key": "guest", "name": {"en": "Guest"}}]""";

    private final Program kopa = Program.start("DoneTest", TestDatabase.fresh());
    private final String parks = kopa.found("parks");
    private String event = "";
    private int events;

    @BeforeEach
    void name() {
        event = "event-" + events++;
    }

    @AfterAll
    void stop() {
        kopa.close();
    }

    private void publish(String more) {
        kopa.publish(parks, Plans.training("parks", event, more));
    }

    private String form() {
        return "/events/" + event + "/register";
    }

    private Browser browser() {
        return browser(Language.EN);
    }

    private Browser browser(Language language) {
        Browser browser = new Browser(kopa.site());
        browser.page("/?lang=" + language.tag());
        return browser;
    }

    private String register(Browser browser, String email, Map<String, String> more) {
        Map<String, String> typed = new HashMap<>(Map.of("name", "Anna", "email", email, "consents", "privacy"));
        typed.putAll(more);
        return Browser.onwards(browser.submit(browser.page(form()), form(), typed));
    }

    @Test
    void whoTypedAnAddressReadsToWhichTheMailGoesAndNobodyElseDoes() {
        publish("");
        Browser anna = browser();

        String done = register(anna, "anna@example.org", Map.of());

        assertThat(done).doesNotContain("anna@");
        String sentence = TEXTS.get("registration.done.written-to", "anna@example.org");
        assertThat(anna.page(done).select("#written-to").text())
                .isEqualTo(sentence + " " + TEXTS.get("registration.done.mend"));
        assertThat(anna.page(done + "&lang=lv").select("#written-to").text())
                .as("once more, in another language")
                .startsWith(Texts.in(Language.LV).get("registration.done.written-to", "anna@example.org"));
        assertThat(anna.cookies().get("kopa-written-to")).doesNotContain("anna");
        Document strangers = browser().page(done);
        assertThat(strangers.select("h1").text()).isEqualTo(TEXTS.get("registration.done.confirmed"));
        assertThat(strangers.text()).doesNotContain("anna@");
    }

    @Test
    void onceTheAddressCanNoLongerBeMendedAtOnceThePageSaysWhatElseToDo() {
        publish("");
        Browser anna = browser();
        String done = register(anna, "anna@example.org", Map.of());

        anna.cookies().remove("kopa-next");

        assertThat(anna.page(done).select("#written-to").text())
                .isEqualTo(TEXTS.get("registration.done.written-to", "anna@example.org") + " "
                        + TEXTS.get("registration.done.mistake"));
        assertThat(anna.page(form() + "?mistyped").select("#mistyped")).isEmpty();
    }

    @Test
    void whatSomebodyElsePutIntoTheCookieIsNotShown() {
        publish("");
        Browser anna = browser();
        String done = register(anna, "anna@example.org", Map.of());
        String ours = String.valueOf(anna.cookies().get("kopa-written-to"));

        for (String forged : new String[] {"evil@example.org", "", "AAAA", ours.substring(4), "%00"}) {
            anna.cookies().put("kopa-written-to", forged);
            assertThat(anna.page(done).select("#written-to")).as(forged).isEmpty();
        }
        String first = event;
        event = "event-" + events++;
        publish("");
        String other = register(anna, "janis@example.org", Map.of());
        anna.cookies().put("kopa-written-to", ours);
        assertThat(anna.page(other).select("#written-to")).as("of " + first).isEmpty();
    }

    @Test
    void aKnownAddressLooksLikeAnyOther() {
        publish("");
        Browser one = browser();
        String first = one.page(register(one, "anna@example.org", Map.of()))
                .select("main")
                .html();
        Browser other = browser();

        String again = register(other, "anna@example.org", Map.of());

        assertThat(other.page(again).select("main").html()).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?status=confirmed",
                "?status=waiting&position=2&category=nobody",
                "?status=confirmed&proof=",
                "?status=confirmed&proof=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void anAddressThatSomebodyMadeUpSaysNothing(String query) {
        publish("");

        saysNothing("/events/" + event + "/registered" + query);
    }

    @Test
    void norDoesOneOfOursThatSomebodyChangedOrTookToAnotherEvent() {
        publish("\"approval\": \"MANUAL\"");
        String ours = register(browser(), "anna@example.org", Map.of());
        saysNothing(ours.replace("awaiting-approval", "confirmed"));
        saysNothing(ours.replace("?", "?unasked&"));
        String former = event;
        event = "event-" + events++;
        publish("");
        saysNothing(ours.replace(former, event));
    }

    private void saysNothing(String address) {
        Document page = browser().page(address);
        assertThat(page.select("h1").text()).as(address).isEqualTo(TEXTS.get("registration.done.unknown"));
        assertThat(page.select("main").text())
                .doesNotContain(TEXTS.get("registration.done.confirmed"), TEXTS.get("registration.done.next"));
        assertThat(page.select("main .actions a").eachAttr("href"))
                .containsExactly("/events/" + event, "/registrations/link");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thatAKindOfPlaceIsFullIsNotToldAsIfAllPlacesWere(Language language) {
        publish(KINDS.formatted(0));
        Browser anna = browser(language);

        String done = register(anna, "anna@example.org", Map.of("category", "member"));

        Texts texts = Texts.in(language);
        assertThat(anna.page(done).select(".lead").text()).isEqualTo(texts.get("registration.done.waiting-for.lead"));
    }

    @Test
    void norIsItWherePlacesAreOfferedForATime() {
        publish(KINDS.formatted(0) + ", \"registration\": {\"offerHours\": 24}");
        Browser anna = browser();

        String done = register(anna, "anna@example.org", Map.of("category", "member"));

        assertThat(anna.page(done).select(".lead").text())
                .isEqualTo(TEXTS.get("registration.done.waiting-for-asked.lead", 24));
    }

    @Test
    void whoWaitsReadsUntilWhenAndWhatThereIsInstead() {
        publish(KINDS.formatted(0));
        Browser anna = browser();

        Document done = anna.page(register(anna, "anna@example.org", Map.of("category", "member")));

        assertThat(done.select("main header").text())
                .contains(TEXTS.get("registration.done.waiting.until", "Saturday 14 June 2031, 09:30 (Riga time)"));
        assertThat(done.select("section[aria-labelledby=free] li").eachText()).containsExactly("Guest 9 places left");
        assertThat(done.select("section[aria-labelledby=free] p").text())
                .isEqualTo(TEXTS.get("registration.done.free-kinds.lead"));
        assertThat(done.select(".steps").text())
                .contains(TEXTS.get("registration.done.next.leave"))
                .doesNotContain(TEXTS.get("registration.done.next.cancel"));
    }

    @Test
    void whoWaitsForAFullPartReadsWhichPartsAreNot() {
        kopa.publish(parks, """
                {"organisation": "parks", "slug": "%s", "kind": "TRAINING", "title": {"en": "Parts"}, "places": 9,
                 "timeZone": "Europe/Riga", "sessions": [
                  {"title": {"en": "Bees"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 1},
                  {"title": {"en": "Birds"}, "start": "2031-06-14T12:00", "end": "2031-06-14T13:00", "places": 5}]}
                """.formatted(event));
        Browser anna = browser();
        String bees = anna.page(form()).expectFirst("input[name=sessions]").val();

        register(browser(), "janis@example.org", Map.of("sessions", bees));

        Document done = anna.page(register(anna, "anna@example.org", Map.of("sessions", bees)));

        assertThat(done.select("section[aria-labelledby=free] li b").eachText()).containsExactly("Birds");
        assertThat(done.select("section[aria-labelledby=free] p").text())
                .isEqualTo(TEXTS.get("registration.done.free-parts.lead"));
    }

    @Test
    void whereNothingElseIsFreeNothingIsNamed() {
        publish("\"places\": 1");
        register(browser(), "janis@example.org", Map.of());
        Browser anna = browser();

        Document done = anna.page(register(anna, "anna@example.org", Map.of()));

        assertThat(done.select("section[aria-labelledby=free]")).isEmpty();
    }

    @Test
    void whereAnOrganiserDecidesTheFormSaysSoBeforeItIsSent() {
        publish("\"approval\": \"MANUAL\", \"registration\": {\"decisionsBy\": \"2031-05-20\"}");

        Document page = browser().page(form());

        assertThat(page.select("#decision").text())
                .isEqualTo(TEXTS.get("event.chosen-by-organiser")
                        + " The organiser means to decide by Tuesday 20 May 2031.");
        Elements send = page.select("#typed > .actions > .button");
        assertThat(send.text()).isEqualTo(TEXTS.get("registration.form.send.application"));
        assertThat(send.attr("aria-describedby")).isEqualTo("decision");
        assertThat(browser().page(form() + "/party").select("#decision").text()).contains("20 May 2031");
    }

    @Test
    void whereNobodyDecidesItDoesNot() {
        publish("");

        assertThat(browser().page(form()).select("#decision")).isEmpty();
    }

    @Test
    void whereNothingIsLeftAtAllThatIsSaid() {
        publish(KINDS.formatted(0).replace("9", "1"));
        register(browser(), "janis@example.org", Map.of("category", "guest"));
        Browser anna = browser();

        String done = register(anna, "anna@example.org", Map.of("category", "member"));

        assertThat(anna.page(done).select(".lead").text()).isEqualTo(TEXTS.get("registration.done.waiting.lead"));
    }

    @Test
    void whoseKindOfPlaceGoesWhileTheyTypeHearsOfThatKind() {
        publish(KINDS.formatted(1));
        Browser anna = browser();
        Document form = anna.page(form());
        register(browser(), "janis@example.org", Map.of("category", "member"));

        HttpResponse<String> answer = anna.submit(
                form,
                form(),
                Map.of("name", "Anna", "email", "anna@example.org", "category", "member", "consents", "privacy"));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains(TEXTS.get("registration.form.filled.kind"));
    }

    @Test
    void theFormSaysBeforehandThatAnAddressIsForOnePersonAndWhereOthersAreNamed() {
        publish("");
        Browser anna = browser();

        Document page = anna.page(form());

        assertThat(page.select("#email-hint").text()).contains("One address registers one person.");
        assertThat(page.select("#email").attr("aria-describedby")).isEqualTo("email-hint");
        assertThat(page.select("#typed .field:has(#email) + p button.link").attr("formaction"))
                .isEqualTo(form() + "/party");
        assertThat(page.select("#typed .field:has(#email) + p button.link").text())
                .isEqualTo(TEXTS.get("registration.party.title"));
    }

    @Test
    void whereEachRegistersAloneNoFormForSeveralIsNamed() {
        publish("\"registration\": {\"confirmAddress\": true}");

        Document page = browser().page(form());

        assertThat(page.select("#email-hint").text()).contains("One address registers one person.");
        assertThat(page.select("button[formaction$=/party]")).isEmpty();
    }

    @Test
    void whereAgesAreAskedItSaysHowSeveralChildrenAreRegistered() {
        publish("\"registration\": {\"minors\": \"ASKED\"}");

        Document page = browser().page(form());

        assertThat(page.select("header .notice").text())
                .startsWith("More than one person? Each person is registered singly")
                .contains("If somebody has no e-mail address of their own, write to the organiser: parks");
        assertThat(page.select("button[formaction$=/party]")).isEmpty();
    }
}
