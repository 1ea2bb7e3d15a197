package lv.kopa.registration.invitation;

import static lv.kopa.Program.STRANGER;
import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.Turn;
import lv.kopa.mail.delivery.Delivered;
import lv.kopa.registration.own.Someone;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People whom an organiser invites by name. */
final class InvitationTest {
    private static final Instant NOW = Instant.parse("2031-05-01T08:00:00Z");
    private static final Texts TEXTS = Texts.in(Language.EN);
    private static final String BY_INVITATION = "\"visibility\": \"INVITATION\"";
    private static final String KINDS = "\"categories\": [{\"key\": \"member\", \"name\": {\"en\": \"Member\"}}, "
            + "{\"key\": \"guest\", \"name\": {\"en\": \"Guest\"}}]";
    private static final String ANNA = "anna@example.org";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("InvitationTest", database);
    private final String parks = kopa.found("parks");
    private String invitation = "";

    @BeforeEach
    void setTheClock() {
        kopa.bean(MovableClock.class).set(NOW);
    }

    /** An organiser at their desk today; nobody stays signed in for weeks. */
    private Hosts host() {
        return Hosts.of(kopa, "ours");
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void whoeverIsInvitedFindsTheFormFilledInAndIsLetIn() {
        publish(BY_INVITATION + ", " + KINDS);
        host().invites(Map.of("name", "Anna Bērziņa", "email", ANNA, "category", "guest"));
        assertThatMail(Someone.mailTo(kopa, ANNA))
                .says("You are invited")
                .says("parks invites you to this event")
                .says("Grant writing")
                .says("Guest");
        assertThat(host().states()).containsExactly("No answer yet");
        Browser anna = browser();
        Document event = anna.page(Hosts.link(kopa, ANNA));
        String register = event.select(".call a.button").attr("href");

        Document form = anna.page(register);
        assertThat(form.select("#name").val()).isEqualTo("Anna Bērziņa");
        assertThat(form.select("#email").val()).isEqualTo(ANNA);
        assertThat(form.select("[name=category][value=guest]").hasAttr("checked"))
                .isTrue();
        anna.submit(form, "/events/ours/register", Map.of("consents", "privacy"));

        assertThat(host().states()).containsExactly("Confirmed");
        assertThat(Hosts.kinds(kopa, ANNA)).containsExactly("confirmed", "invitation");
        assertThat(browser().page(register).text()).contains(TEXTS.get("registration.closed.invitation-used"));
    }

    @Test
    void whoeverRegistersByTheAddressTheyWereInvitedAtNeedNotConfirmIt() {
        publish("\"registration\": {\"confirmAddress\": true}");
        host().invites("Anna Bērziņa", ANNA);
        host().invites("Kate Kalna", "kate@example.org");
        Browser anna = browser();
        Document form = anna.page(
                anna.page(Hosts.link(kopa, ANNA)).select(".call a.button").attr("href"));

        String done = anna.submit(form, "/events/ours/register", Map.of("consents", "privacy"))
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(anna.page(done).select("h1").text()).isEqualTo(TEXTS.get("registration.done.confirmed"));
        assertThat(Hosts.kinds(kopa, ANNA)).containsExactly("confirmed", "invitation");
        assertThat(database.number("SELECT COUNT(*) FROM address_hold")).isZero();
        Answer held = kopa.register(
                        STRANGER,
                        "ours",
                        Wishes.of(
                                "work@example.org",
                                "\"invitation\": \"" + Hosts.secret(kopa, "kate@example.org") + "\""))
                .is(201);
        assertThat(held.text("confirmBy")).isNotEmpty();
        assertThat(Hosts.kinds(kopa, "work@example.org")).containsExactly("confirm-address");
    }

    @Test
    void whatAStrangerTypedForAnAddressGivesWayToWhoeverWasInvitedThere() {
        publish("\"places\": 1, \"registration\": {\"confirmAddress\": true}");
        host().invites("Anna Bērziņa", ANNA);
        String secret = Hosts.secret(kopa, ANNA);
        Answer held = kopa.register(STRANGER, "ours", typedByAStranger()).is(201);
        kopa.register(STRANGER, "ours", Wishes.of("janis@example.org")).is(201);
        confirm("janis@example.org");
        Browser anna = browser();
        Document form = anna.page("/events/ours/register?invitation=" + secret);

        assertThat(headlineAfter(anna, form)).isEqualTo(TEXTS.get("registration.done.confirmed"));

        assertThat(Hosts.kinds(kopa, ANNA)).containsExactly("confirmed", "confirm-address", "invitation");
        assertThat(database.texts("SELECT CONCAT_WS(' ', name, phone, status) FROM registration ORDER BY id"))
                .containsExactly(
                        "Somebody +371 20 000 000 CANCELLED", "Anna Bērziņa WAITING", "Anna Bērziņa CONFIRMED");
        assertThat(database.number("SELECT COUNT(*) FROM consent WHERE withdrawn_at IS NULL"
                        + " AND registration_id = (SELECT MAX(id) FROM registration)"))
                .isZero();
        assertThat(database.texts("SELECT deed FROM audit WHERE subject = 'registration' AND subject_id ="
                        + " (SELECT MIN(id) FROM registration) ORDER BY id"))
                .containsExactly("registered", "replaced");
        assertThat(database.number("SELECT places_taken FROM event WHERE slug = 'ours'"))
                .isOne();
        assertThat(spent()).isOne();
        assertThat(anna.page(proof(ANNA)).select("main").text()).contains(TEXTS.get("registration.hold.over.replaced"));

        assertThat(headlineAfter(anna, form)).isEqualTo(TEXTS.get("registration.done.confirmed"));
        assertThat(Hosts.kinds(kopa, ANNA)).containsExactly("confirmed", "confirm-address", "invitation");
        assertThat(database.number("SELECT COUNT(*) FROM registration")).isEqualTo(3);
        assertThat(kopa.get(parks, "/api/v1/registrations/" + held.text("reference"))
                        .is(200)
                        .text("status"))
                .isEqualTo("CANCELLED");
    }

    @Test
    void whoeverWaitsByAnAddressYetToBeConfirmedKeepsTheTurnWhenTheyComeByTheirInvitation() {
        publish("\"places\": 1, \"registration\": {\"confirmAddress\": true}");
        host().invites("Anna Bērziņa", ANNA);
        String secret = Hosts.secret(kopa, ANNA);
        for (String email : List.of("first@example.org", ANNA, "janis@example.org")) {
            kopa.register(STRANGER, "ours", Wishes.of(email)).is(201);
        }
        Browser anna = browser();

        String headline = headlineAfter(anna, anna.page("/events/ours/register?invitation=" + secret));

        assertThat(headline).isEqualTo(TEXTS.get("registration.done.waiting", 1));
        assertThatMail(Someone.mailTo(kopa, ANNA)).says("You are no. 1 in line");
        assertThat(database.texts("SELECT email FROM registration WHERE status = 'WAITING' ORDER BY queue_number"))
                .containsExactly(ANNA, "janis@example.org");
    }

    private long spent() {
        return database.number("SELECT COUNT(*) FROM invitation WHERE registration_id IS NOT NULL");
    }

    private static String typedByAStranger() {
        return """
                {"name": "Somebody", "email": "%s", "phone": "+371 20 000 000", "language": "lv",
                 "consents": ["privacy", "photo", "newsletter"]}""".formatted(ANNA);
    }

    private String proof(String email) {
        return "/my/confirmation/" + Someone.proofFor(kopa, email);
    }

    private void confirm(String email) {
        Browser browser = browser();
        browser.submit(browser.page(proof(email)), proof(email), Map.of());
    }

    @Test
    void whatIsHeldStaysWhereWhoeverWasInvitedFindsNoPlaceOfTheirKind() {
        publish("\"registration\": {\"confirmAddress\": true}, \"waitingList\": false, \"categories\": ["
                + "{\"key\": \"member\", \"name\": {\"en\": \"Member\"}, \"places\": 1}, "
                + "{\"key\": \"guest\", \"name\": {\"en\": \"Guest\"}}]");
        host().invites("Anna Bērziņa", ANNA);
        String secret = Hosts.secret(kopa, ANNA);
        kopa.register(STRANGER, "ours", Wishes.of("janis@example.org", "\"category\": \"member\""))
                .is(201);
        kopa.register(STRANGER, "ours", Wishes.of(ANNA, "\"category\": \"guest\""))
                .is(201);

        Browser anna = browser();
        Document form = anna.page("/events/ours/register?invitation=" + secret);

        assertThat(anna.submit(form, "/events/ours/register", Map.of("category", "member", "consents", "privacy"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(database.number("SELECT COUNT(*) FROM address_hold WHERE ran_out_at IS NULL"))
                .isEqualTo(2);
        assertThat(spent()).isZero();
    }

    @Test
    void approvalInAdvanceCountsAlsoWhereAStrangerCameFirst() {
        publish("\"approval\": \"MANUAL\", \"registration\": {\"confirmAddress\": true}");
        host().invites(Map.of("name", "Anna", "email", ANNA, "approved", "true"));
        Browser anna = browser();
        Document form = anna.page("/events/ours/register?invitation=" + Hosts.secret(kopa, ANNA));
        kopa.register(STRANGER, "ours", typedByAStranger()).is(201);

        assertThat(headlineAfter(anna, form)).isEqualTo(TEXTS.get("registration.done.confirmed"));

        assertThat(database.texts("SELECT status FROM registration ORDER BY id"))
                .containsExactly("CANCELLED", "CONFIRMED");
    }

    @Test
    void whoeverWaitsAlreadyAndComesByTheirInvitationReadsThatTheyWait() {
        publish("\"categories\": [{\"key\": \"member\", \"name\": {\"en\": \"Member\"}}, "
                + "{\"key\": \"guest\", \"name\": {\"en\": \"Guest\"}, \"places\": 1}], \"waitingList\": true");
        host().invites("Anna Bērziņa", ANNA);
        String secret = Hosts.secret(kopa, ANNA);
        kopa.register(STRANGER, "ours", Wishes.of("janis@example.org", "\"category\": \"guest\""))
                .is(201);
        kopa.register(STRANGER, "ours", Wishes.of(ANNA, "\"category\": \"guest\""))
                .is(201);
        Browser anna = browser();
        Document form = anna.page("/events/ours/register?invitation=" + secret);

        String done = Browser.onwards(
                anna.submit(form, "/events/ours/register", Map.of("category", "member", "consents", "privacy")));

        assertThat(anna.page(done).select("h1").text())
                .isEqualTo(TEXTS.get("registration.done.waiting-for", 1, "Guest"));
    }

    @Test
    void anInvitationToAnotherAddressConfirmsNothing() {
        publish("\"registration\": {\"confirmAddress\": true}");
        host().invites("Kate Kalna", "kate@example.org");
        Browser kate = browser();
        Document form = kate.page("/events/ours/register?invitation=" + Hosts.secret(kopa, "kate@example.org"));
        kopa.register(STRANGER, "ours", Wishes.of(ANNA)).is(201);

        kate.submit(form, "/events/ours/register", Map.of("email", ANNA, "consents", "privacy"));

        assertThat(Hosts.kinds(kopa, ANNA)).containsOnly("confirm-address");
        assertThat(database.number("SELECT COUNT(*) FROM address_hold WHERE confirmed_at IS NULL"))
                .isOne();
    }

    @Test
    void anInvitationThatWasTakenBackMeanwhileConfirmsNoAddress() {
        publish("\"registration\": {\"confirmAddress\": true}");
        host().invites("Anna Bērziņa", ANNA);
        Browser anna = browser();
        Document form = anna.page("/events/ours/register?invitation=" + Hosts.secret(kopa, ANNA));
        Hosts host = host();
        Document page = host.page();
        host.browser().submit(page, page.select("form[action$=/withdrawal]").attr("action"), Map.of());

        assertThat(headlineAfter(anna, form)).isEqualTo(TEXTS.get("registration.hold.check-mail"));
        assertThat(database.number("SELECT COUNT(*) FROM address_hold")).isOne();
    }

    private static String headlineAfter(Browser browser, Document form) {
        return browser.page(
                        Browser.onwards(browser.submit(form, "/events/ours/register", Map.of("consents", "privacy"))))
                .select("h1")
                .text();
    }

    @Test
    void registeringByAnyAddressUsesTheInvitation() {
        publish(BY_INVITATION);
        host().invites("Anna Bērziņa", ANNA);

        register("work@example.org").is(201);

        assertThat(host().states()).containsExactly("Confirmed");
        register("other@example.org").isProblem(409);
        kopa.register(STRANGER, "ours", Wishes.of("other@example.org")).isProblem(409);
    }

    @Test
    void whatWasGivenUpCanBeTakenAgainByTheSameInvitation() {
        publish(BY_INVITATION);
        host().invites("Anna Bērziņa", ANNA);
        Someone anna = Someone.at(kopa, Someone.path(register(ANNA).text("links.manage")));
        anna.cancels();
        assertThat(host().states()).containsExactly("Cancelled");

        again(ANNA).is(201);
        again("other@example.org").isProblem(409);
    }

    @Test
    void whoeverGaveUpDoesNotTakeBackWhatSomebodyElseHasByTheSameInvitation() {
        publish(BY_INVITATION);
        host().invites("Anna Bērziņa", ANNA);
        Someone anna = Someone.at(kopa, Someone.path(register(ANNA).text("links.manage")));
        anna.cancels();
        Document own = anna.page();
        assertThat(own.select("#undo")).hasSize(1);
        again("other@example.org").is(201);

        anna.browser().submit(own, anna.path() + "/undo", Map.of());

        assertThat(anna.page().select("#undo")).isEmpty();
        assertThat(database.number("SELECT places_taken FROM event")).isOne();
    }

    @Test
    void whoeverHasRegisteredIsNotThankedForDeclining() {
        publish(BY_INVITATION);
        host().invites("Anna Bērziņa", ANNA);
        Browser anna = browser();
        String link = Hosts.refusal(kopa, ANNA);
        Document old = anna.page(link);
        register(ANNA).is(201);

        anna.submit(old, link, Map.of());

        Document page = anna.page(link);
        assertThat(page.select("[role=status]").text()).isEmpty();
        assertThat(page.select("h1").text()).contains("somebody has registered by this invitation");
        assertThat(host().states()).containsExactly("Confirmed");
    }

    @Test
    void whoeverWillNotComeSaysSoByAButtonAndMayThinkOtherwise() {
        publish(BY_INVITATION);
        host().invites("Anna Bērziņa", ANNA);
        Browser anna = browser();
        String link = Hosts.refusal(kopa, ANNA);
        Document page = anna.page(link);
        assertThat(page.select("h1").text()).isEqualTo("Anna Bērziņa, you are invited");
        assertThat(host().states()).containsExactly("No answer yet");

        assertThat(Browser.onwards(anna.submit(page, link, Map.of()))).isEqualTo(link);

        assertThat(host().states()).containsExactly("Not coming");
        assertThat(anna.page(link).select("h1").text()).contains("you said that you are not coming");
        kopa.bean(MovableClock.class).advance(Duration.ofDays(3));
        host().reminds();
        assertThat(Hosts.kinds(kopa, ANNA)).containsExactly("invitation");
        register(ANNA).is(201);
        assertThat(host().states()).containsExactly("Confirmed");
    }

    @Test
    void aWholeGuestListGoesBehindWhatOnePersonWaitsForAndOneInvitationDoesNot() {
        publish("");
        Hosts host = host();
        host.invites("Anna Bērziņa", ANNA);
        assertThat(turns()).containsExactly("invitation " + Turn.OWN.number());
        String news = " " + Turn.EVENT.number();

        Document preview = Jsoup.parse(
                host.looksAt("Kari,kari@example.org,nb\nOla,ola@example.org,nb").body());
        host.sends(preview, Map.of("do", "invite"));
        assertThat(turns()).endsWith("invitation" + news, "invitation" + news).hasSize(3);

        kopa.bean(MovableClock.class).advance(Duration.ofHours(25));
        host.reminds();
        assertThat(turns()).hasSize(6).endsWith("invitation-reminder" + news);
        assertThat(turns().subList(3, 6)).containsOnly("invitation-reminder" + news);
    }

    private List<String> turns() {
        return database.texts(
                "SELECT CONCAT(kind, ' ', bulk) FROM mail_outbox WHERE kind LIKE 'invitation%' ORDER BY id");
    }

    @Test
    void oneClickRemindsThoseWhoHaveNotAnsweredAndNobodyTwiceADay() {
        publish("");
        host().invites("Anna Bērziņa", ANNA);
        host().invites("Jānis Kalns", "janis@example.org");
        kopa.register(STRANGER, "ours", Wishes.of("janis@example.org")).is(201);
        host().reminds();
        assertThat(Hosts.kinds(kopa, ANNA)).containsExactly("invitation");

        kopa.bean(MovableClock.class).advance(Duration.ofHours(25));
        host().reminds();
        host().reminds();

        assertThat(Hosts.kinds(kopa, ANNA)).containsExactly("invitation-reminder", "invitation");
        assertThat(Hosts.kinds(kopa, "janis@example.org")).containsExactly("confirmed", "invitation");
        assertThat(host().states()).containsExactly("No answer yet", "Confirmed");
        assertThat(host().page().select("form[action$=/reminders]")).isEmpty();
    }

    @Test
    void someDaysBeforeRegistrationClosesTheyAreRemindedOnce() {
        publish("\"registration\": {\"closes\": \"2031-06-10T08:00:00Z\"}");
        host().invites("Anna Bērziņa", ANNA);
        remind();
        assertThat(Hosts.kinds(kopa, ANNA)).containsExactly("invitation");

        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-07T09:00:00Z"));
        remind();
        kopa.bean(MovableClock.class).advance(Duration.ofDays(2));
        remind();

        assertThat(Hosts.kinds(kopa, ANNA)).containsExactly("invitation-reminder", "invitation");
        assertThatMail(Someone.mailTo(kopa, ANNA)).says("has not heard from you yet");
    }

    @Test
    void anInvitationThatWasTakenBackLetsNobodyInAndIsToldOf() {
        publish(BY_INVITATION);
        host().invites("Anna Bērziņa", ANNA);
        invitation = Hosts.secret(kopa, ANNA);
        String register = "/events/ours/register?invitation=" + invitation;
        Hosts host = host();
        Document page = host.page();
        String action = page.select("form[action$=/withdrawal]").attr("action");

        host.browser().submit(page, action, Map.of());

        assertThat(host().states()).containsExactly("Taken back");
        assertThatMail(Someone.mailTo(kopa, ANNA)).says("has taken back the invitation");
        assertThat(browser().page(register).text()).contains(TEXTS.get("registration.closed.invitation-withdrawn"));
        again(ANNA).isProblem(409);
        host().invites("Anna Bērziņa", ANNA);
        assertThat(host().states()).containsExactly("No answer yet");
    }

    @Test
    void whoeverIsApprovedInAdvanceHasAPlaceAtOnceAndOthersAwaitIt() {
        publish("\"approval\": \"MANUAL\", \"places\": 1");
        host().invites(Map.of("name", "Anna", "email", ANNA, "approved", "true"));
        host().invites(Map.of("name", "Jānis", "email", "janis@example.org", "approved", ""));
        assertThatMail(Someone.mailTo(kopa, "janis@example.org")).says("still has to approve");
        assertThatMail(Someone.mailTo(kopa, ANNA)).doesNotSay("still has to approve");

        assertThat(register(ANNA).text("status")).isEqualTo("CONFIRMED");

        invitation = Hosts.secret(kopa, "janis@example.org");
        assertThat(again("janis@example.org").text("status")).isEqualTo("AWAITING_APPROVAL");
    }

    @Test
    void whoeverIsApprovedInAdvanceIsNotToldThatItIsYetToBeDecided() {
        publish("\"approval\": \"MANUAL\"");
        host().invites(Map.of("name", "Anna", "email", ANNA, "approved", "true"));
        host().invites(Map.of("name", "Jānis", "email", "janis@example.org", "approved", ""));

        Document approved = browser().page("/events/ours/register?invitation=" + Hosts.secret(kopa, ANNA));
        Document other = browser().page("/events/ours/register?invitation=" + Hosts.secret(kopa, "janis@example.org"));

        assertThat(approved.select("#decision")).isEmpty();
        assertThat(approved.select("#typed > .actions > .button").text())
                .isEqualTo(TEXTS.get("registration.form.send"));
        assertThat(other.select("#decision").text()).startsWith(TEXTS.get("event.chosen-by-organiser"));
        Browser anna = browser();
        String again = anna.submit(
                        anna.page("/events/ours/register?invitation=" + Hosts.secret(kopa, ANNA)),
                        "/events/ours/register",
                        Map.of())
                .body();
        assertThat(again).contains("id=\"errors\"").doesNotContain("id=\"decision\"");
    }

    @Test
    void whoeverIsApprovedForAKindOfPlaceReadsThatOthersAreYetToBeDecided() {
        publish("\"approval\": \"MANUAL\", " + KINDS);
        host().invites(Map.of("name", "Anna", "email", ANNA, "category", "guest", "approved", "true"));

        Document form = browser().page("/events/ours/register?invitation=" + Hosts.secret(kopa, ANNA));

        assertThat(form.select("#decision").text()).isEqualTo(TEXTS.get("registration.form.approved-kind", "Guest"));
    }

    @Test
    void approvalInAdvanceHoldsForTheKindOfPlaceThatTheyWereInvitedTo() {
        publish("\"approval\": \"MANUAL\", " + KINDS);
        host().invites(Map.of("name", "Anna", "email", ANNA, "category", "guest", "approved", "true"));
        host().invites(Map.of("name", "Jānis", "email", "janis@example.org", "category", "guest", "approved", "true"));
        invitation = Hosts.secret(kopa, ANNA);

        assertThat(comes(ANNA, "\"category\": \"member\"").text("status")).isEqualTo("AWAITING_APPROVAL");

        invitation = Hosts.secret(kopa, "janis@example.org");
        assertThat(comes("janis@example.org", "\"category\": \"guest\"").text("status"))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void aKindOfPlaceThatSomebodyIsInvitedToIsNotTakenAway() {
        publish(KINDS);
        host().invites(Map.of("name", "Anna", "email", ANNA, "category", "guest"));
        String event = "/api/v1/events/ours";

        kopa.patch(parks, event, kopa.get(parks, event).header("ETag"), "{\"categories\": [{\"key\": \"member\"}]}")
                .is(422);
    }

    @Test
    void anInvitationKeepsNoPlaceAndSaysSo() {
        publish(BY_INVITATION + ", \"places\": 1");
        host().invites("Anna", ANNA);
        assertThatMail(Someone.mailTo(kopa, ANNA)).says("An invitation keeps no place");
        register("first@example.org").is(201);

        host().invites("Jānis", "janis@example.org");

        assertThatMail(Someone.mailTo(kopa, "janis@example.org")).says("you would join the waiting list");
        invitation = Hosts.secret(kopa, "janis@example.org");
        assertThat(again("janis@example.org").text("status")).isEqualTo("WAITING");
        assertThat(host().states()).containsExactly("Confirmed", "Waiting list");
    }

    @Test
    void whoeverHasNotAnsweredHearsThatTheEventIsCancelled() {
        publish("");
        host().invites("Anna", ANNA);
        host().invites("Jānis", "janis@example.org");
        Browser janis = browser();
        String link = Hosts.refusal(kopa, "janis@example.org");
        janis.submit(janis.page(link), link, Map.of());

        kopa.post(parks, "/api/v1/events/ours/cancel", "{\"reason\": \"The hall is flooded\"}")
                .is(200);

        assertThatMail(Someone.mailTo(kopa, ANNA))
                .says("the event you were invited to does not take place")
                .says("The hall is flooded");
        assertThat(Hosts.kinds(kopa, "janis@example.org")).containsExactly("invitation");
        assertThat(janis.page(Hosts.refusal(kopa, "janis@example.org")).select("main a[href*=register]"))
                .isEmpty();
    }

    @Test
    void theSameFormSentTwiceCountsOnce() {
        publish(BY_INVITATION);
        host().invites("Anna Bērziņa", ANNA);
        Browser anna = browser();
        Document form = anna.page("/events/ours/register?invitation=" + Hosts.secret(kopa, ANNA));

        String first = Browser.onwards(anna.submit(form, "/events/ours/register", Map.of("consents", "privacy")));
        String second = Browser.onwards(anna.submit(form, "/events/ours/register", Map.of("consents", "privacy")));

        assertThat(second).isEqualTo(first);
        assertThat(database.number("SELECT COUNT(*) FROM registration")).isOne();
    }

    @Test
    void nobodyIsInvitedTwiceOrToWhatIsNotPublic() {
        kopa.post(parks, "/api/v1/events", Plans.training("parks", "ours", "")).is(201);
        assertThat(host().page().text()).contains(TEXTS.get("workspace.invitations.draft"));
        assertThat(host().page().select("form[action=" + host().path() + "]")).isEmpty();
        kopa.post(parks, "/api/v1/events/ours/publish").is(200);
        host().invites("Anna", ANNA);

        Document again = Jsoup.parse(host().invites("Anna", "ANNA@example.org").body());

        assertThat(again.select("#email-error").text()).isEqualTo(TEXTS.get("workspace.invitations.fault.invited"));
        kopa.register(STRANGER, "ours", Wishes.of("kate@example.org")).is(201);
        assertThat(Jsoup.parse(host().invites("Kate", "kate@example.org").body())
                        .select("#email-error")
                        .text())
                .isEqualTo(TEXTS.get("workspace.invitations.fault.registered"));
        assertThat(Jsoup.parse(host().invites("", "kate").body()).select("#name-error, #email-error"))
                .hasSize(2);
    }

    @Test
    void anotherOrganisationSeesNoneOfIt() {
        publish("");
        host().invites("Anna", ANNA);
        kopa.found("others");
        Browser stranger = browser();
        stranger.submit(
                stranger.page("/organiser/sign-in"),
                "/organiser/sign-in",
                Map.of("email", "others@example.org", "password", "long enough a password"));

        assertThat(stranger.get(host().path()).statusCode()).isEqualTo(404);
        assertThat(browser().get(host().path()).statusCode()).isNotEqualTo(200);
    }

    @Test
    void whoeverIsErasedIsNotRememberedAsInvited() {
        publish("");
        host().invites("Anna Bērziņa", ANNA);
        Someone anna = Someone.at(kopa, Someone.path(register(ANNA).text("links.manage")));
        assertThat(anna.browser().get(anna.path() + "/data.json").body()).contains("\"invitedAt\":\"2031-05-01");

        anna.send("/erasure", "/erasure", Map.of("sure", "yes"));
        sendEverything();

        assertThat(database.number("SELECT COUNT(*) FROM invitation")).isZero();
        assertThat(database.texts("SELECT to_address FROM mail_outbox WHERE kind = 'invitation'"))
                .containsExactly("erased@erased.invalid");
    }

    @Test
    void whoeverWasInvitedAndRegisteredWithoutThatIsToldSoToo() {
        publish("");
        host().invites("Anna Bērziņa", ANNA);
        Someone anna = Someone.registered(kopa, "ours", ANNA, "");
        assertThat(anna.browser().get(anna.path() + "/data.json").body()).contains("\"invitedAt\":\"2031-05-01");

        anna.send("/hand-over", "/hand-over", Map.of("name", "Kate", "email", "kate@example.org"));
        Someone kate = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "kate@example.org")));
        kate.send("", "", Map.of("consents", "privacy"));

        assertThat(anna.browser().get(anna.path() + "/data.json").body()).doesNotContain("\"invitedAt\":\"2031");
    }

    @Test
    void someWeeksAfterTheEventNobodyIsRememberedAsInvited() {
        publish("");
        host().invites("Anna Bērziņa", ANNA);
        kopa.bean(MovableClock.class).set(Instant.parse("2031-07-10T08:00:00Z"));
        kopa.bean(InvitationsKept.class).forgetOld();
        assertThat(database.number("SELECT COUNT(*) FROM invitation")).isOne();

        kopa.bean(MovableClock.class).set(Instant.parse("2031-07-20T08:00:00Z"));
        kopa.bean(InvitationsKept.class).forgetOld();
        sendEverything();

        assertThat(database.number("SELECT COUNT(*) FROM invitation")).isZero();
        assertThat(database.texts("SELECT to_address FROM mail_outbox")).containsExactly("erased@erased.invalid");
    }

    @Test
    void byWhenItIsDecidedIsSaidWhereverSomebodyAwaitsIt() {
        publish("\"approval\": \"MANUAL\", \"registration\": {\"decisionsBy\": \"2031-05-20\"}");
        Answer kate = kopa.register(
                        STRANGER, "ours", Wishes.of("kate@example.org").replace("\"lv\"", "\"en\""))
                .is(201);
        String sentence = "The organiser means to decide by Tuesday 20 May 2031.";

        assertThatMail(Someone.mailTo(kopa, "kate@example.org")).says(sentence);
        String own = Someone.path(kate.text("links.manage"));
        assertThat(browser().page(own).text()).contains(sentence);
        Browser ilze = browser();
        assertThat(ilze.page(Browser.onwards(ilze.submit(
                                ilze.page("/events/ours/register"),
                                "/events/ours/register",
                                Map.of("name", "Ilze", "email", "ilze@example.org", "consents", "privacy"))))
                        .text())
                .contains(sentence);
        kopa.bean(MovableClock.class).set(Instant.parse("2031-05-21T08:00:00Z"));
        assertThat(browser().page(own).text()).contains(TEXTS.get("event.decision.open"));
        assertThat(kopa.get(parks, "/api/v1/events/ours").text("registration.decisionsBy"))
                .isEqualTo("2031-05-20");
    }

    private void publish(String more) {
        kopa.publish(parks, Plans.training("parks", "ours", more));
    }

    /** Somebody registers by Anna's invitation. */
    private Answer register(String email) {
        invitation = invitation.isEmpty() ? Hosts.secret(kopa, ANNA) : invitation;
        return again(email);
    }

    /** Somebody registers by the invitation that was used or seen last. */
    private Answer again(String email) {
        return comes(email, "");
    }

    /** The same with what a test wants to say besides. */
    private Answer comes(String email, String more) {
        String wish = "\"invitation\": \"" + invitation + "\"" + (more.isEmpty() ? "" : ", " + more);
        return kopa.register(STRANGER, "ours", Wishes.of(email, wish));
    }

    private void sendEverything() {
        database.texts("SELECT id FROM mail_outbox WHERE state = 'WAITING'")
                .forEach(id -> kopa.bean(Delivered.class).sent(Long.parseLong(id)));
    }

    private void remind() {
        kopa.bean(InvitationReminders.class).remind();
    }

    private Browser browser() {
        Browser browser = new Browser(kopa.site());
        browser.page("/?lang=en");
        return browser;
    }
}
