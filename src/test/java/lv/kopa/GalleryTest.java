package lv.kopa;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.OutboxFilter;
import lv.kopa.registration.Registrations;
import lv.kopa.web.Site;
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
    private static final int WIDTH = 360;
    private static final String TRAINING = "/events/latviesu-valodas-sarunu-klubs";
    private static final String STUDY_VISIT = "/events/studiebesok-daugavpils";
    private static final String FULL = "/events/citu-jomu-eksperti";
    private static final String FOR_CHILDREN = "/events/zinatne-visiem";
    private static final String BY_DECISION = "/events/pasniedzeju-apmacibas";

    private Site kopa = Site.demonstration("GalleryTest");
    private Browser browser = Browser.open();
    private BrowserContext window = browser.window(WIDTH, true, "lv");
    private Page page = window.newPage();
    private CDPSession camera = window.newCDPSession(page);
    private List<String> pictures = new ArrayList<>();

    @AfterAll
    void close() {
        browser.close();
        kopa.close();
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
        Files.writeString(FOLDER.resolve("README.md"), contents());
        try (Stream<Path> kept = Files.list(Path.of("src/docs/pages"))) {
            assertThat(kept.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".webp")))
                    .containsExactlyInAnyOrderElementsOf(
                            pictures.stream().map(name -> name + ".webp").toList());
        }
    }

    private void find() {
        show("start", "/?lang=lv");
        show("search", "/?q=hamar&past=1");
        show("organisation", "/organisations/intelekta-parks");
        show("project", "/projects/kapitals");
        show("training", TRAINING);
        show("study-visit", STUDY_VISIT);
        show("full", FULL);
        show("cancelled", "/events/uzstasanas-bez-bailem");
        show("over", "/events/pieredzes-brauciens-hamara");
        show("calendars", "/calendars");
        show("accessibility", "/accessibility");
        show("form-closed", "/events/uzstasanas-bez-bailem/register");
        show("by-invitation", "/events/kapitals-partneri");
    }

    private void register() {
        show("form", STUDY_VISIT + "/register");
        send();
        picture("form-with-faults");
        check("input[name=category]", 0);
        fill("name", "Oksana Kovalenko");
        fill("email", "oksana@example.org");
        check("input[value=privacy]", 0);
        answerWhatIsAsked();
        send();
        picture("done");

        String own = linkTo("oksana@example.org");
        show("own", own);
        show("own-answers", own + "/answers");
        show("own-edit", own + "/edit");
        show("own-hand-over", own + "/hand-over");
        fill("name", "Yulia Bondar");
        fill("email", "yulia@example.org");
        send();
        picture("own-handing-over");
        show("hand-over-accept", linkTo("yulia@example.org"));
        show("own-erasure", own + "/erasure");
        go(own);
        Browser.unfold(page);
        page.locator("form[action$='/cancellation'] button").click();
        picture("own-cancelled");
    }

    private void answerWhatIsAsked() {
        Locator required = page.locator("main form.wide [required]:visible");
        for (int i = 0; i < required.count(); i++) {
            Locator field = required.nth(i);
            String type = String.valueOf(field.getAttribute("type"));
            if (type.equals("radio") || type.equals("checkbox")) {
                field.check();
            } else if (field.inputValue().isEmpty()) {
                field.fill("2");
            }
        }
    }

    private void waitInLine() {
        go(FULL + "/register");
        check("input[name=category]", 1);
        fill("name", "Jānis Bērziņš");
        fill("email", "janis@example.org");
        check("input[value=privacy]", 0);
        picture("form-to-wait");
        send();
        picture("done-waiting");
        String waiting = linkTo("janis@example.org");
        show("own-waiting", waiting);
        go(waiting);
        page.locator("form[action$='/calendar-address'] button").click();
        show("own-feed", linkTo("janis@example.org", "my"));
        freePlaces("volunteer");
        show("own-offered", linkTo("janis@example.org"));
    }

    private void freePlaces(String kind) {
        EventDetails event = kopa.bean(Events.class).find(FULL.substring(8)).orElseThrow();
        long volunteers = event.category(kind).orElseThrow().id();
        Registrations registrations = kopa.bean(Registrations.class);
        registrations.of(event.event().id()).stream()
                .filter(person ->
                        person.isConfirmed() && Long.valueOf(volunteers).equals(person.categoryId()))
                .forEach(person -> registrations.cancel(person, null, "test"));
    }

    private void waitForADecision() {
        go(BY_DECISION + "/register");
        fill("name", "Anna Ozola");
        fill("email", "anna@example.org");
        check("input[value=privacy]", 0);
        answerWhatIsAsked();
        send();
        picture("done-to-decide");
        show("own-to-decide", linkTo("anna@example.org"));
    }

    private void registerAChild() {
        go(FOR_CHILDREN + "/register");
        fill("name", "Marta Liepa");
        fill("email", "marta@example.org");
        check("input[name=minor][value=yes]", 0);
        check("input[value=privacy]", 0);
        send();
        picture("form-guardian-missing");
        fill("guardian.name", "Kate Liepa");
        fill("guardian.email", "kate@example.org");
        fill("guardian.phone", "+371 20000000");
        send();
        show("guardian", linkTo("kate@example.org"));
        page.locator("form[action$='/consent'] button").click();
        picture("guardian-agreed");
        Browser.unfold(page);
        page.locator("form[action$='/refusal'] button").click();
        picture("guardian-refused");
        show("own-refused", linkTo("marta@example.org"));
    }

    private void headADelegation() {
        String link = linkTo("sindre.moen@demo.invalid", "delegation");
        show("delegation", link);
        page.locator("main a[href*='/places/']").first().click();
        picture("delegation-name");
        send();
        picture("delegation-name-with-faults");
    }

    private void bringAParty() {
        show("party-form", TRAINING + "/register/party");
        send();
        picture("party-form-with-faults");
        fill("name", "Inga Vasiļevska");
        fill("email", "inga@example.org");
        Locator people = page.locator("main form [name^='people.'][name$='.name']");
        for (int i = 0; i < people.count(); i++) {
            people.nth(i)
                    .fill(List.of("Dace Stašāne", "Raivis Skudra", "Līga Upeniece")
                            .get(i % 3));
        }
        check("input[value=privacy]", 0);
        send();
        picture("party");
    }

    private void askForTheLink() {
        show("link-again", "/registrations/link");
        fill("email", "janis@example.org");
        page.locator("main form button.button").click();
        picture("link-again-sent");
        show("link-cut", "/r/abcdefg");
        show("nothing-here", "/nothing-here");
    }

    private void beErased() {
        go(linkTo("anna@example.org") + "/erasure");
        check("input[name=sure]", 0);
        page.locator("main form button.danger").click();
        picture("erased");
    }

    private void show(String name, String path) {
        go(path);
        picture(name);
    }

    private void go(String path) {
        page.navigate(kopa.address(path));
    }

    /** Of the whole page, in a window as high: what sticks to the bottom of a window is at its end then. */
    private void picture(String name) {
        page.locator("main h1").waitFor();
        Browser.fits(page);
        Object height = page.evaluate("document.documentElement.scrollHeight");
        page.setViewportSize(WIDTH, ((Number) height).intValue());
        JsonObject wish = new JsonObject();
        wish.addProperty("format", "webp");
        wish.addProperty("quality", 60);
        String taken = camera.send("Page.captureScreenshot", wish).get("data").getAsString();
        page.setViewportSize(WIDTH, 800);
        try {
            Files.write(FOLDER.resolve(name + ".webp"), Base64.getDecoder().decode(taken));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pictures.add(name);
    }

    private void fill(String field, String text) {
        page.locator("main form [name='" + field + "']").fill(text);
    }

    private void check(String boxes, int which) {
        page.locator("main form " + boxes).nth(which).check();
    }

    private void send() {
        page.locator("main form:not(.box) .actions button.button:not(.quiet)")
                .last()
                .click();
        page.locator("main h1").waitFor();
    }

    private String linkTo(String address) {
        return linkTo(address, "(?:r|my)");
    }

    /** The newest link to such a page that was mailed to an address. */
    private String linkTo(String address, String kind) {
        Pattern link = Pattern.compile("https://kopa.example(/" + kind + "/[a-z2-7/-]+)");
        Outbox outbox = kopa.bean(Outbox.class);
        return outbox.page(new OutboxFilter(null, null, address, null, 100)).items().stream()
                .map(item -> link.matcher(
                        outbox.find(item.id()).orElseThrow().mail().wording().text()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
    }

    private String contents() {
        assertThat(pictures).doesNotHaveDuplicates();
        StringBuilder contents = new StringBuilder(
                "# What participants see\n\nTaken by `GalleryTest` of the"
                        + " demonstration, on a phone, in Latvian: `KOPA_PICTURES=src/docs/pages mvn test -Dtest=GalleryTest`.\n\n");
        pictures.forEach(name -> contents.append("![%s](%s.webp)%n".formatted(name.replace('-', ' '), name)));
        return contents.toString();
    }
}
