package lv.kopa.registration.delegation;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Mail;
import lv.kopa.mail.OutboxItem;
import lv.kopa.registration.change.TenMinutes;
import lv.kopa.registration.own.Someone;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Language;
import lv.kopa.text.Sentence;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.Network;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Places that a partner is given, fills, and gives back. */
final class DelegationTest {
    private static final String HAMAR = """
            "places": 6, "waitingList": true, "registration": {"changesUntil": "2031-06-01T08:00:00Z"},
            "categories": [{"key": "member", "name": {"en": "Member"}, "places": 3},
              {"key": "volunteer", "name": {"en": "Volunteer"}, "places": 3}],
            "questions": [{"key": "diet", "type": "TEXT", "label": {"en": "Diet"}, "sensitive": true, "required": true}]""";

    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("DelegationTest", database);
    private final String parks = kopa.found("parks");

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void placesAreTakenAtOnceAndTheHeadHearsOfThem() {
        announced("hamar", HAMAR);

        Heads.give(kopa, "hamar", Map.of("member", 2, "volunteer", 2));

        assertThat(taken("hamar")).isEqualTo(4);
        assertThat(database.texts("SELECT CONCAT(category_key, places_taken) FROM category ORDER BY id"))
                .containsExactly("member2", "volunteer2");
        assertThatMail(Someone.mailTo(kopa, Heads.ILZE))
                .isTo(Heads.ILZE, "Ilze Ozola")
                .says("parks keeps 4 places for people of yours")
                .says("Member: 2")
                .says("Thursday 5 June 2031, 11:00")
                .says("See you in Hamar")
                .hasNoAttachment();
        assertThat(database.texts("SELECT deed FROM audit WHERE subject = 'delegation'"))
                .containsExactly("given");
        assertThat(kopa.get("", "/api/v1/events/hamar").number("placesLeft")).isEqualTo(2);
    }

