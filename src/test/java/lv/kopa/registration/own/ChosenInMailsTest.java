package lv.kopa.registration.own;

import static lv.kopa.Program.STRANGER;
import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Events;
import lv.kopa.mail.Mail;
import lv.kopa.mail.OutboxItem;
import lv.kopa.registration.waiting.Overdue;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mail about somebody lists the sessions of that person: those for all, and those that they chose. */
final class ChosenInMailsTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final Program kopa = Program.start("ChosenInMailsTest", database);
    private final String parks = kopa.found("parks");

    @BeforeEach
    void setTheClock() {
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-01T08:00:00Z"));
    }

    @AfterEach
    void stop() {
        kopa.close();
    }

    @Test
    void oneToAGuardianDoesAndSaysWhere() {
        announce("\"minors\": \"ASKED\"");

        chosen("\"minor\": true, \"guardian\": {\"name\": \"Ilze Kalna\", \"email\": \"ilze@example.org\","
                + " \"phone\": \"+371 20 000 000\"}");

        assertListsThem(mailTo("ilze"));
        assertThatMail(mailTo("ilze")).says("Cēsis");
    }

    @Test
    void thoseAboutANewAddressDo() {
        announce("");
        Someone anna = chosen("");

        anna.send("/edit", "/edit", Map.of("email", "new@example.org"));
        assertListsThem(mailTo("new"));

        Someone.at(kopa, Someone.linkIn(mailTo("new"))).press("");
        assertThat(kinds("anna")).contains("address-changed");
        assertListsThem(mailTo("anna"));
    }

    @Test
    void oneThatAsksForTheAddressToBeConfirmedDoes() {
        announce("\"confirmAddress\": true");

        Someone anna = chosen("");
        assertListsThem(mailTo("anna"));

        kopa.bean(MovableClock.class).advance(Duration.ofMinutes(10));
        anna.press("/confirmation");
        assertThat(Someone.mails(kopa, "anna@example.org")).hasSize(2);
        assertListsThem(mailTo("anna"));
    }

    @Test
    void thoseAboutAPlaceThatIsHandedOverDo() {
        announce("");
        Someone anna = chosen("");

        anna.send("/hand-over", "/hand-over", Map.of("name", "Jānis Kalns", "email", "janis@example.org"));
        assertListsThem(mailTo("janis"));
        Someone.at(kopa, Someone.linkIn(mailTo("janis"))).send("", "", Map.of("consents", "privacy"));

        assertThat(kinds("anna")).contains("handed-over");
        assertListsThem(mailTo("anna"));
        assertListsThem(mailTo("janis"));
    }

    @Test
    void thoseAboutAnOfferedPlaceDo() {
        announceFor(2, "\"offerHours\": 24");
        List<String> two = List.of(reference("one", ""), reference("two", ""));
        chosen("");
        String last = reference("last", sundial());
        cancel(two.get(0));
        assertThat(kinds("anna")).startsWith("place-offered");
        assertListsThem(mailTo("anna"));
        cancel(two.get(1));
        assertThat(kinds("last")).startsWith("place-offered");

        String version = kopa.get(parks, "/api/v1/events/ours").header("ETag");
        kopa.patch(parks, "/api/v1/events/ours", version, "{\"places\": 1}").is(200);
        assertThat(kinds("last")).startsWith("offer-withdrawn");
        assertThatMail(mailTo("last")).says("Welcome").says("Sundial").doesNotSay("Kitchen");
        cancel(last);

        kopa.bean(MovableClock.class).advance(Duration.ofHours(24));
        Overdue.end(kopa);
        assertThat(kinds("anna")).startsWith("offer-ran-out");
        assertListsThem(mailTo("anna"));
    }

    @Test
    void oneThatRemindsOfAnswersDoes() {
        kopa.publish(parks, plan(10, "\"answersUntil\": \"2031-06-05T18:00\"", """
                "questions": [{"key": "bed", "type": "YES_NO", "label": {"en": "Do you need a bed?"}, "required": true,
                  "stage": "CONFIRMED"}],"""));
        chosen("");
        kopa.bean(MovableClock.class).advance(Duration.ofDays(2));

        kopa.bean(AnswerReminders.class).remind();

        assertThat(kinds("anna")).startsWith("answers-wanted");
        assertListsThem(mailTo("anna"));
    }

    @Test
    void oneAboutSomethingToReadDoes() {
        announce("");
        chosen("");
        Browser ilze = new Browser(kopa.site());
        ilze.submit(
                ilze.page("/organiser/sign-in"),
                "/organiser/sign-in",
                Map.of("email", "parks@example.org", "password", "long enough a password"));
        String materials = "/organiser/events/ours/materials";
        ilze.submit(
                ilze.page(materials + "/links"), materials + "/links", Map.of("address", "https://videos.example/1"));

        ilze.submit(ilze.page(materials), materials + "/news", Map.of());

        assertThat(kinds("anna")).startsWith("materials");
        assertListsThem(mailTo("anna"));
    }

    private String sundial() {
        return "\"sessions\": ["
                + kopa.bean(Events.class)
                        .find("ours")
                        .orElseThrow()
                        .chosen()
                        .get(1)
                        .id() + "]";
    }

    private String reference(String name, String more) {
        return kopa.register(STRANGER, "ours", Wishes.of(name + "@example.org", more))
                .is(201)
                .text("reference");
    }

    private void cancel(String reference) {
        kopa.post(parks, "/api/v1/registrations/" + reference + "/cancel", "{}").is(200);
    }

    private void announce(String registration) {
        announceFor(10, registration);
    }

    private void announceFor(int places, String registration) {
        kopa.publish(parks, plan(places, registration, ""));
    }

    private static String plan(int places, String registration, String more) {
        return """
                {"organisation": "parks", "slug": "ours", "kind": "TRAINING", "title": {"en": "Science for everyone"},
                 "timeZone": "Europe/Riga", "places": %d, "registration": {%s}, %s "sessions": [
                   {"title": {"en": "Welcome"}, "start": "2031-06-14T08:30", "end": "2031-06-14T09:00", "place": "Riga"},
                   {"title": {"en": "Kitchen"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 3,
                    "place": "Cēsis"},
                   {"title": {"en": "Sundial"}, "start": "2031-06-14T12:30", "end": "2031-06-14T14:00", "places": 3}]}""".formatted(places, registration, more);
    }

    /** Anna, who chose the kitchen. */
    private Someone chosen(String more) {
        long kitchen = kopa.bean(Events.class)
                .find("ours")
                .orElseThrow()
                .chosen()
                .get(0)
                .id();
        String wish = "\"sessions\": [" + kitchen + "]" + (more.isEmpty() ? "" : ", " + more);
        return Someone.at(
                kopa,
                Someone.path(kopa.register(STRANGER, "ours", Wishes.of("anna@example.org", wish))
                        .is(201)
                        .text("links.manage")));
    }

    private List<String> kinds(String name) {
        return Someone.mails(kopa, name + "@example.org").stream()
                .map(OutboxItem::kind)
                .toList();
    }

    private Mail mailTo(String name) {
        return Someone.mailTo(kopa, name + "@example.org");
    }

    private static void assertListsThem(Mail mail) {
        assertThatMail(mail).says("Welcome").says("Kitchen");
        assertThat(mail.wording().text()).doesNotContain("Sundial");
    }
}
