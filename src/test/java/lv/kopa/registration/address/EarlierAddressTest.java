package lv.kopa.registration.address;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.delivery.Delivered;
import lv.kopa.registration.own.Someone;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an address can do for a registration that has another one by now. */
final class EarlierAddressTest {
    private static final Instant NOW = Instant.parse("2031-05-01T08:00:00Z");
    private static final String OLD = "anna@employer.example.org";
    private static final String NEW = "anna@home.example.org";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("EarlierAddressTest", database);
    private final String parks = kopa.found("parks");
    private Someone anna = Someone.at(kopa, "/");

    @BeforeEach
    void register() {
        kopa.bean(MovableClock.class).set(NOW);
        kopa.publish(parks, Plans.training("parks", "ours", "\"places\": 3"));
        anna = Someone.registered(kopa, "ours", OLD, "");
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void everyLinkThatWasSentBeforeEndsAndANewOneGoesToTheNewAddress() {
        Someone mailed = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, OLD)));

        String now = moves(anna, NEW);

        for (Someone before : List.of(anna, mailed)) {
            HttpResponse<String> answer = before.browser().get(before.path());
            assertThat(answer.statusCode()).isEqualTo(410);
            assertThat(answer.body())
                    .contains("The address of this registration was changed")
                    .contains("The new link was sent to the address it has now")
                    .doesNotContain(NEW);
            assertThat(before.browser().get(before.path() + "/calendar.ics").statusCode())
                    .isEqualTo(410);
        }
        assertThatMail(Someone.mailTo(kopa, NEW))
                .says("Tava jaunā adrese ir spēkā")
                .hasAttachment("invite.ics");
        Someone own = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, NEW)));
        assertThat(own.headline()).isEqualTo("Anna Bērziņa, you have a place");
        assertThat(own.path()).isNotEqualTo(now);
        assertThatMail(Someone.mailTo(kopa, OLD))
                .says("Turpmāk rakstīsim uz citu adresi")
                .doesNotSay(NEW);
    }

    @Test
    void theCodeAtTheDoorStaysTheSame() {
        String before = anna.browser().get(anna.path() + "/code.svg").body();

        Someone own = Someone.at(kopa, moves(anna, NEW));

        assertThat(own.browser().get(own.path() + "/code.svg").body()).isEqualTo(before);
    }

    @Test
    void theAddressBeforeTakesItBackByAButtonAndTheOtherOneIsTold() {
        Someone stranger = Someone.at(kopa, moves(anna, NEW));
        Someone back = Someone.at(kopa, wayBack());

        Document asked = back.page();
        assertThat(asked.select("main").text())
                .contains(
                        "Did you not change this address?",
                        OLD,
                        "You can do that until Thursday 15 May, 11:00 (Riga time)")
                .doesNotContain(NEW);
        assertThat(stranger.isKnown()).isTrue();

        HttpResponse<String> answer = back.press("");

        Document page = back.browser().page(Browser.onwards(answer));
        assertThat(page.select("[role=status]").text()).contains("The registration is at your address again.");
        assertThat(page.select("dl.facts").text()).contains(OLD);
        assertThat(page.select("#history ~ ol li span").eachText())
                .contains("The change of the address was taken back by the address before");
        assertThat(stranger.browser().get(stranger.path()).statusCode()).isEqualTo(410);
        assertThat(anna.isKnown()).isFalse();
        assertThatMail(Someone.mailTo(kopa, OLD))
                .says("Adreses maiņa ir atsaukta")
                .hasAttachment("invite.ics");
        assertThat(Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, OLD))).headline())
                .contains("you have a place");
        assertThatMail(Someone.mailTo(kopa, NEW))
                .says("Uz šo adresi par to vairs nerakstīsim")
                .doesNotSay(OLD);
        assertThat(database.texts("SELECT deed FROM audit WHERE subject = 'registration' ORDER BY id"))
                .containsExactly("registered", "address-asked", "address-changed", "address-returned");
        HttpResponse<String> again = back.browser().get(back.path());
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("This change of the address was taken back already");
        assertThat(database.number("SELECT COUNT(*) FROM earlier_address")).isZero();
    }

    @Test
    void afterFourteenDaysItIsTooLateAndTheAddressIsForgotten() {
        moves(anna, NEW);
        anna.browser().get("/");
        Someone back = Someone.at(kopa, wayBack());
        Document asked = back.page();
        kopa.bean(MovableClock.class).set(NOW.plus(Duration.ofDays(14)));

        assertThat(back.browser().submit(asked, back.path(), Map.of()).statusCode())
                .isEqualTo(410);
        kopa.bean(EarlierAddresses.class).forgetOld();

        HttpResponse<String> late = back.browser().get(back.path());
        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(late.body()).contains("The time to take this change of the address back is over");
        assertThat(database.number("SELECT COUNT(*) FROM earlier_address")).isZero();
        assertThat(database.texts("SELECT email FROM registration")).containsExactly(NEW);
    }

    @Test
    void beforeThatNothingIsForgotten() {
        moves(anna, NEW);
        kopa.bean(MovableClock.class).set(NOW.plus(Duration.ofDays(14)).minusSeconds(1));

        kopa.bean(EarlierAddresses.class).forgetOld();

        assertThat(Someone.at(kopa, wayBack()).isKnown()).isTrue();
    }

    @Test
    void onceTheEventHasEndedItIsTooLate() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-13T08:00:00Z"));
        moves(anna, NEW);
        Someone back = Someone.at(kopa, wayBack());
        assertThat(back.page().text()).contains("You can do that until Saturday 14 June, 16:00 (Riga time)");

        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-14T13:00:00Z"));

        assertThat(back.browser().get(back.path()).statusCode()).isEqualTo(410);
    }

    @Test
    void whatTheOtherOneBeganEndsToo() {
        anna.send("/hand-over", "/hand-over", Map.of("name", "Olga", "email", "olga@example.org"));
        Someone olga = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "olga@example.org")));
        assertThat(olga.isKnown()).isTrue();
        Someone stranger = Someone.at(kopa, moves(anna, NEW));
        kopa.bean(MovableClock.class).set(NOW.plusSeconds(60));
        stranger.send("/edit", "/edit", Map.of("email", "third@example.org"));
        Someone third = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "third@example.org")));
        assertThat(third.isKnown()).isTrue();

        Someone.at(kopa, wayBack()).press("");

        assertThat(olga.browser().get(olga.path()).statusCode()).isEqualTo(410);
        assertThat(third.browser().get(third.path()).statusCode()).isEqualTo(410);
    }

    @Test
    void theFirstOfSeveralAddressesHasTheLastWord() {
        Someone second = Someone.at(kopa, moves(anna, NEW));
        String first = wayBack();
        kopa.bean(MovableClock.class).set(NOW.plus(Duration.ofHours(1)));
        moves(second, "third@example.org");
        Someone between = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, NEW)));
        assertThat(between.isKnown()).isTrue();

        Someone.at(kopa, first).press("");

        assertThat(database.texts("SELECT email FROM registration")).containsExactly(OLD);
        assertThat(between.browser().get(between.path()).statusCode()).isEqualTo(410);
    }

    @Test
    void whoeverGoesBackByThemselvesNeedsNoWayBackToThere() {
        Someone home = Someone.at(kopa, moves(anna, NEW));
        String first = wayBack();

        kopa.bean(MovableClock.class).set(NOW.plusSeconds(60));
        moves(home, OLD);

        assertThat(database.texts("SELECT email FROM earlier_address")).containsExactly(NEW);
        assertThat(anna.browser().get(first).statusCode()).isEqualTo(410);
    }

    @Test
    void whereTheAddressIsRegisteredAnewItIsToldSo() {
        moves(anna, NEW);
        String back = wayBack();
        Someone.registered(kopa, "ours", OLD, "");

        HttpResponse<String> answer = Someone.at(kopa, back).press("");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("This address has a registration of its own for the event");
        assertThat(database.texts("SELECT email FROM registration ORDER BY id")).containsExactly(NEW, OLD);
    }

    @Test
    void whatWasGivenUpMeanwhileIsTheirsToTakeBack() {
        Someone stranger = Someone.at(kopa, moves(anna, NEW));
        String back = wayBack();
        stranger.cancels();

        Someone own = Someone.at(kopa, Browser.onwards(Someone.at(kopa, back).press("")));
        own.press("/undo");

        assertThat(own.headline()).contains("you have a place");
    }

    @Test
    void whatSomebodyElseTookOverIsNobodysToTakeBack() {
        Someone second = Someone.at(kopa, moves(anna, NEW));
        Someone back = Someone.at(kopa, wayBack());
        kopa.bean(MovableClock.class).set(NOW.plus(Duration.ofDays(14)));
        second.send("/hand-over", "/hand-over", Map.of("name", "Olga", "email", "olga@example.org"));
        Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "olga@example.org")))
                .send("", "", Map.of("consents", "privacy"));

        HttpResponse<String> answer = back.browser().get(back.path());

        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("was handed over to somebody else");
        assertThat(database.number("SELECT COUNT(*) FROM earlier_address")).isZero();
    }

    @Test
    void whoeverHasStolenALinkCannotHandOverWhatTheAddressBeforeMayTakeBack() {
        Someone thief = Someone.at(kopa, moves(anna, NEW));

        assertThat(thief.page().select("#change ~ p").text())
                .contains("can be taken back until Thursday 15 May, 11:00 (Riga time)");
        assertThat(thief.page().select("a[href$=/hand-over]")).isEmpty();
        assertThat(thief.page("/hand-over").select("main").text())
                .contains(
                        "Not yet possible",
                        "can be taken back until Thursday 15 May, 11:00 (Riga time)",
                        "open the link in our mail to the address before and confirm there that the change was yours",
                        "write to the organiser: ");
        assertThat(thief.page("/hand-over").select("form [name=email]")).isEmpty();
        HttpResponse<String> offered = thief.browser()
                .post(
                        thief.path() + "/hand-over",
                        Map.of(
                                "_csrf",
                                String.valueOf(thief.browser().cookies().get("kopa-csrf")),
                                "name",
                                "Olga",
                                "email",
                                "olga@example.org"));
        assertThat(offered.statusCode()).isEqualTo(409);
        assertThat(offered.body()).contains("This place cannot be handed over yet");
        assertThat(Someone.mails(kopa, "olga@example.org")).isEmpty();

        Someone.at(kopa, wayBack()).press("");
        assertThat(database.texts("SELECT email FROM registration")).containsExactly(OLD);
    }

    @Test
    void whoMeansToHandOverIsToldBeforeTheyChangeTheAddress() {
        assertThat(anna.page("/edit").select("#typed").text())
                .contains("If you mean to hand your place over, do that before you change the address")
                .contains("does not work until Thursday 15 May, 11:00 (Riga time) at the earliest");

        Someone home = Someone.at(kopa, moves(anna, NEW));
        assertThat(home.page("/edit").text()).doesNotContain("If you mean to hand your place over");
        kopa.publish(parks, Plans.training("parks", "full", "\"places\": 1"));
        Someone.registered(kopa, "full", "first@example.org", "");
        Someone waiting = Someone.registered(kopa, "full", OLD, "");
        assertThat(waiting.page("/edit").text()).doesNotContain("If you mean to hand your place over");
    }

    @Test
    void whereHandingOverEndsBeforeThatItIsNotPromisedForLater() {
        kopa.publish(
                parks,
                Plans.training(
                        "parks",
                        "soon",
                        "\"places\": 3, \"registration\": {\"changesUntil\": \"2031-05-10T08:00:00Z\"}"));
        Someone early = Someone.registered(kopa, "soon", OLD, "");
        assertThat(early.page("/edit").select("#typed").text())
                .contains("afterwards it does not work on your page any more")
                .doesNotContain("at the earliest");

        Someone home = Someone.at(kopa, moves(early, NEW));

        assertThat(home.page().select("#change ~ p").text())
                .contains(
                        "Saturday 10 May",
                        "it will not become possible again",
                        "confirm there that the change was yours")
                .doesNotContain("15 May");
        assertThat(home.page("/hand-over").select("main").text())
                .contains("No longer possible on this page")
                .doesNotContain("Not yet possible");
        assertThatMail(Someone.mailTo(kopa, OLD)).says("Pateikt, vai tas biji tu");
    }

    @Test
    void aLinkThatHasEndedDoesNotAskToCopyItWhole() {
        moves(anna, NEW);

        Document ended = Jsoup.parse(anna.browser().get(anna.path()).body());

        assertThat(ended.select("main .box").text())
                .contains("Looking for your own registration?", "we send a new link to its address")
                .doesNotContain("Copy the whole address");
        assertThat(Jsoup.parse(anna.browser().get("/r/" + "a".repeat(32)).body())
                        .select("main .box")
                        .text())
                .contains("Copy the whole address, to the last character.");
    }

    @Test
    void anOfferFromBeforeIsNotTakenMeanwhileButAfterwards() {
        anna.send("/hand-over", "/hand-over", Map.of("name", "Olga", "email", "olga@example.org"));
        Someone olga = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "olga@example.org")));
        Document form = olga.page();
        moves(anna, NEW);

        HttpResponse<String> early = olga.browser().submit(form, olga.path(), Map.of("consents", "privacy"));

        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("This place cannot be handed over yet");
        assertThat(database.texts("SELECT email FROM registration")).containsExactly(NEW);
        kopa.bean(MovableClock.class).set(NOW.plus(Duration.ofDays(14)));
        assertThat(olga.browser()
                        .submit(form, olga.path(), Map.of("consents", "privacy"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(database.texts("SELECT email FROM registration")).containsExactly("olga@example.org");
    }

    @Test
    void whoeverSaysAtTheAddressBeforeThatItWasThemHandsOverAtOnce() {
        Someone home = Someone.at(kopa, moves(anna, NEW));
        Someone before = Someone.at(kopa, wayBack());

        HttpResponse<String> said = before.press("/agreement");

        assertThat(said.headers().firstValue("Location").orElseThrow()).contains("/registrations/link");
        assertThat(before.browser()
                        .page(Browser.onwards(said))
                        .select("[role=status]")
                        .text())
                .contains("The new address stays, and the place can be handed over.");
        HttpResponse<String> again = before.browser().get(before.path());
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.body()).contains("confirmed already that the address was rightly changed");
        assertThat(database.number("SELECT COUNT(*) FROM earlier_address")).isZero();
        assertThat(database.texts("SELECT deed FROM audit WHERE subject = 'registration' ORDER BY id"))
                .endsWith("address-changed", "address-agreed");
        assertThat(home.page().select("#history ~ ol li span").eachText())
                .contains("The change of the address was confirmed from the address before");
        assertThat(home.send("/hand-over", "/hand-over", Map.of("name", "Olga", "email", "olga@example.org"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(Someone.mails(kopa, "olga@example.org")).hasSize(1);
    }

    @Test
    void ofSeveralAddressesBeforeEachHasToSaySo() {
        Someone second = Someone.at(kopa, moves(anna, NEW));
        String first = wayBack();
        kopa.bean(MovableClock.class).set(NOW.plus(Duration.ofHours(1)));
        Someone third = Someone.at(kopa, moves(second, "third@example.org"));

        Someone.at(kopa, first).press("/agreement");

        assertThat(third.page().select("a[href$=/hand-over]")).isEmpty();
        Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, NEW))).press("/agreement");
        assertThat(third.page().select("a[href$=/hand-over]")).hasSize(1);
    }

    @Test
    void whoeverIsErasedLeavesNoAddressBehind() {
        anna.press("/calendar-address");
        Someone own = Someone.at(kopa, moves(anna, NEW));
        Someone back = Someone.at(kopa, wayBack());

        own.send("/erasure", "/erasure", Map.of("sure", "yes"));
        database.texts("SELECT id FROM mail_outbox WHERE state = 'WAITING'")
                .forEach(id -> kopa.bean(Delivered.class).sent(Long.parseLong(id)));

        HttpResponse<String> answer = back.browser().get(back.path());
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(answer.body()).contains("The data behind this link were erased");
        assertThat(database.number("SELECT COUNT(*) FROM earlier_address")).isZero();
        assertThat(database.number("SELECT COUNT(*) FROM personal_feed")).isZero();
        assertThat(database.texts("SELECT CONCAT_WS('|', to_address, to_name, subject, wording) FROM mail_outbox"))
                .allSatisfy(mail -> assertThat(mail).doesNotContain("anna@"));
    }

    @Test
    void aCalendarIsThatOfItsAddressAndWhoeverMovesIsToldSo() {
        anna.press("/calendar-address");
        String feed = Someone.linkIn(Someone.mailTo(kopa, OLD));
        assertThat(calendar(feed)).contains("Projektu rakstīšana");

        moves(anna, NEW);

        assertThat(calendar(feed)).doesNotContain("Projektu rakstīšana");
        assertThatMail(Someone.mailTo(kopa, NEW)).says("Ja savu kalendāru abonēji ar iepriekšējo adresi");
        Someone own = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, NEW)));
        own.press("/calendar-address");
        assertThat(calendar(Someone.linkIn(Someone.mailTo(kopa, NEW)))).contains("Projektu rakstīšana");

        Someone.at(kopa, wayBack()).press("");
        assertThat(calendar(feed)).contains("Projektu rakstīšana");
    }

    @Test
    void whoeverNeverSubscribedReadsNothingOfCalendars() {
        moves(anna, NEW);

        assertThatMail(Someone.mailTo(kopa, NEW)).doesNotSay("kalendāru abonēji");
    }

    private String calendar(String feed) {
        HttpResponse<String> answer = anna.browser().get(feed + "/calendar.ics");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** Changes the address and confirms it; answers with the path of the page that one is led to. */
    private String moves(Someone person, String address) {
        person.send("/edit", "/edit", Map.of("email", address));
        HttpResponse<String> answer =
                Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, address))).press("");
        assertThat(answer.statusCode())
                .as(() -> Jsoup.parse(answer.body()).text())
                .isEqualTo(303);
        return Browser.onwards(answer);
    }

    private String wayBack() {
        return Someone.linkIn(kopa.bean(Outbox.class)
                .find(Someone.mails(kopa, OLD).stream()
                        .filter(item -> item.kind().equals("address-changed"))
                        .findFirst()
                        .orElseThrow()
                        .id())
                .orElseThrow()
                .mail());
    }
}