    @Test
    void aHeadWhoHasLostTheLinkAsksForItByTheAddress() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 1));
        Heads.home(kopa).names(0, "Anna Kalna", "anna@example.org");
        Browser browser = new Browser(kopa.site());

        browser.submit(
                browser.page("/registrations/link?lang=en"),
                "/registrations/link",
                Map.of("email", "Ilze@Example.org"));

        assertThatMail(Someone.mailTo(kopa, Heads.ILZE)).says("You head the delegation of Intelekta parks");
        assertThat(Heads.home(kopa).people()).containsExactly("Anna Kalna");
    }

    @Test
    void whoeverNamesTooManyIsToldHowLongToWaitAndLosesNothing() {
        try (Program busy = Program.limited("DelegationTest", TestDatabase.fresh())) {
            busy.bean(MovableClock.class).set(Heads.GIVEN);
            busy.publish(busy.found("parks"), Plans.training("parks", "hamar", HAMAR));
            Heads.give(busy, "hamar", Map.of("member", 1));
            Heads ilze = Heads.home(busy);
            Document form = ilze.form(0);
            Network here = Network.of(InetAddress.getLoopbackAddress());
            for (int i = 0; i < 100; i++) {
                busy.bean(Limits.class).count(Limit.REGISTRATION, here);
            }

            HttpResponse<String> refused = ilze.send(form, "Anna Kalna", "anna@example.org");

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(Jsoup.parse(refused.body()).select("[name=name]").val()).isEqualTo("Anna Kalna");
            assertThat(ilze.people()).isEmpty();
        }
    }

    @Test
    void whereThereAreNotAsManyPlacesNothingIsTaken() {
        announced("hamar", HAMAR);

        assertThatThrownBy(() -> Heads.give(kopa, "hamar", Map.of("member", 4)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, fault -> assertThat(fault.faults()).containsOnlyKeys("places.member"));
        Heads.give(kopa, "hamar", Map.of("member", 3));
        assertThatThrownBy(() -> Heads.give(kopa, "hamar", Map.of("member", 1, "volunteer", 1)))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        fault -> assertThat(fault.faults())
                                .containsOnly(Map.entry(
                                        "places.member", Sentence.of("registration.delegation.fault.few", 0))));

        assertThat(taken("hamar")).isEqualTo(3);
        assertThat(database.number("SELECT COUNT(*) FROM delegation")).isEqualTo(1);
    }

    @Test
    void everyPersonHasAPlaceAMailAndAPageOfTheirOwn() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 2, "volunteer", 2));
        Heads ilze = Heads.home(kopa);

        assertThat(Browser.onwards(ilze.names(0, "Anna Kalna", "anna@example.org")))
                .isEqualTo(ilze.path());
        ilze.names(1, "Kate Liepa", "");

        assertThat(ilze.people()).containsExactly("Anna Kalna", "Kate Liepa");
        assertThat(taken("hamar")).isEqualTo(4);
        Mail anna = Someone.mailTo(kopa, "anna@example.org");
        assertThatMail(anna)
                .says("You were named for a delegation by Ilze Ozola, Intelekta parks")
                .says("Only you answer them, on your own page, by Sunday 1 June 2031")
                .says("the head of the delegation does not see what you write")
                .hasAttachment("invite.ics");
        assertThat(Someone.mailTo(kopa, Heads.ILZE).wording().subject()).startsWith("Kate Liepa – You have a place");
        Someone own = Someone.at(kopa, Someone.linkIn(anna));
        assertThat(own.headline()).isEqualTo("Anna Kalna, you have a place");
        assertThat(own.page().select("dl.facts").text()).contains("Delegation Intelekta parks named by Ilze Ozola");
        assertThat(own.page().select("#privacy-when").text())
                .startsWith("Whoever registered you said that you agree: Ilze Ozola");
        assertThat(own.page().select("[name=consents]").eachAttr("value"))
                .containsExactly("privacy", "photo", "newsletter");
        assertThat(own.page().select("a[href$=/hand-over]")).isEmpty();
        assertThat(database.texts("SELECT organisation FROM registration")).containsOnly("Intelekta parks");
        assertThat(own.browser().get(own.path() + "/data.json").body())
                .contains("\"partner\":\"Intelekta parks\"", "\"namedBy\":\"Ilze Ozola\"");
        assertThat(kopa.get(parks, "/api/v1/events/hamar/registrations").text("items.0.delegation"))
                .isEqualTo("Intelekta parks");
        assertThat(kopa.get(parks, "/api/v1/events/hamar/registrations.csv")
                        .response()
                        .body())
                .contains("Intelekta parks");
    }

    @Test
    void theHeadSeesWhoIsCompleteAndNeverWhatTheyAnswered() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 2));
        Heads ilze = Heads.home(kopa);
        ilze.names(0, "Anna Kalna", "anna@example.org");
        assertThat(ilze.page().select("li .state").text()).isEqualTo("Answers missing");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));

        assertThat(anna.send("/answers", "/answers", Map.of("answers.diet", "no nuts"))
                        .statusCode())
                .isEqualTo(303);

        Document page = ilze.page();
        assertThat(page.select("li .state").text()).isEqualTo("Answers complete");
        assertThat(page.text()).doesNotContain("nuts", "Diet", "anna@example.org");
    }

    @Test
    void whoIsSwappedHearsOfItAndTheNextOneHasThePlace() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 1));
        Heads ilze = Heads.home(kopa);
        ilze.names(0, "Anna Kalna", "anna@example.org");
        clock().set(Instant.parse("2031-06-02T08:00:00Z")); // after the deadline of participants, before the head's

        assertThat(ilze.exchanges(0, "Jānis Kalns", "janis@example.org").statusCode())
                .isEqualTo(303);

        assertThat(ilze.people()).containsExactly("Jānis Kalns");
        assertThatMail(Someone.mailTo(kopa, "anna@example.org")).says("Whoever registered you has given your place up");
        assertThatMail(Someone.mailTo(kopa, "janis@example.org")).says("You have a place");
        assertThat(statuses()).containsExactly("Anna Kalna CANCELLED", "Jānis Kalns CONFIRMED");
        assertThat(taken("hamar")).isEqualTo(1);
        assertThat(Someone.mailTo(kopa, Heads.ILZE).key())
                .as("what she did herself")
                .contains(":delegation:");
    }

    @Test
    void aNameThatIsPutRightLeavesThePersonWhatTheyHave() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 1));
        Heads ilze = Heads.home(kopa);
        ilze.names(0, "Ana Kalna", "anna@example.org");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));
        List<String> mails = kinds("anna@example.org");
        Document form = ilze.browser()
                .page(ilze.page().select("form[action$=/withdrawal] a").attr("href"));
        assertThat(form.text()).contains("If you only put the name right, give the same e-mail address");

        for (int i = 0; i < 2; i++) {
            HttpResponse<String> answer = ilze.send(form, "Anna Kalna", "Anna@example.org");
            assertThat(ilze.browser()
                            .page(Browser.onwards(answer))
                            .select("[role=status]")
                            .text())
                    .as("sent once and again")
                    .contains("The name is put right.")
                    .doesNotContain("Somebody else comes now");
        }

        assertThat(ilze.people()).containsExactly("Anna Kalna");
        assertThat(statuses()).containsExactly("Anna Kalna CONFIRMED");
        assertThat(kinds("anna@example.org")).isEqualTo(mails);
        assertThat(anna.headline()).isEqualTo("Anna Kalna, you have a place");
        assertThat(anna.page().select("#history ~ ol li span").eachText())
                .endsWith("The head of your delegation changed: name");
        assertThat(database.texts("SELECT CONCAT(deed, ' ', actor) FROM audit WHERE actor = 'head'"))
                .containsExactlyInAnyOrder("registered head", "named head", "changed head");
        assertThat(taken("hamar")).isEqualTo(1);
    }

    @Test
    void aNameThatIsPutRightOfSomebodyWithAPlaceOfTheirOwnTouchesNothingElse() {
        announced("hamar", "\"places\": 3");
        Heads.give(kopa, "hamar", Map.of("", 1));
        Someone anna = Someone.registered(kopa, "hamar", "anna@example.org", "");
        Heads ilze = Heads.home(kopa);
        ilze.names(0, "Ana Kalna", "anna@example.org");
        List<String> mails = kinds("anna@example.org");

        ilze.exchanges(0, "Anna Kalna", "anna@example.org");

        assertThat(ilze.people()).containsExactly("Anna Kalna");
        assertThat(kinds("anna@example.org")).isEqualTo(mails);
        assertThat(anna.headline()).isEqualTo("Anna Bērziņa, you have a place");
        assertThat(taken("hamar")).isEqualTo(2);
    }

    @Test
    void aHeadReadsUntilWhenPeopleAreNamedAndUntilWhenTheyChangeThemselves() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 2));

        Document page = Heads.home(kopa).page();

        assertThat(page.select("header .meta").eachText())
                .satisfiesExactly(
                        own -> assertThat(own)
                                .startsWith("People can be named, exchanged and taken out until Thursday 5"),
                        theirs -> assertThat(theirs)
                                .startsWith("Those who are named can change their registration, or cancel"));
        assertThat(page.text()).containsOnlyOnce("0 of 2 filled").doesNotContain("Change or cancel by yourself");
    }

    @Test
    void aPlaceThatIsEmptyAgainIsTheDelegationsUntilItsDate() {
        announced("hamar", "\"places\": 1, \"waitingList\": true");
        Heads.give(kopa, "hamar", Map.of("", 1));
        Heads ilze = Heads.home(kopa);
        ilze.names(0, "Anna Kalna", "anna@example.org");
        Someone waiting = Someone.registered(kopa, "hamar", "waiting@example.org", "");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));

        anna.cancels();

        assertThat(waiting.headline()).contains("in line");
        assertThat(ilze.people()).isEmpty();
        assertThatMail(Someone.mailTo(kopa, Heads.ILZE))
                .says("Anna Kalna no longer comes")
                .says("until the date");
        assertThat(taken("hamar")).isEqualTo(1);

        assertThat(anna.press("/undo").statusCode()).isEqualTo(303);
        assertThat(anna.headline()).isEqualTo("Anna Kalna, you have a place");
        assertThatMail(Someone.mailTo(kopa, Heads.ILZE)).says("Anna Kalna comes after all");

        ilze.takesOut(0);
        assertThat(anna.page().select("#undo")).isEmpty();
        assertThat(waiting.headline()).contains("in line");
        assertThat(ilze.names(0, "Kate", "").statusCode()).isEqualTo(303);
        assertThat(taken("hamar")).isEqualTo(1);
    }

    @Test
    void whoIsErasedLeavesAPlaceToTheDelegationAndNoName() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 1));
        Heads ilze = Heads.home(kopa);
        ilze.names(0, "Anna Kalna", "anna@example.org");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));

        assertThat(anna.send("/erasure", "/erasure", Map.of("sure", "yes")).statusCode())
                .isBetween(200, 303);

        assertThat(ilze.people()).isEmpty();
        assertThat(ilze.page().select("a[href*=/places/]")).hasSize(1);
        assertThat(taken("hamar")).isEqualTo(1);
        assertThat(database.number("SELECT COUNT(*) FROM delegation_member WHERE email_key IS NOT NULL"))
                .isZero();
    }

    @Test
    void ofWhoIsErasedAndHadAPlaceOfTheirOwnTheNameIsGoneToo() {
        announced("hamar", HAMAR);
        Someone anna = Someone.registered(
                kopa, "hamar", "anna@example.org", "\"category\": \"volunteer\", \"answers\": {\"diet\": \"none\"}");
        Heads.give(kopa, "hamar", Map.of("member", 1));
        Heads ilze = Heads.home(kopa);
        ilze.names(0, "Anna Kalna", "anna@example.org");

        anna.send("/erasure", "/erasure", Map.of("sure", "yes"));

        assertThat(ilze.people()).doesNotContain("Anna Kalna").hasSize(1);
        assertThat(database.number(
                        "SELECT COUNT(*) FROM delegation_member WHERE name IS NOT NULL OR email_key IS NOT NULL"))
                .isZero();
    }

    @Test
    void atTheDateWhatIsEmptyGoesToWhoWaits() {
        announced("hamar", "\"places\": 2, \"waitingList\": true");
        Delegation delegation = Heads.give(kopa, "hamar", Map.of("", 2));
        Heads ilze = Heads.home(kopa);
        ilze.names(0, "Anna Kalna", "anna@example.org");
        Someone waiting = Someone.registered(kopa, "hamar", "waiting@example.org", "");
        Document late = ilze.form(0);

        clock().set(Heads.UNTIL);
        kopa.bean(Deadlines.class).look();
        kopa.bean(Deadlines.class).look();

        assertThat(waiting.headline()).contains("you have a place");
        assertThat(taken("hamar")).isEqualTo(2);
        assertThatMail(Someone.mailTo(kopa, Heads.ILZE))
                .says("1 place was empty and is free for others now")
                .says("1 of 2");
        assertThatMail(Someone.mailTo(kopa, "parks@example.org"))
                .says("Intelekta parks")
                .says("/organiser/events/hamar/delegations/" + delegation.key());
        assertThat(ilze.page().select("form[action], a[href*=/places/]")).isEmpty();
        assertThat(ilze.page().text()).contains("The date for names has passed");
        HttpResponse<String> answer = ilze.send(late, "Kate Liepa", "kate@example.org");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Jsoup.parse(answer.body()).select("#name").val()).isEqualTo("Kate Liepa");
    }

    @Test
    void afterTheDateAPlaceGivenUpGoesToWhoWaits() {
        announced("hamar", "\"places\": 2, \"waitingList\": true");
        Heads.give(kopa, "hamar", Map.of("", 2));
        Heads ilze = Heads.home(kopa);
        ilze.names(0, "Anna Kalna", "anna@example.org");
        Someone first = Someone.registered(kopa, "hamar", "first@example.org", "");
        Someone second = Someone.registered(kopa, "hamar", "second@example.org", "");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));

        clock().set(Heads.UNTIL); // and nobody has looked yet
        anna.cancels();

        assertThat(first.headline()).contains("you have a place");
        assertThat(second.headline()).contains("you have a place");
        assertThat(taken("hamar")).isEqualTo(2);
        assertThatMail(Someone.mailTo(kopa, Heads.ILZE)).says("the place goes to others");
    }

    @Test
    void theHeadIsRemindedOnceOfWhatIsEmpty() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 1));

        clock().set(Heads.UNTIL.minus(Duration.ofDays(2)));
        kopa.bean(Deadlines.class).look();
        kopa.bean(Deadlines.class).look();

        assertThat(Someone.mails(kopa, Heads.ILZE).stream().map(OutboxItem::kind))
                .containsExactly("delegation-reminder", "delegation");
    }

    @Test
    void numbersAndDateChangeButNotBelowWhatIsFilled() {
        announced("hamar", HAMAR);
        Delegation delegation = Heads.give(kopa, "hamar", Map.of("member", 2, "volunteer", 2));
        Heads ilze = Heads.home(kopa);
        ilze.names(0, "Anna Kalna", "anna@example.org");

        change(delegation, Map.of("member", 1, "volunteer", 3));

        assertThat(taken("hamar")).isEqualTo(4);
        assertThat(database.texts("SELECT CONCAT(category_key, places_taken) FROM category ORDER BY id"))
                .containsExactly("member1", "volunteer3");
        assertThatThrownBy(() -> change(delegation, Map.of("volunteer", 3)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, fault -> assertThat(fault.faults()).containsOnlyKeys("places.member"));
        assertThat(taken("hamar")).isEqualTo(4);
        assertThat(ilze.people()).containsExactly("Anna Kalna");
    }

    @Test
    void whatIsTakenBackIsFreeAndWhoWasNamedStays() {
        announced("hamar", HAMAR);
        Delegation delegation = Heads.give(kopa, "hamar", Map.of("member", 2));
        Heads ilze = Heads.home(kopa);
        ilze.names(0, "Anna Kalna", "anna@example.org");

        kopa.bean(Granting.class).withdraw(delegation, "person:1");

        assertThat(taken("hamar")).isEqualTo(1);
        assertThat(statuses()).containsExactly("Anna Kalna CONFIRMED");
        assertThatMail(Someone.mailTo(kopa, Heads.ILZE)).says("parks has taken back the places that were empty");
        assertThat(ilze.page().text()).contains("The organiser has taken the empty places back");
        assertThat(ilze.page().select("form[action], a[href*=/places/]")).isEmpty();
        Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")))
                .cancels();
        assertThat(taken("hamar")).isZero();
    }

    @Test
    void whoIsRegisteredAlreadyLooksToTheHeadLikeAnybodyElse() {
        announced("hamar", HAMAR);
        Someone known = Someone.registered(
                kopa, "hamar", "anna@example.org", "\"category\": \"volunteer\", \"answers\": {\"diet\": \"none\"}");
        Heads.give(kopa, "hamar", Map.of("member", 2));
        Heads ilze = Heads.home(kopa);

        HttpResponse<String> first = ilze.names(0, "Anna Kalna", "anna@example.org");
        HttpResponse<String> other = ilze.names(0, "Jānis Kalns", "janis@example.org");

        assertThat(first.statusCode()).isEqualTo(other.statusCode());
        assertThat(ilze.people()).containsExactly("Anna Kalna", "Jānis Kalns");
        assertThat(ilze.page().select("li .state").eachText()).containsExactly("Answers missing", "Answers missing");
        assertThat(taken("hamar"))
                .as("hers is kept empty, so that nobody sees it return")
                .isEqualTo(3);
        assertThatMail(Someone.mailTo(kopa, "anna@example.org")).says("Ilze Ozola, Intelekta parks");
        assertThat(known.page().text()).doesNotContain("Intelekta parks named by");

        ilze.takesOut(0);
        assertThat(known.headline()).contains("you have a place");
        assertThat(ilze.people()).containsExactly("Jānis Kalns");
        ilze.names(0, "Anna Kalna", "anna@example.org");

        clock().set(Heads.UNTIL);
        kopa.bean(Deadlines.class).look();
        assertThat(taken("hamar")).isEqualTo(2);
    }

    @Test
    void nobodyIsNamedTwiceByOneAddress() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 2));
        Heads ilze = Heads.home(kopa);
        ilze.names(0, "Anna Kalna", "anna@example.org");

        HttpResponse<String> answer = ilze.names(0, "Anna Kalniņa", "ANNA@example.org");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.body()).select("#email-error").text())
                .startsWith("You have named somebody with this address already");
        assertThat(ilze.exchanges(0, "Anna Kalniņa", "anna@example.org").statusCode())
                .as("a name typed wrong")
                .isEqualTo(303);
        assertThat(ilze.people()).containsExactly("Anna Kalniņa");
    }

    @Test
    void whatIsMissingIsSaidAtItsFieldAndTheSameFormSentTwiceCountsOnce() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 2));
        Heads ilze = Heads.home(kopa);
        Document form = ilze.form(0);
        String action = form.select("form:has([name=consents])").attr("action");

        HttpResponse<String> answer = ilze.browser().submit(form, action, Map.of("name", "", "email", "nonsense"));

        Document again = Jsoup.parse(answer.body());
        assertThat(again.select("#name-error, #email-error, #consents-error")).hasSize(3);
        assertThat(again.select("#email").val()).isEqualTo("nonsense");
        assertThat(ilze.send(form, "Anna Kalna", "").statusCode()).isEqualTo(303);
        assertThat(ilze.send(form, "Anna Kalna", "").statusCode()).isEqualTo(303);
        assertThat(ilze.people()).containsExactly("Anna Kalna");
    }

    @Test
    void whoIsOfADelegationCannotHandThePlaceOver() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 1));
        Heads.home(kopa).names(0, "Anna Kalna", "anna@example.org");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));

        Document own = anna.page();
        anna.browser()
                .post(
                        anna.path() + "/hand-over",
                        Map.of(
                                "name",
                                "Olga",
                                "email",
                                "olga@example.org",
                                "_csrf",
                                own.select("[name=_csrf]").val()));

        assertThat(own.text()).contains("This place is your delegation’s");
        assertThat(database.number("SELECT COUNT(*) FROM hand_over")).isZero();
    }

    @Test
    void afterTheDateAPlaceCanBeHandedOverAndLeavesTheDelegation() {
        announced("hamar", "\"places\": 2");
        Heads.give(kopa, "hamar", Map.of("", 1));
        Heads ilze = Heads.home(kopa);
        ilze.names(0, "Anna Kalna", "anna@example.org");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));
        clock().set(Heads.UNTIL);
        kopa.bean(Deadlines.class).look();

        anna.send("/hand-over", "/hand-over", Map.of("name", "Olga", "email", "olga@example.org"));
        Someone olga = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "olga@example.org")));
        assertThat(olga.send("", "", Map.of("consents", "privacy")).statusCode())
                .isEqualTo(303);

        assertThat(ilze.people()).isEmpty();
        assertThat(taken("hamar")).isEqualTo(1);
        assertThat(database.number("SELECT filled FROM delegation_places")).isZero();
        new Ledger(database).isTrue("a place handed over");
    }

    @Test
    void aPlaceHandedOverBeforeAnybodyHasLookedAtTheDateIsNotGivenToOthersToo() {
        announced("hamar", "\"places\": 2");
        Heads.give(kopa, "hamar", Map.of("", 1));
        Heads ilze = Heads.home(kopa);
        ilze.names(0, "Anna Kalna", "anna@example.org");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));
        clock().set(Heads.UNTIL.plusSeconds(20)); // and nobody has looked yet

        anna.send("/hand-over", "/hand-over", Map.of("name", "Olga", "email", "olga@example.org"));
        Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "olga@example.org")))
                .send("", "", Map.of("consents", "privacy"));
        kopa.bean(Deadlines.class).look();

        assertThat(taken("hamar")).isEqualTo(1);
        new Ledger(database).isTrue("a place handed over, and then the date");
        assertThat(database.texts("SELECT COALESCE(name, '') FROM delegation_member"))
                .as("who gave it away can be erased by nobody any more")
                .containsExactly("");
    }

    @Test
    void whomTheOrganiserCancelsLeavesAPlaceToTheDelegation() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 1));
        Heads ilze = Heads.home(kopa);
        ilze.names(0, "Anna Kalna", "anna@example.org");
        String reference = database.texts("SELECT reference FROM registration").get(0);

        kopa.post(parks, "/api/v1/registrations/" + reference + "/cancel", "{}").is(200);

        assertThat(ilze.people()).isEmpty();
        assertThat(ilze.page().select("a[href*=/places/]")).hasSize(1);
        assertThatMail(Someone.mailTo(kopa, Heads.ILZE)).says("Anna Kalna no longer comes");
        assertThat(taken("hamar")).isEqualTo(1);
    }

    @Test
    void anotherHeadGetsTheMailsAndTheFormerOnesLinkIsDead() {
        announced("hamar", HAMAR);
        Delegation delegation = Heads.give(kopa, "hamar", Map.of("member", 1));
        Heads ilze = Heads.home(kopa);
        ilze.names(0, "Kate Liepa", "");
        Grant before = Heads.grant(Heads.event(kopa, "hamar"), Map.of("member", 1), Heads.UNTIL);
        Grant.Head olga = new Grant.Head("Olga", new EmailAddress("olga@example.org"), Language.EN);

        kopa.bean(Granting.class)
                .change(
                        delegation,
                        new Grant(null, before.partner(), olga, null, before.until(), before.places()),
                        "person:1");

        assertThat(ilze.browser().get(ilze.path()).statusCode()).isEqualTo(404);
        Mail mail = Someone.mailTo(kopa, "olga@example.org");
        assertThat(new Browser(kopa.site()).page(Heads.link(mail)).text()).contains("Kate Liepa");
        assertThat(database.texts("SELECT email FROM registration")).containsExactly("olga@example.org");
    }

    @Test
    void aKindOfPlaceThatAPartnerWasGivenStays() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 1));
        String version = kopa.get(parks, "/api/v1/events/hamar").header("ETag");

        kopa.patch(parks, "/api/v1/events/hamar", version, """
                        {"categories": [{"key": "volunteer", "name": {"en": "Volunteer"}, "places": 3}]}""").isInvalid("categories");
    }

    @Test
    void whoCallsTheEventOffTellsTheHeadToo() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 1));

        kopa.post(parks, "/api/v1/events/hamar/cancel", "{\"reason\": \"The ferry is out of service.\"}")
                .is(200);

        assertThatMail(Someone.mailTo(kopa, Heads.ILZE)).says("The ferry is out of service.");
        assertThat(Heads.home(kopa).page().select("form[action], a[href*=/places/]"))
                .isEmpty();
    }

    @Test
    void whoMovesTheEventTellsTheHeadToo() {
        announced("hamar", "\"places\": 3");
        Delegation delegation = Heads.give(kopa, "hamar", Map.of("", 1));
        Heads.give(kopa, "hamar", Map.of("", 1), Heads.UNTIL.plus(Duration.ofDays(1)));
        kopa.bean(Granting.class).withdraw(delegation, "person:1");

        patch("{\"places\": 4}");
        assertThat(kinds(Heads.ILZE)).doesNotContain("delegation-moved");
        patch("""
                {"sessions": [{"title": {"en": "First day"}, "start": "2031-06-21T09:30", "end": "2031-06-21T16:00",
                  "place": "Daugavpils, Rīgas iela 9"}]}""");
        TenMinutes.pass(kopa);

        assertThat(kinds(Heads.ILZE).stream().filter("delegation-moved"::equals))
                .as("of what is still hers to fill")
                .hasSize(1);
        assertThatMail(Someone.mailTo(kopa, Heads.ILZE))
                .says("parks has changed the event")
                .says("21 June 2031")
                .says("Friday 6 June 2031, 11:00");
        assertThat(Heads.home(kopa).page().select("a[href*=/places/]")).hasSize(1);
    }

    @Test
    void whereAgesAreAskedTheHeadSaysWhoIsUnder18AndWhoAnswersForThem() {
        announced("hamar", "\"places\": 3, \"registration\": {\"minors\": \"ASKED\"}");
        Heads.give(kopa, "hamar", Map.of("", 2));
        Heads ilze = Heads.home(kopa);

        assertThat(Jsoup.parse(ilze.names(0, "Anna Kalna", "anna@example.org").body())
                        .select("#minor-error"))
                .hasSize(1);
        HttpResponse<String> answer = ilze.send(
                ilze.form(0),
                Map.of(
                        "name",
                        "Anna Kalna",
                        "email",
                        "anna@example.org",
                        "consents",
                        "privacy",
                        "minor",
                        "yes",
                        "guardian.name",
                        "Zane Kalna",
                        "guardian.email",
                        "zane@example.org",
                        "guardian.phone",
                        "+371 20 000 000"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(ilze.people()).containsExactly("Anna Kalna");
        assertThatMail(Someone.mailTo(kopa, "zane@example.org")).says("Anna Kalna is under 18");
    }

    @Test
    void whereOnlyAdultsMayComeTheHeadSaysThatTheyAre() {
        announced("hamar", "\"places\": 3, \"registration\": {\"minors\": \"ADULTS_ONLY\"}");
        Heads.give(kopa, "hamar", Map.of("", 2));
        Heads ilze = Heads.home(kopa);

        Document again =
                Jsoup.parse(ilze.names(0, "Anna Kalna", "anna@example.org").body());

        assertThat(again.select("#minor-error").text()).endsWith("Tick the box if the person is.");
        assertThat(again.select("label:has(#minor)").text()).isEqualTo("The person is 18 or older");
        assertThat(ilze.people()).isEmpty();
        Map<String, String> typed = Map.of("name", "Anna Kalna", "consents", "privacy", "minor", "no");
        assertThat(ilze.send(ilze.form(0), typed).statusCode()).isEqualTo(303);
        assertThat(ilze.people()).containsExactly("Anna Kalna");
    }

    @Test
    void placesFromBeforeTheEventHadKindsAreStillFilledAndChanged() {
        announced("hamar", "\"places\": 6");
        Delegation delegation = Heads.give(kopa, "hamar", Map.of("", 2));
        patch("{\"categories\": [{\"key\": \"member\", \"name\": {\"en\": \"Member\"}, \"places\": 3}]}");
        Heads ilze = Heads.home(kopa);

        assertThat(ilze.names(0, "Anna Kalna", "anna@example.org").statusCode()).isEqualTo(303);
        change(delegation, Map.of("", 2, "member", 1));

        assertThat(ilze.people()).containsExactly("Anna Kalna");
        assertThat(taken("hamar")).isEqualTo(3);
        assertThat(Grant.kinds(Heads.event(kopa, "hamar"), List.of())).hasSize(1);
        assertThat(Grant.kinds(
                        Heads.event(kopa, "hamar"),
                        kopa.bean(Delegations.class)
                                .of(Heads.event(kopa, "hamar"))
                                .get(0)
                                .allotments()))
                .as("what the organiser's form has fields for")
                .hasSize(2)
                .contains(0L);
        new Ledger(database).isTrue("kinds that came later");
    }

    @Test
    void ofAnEventsDelegationsTheNumbersAreCountedWithoutTheirPeople() {
        announced("hamar", HAMAR);
        Delegation delegation = Heads.give(kopa, "hamar", Map.of("member", 2, "volunteer", 1));
        Heads.give(kopa, "hamar", Map.of("member", 1));
        Heads.home(kopa).names(0, "Kate Liepa", "");

        List<Standing> all = kopa.bean(Delegations.class).of(Heads.event(kopa, "hamar"));

        assertThat(all).extracting(Standing::places).containsExactly(3, 1);
        assertThat(all).extracting(Standing::filled).containsExactly(0, 1);
        assertThat(all).allSatisfy(standing -> assertThat(standing.people()).isEmpty());
        assertThat(all.get(0).delegation().key()).isEqualTo(delegation.key());
    }

    @Test
    void theSameSwapSentTwiceCountsOnceAndAFormThatDoesNotSayWhichItIsCountsEachTime() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 1));
        Heads first = Heads.home(kopa);
        first.names(0, "Anna Kalna", "anna@example.org");
        Document swap = first.browser()
                .page(first.page().select("form[action$=/withdrawal] a").attr("href"));

        assertThat(first.send(swap, "Jānis Kalns", "").statusCode()).isEqualTo(303);
        assertThat(Browser.onwards(first.send(swap, "Jānis Kalns", ""))).isEqualTo(first.path());

        assertThat(first.people()).containsExactly("Jānis Kalns");
        Heads.give(kopa, "hamar", Map.of("member", 1, "volunteer", 1));
        Heads second = Heads.home(kopa);
        for (String name : List.of("Kate", "Zane")) {
            Map<String, String> typed = Map.of("name", name, "consents", "privacy", "submission", "");
            assertThat(second.send(second.form(0), typed).statusCode()).isEqualTo(303);
        }
        assertThat(second.people()).containsExactly("Kate", "Zane");
    }

    @Test
    void aFormOfTheHeadThatIsOlderThanItsCookieStillGetsThrough() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 1));
        Heads ilze = Heads.home(kopa);
        String action = ilze.form(0).select("form:has([name=consents])").attr("action");

        HttpResponse<String> answer = kopa.site()
                .post(
                        action,
                        "name=Anna&consents=privacy&_csrf=abcdefgh",
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "Cookie",
                        "kopa-csrf=somethingelse; kopa-lang=en",
                        "Sec-Fetch-Site",
                        "same-origin");

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(ilze.people()).containsExactly("Anna");
    }

    @Test
    void ofVeryManyDelegationsTheMailListsTheNewestHundred() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 1));
        String more = "INSERT INTO delegation (event_id, partner, head, email, language, fill_until, given_at)"
                + " SELECT event_id, 'Later', head, email, language, fill_until, given_at FROM delegation LIMIT 1";
        for (int i = 0; i < 100; i++) {
            database.execute(more);
        }
        Browser browser = new Browser(kopa.site());

        browser.submit(browser.page("/registrations/link?lang=en"), "/registrations/link", Map.of("email", Heads.ILZE));

        assertThat(Someone.mailTo(kopa, Heads.ILZE).wording().facts())
                .hasSize(100)
                .allSatisfy(fact -> assertThat(fact.values().get(0)).contains("Later"));
    }

    @Test
    void whatAHeadDoesIsRecordedAsTheHeads() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 1));
        Heads ilze = Heads.home(kopa);
        ilze.names(0, "Anna Kalna", "anna@example.org");
        Someone anna = Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "anna@example.org")));

        ilze.takesOut(0);

        assertThat(database.texts("SELECT CONCAT(deed, ' ', actor) FROM audit WHERE actor IN ('head', 'contact')"))
                .containsExactlyInAnyOrder("registered head", "named head", "cancelled head", "taken-out head");
        assertThat(anna.page().text())
                .contains("The head of your delegation named you", "The head of your delegation gave your place up")
                .doesNotContain("your contact");
    }

    @Test
    void thePageOfTheHeadIsKeptByNoCacheAndFoundByNoSearchEngine() {
        announced("hamar", HAMAR);
        Heads.give(kopa, "hamar", Map.of("member", 1));
        Heads ilze = Heads.home(kopa);

        var headers = ilze.browser().get(ilze.path()).headers();

        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        assertThat(headers.firstValue("X-Robots-Tag")).hasValue("noindex");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    }

    @Test
    void anAddressWithNothingBehindItSaysSo() {
        assertThat(new Browser(kopa.site())
                        .get("/delegation/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")
                        .statusCode())
                .isEqualTo(404);
    }

    private void change(Delegation delegation, Map<String, Integer> places) {
        Grant grant = Heads.grant(Heads.event(kopa, "hamar"), places, Heads.UNTIL.plus(Duration.ofDays(1)));
        kopa.bean(Granting.class).change(delegation, grant, "person:1");
    }

    private void patch(String change) {
        String version = kopa.get(parks, "/api/v1/events/hamar").header("ETag");
        kopa.patch(parks, "/api/v1/events/hamar", version, change).is(200);
    }

    private List<String> kinds(String address) {
        return Someone.mails(kopa, address).stream().map(OutboxItem::kind).toList();
    }

    private void announced(String slug, String more) {
        clock().set(Heads.GIVEN);
        kopa.publish(parks, Plans.training("parks", slug, more));
    }

    private MovableClock clock() {
        return kopa.bean(MovableClock.class);
    }

    private List<String> statuses() {
        return database.texts("SELECT CONCAT(name, ' ', status) FROM registration ORDER BY id");
    }

    private long taken(String slug) {
        return database.number("SELECT places_taken FROM event WHERE slug = '" + slug + "'");
    }
}
