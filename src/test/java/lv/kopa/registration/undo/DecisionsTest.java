package lv.kopa.registration.undo;

import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Event;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.registration.AtOnce;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Organisers who undo what they decided on several people at once. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DecisionsTest {
    private static final Texts TEXTS = Texts.in(Language.EN);

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("DecisionsTest", database);
    private final String parks = kopa.found("parks");
    private final Browser office = office(kopa);

    @AfterAll
    void close() {
        kopa.close();
    }

    @AfterEach
    void goOn() {
        kopa.bean(MovableClock.class).release();
    }

    @Test
    void beforeThePressOneReadsForHowLongItCanBeUndoneAndAfterwardsUntilWhen() {
        publish("said", "");
        asks("said", "Anna");
        assertThat(page("said").select("#decide ~ .hint, section .hint").text())
                .contains(TEXTS.get("workspace.selection.undo", 5));
        decides("said", "approve");

        Document after = page("said");
        assertThat(after.select("section.notice h2").text()).isEqualTo("1 person approved");
        assertThat(after.select("section.notice").text()).contains("Until ", "the mails about it wait");
        assertThat(office.page("/organiser/events/said")
                        .select("section.notice form")
                        .attr("action"))
                .isEqualTo("/organiser/events/said/decisions/" + decision("said") + "/undo");
    }

    @Test
    void whoIsApprovedAwaitsADecisionAgainAndWasNotWrittenTo() {
        publish("yes", "\"places\": 2");
        List.of("Anna", "Kari", "Ola").forEach(name -> asks("yes", name));
        decides("yes", "approve");
        assertThat(statuses("yes")).containsExactly("CONFIRMED", "CONFIRMED", "WAITING");
        assertThat(held("yes")).as("mails that wait for five minutes").isEqualTo(3);

        Document done = undoes("yes");

        assertThat(done.select(".lead").text()).isEqualTo("Undone for 3 of 3.");
        assertThat(done.select("ul.rows li").eachText())
                .allMatch(line -> line.endsWith(TEXTS.get("workspace.decision.fate.undone")));
        assertThat(statuses("yes")).containsOnly("AWAITING_APPROVAL");
        assertThat(database.number("SELECT places_taken FROM event WHERE slug = 'yes'"))
                .isZero();
        assertThat(kinds("yes")).as("mails there are").containsOnly("awaiting-approval");
        assertThat(database.number("SELECT COUNT(*) FROM sent_entry s JOIN registration r ON r.reference ="
                        + " s.registration JOIN event e ON e.id = r.event_id WHERE e.slug = 'yes'"))
                .isZero();
        assertThat(database.number("SELECT COUNT(*) FROM audit WHERE deed = 'approval-undone'" + " AND event_id = "
                        + event("yes").id()))
                .isEqualTo(3);
        assertThat(database.number("SELECT COUNT(*) FROM registration r JOIN event e ON e.id = r.event_id"
                        + " WHERE e.slug = 'yes' AND r.placed_at IS NOT NULL"))
                .isZero();

        decides("yes", "approve");
        assertThat(kinds("yes")).as("approved again, all of it is written").contains("confirmed", "waiting");
    }

    @Test
    void whoHasBeenToldOfTheirPlaceKeepsItAndIsNamed() {
        publish("told", "\"places\": 2");
        List.of("Anna", "Kari").forEach(name -> asks("told", name));
        decides("told", "approve");
        database.execute("UPDATE mail_outbox SET state = 'SENT', sent_at = NOW(6) WHERE kind = 'confirmed'"
                + " AND to_address = 'anna.told@example.org'");

        Document done = undoes("told");

        assertThat(done.select(".lead").text()).isEqualTo("Undone for 1 of 2.");
        assertThat(done.select("ul.rows li").eachText())
                .containsExactly(
                        "Anna " + TEXTS.get("workspace.decision.fate.told-before"),
                        "Kari " + TEXTS.get("workspace.decision.fate.undone"));
        assertThat(statuses("told")).containsExactly("CONFIRMED", "AWAITING_APPROVAL");
    }

    @Test
    void aPlaceThatIsGivenBackGoesToWhoeverWaits() {
        publish("next", "\"places\": 1");
        asks("next", "Anna");
        decides("next", "approve");
        asks("next", "Kari");
        decides("next", "approve");
        assertThat(statuses("next")).containsExactly("CONFIRMED", "WAITING");

        undoes(
                "next",
                database.number("SELECT MIN(id) FROM decision WHERE event_id = "
                        + event("next").id()));

        assertThat(statuses("next")).containsExactly("AWAITING_APPROVAL", "CONFIRMED");
        assertThat(held("next")).as("what the next one hears goes out at once").isZero();
    }

    @Test
    void whoIsDeclinedIsConsideredAgainAndHearsSoOnlyIfTheyHaveHeardOfIt() {
        publish("no", "");
        List.of("Anna", "Kari").forEach(name -> asks("no", name));
        decides("no", "decline");
        database.execute("UPDATE mail_outbox SET state = 'SENT', sent_at = NOW(6) WHERE kind = 'declined'"
                + " AND to_address = 'anna.no@example.org'");

        Document done = undoes("no");

        assertThat(done.select("ul.rows li").eachText())
                .containsExactly(
                        "Anna " + TEXTS.get("workspace.decision.fate.told-anew"),
                        "Kari " + TEXTS.get("workspace.decision.fate.undone"));
        assertThat(statuses("no")).containsOnly("AWAITING_APPROVAL");
        assertThat(mails("anna.no@example.org")).containsExactly("awaiting-approval", "declined", "awaiting-approval");
        assertThat(mails("kari.no@example.org")).containsExactly("awaiting-approval");
    }

    @Test
    void whatHasHappenedSinceStaysAndIsSaid() {
        publish("since", "");
        List.of("Anna", "Kari").forEach(name -> asks("since", name));
        decides("since", "decline");
        asks("since", "Anna");

        Document done = undoes("since");

        assertThat(done.select("ul.rows li").eachText())
                .containsExactly(
                        "Anna " + TEXTS.get("workspace.decision.fate.registered-anew"),
                        "Kari " + TEXTS.get("workspace.decision.fate.undone"));
        assertThat(statuses("since")).containsExactly("DECLINED", "AWAITING_APPROVAL", "AWAITING_APPROVAL");

        decides("since", "approve");
        database.execute("UPDATE registration SET status = 'CANCELLED', revision = revision + 1 WHERE name = 'Kari'"
                + " AND event_id = " + event("since").id());
        assertThat(undoes("since").select("ul.rows li").eachText())
                .contains("Kari " + TEXTS.get("workspace.decision.fate.changed"));
    }

    @Test
    void afterSomeMinutesItIsTooLateAndTheMailsGoOut() {
        publish("late", "");
        asks("late", "Anna");
        decides("late", "decline");
        long decision = decision("late");
        Document before = page("late");
        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(5));

        office.submit(before, "/organiser/events/late/decisions/" + decision + "/undo", Map.of());

        Document after = office.page("/organiser/events/late/decisions/" + decision);
        assertThat(after.select(".lead").text()).isEqualTo(TEXTS.get("workspace.decision.late"));
        assertThat(after.select("form[action$=/undo]")).isEmpty();
        assertThat(page("late").select("section.notice")).isEmpty();
        assertThat(statuses("late")).containsExactly("DECLINED");
        assertThat(held("late")).isZero();
    }

    @Test
    void whatAPersonIsToldMeanwhileSendsWhatIsHeldBackBeforeIt() {
        publish("order", "");
        String manage = asks("order", "Anna").text("links.manage");
        decides("order", "approve");
        assertThat(held("order")).isEqualTo(1);

        Browser anna = new Browser(kopa.site());
        String own = manage.replaceFirst("https?://[^/]+", "");
        anna.submit(anna.page(own), own + "/cancellation", Map.of());

        assertThat(held("order")).isZero();
        assertThat(mails("anna.order@example.org")).containsExactly("awaiting-approval", "confirmed", "cancelled");
    }

    @Test
    void aCircularOfTheMeantimeComesAfterwardsAndStaysWhenTheDecisionIsUndone() {
        publish("round", "");
        List.of("Anna", "Kari").forEach(name -> asks("round", name));
        decides("round", "approve");
        writes("round", "CONFIRMED", 2);
        assertThat(held("round")).as("both mails of both").isEqualTo(4);
        assertThat(database.texts("SELECT kind FROM mail_outbox WHERE to_address = 'anna.round@example.org'"
                        + " AND kind <> 'awaiting-approval' ORDER BY next_attempt_at"))
                .containsExactly("confirmed", "circular");

        assertThat(undoes("round").select(".lead").text()).isEqualTo("Undone for 2 of 2.");

        assertThat(statuses("round")).containsOnly("AWAITING_APPROVAL");
        assertThat(mails("anna.round@example.org")).containsExactly("awaiting-approval", "circular");
    }

    @Test
    void aCircularThatHasGoneOutDoesNotSendARefusalThatIsUndone() {
        publish("refused", "");
        asks("refused", "Anna");
        decides("refused", "decline");
        writes("refused", "DECLINED", 1);
        database.execute("UPDATE mail_outbox SET state = 'SENT', message_id = '<1@x>', sent_at = NOW(6)"
                + " WHERE kind = 'circular' AND to_address = 'anna.refused@example.org'");

        assertThat(undoes("refused").select("ul.rows li").eachText())
                .containsExactly("Anna " + TEXTS.get("workspace.decision.fate.undone"));
        assertThat(mails("anna.refused@example.org")).containsExactly("awaiting-approval", "circular");
    }

    /** Sends a circular to all who stand so. */
    private void writes(String slug, String status, int people) {
        String path = "/organiser/events/" + slug + "/circulars/new";
        Browser.onwards(office.submit(
                office.page(path + "?status=" + status),
                path,
                Map.ofEntries(
                        Map.entry("submission", slug),
                        Map.entry("about", "place"),
                        Map.entry("status", status),
                        Map.entry("subject.en", "Boots"),
                        Map.entry("subject.lv", "Zābaki"),
                        Map.entry("text.en", "Bring boots."),
                        Map.entry("text.lv", "Paņemiet zābakus."),
                        Map.entry("then", "send"))));
        Awaitility.await()
                .untilAsserted(() -> assertThat(database.number(
                                "SELECT COUNT(*) FROM mail_outbox WHERE kind = 'circular' AND event_id = "
                                        + event(slug).id()))
                        .isEqualTo(people));
    }

    @Test
    void anotherAssociationUndoesNothing() {
        publish("ours", "");
        asks("ours", "Anna");
        decides("ours", "approve");
        long decision = decision("ours");
        kopa.found("meadows");
        Browser meadows = office(kopa, "meadows");
        assertThat(meadows.get("/organiser/events/ours/decisions/" + decision).statusCode())
                .isEqualTo(404);
        publish("other", "");
        assertThat(office.get("/organiser/events/other/decisions/" + decision).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whoeverPressesTogetherUndoesItOnce() {
        publish("once", "");
        List.of("Anna", "Kari").forEach(name -> asks("once", name));
        decides("once", "approve");

        assertThat(pressTogether(kopa, database, "once")).containsExactlyInAnyOrder(true, false);

        assertThat(fates(database)).doesNotContain("CHANGED");
    }

    @Test
    void withoutTheGuardItWouldBeUndoneTwiceAndSaySomethingElseTheSecondTime() {
        TestDatabase other = TestDatabase.fresh();
        try (Program unguarded = Program.start("unguarded-decisions", other)) {
            String token = unguarded.found("parks");
            unguarded.publish(token, Plans.training("parks", "twice", "\"approval\": \"MANUAL\""));
            unguarded.register(STRANGER, "twice", wish("Anna", "twice")).is(201);
            Browser desk = office(unguarded);
            decides(desk, "twice", "approve");

            assertThat(pressTogether(unguarded, other, "twice")).containsExactly(true, true);

            assertThat(fates(other)).contains("CHANGED");
        }
    }

    private static List<Boolean> pressTogether(Program kopa, TestDatabase database, String slug) {
        Event event = kopa.bean(Events.class).find(slug).orElseThrow().event();
        Decisions decisions = kopa.bean(Decisions.class);
        Decision decision =
                decisions.get(event, database.number("SELECT MAX(id) FROM decision WHERE event_id = " + event.id()));
        return AtOnce.of(2, who -> decisions.undo(event, decision, "person:" + who));
    }

    private static List<String> fates(TestDatabase database) {
        return database.texts(
                "SELECT p.fate FROM decision_person p WHERE p.decision_id = (SELECT MAX(id) FROM decision)");
    }

    private void publish(String slug, String more) {
        String all = "\"approval\": \"MANUAL\", \"waitingList\": true" + (more.isEmpty() ? "" : ", " + more);
        kopa.publish(parks, Plans.training("parks", slug, all));
    }

    private Program.Answer asks(String slug, String name) {
        return kopa.register(STRANGER, slug, wish(name, slug)).is(201);
    }

    private static String wish(String name, String slug) {
        return """
                {"name": "%s", "email": "%s.%s@example.org", "language": "en", "consents": ["privacy"]}
                """.formatted(name, name.toLowerCase(Locale.ROOT), slug);
    }

    private void decides(String slug, String deed) {
        decides(office, slug, deed);
    }

    /** On all who await it. */
    private static void decides(Browser desk, String slug, String deed) {
        Document page = desk.page(path(slug));
        page.select("[name=ticked]").attr("checked", "checked");
        Document asked = Jsoup.parse(desk.submit(
                        page, path(slug), Map.of("do", deed, "reason", "We have looked at all of them", "rest", "wait"))
                .body());
        String sure = asked.select("button[name=sure]").val();
        Browser.onwards(desk.submit(asked, path(slug), Map.of("sure", sure)));
    }

    private Document undoes(String slug) {
        return undoes(slug, decision(slug));
    }

    private Document undoes(String slug, long decision) {
        String path = "/organiser/events/" + slug + "/decisions/" + decision;
        return office.page(Browser.onwards(office.submit(page(slug), path + "/undo", Map.of())));
    }

    private long decision(String slug) {
        return database.number(
                "SELECT MAX(id) FROM decision WHERE event_id = " + event(slug).id());
    }

    private Event event(String slug) {
        return kopa.bean(Events.class).find(slug).orElseThrow().event();
    }

    private static String path(String slug) {
        return "/organiser/events/" + slug + "/selection";
    }

    private Document page(String slug) {
        return office.page(path(slug));
    }

    private List<String> statuses(String slug) {
        return database.texts("SELECT r.status FROM registration r JOIN event e ON e.id = r.event_id"
                + " WHERE e.slug = '" + slug + "' ORDER BY r.id");
    }

    private List<String> kinds(String slug) {
        return database.texts(
                "SELECT DISTINCT kind FROM mail_outbox WHERE to_address LIKE '%." + slug + "@example.org'");
    }

    private List<String> mails(String address) {
        return database.texts("SELECT kind FROM mail_outbox WHERE to_address = '" + address + "' ORDER BY id");
    }

    /** How many mails are not due before the time to undo is over. */
    private long held(String slug) {
        return database.number("SELECT COUNT(*) FROM mail_outbox WHERE to_address LIKE '%." + slug
                + "@example.org' AND state = 'WAITING' AND next_attempt_at > '"
                + kopa.bean(MovableClock.class)
                        .instant()
                        .toString()
                        .replace("T", " ")
                        .replace("Z", "") + "'");
    }

    private static Browser office(Program kopa) {
        return office(kopa, "parks");
    }

    private static Browser office(Program kopa, String team) {
        Browser browser = new Browser(kopa.site());
        browser.page("/?lang=en");
        browser.submit(
                browser.page("/organiser/sign-in"),
                "/organiser/sign-in",
                Map.of("email", team + "@example.org", "password", "long enough a password"));
        return browser;
    }
}
