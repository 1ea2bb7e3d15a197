package lv.kopa.registration.selection;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.OutboxItem;
import lv.kopa.registration.own.Someone;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Organisers who choose among those who ask for a place. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SelectionTest {
    private static final Texts TEXTS = Texts.in(Language.EN);

    private static final String SURE = "button[name=sure]";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("SelectionTest", database);
    private final String parks = kopa.found("parks");
    private final Browser office = office();

    @AfterAll
    void close() {
        kopa.close();
    }

    @Test
    void answersStandSideBySideAndPointsPutPeopleInOrder() {
        publish("points", """
                "questions": [{"key": "why", "type": "TEXT", "label": {"en": "Why?"}},
                  {"key": "health", "type": "TEXT", "label": {"en": "Health"}, "sensitive": true}]""");
        asks("points", "Anna", "\"answers\": {\"why\": \"To learn\", \"health\": \"Asthma\"}");
        asks("points", "Kari", "\"answers\": {\"why\": \"To teach\"}");
        changes(page("points"), Map.of("criterion.new.0", "Motivation", "criterion.new.1", "First time"));

        Document shown = page("points");
        assertThat(names(shown)).containsExactly("Anna", "Kari");
        assertThat(shown.select("#people").text())
                .contains("To learn", "To teach")
                .doesNotContain("Asthma");
        assertThat(shown.select("input[name=ask]").eachAttr("value")).containsOnly("why");
        HttpResponse<String> kept = sends(
                "points",
                shown,
                Map.of(
                        "do",
                        "keep",
                        points(shown, "Kari", 0),
                        "3",
                        points(shown, "Kari", 1),
                        "1",
                        note("points", "Kari"),
                        "Knows the host"));

        assertThat(Browser.onwards(kept)).isEqualTo(path("points") + "?sort=POINTS&ask=why");
        Document after = page("points");
        assertThat(names(after)).containsExactly("Kari", "Anna");
        assertThat(after.select("#people .points b").eachText()).containsExactly("Sum: 4", "Sum: 0");
        assertThat(names(office.page(path("points") + "?sort=NAME"))).containsExactly("Anna", "Kari");
        assertThat(office.page(path("points") + "?sort=NAME").select("#people").text())
                .doesNotContain("To learn");
        assertThat(office.page("/organiser/registrations/" + reference("points", "Kari"))
                        .text())
                .contains("Motivation: 3 · First time: 1", "Knows the host");
        assertThat(deeds("points", "Kari"))
                .contains("points-given Motivation: – → 3; First time: – → 1", "note-written ");
    }

    @Test
    void manyAreApprovedAtOnceOrNobodyIsAndWhoWouldFitIsSaid() {
        publish("many", "\"places\": 2");
        List.of("Anna", "Kari", "Ola").forEach(name -> asks("many", name, ""));
        Document shown = page("many");
        assertThat(shown.select(".lead").text()).contains("3 people await your decision. There are 2 places left.");

        HttpResponse<String> refused =
                sends("many", ticked(shown), Map.of("do", "approve", "reason", "The best three"));

        assertThat(refused.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(refused.body());
        assertThat(again.select("#errors").text())
                .contains(TEXTS.get("workspace.selection.fault.room", 3, 2, "Anna, Kari"));
        assertThat(again.select("[name=reason]").val()).isEqualTo("The best three");
        assertThat(again.select("[name=ticked][checked]")).hasSize(3);
        assertThat(statuses("many")).containsOnly("AWAITING_APPROVAL");
        assertThat(database.number("SELECT places_taken FROM event WHERE slug = 'many'"))
                .isZero();
        assertThat(mails("anna.many@example.org")).containsExactly("awaiting-approval");

        Browser.onwards(sends("many", again, Map.of("do", "approve", "rest", "wait")));

        assertThat(statuses("many")).containsExactly("CONFIRMED", "CONFIRMED", "WAITING");
        assertThat(mails("ola.many@example.org")).contains("waiting");
        assertThat(deeds("many", "Ola")).contains("approved ", "chosen The best three");
        assertThat(page("many").select("#people")).isEmpty();
        HttpResponse<String> late = sends("many", again, Map.of("do", "decline"));
        assertThat(Jsoup.parse(late.body()).select("#errors").text())
                .contains(TEXTS.get("registration.settled.not-awaiting"));
    }

    @Test
    void whoDecidesIsAskedFirstAndReadsHowManyGetAPlaceAndHowManyWait() {
        publish("asked", "\"places\": 2");
        List.of("Anna", "Kari", "Ola").forEach(name -> asks("asked", name, ""));

        Document sure = Jsoup.parse(office.submit(
                        ticked(page("asked")),
                        path("asked"),
                        Map.of("do", "approve", "rest", "wait", note("asked", "Anna"), "Keen\non bees"))
                .body());

        assertThat(sure.select("h1").text()).isEqualTo("Approve 3 people?");
        assertThat(sure.select("section h2").eachText())
                .containsExactly("2 people get a place", "1 person goes to the waiting list");
        assertThat(sure.select("section li").eachText()).containsExactly("Anna", "Kari", "Ola");
        assertThat(sure.select(SURE).text()).isEqualTo("Approve 3 people");
        assertThat(statuses("asked")).containsOnly("AWAITING_APPROVAL");
        assertThat(notes("asked")).isEmpty();
        assertThat(mails("anna.asked@example.org")).containsExactly("awaiting-approval");

        Document back = Jsoup.parse(
                office.press(sure, "#sure button[formaction$=/view]", Map.of()).body());
        assertThat(back.select("[name=ticked][checked]")).hasSize(3);
        assertThat(back.expectFirst("textarea[name=" + note("asked", "Anna") + "]")
                        .wholeText())
                .isEqualTo("Keen\non bees");

        String yes = sure.select(SURE).val();
        Browser.onwards(office.submit(sure, path("asked"), Map.of("sure", yes)));
        assertThat(statuses("asked")).containsExactly("CONFIRMED", "CONFIRMED", "WAITING");
        assertThat(notes("asked")).containsExactly("Keen\non bees");
        assertThat(deeds("asked", "Anna")).contains("approved ").noneMatch(deed -> deed.startsWith("chosen"));
    }

    @Test
    void whoSaidYesIsAskedAnewWhereAPlaceIsGoneMeanwhile() {
        publish("anew", "\"places\": 2");
        List.of("Anna", "Kari").forEach(name -> asks("anew", name, ""));
        Document sure =
                Jsoup.parse(office.submit(ticked(page("anew")), path("anew"), Map.of("do", "approve", "rest", "wait"))
                        .body());
        assertThat(sure.select("section h2").eachText()).containsExactly("2 people get a place");
        database.execute("UPDATE event SET places_taken = 1 WHERE slug = 'anew'");

        Document again = Jsoup.parse(office.submit(
                        sure, path("anew"), Map.of("sure", sure.select(SURE).val()))
                .body());

        assertThat(again.select("section h2").eachText())
                .containsExactly("1 person gets a place", "1 person goes to the waiting list");
        assertThat(statuses("anew")).containsOnly("AWAITING_APPROVAL");
    }

    @Test
    void whoIsDeclinedReadsTheReasonWhichHasToBeSaid() {
        publish("declined", "\"places\": 2");
        List.of("Anna", "Kari").forEach(name -> asks("declined", name, ""));

        HttpResponse<String> refused = sends("declined", ticked(page("declined")), Map.of("do", "decline"));
        assertThat(Jsoup.parse(refused.body()).select("#reason-error").text())
                .isEqualTo(TEXTS.get("workspace.selection.fault.reason"));
        HttpResponse<String> nobody = sends("declined", page("declined"), Map.of("do", "decline", "reason", "No"));
        assertThat(Jsoup.parse(nobody.body()).select("#errors").text())
                .contains(TEXTS.get("workspace.selection.fault.nobody"));
        sends("declined", Jsoup.parse(refused.body()), Map.of("do", "decline", "reason", "Members come first"));

        assertThat(statuses("declined")).containsOnly("DECLINED");
        assertThat(Someone.mailTo(kopa, "kari.declined@example.org").wording().text())
                .contains("Members come first");
    }

    @Test
    void twoOrganisersLoseNothingOfWhatTheOtherNotes() {
        publish("two", "\"places\": 2");
        List.of("Anna", "Kari").forEach(name -> asks("two", name, ""));
        Browser colleague = office();
        Document mine = page("two");
        Document theirs = colleague.page(path("two"));

        sends("two", mine, Map.of("do", "keep", note("two", "Anna"), "Mine"));
        HttpResponse<String> other =
                colleague.submit(theirs, path("two"), Map.of("do", "keep", note("two", "Kari"), "About Kari"));
        Browser.onwards(other);
        HttpResponse<String> same =
                colleague.submit(theirs, path("two"), Map.of("do", "keep", note("two", "Anna"), "Theirs"));

        assertThat(same.statusCode()).isEqualTo(422);
        Document shown = Jsoup.parse(same.body());
        assertThat(shown.select("#errors").text()).contains(TEXTS.get("workspace.selection.fault.note", "Mine"));
        assertThat(shown.select("textarea[name=" + note("two", "Anna") + "]").text())
                .isEqualTo("Theirs");
        assertThat(notes("two")).containsExactlyInAnyOrder("Mine", "About Kari");

        colleague.submit(shown, path("two"), Map.of("do", "keep"));

        assertThat(notes("two")).containsExactlyInAnyOrder("Theirs", "About Kari");
    }

    @Test
    void nothingThatWasTypedIsLostWhateverButtonIsPressed() {
        publish("typed", "\"places\": 2");
        List.of("Kari", "Anna").forEach(name -> asks("typed", name, ""));
        changes(page("typed"), Map.of("criterion.new.0", "Motivation"));
        Document first = page("typed");
        String points = points(first, "Anna", 0);
        Map<String, String> typed = Map.of(
                "ticked", reference("typed", "Anna"), note("typed", "Anna"), "Keen", points, "2", "reason", "Members");

        Document second = Jsoup.parse(office.press(
                        first,
                        "button[formaction$=/view]",
                        with(typed, Map.of("sort", "NAME", "criterion.new.0", "New")))
                .body());

        assertThat(names(second)).containsExactly("Anna", "Kari");
        assertThat(second.select("#notes").text()).contains(TEXTS.get("workspace.selection.still"));
        assertThat(second.select("[name='criterion.new.0']").val()).isEqualTo("New");
        assertThat(shown(second, "typed")).containsExactly("Keen", "2", "Members", "Anna");
        assertThat(notes("typed")).isEmpty();

        Document third = Jsoup.parse(changes(second, Map.of()).body());

        assertThat(third.select("#notes").text())
                .contains(TEXTS.get("workspace.selection.criteria.done"), TEXTS.get("workspace.selection.still"));
        assertThat(names(third)).containsExactly("Anna", "Kari");
        assertThat(shown(third, "typed")).containsExactly("Keen", "2", "Members", "Anna");
        assertThat(third.select("#criteria input[value=New]")).hasSize(1);

        Document fourth =
                Jsoup.parse(sends("typed", third, Map.of("do", "keep")).body());

        assertThat(notes("typed")).containsExactly("Keen");
        assertThat(fourth.select("#notes").text()).contains(TEXTS.get("workspace.selection.kept", 1));
        assertThat(shown(fourth, "typed")).containsExactly("Keen", "2", "Members", "Anna");

        Browser.onwards(sends("typed", fourth, Map.of("do", "approve")));

        assertThat(statuses("typed")).containsExactly("AWAITING_APPROVAL", "CONFIRMED");
    }

    /** What stands in the fields about Anna, why she is chosen and who is ticked. */
    private List<String> shown(Document page, String slug) {
        return List.of(
                page.select("textarea[name=" + note(slug, "Anna") + "]").text(),
                page.select("#people tr:has(label:contains(Anna)) select option[selected]")
                        .val(),
                page.select("[name=reason]").val(),
                page.select("#people label:has([name=ticked][checked])").text());
    }

    private static Map<String, String> with(Map<String, String> typed, Map<String, String> more) {
        Map<String, String> all = new HashMap<>(typed);
        all.putAll(more);
        return all;
    }

    @Test
    void nothingIsKeptOrDecidedOfSomebodyInWhosePlaceAnotherStandsByNow() {
        publish("another", "\"places\": 2");
        asks("another", "Anna", "");
        Document shown = page("another");
        String note = note("another", "Anna");
        database.execute("UPDATE registration SET name = 'Kari', email = 'kari.another@example.org',"
                + " email_key = 'kari.another@example.org' WHERE email = 'anna.another@example.org'");

        HttpResponse<String> refused = sends("another", shown, Map.of("do", "keep", note, "About Anna"));

        assertThat(refused.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(refused.body());
        assertThat(again.select("#errors").text()).contains(TEXTS.get("workspace.selection.fault.person"));
        assertThat(notes("another")).isEmpty();
        assertThat(sends("another", ticked(shown), Map.of("do", "approve", "reason", "Keen"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(statuses("another")).containsExactly("AWAITING_APPROVAL");

        Browser.onwards(sends("another", again, Map.of("do", "keep", note, "About Kari")));

        assertThat(notes("another")).containsExactly("About Kari");
    }

    @Test
    void thereAreNeverMoreCriteriaThanThePageHasRoomFor() {
        publish("six", "\"places\": 2");
        long event = database.number("SELECT id FROM event WHERE slug = 'six'");
        Criteria criteria = kopa.bean(Criteria.class);

        assertThat(criteria.change(event, Map.of(), List.of("A", "B", "C", "D", "E", "F"), "system"))
                .isTrue();
        assertThat(criteria.change(event, Map.of(), List.of("G"), "system")).isFalse();
        Map<Long, String> withoutFirst = Map.of(criteria.of(event).get(0).id(), "");
        assertThat(criteria.change(event, withoutFirst, List.of("G"), "system")).isTrue();

        assertThat(criteria.of(event).stream().map(Criterion::name)).containsExactly("B", "C", "D", "E", "F", "G");
    }

    @Test
    void peopleAreToldWhatIsThoughtOfThemAndItIsErasedWithThem() {
        publish("own", "\"places\": 2");
        Someone anna = Someone.at(kopa, Someone.path(asks("own", "Anna", "").text("links.manage")));
        changes(page("own"), Map.of("criterion.new.0", "Motivation"));
        Document shown = page("own");
        sends("own", shown, Map.of("do", "keep", points(shown, "Anna", 0), "2", note("own", "Anna"), "Shy but keen"));
        sends("own", ticked(page("own")), Map.of("do", "approve", "reason", "Keen people first"));

        assertThat(anna.browser().get(anna.path() + "/data.json").body())
                .contains("\"opinion\":{\"note\":\"Shy but keen\",\"points\":{\"Motivation\":2}}", "Keen people first");

        anna.send("/erasure", "/erasure", Map.of("sure", "yes"));

        assertThat(database.number("SELECT COUNT(*) FROM registration WHERE erased_at IS NOT NULL"))
                .isEqualTo(1);
        assertThat(notes("own")).isEmpty();
        assertThat(database.number("SELECT COUNT(*) FROM selection_mark m JOIN registration r ON r.id ="
                        + " m.registration_id JOIN event e ON e.id = r.event_id WHERE e.slug = 'own'"))
                .isZero();
        assertThat(database.number(
                        "SELECT COUNT(*) FROM audit WHERE detail LIKE '%Keen%' OR detail LIKE 'Motivation: –%'"
                                + " AND subject_id = (SELECT MAX(r.id) FROM registration r JOIN event e ON e.id = r.event_id"
                                + " WHERE e.slug = 'own')"))
                .isZero();
    }

    private Browser office() {
        Browser browser = new Browser(kopa.site());
        browser.page("/?lang=en");
        browser.submit(
                browser.page("/organiser/sign-in"),
                "/organiser/sign-in",
                Map.of("email", "parks@example.org", "password", "long enough a password"));
        return browser;
    }

    private void publish(String slug, String more) {
        kopa.publish(parks, Plans.training("parks", slug, "\"approval\": \"MANUAL\", \"waitingList\": true, " + more));
    }

    private Program.Answer asks(String slug, String name, String more) {
        return kopa.register(STRANGER, slug, """
                        {"name": "%s", "email": "%s.%s@example.org", "language": "en", "consents": ["privacy"]%s}
                        """.formatted(
                                name, name.toLowerCase(Locale.ROOT), slug, more.isEmpty() ? "" : ", " + more))
                .is(201);
    }

    private static String path(String slug) {
        return "/organiser/events/" + slug + "/selection";
    }

    private Document page(String slug) {
        return office.page(path(slug));
    }

    /** Presses a button, and says yes where that is asked. */
    private HttpResponse<String> sends(String slug, Document page, Map<String, String> typed) {
        HttpResponse<String> answer = office.submit(page, path(slug), typed);
        Document asked = Jsoup.parse(answer.body());
        return isAsked(asked)
                ? office.submit(
                        asked, path(slug), Map.of("sure", asked.select(SURE).val()))
                : answer;
    }

    private static boolean isAsked(Document page) {
        return !page.select(SURE).isEmpty();
    }

    private HttpResponse<String> changes(Document page, Map<String, String> typed) {
        return office.press(page, "button[formaction$=/criteria]", typed);
    }

    private static Document ticked(Document page) {
        page.select("[name=ticked]").attr("checked", "checked");
        return page;
    }

    private static List<String> names(Document page) {
        return page.select("#people tbody th label").eachText();
    }

    private static String points(Document page, String name, int criterion) {
        return page.select("#people tbody tr:has(th label:contains(" + name + ")) select")
                .get(criterion)
                .attr("name");
    }

    private String note(String slug, String name) {
        return "note." + reference(slug, name);
    }

    private String reference(String slug, String name) {
        return database.texts("SELECT r.reference" + of(slug) + " AND r.name = '" + name + "'")
                .get(0);
    }

    private List<String> statuses(String slug) {
        return database.texts("SELECT r.status" + of(slug) + " ORDER BY r.id");
    }

    private List<String> deeds(String slug, String name) {
        return database.texts("SELECT CONCAT(a.deed, ' ', COALESCE(a.detail, '')) FROM audit a WHERE a.subject ="
                + " 'registration' AND a.subject_id = (SELECT r.id" + of(slug) + " AND r.name = '" + name + "')");
    }

    private List<String> notes(String slug) {
        return database.texts(
                "SELECT n.note FROM selection_note n WHERE n.registration_id IN (SELECT r.id" + of(slug) + ")");
    }

    private static String of(String slug) {
        return " FROM registration r JOIN event e ON e.id = r.event_id WHERE e.slug = '" + slug + "'";
    }

    private List<String> mails(String email) {
        return Someone.mails(kopa, email).stream().map(OutboxItem::kind).toList();
    }
}
