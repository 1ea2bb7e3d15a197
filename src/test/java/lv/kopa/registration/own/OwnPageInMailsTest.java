package lv.kopa.registration.own;

import static java.util.function.Predicate.not;
import static lv.kopa.Program.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.Program;
import lv.kopa.Program.Answer;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Events;
import lv.kopa.event.Plans;
import lv.kopa.event.Session;
import lv.kopa.mail.Mail;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.OutboxItem;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.change.TenMinutes;
import lv.kopa.registration.delegation.Heads;
import lv.kopa.registration.reminder.Rounds;
import lv.kopa.registration.waiting.Overdue;
import lv.kopa.registration.wish.Wishes;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.time.MovableClock;
import lv.kopa.web.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Whoever is written to about a registration of theirs finds the way to their own page in the mail, whatever the mail is
 * about. A kind of mail is what its texts begin with; of a new one it has to be decided here.
 */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OwnPageInMailsTest {
    private static final Instant NOW = Instant.parse("2031-05-01T08:00:00Z");
    private static final Pattern OWN_PAGE = Pattern.compile("https://kopa\\.example(/r/[a-z2-7]+)");

    /** Kinds of mail that name the own page of whoever reads them. */
    private static final Set<String> NAME_IT = words("""
            entry-new entry-moved entry-gone calendar-invitation calendar-file confirmed waiting awaiting-approval promoted
            session-given place-offered offer-ran-out offer-withdrawn answers-wanted registered-already cancelled-by-you
            cancelled-by-calendar calendar-late left-by-you cancelled-by-organiser cancelled-by-contact
            cancelled-by-guardian declined event-changed event-cancelled reminder afterwards feedback materials certificate
            certificate-withdrawn changed-by-you lines-changed address-new address-again hand-over-known delegated
            delegated-known restored.confirmed restored.waiting restored.awaiting-approval""");

    /** Those that do not, and why. */
    private static final Map<String, String> DO_NOT = reasons(Map.of(
            "the address has yet to show that it is theirs", "confirm-address address-asked",
            "whoever reads it has no registration, or none any more, at this address",
                    "guardian address-changed address-returned hand-over handed-over",
            "the page is erased with the registration", "erased",
            "it is about no registration", """
                    password-reset team-invitation helper-invitation trial list answered unread invitation invitation-reminder
                    invitation-withdrawn""",
            "the page of whoever registers others is another", """
                    party delegation delegation-changed delegation-moved delegation-reminder delegation-closed
                    delegation-report delegation-withdrawn delegation-off delegate-left delegate-left-late delegate-back""",
            "it is no mail, but what stands before the subject of one", "party.for",
            "it names the pages of all registrations of an address, or its calendar", "link-again calendar-address"));

    /** Those that are looked at elsewhere: what they need is at hand there. */
    private static final Set<String> SEEN_ELSEWHERE = words(
            "calendar-late feedback certificate certificate-withdrawn" // CalendarAnswersTest, FeedbackTest, …
                    + " restored.confirmed restored.waiting restored.awaiting-approval"); // UndoTest

    /** What the sentence is called that says what a mail is about. */
    private static final Set<String> SAYING = words(".text .gone .gone.no-list");

    /** Whose links have ended since. */
    private static final Set<String> GONE = words("moved@example.org new@example.org given@example.org");

    private final Program kopa = Program.start("OwnPageInMailsTest", TestDatabase.fresh());
    private final String parks = kopa.found("parks");

    private static Set<String> words(String words) {
        return Set.of(words.strip().split("\\s+"));
    }

    private static Map<String, String> reasons(Map<String, String> kinds) {
        Map<String, String> reasons = new HashMap<>();
        kinds.forEach((reason, some) -> words(some).forEach(kind -> reasons.put(kind, reason)));
        return reasons;
    }

    @AfterAll
    void stop() {
        kopa.close();
    }

    @Test
    void ofEachKindOfMailItIsDecided() throws IOException {
        assertThat(Stream.concat(NAME_IT.stream(), DO_NOT.keySet().stream())
                        .sorted()
                        .toList())
                .isEqualTo(kinds().stream().sorted().toList());
    }

    @Test
    void eachMailAboutARegistrationNamesTheOwnPageAsDecided() throws IOException {
        kopa.bean(MovableClock.class).set(NOW);
        programme();
        line();
        offers();
        onesThatAreAsked();
        otherAddresses();
        otherPeople();
        delegates();
        timesOfTheEvent();

        Set<String> seen = new TreeSet<>();
        for (OutboxItem item : Someone.mails(kopa, "@example.org")) {
            Mail mail = kopa.bean(Outbox.class).find(item.id()).orElseThrow().mail();
            if (item.registration() != null && !mail.wording().text().isBlank()) {
                String kind = kind(item, mail);
                seen.add(kind);
                Matcher link = OWN_PAGE.matcher(mail.wording().text());
                assertThat(link.find()).as(kind + "\n" + mail.wording().text()).isEqualTo(NAME_IT.contains(kind));
                if (NAME_IT.contains(kind) && !GONE.contains(item.toAddress())) {
                    assertThat(kopa.site().get(link.group(1)).statusCode())
                            .as(kind)
                            .isEqualTo(200);
                }
            }
        }
        assertThat(NAME_IT.stream().filter(not(SEEN_ELSEWHERE::contains))).allMatch(seen::contains);
        assertThat(seen)
                .contains("confirm-address", "guardian", "address-asked", "address-changed", "address-returned")
                .contains("hand-over", "handed-over", "erased");
    }

    private void programme() {
        kopa.publish(parks, """
                {"organisation": "parks", "slug": "parts", "kind": "TRAINING", "title": {"en": "Science"}, "sessions": [
                   {"title": {"en": "Welcome"}, "start": "2031-06-14T08:30", "end": "2031-06-14T09:00", "place": "Riga"},
                   {"title": {"en": "Kitchen"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 1},
                   {"title": {"en": "Sundial"}, "start": "2031-06-14T09:30", "end": "2031-06-14T11:00", "places": 3},
                   {"title": {"en": "Close"}, "start": "2031-06-14T12:00", "end": "2031-06-14T13:00", "place": "Riga"}]}""");
        List<Long> workshops = kopa.bean(Events.class).find("parts").orElseThrow().chosen().stream()
                .map(Session::id)
                .toList();
        Someone anna =
                Someone.registered(kopa, "parts", "anna@example.org", "\"sessions\": [" + workshops.get(0) + "]");
        Someone.registered(
                kopa, "parts", "janis@example.org", "\"sessions\": [], \"waitFor\": [" + workshops.get(0) + "]");
        Someone late = Someone.registered(kopa, "parts", "late@example.org", "\"sessions\": []");
        late.send("/edit", "/edit", Map.of("waitFor", "" + workshops.get(0)));
        anna.send("", "/calendar", Map.of("calendar", "file"));
        later(Duration.ofMinutes(1));
        anna.send("", "/calendar", Map.of("calendar", "invitation"));
        anna.send("/edit", "/edit", Map.of("sessions", "" + workshops.get(1)));
        patch("parts", "{\"sessions\": " + moved("parts") + "}");
        TenMinutes.pass(kopa);
        anna.cancels();
    }

    /** All sessions of an event, an hour later. */
    private String moved(String event) {
        return kopa.bean(Events.class).find(event).orElseThrow().sessions().stream()
                .map(session ->
                        "{\"id\": %d, \"title\": {\"en\": \"%s\"}, \"start\": \"%s\", \"end\": \"%s\", \"places\": %s}"
                                .formatted(
                                        session.id(),
                                        session.title().in(Language.EN),
                                        session.startsOn().plusHours(1),
                                        session.endsOn().plusHours(1),
                                        session.places()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private void line() {
        kopa.publish(parks, Plans.training("parks", "ours", "\"places\": 4"));
        Answer one = register("ours", "one@example.org");
        for (String name : List.of("two", "three", "four", "five", "six", "seven")) {
            register("ours", name + "@example.org");
        }
        Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "seven@example.org")))
                .cancels();
        register("ours", "two@example.org");
        kopa.post(parks, "/api/v1/registrations/" + one.text("reference") + "/cancel", "{}")
                .is(200);
        Registrations registrations = kopa.bean(Registrations.class);
        registrations.withdrawByCalendar(person("two"));
        registrations.withdrawByContact(person("three"));
        registrations.withdrawByGuardian(person("four"));
        kopa.post(parks, "/api/v1/events/ours/cancel", "{\"reason\": \"The trainer is ill\"}")
                .is(200);
    }

    private void offers() {
        kopa.publish(parks, Plans.training("parks", "offers", "\"places\": 2, \"registration\": {\"offerHours\": 24}"));
        List<Answer> people = Stream.of("gatis", "dace", "ieva", "juris")
                .map(name -> register("offers", name + "@example.org"))
                .toList();
        for (int i = 0; i < 2; i++) {
            kopa.post(parks, "/api/v1/registrations/" + people.get(i).text("reference") + "/cancel", "{}")
                    .is(200);
        }
        patch("offers", "{\"places\": 1}");
        later(Duration.ofHours(24));
        Overdue.end(kopa);
    }

    private void onesThatAreAsked() {
        kopa.publish(parks, Plans.training("parks", "approved", "\"approval\": \"MANUAL\""));
        Answer asked = register("approved", "asked@example.org");
        kopa.post(parks, "/api/v1/registrations/" + asked.text("reference") + "/decline", "{}")
                .is(200);
        kopa.publish(parks, Plans.training("parks", "held", "\"registration\": {\"confirmAddress\": true}"));
        register("held", "held@example.org");
        kopa.publish(parks, Plans.training("parks", "young", "\"registration\": {\"minors\": \"ASKED\"}"));
        Someone.registered(
                kopa,
                "young",
                "karlis@example.org",
                "\"minor\": true, \"guardian\": {\"name\": \"Ilze Kalna\", \"email\": \"guardian@example.org\","
                        + " \"phone\": \"+371 20 000 000\"}");
        kopa.publish(
                parks,
                Plans.training(
                        "parks",
                        "staged",
                        "\"registration\": {\"answersUntil\": \"2031-05-05T18:00\"}, \"questions\": [{\"key\": \"bed\","
                                + " \"type\": \"YES_NO\", \"label\": {\"en\": \"Do you need a bed?\"},"
                                + " \"required\": true, \"stage\": \"CONFIRMED\"}]"));
        register("staged", "staged@example.org");
        later(Duration.ofDays(2));
        kopa.bean(AnswerReminders.class).remind();
    }

    private void otherAddresses() {
        kopa.publish(parks, Plans.training("parks", "moves", ""));
        Someone moved = Someone.registered(kopa, "moves", "moved@example.org", "");
        moved.send("/edit", "/edit", Map.of("email", "new@example.org"));
        Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "new@example.org")))
                .press("");
        Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "moved@example.org")))
                .press("");
    }

    private void otherPeople() {
        kopa.publish(parks, Plans.training("parks", "given", ""));
        Someone.registered(kopa, "given", "known@example.org", "");
        Someone given = Someone.registered(kopa, "given", "given@example.org", "");
        given.send("/hand-over", "/hand-over", Map.of("name", "Known", "email", "known@example.org"));
        later(Duration.ofMinutes(1));
        given.send("/hand-over", "/hand-over", Map.of("name", "Olga", "email", "olga@example.org"));
        Someone.at(kopa, Someone.linkIn(Someone.mailTo(kopa, "olga@example.org")))
                .send("", "", Map.of("consents", "privacy"));
        kopa.publish(parks, Plans.training("parks", "forgotten", ""));
        Someone.registered(kopa, "forgotten", "erased@example.org", "")
                .send("/erasure", "/erasure", Map.of("sure", "yes"));
    }

    private void delegates() {
        kopa.publish(
                parks,
                Plans.training(
                        "parks",
                        "hamar",
                        "\"places\": 6, \"categories\": [{\"key\": \"member\", \"name\": {\"en\": \"Member\"}}]"));
        Someone.registered(kopa, "hamar", "there@example.org", "\"category\": \"member\"");
        Heads.give(kopa, "hamar", Map.of("member", 2));
        Heads.home(kopa).names(0, "Anna Kalna", "delegate@example.org");
        Heads.home(kopa).names(0, "Anna There", "there@example.org");
    }

    private void timesOfTheEvent() {
        kopa.publish(parks, Plans.training("parks", "day", ""));
        Someone.registered(kopa, "day", "day@example.org", "");
        Browser ilze = new Browser(kopa.site());
        ilze.submit(
                ilze.page("/organiser/sign-in"),
                "/organiser/sign-in",
                Map.of("email", "parks@example.org", "password", "long enough a password"));
        String materials = "/organiser/events/day/materials";
        ilze.submit(
                ilze.page(materials + "/links"), materials + "/links", Map.of("address", "https://videos.example/1"));
        ilze.submit(ilze.page(materials), materials + "/news", Map.of());
        Rounds.thank(kopa, "day");
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-13T06:31:00Z"));
        Rounds.go(kopa);
        kopa.bean(MovableClock.class).set(Instant.parse("2031-06-15T13:01:00Z"));
        Rounds.go(kopa);
    }

    private Answer register(String event, String address) {
        return kopa.register(STRANGER, event, Wishes.of(address)).is(201);
    }

    private Registration person(String name) {
        long event = kopa.bean(Events.class).find("ours").orElseThrow().event().id();
        return kopa.bean(Registrations.class).of(event).stream()
                .filter(person -> person.email().equals(name + "@example.org"))
                .findFirst()
                .orElseThrow();
    }

    private void patch(String event, String json) {
        String version = kopa.get(parks, "/api/v1/events/" + event).header("ETag");
        kopa.patch(parks, "/api/v1/events/" + event, version, json).is(200);
    }

    private void later(Duration time) {
        kopa.bean(MovableClock.class).advance(time);
    }

    /** What the texts of a mail begin with: what it is put as, or by what it says where that is put as one of several. */
    private static String kind(OutboxItem item, Mail mail) throws IOException {
        Set<String> kinds = kinds();
        if (kinds.contains(item.kind())) {
            return item.kind();
        }
        Texts texts = Texts.in(Language.of(mail.to().language()).orElseThrow());
        List<String> alike = kinds.stream()
                .filter(kind -> texts.has("mail." + kind + ".headline")
                        && texts.get("mail." + kind + ".headline")
                                .equals(mail.wording().headline()))
                .filter(kind -> item.kind().equals("calendar-entry")
                        || SAYING.stream()
                                .map(saying -> "mail." + kind + saying)
                                .filter(texts::has)
                                .map(texts::get)
                                .anyMatch(mail.wording().paragraphs()::contains))
                .toList();
        assertThat(alike).as(mail.wording().text()).hasSize(1);
        return alike.get(0);
    }

    private static Set<String> kinds() throws IOException {
        Pattern subject = Pattern.compile("mail\\.(.+)\\.subject=.*");
        return Files.readAllLines(Path.of("src/main/resources/i18n/messages_en.properties")).stream()
                .map(subject::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .collect(Collectors.toSet());
    }
}
