package lv.kopa;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.registration.Registrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Walks through what participants see of the demonstration, on a phone, and takes a picture of every page. They are kept
 * where `KOPA_PICTURES` says, such as {@code src/docs/pages}, else under {@code target}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class GalleryTest {
    private static final Path FOLDER =
            Path.of(Optional.ofNullable(System.getenv("KOPA_PICTURES")).orElse("target/pages"));
    private static final String TRAINING = "/events/latviesu-valodas-sarunu-klubs";
    private static final String STUDY_VISIT = "/events/studiebesok-daugavpils";
    private static final String FULL = "/events/citu-jomu-eksperti";
    private static final String FOR_CHILDREN = "/events/zinatne-visiem";
    private static final String BY_DECISION = "/events/pasniedzeju-apmacibas";

    private Gallery gallery = new Gallery(FOLDER);

    @AfterAll
    void close() {
        gallery.close();
    }

    @Test
    void everyPageHasItsPicture() throws IOException {
        Files.createDirectories(FOLDER);
        find();
        register();
        waitForADecision();
        waitInLine();
        registerAChild();
        headADelegation();
        bringAParty();
        askForTheLink();
        beErased();
        new RarerPages(gallery).walk();
        Files.writeString(FOLDER.resolve("README.md"), gallery.contents());
        try (Stream<Path> kept = Files.list(Path.of("src/docs/pages"))) {
            assertThat(kept.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".webp")))
                    .containsExactlyInAnyOrderElementsOf(gallery.pictures().stream()
                            .map(name -> name + ".webp")
                            .toList());
        }
    }

    private void find() {
        gallery.show("start", "/?lang=lv");
        gallery.show("search", "/?q=hamar&past=1");
        gallery.show("organisation", "/organisations/intelekta-parks");
        gallery.show("project", "/projects/kapitals");
        gallery.show("training", TRAINING);
        gallery.show("study-visit", STUDY_VISIT);
        gallery.show("full", FULL);
        gallery.show("cancelled", "/events/uzstasanas-bez-bailem");
        gallery.show("over", "/events/pieredzes-brauciens-hamara");
        gallery.show("calendars", "/calendars");
        gallery.show("accessibility", "/accessibility");
        gallery.show("form-closed", "/events/uzstasanas-bez-bailem/register");
        gallery.show("by-invitation", "/events/kapitals-partneri");
    }

    private void register() {
        gallery.show("form", STUDY_VISIT + "/register");
        gallery.send();
        gallery.picture("form-with-faults");
        gallery.check("input[name=category]", 0);
        gallery.fill("name", "Oksana Kovalenko");
        gallery.fill("email", "oksana@example.org");
        gallery.check("input[value=privacy]", 0);
        gallery.answerWhatIsAsked();
        gallery.send();
        gallery.picture("done");

        String own = gallery.linkTo("oksana@example.org");
        gallery.show("own", own);
        gallery.show("own-answers", own + "/answers");
        gallery.show("own-edit", own + "/edit");
        gallery.show("own-hand-over", own + "/hand-over");
        gallery.fill("name", "Yulia Bondar");
        gallery.fill("email", "yulia@example.org");
        gallery.send();
        gallery.picture("own-handing-over");
        gallery.show("hand-over-accept", gallery.linkTo("yulia@example.org"));
        gallery.show("own-erasure", own + "/erasure");
        gallery.go(own);
        Browser.unfold(gallery.page());
        gallery.page().locator("form[action$='/cancellation'] button").click();
        gallery.picture("own-cancelled");
    }

    private void waitInLine() {
        gallery.go(FULL + "/register");
        gallery.check("input[name=category]", 1);
        gallery.fill("name", "Jānis Bērziņš");
        gallery.fill("email", "janis@example.org");
        gallery.check("input[value=privacy]", 0);
        gallery.picture("form-to-wait");
        gallery.send();
        gallery.picture("done-waiting");
        String waiting = gallery.linkTo("janis@example.org");
        gallery.show("own-waiting", waiting);
        gallery.go(waiting);
        gallery.page().locator("form[action$='/calendar-address'] button").click();
        gallery.show("own-feed", gallery.linkTo("janis@example.org", "my"));
        freePlaces("volunteer");
        gallery.show("own-offered", gallery.linkTo("janis@example.org"));
    }

    private void freePlaces(String kind) {
        EventDetails event =
                gallery.kopa().bean(Events.class).find(FULL.substring(8)).orElseThrow();
        long volunteers = event.category(kind).orElseThrow().id();
        Registrations registrations = gallery.kopa().bean(Registrations.class);
        registrations.of(event.event().id()).stream()
                .filter(person ->
                        person.isConfirmed() && Long.valueOf(volunteers).equals(person.categoryId()))
                .forEach(person -> registrations.cancel(person, null, "test"));
    }

    private void waitForADecision() {
        gallery.go(BY_DECISION + "/register");
        gallery.fill("name", "Anna Ozola");
        gallery.fill("email", "anna@example.org");
        gallery.check("input[value=privacy]", 0);
        gallery.answerWhatIsAsked();
        gallery.send();
        gallery.picture("done-to-decide");
        gallery.show("own-to-decide", gallery.linkTo("anna@example.org"));
    }

    private void registerAChild() {
        gallery.go(FOR_CHILDREN + "/register");
        gallery.fill("name", "Marta Liepa");
        gallery.fill("email", "marta@example.org");
        gallery.check("input[name=minor][value=yes]", 0);
        gallery.check("input[value=privacy]", 0);
        gallery.send();
        gallery.picture("form-guardian-missing");
        gallery.fill("guardian.name", "Kate Liepa");
        gallery.fill("guardian.email", "kate@example.org");
        gallery.fill("guardian.phone", "+371 20000000");
        gallery.send();
        gallery.show("guardian", gallery.linkTo("kate@example.org"));
        gallery.page().locator("form[action$='/consent'] button").click();
        gallery.picture("guardian-agreed");
        Browser.unfold(gallery.page());
        gallery.page().locator("form[action$='/refusal'] button").click();
        gallery.picture("guardian-refused");
        gallery.show("own-refused", gallery.linkTo("marta@example.org"));
    }

    private void headADelegation() {
        String link = gallery.linkTo("sindre.moen@demo.invalid", "delegation");
        gallery.show("delegation", link);
        gallery.page().locator("main a[href*='/places/']").first().click();
        gallery.picture("delegation-name");
        gallery.send();
        gallery.picture("delegation-name-with-faults");
        gallery.go(link);
        gallery.press("a[href*='/people/']");
        gallery.picture("delegation-exchange");
    }

    private void bringAParty() {
        gallery.show("party-form", TRAINING + "/register/party");
        gallery.send();
        gallery.picture("party-form-with-faults");
        gallery.fill("name", "Inga Vasiļevska");
        gallery.fill("email", "inga@example.org");
        Locator people = gallery.page().locator("main form [name^='people.'][name$='.name']");
        for (int i = 0; i < people.count(); i++) {
            people.nth(i)
                    .fill(List.of("Dace Stašāne", "Raivis Skudra", "Līga Upeniece")
                            .get(i % 3));
        }
        gallery.check("input[value=privacy]", 0);
        gallery.send();
        gallery.picture("party");
    }

    private void askForTheLink() {
        gallery.show("link-again", "/registrations/link");
        gallery.fill("email", "janis@example.org");
        gallery.page().locator("main form button.button").click();
        gallery.picture("link-again-sent");
        gallery.show("link-cut", "/r/abcdefg");
        gallery.show("nothing-here", "/nothing-here");
    }

    private void beErased() {
        gallery.go(gallery.linkTo("anna@example.org") + "/erasure");
        gallery.check("input[name=sure]", 0);
        gallery.page().locator("main form button.danger").click();
        gallery.picture("erased");
    }
}
