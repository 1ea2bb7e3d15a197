package lv.kopa;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.OutboxFilter;
import lv.kopa.web.Site;

/** Somebody with a phone who goes from page to page of the demonstration, and takes a picture of each. */
final class Gallery implements AutoCloseable {
    private static final int WIDTH = 360;

    private final Site kopa = Site.limitedDemonstration("GalleryTest");
    private final Browser browser = Browser.open();
    private final BrowserContext window = browser.window(WIDTH, true, "lv");
    private final Page page = window.newPage();
    private final CDPSession camera = window.newCDPSession(page);
    private final List<String> pictures = new ArrayList<>();
    private final Path folder;

    Gallery(Path folder) {
        this.folder = folder;
    }

    Site kopa() {
        return kopa;
    }

    Page page() {
        return page;
    }

    /** The names of all that were taken so far. */
    List<String> pictures() {
        return pictures;
    }

    /** Leaves out what a page would load, such as a script. */
    void block(String addresses) {
        page.route(addresses, Route::abort);
    }

    /** As if another page had been opened since, so long ago that the one at hand is not remembered. */
    void forgetTheForm() {
        window.addCookies(window.cookies().stream()
                .filter(cookie -> cookie.name.contains("csrf"))
                .map(cookie -> new Cookie(cookie.name, "another").setUrl(kopa.address("/")))
                .toList());
    }

    /** As after a long time, or where none are kept. */
    void loseCookies() {
        window.clearCookies();
    }

    void show(String name, String path) {
        go(path);
        picture(name);
    }

    void go(String path) {
        page.navigate(kopa.address(path));
    }

    /** Of the whole page, in a window as high: what sticks to the bottom of a window is at its end then. */
    void picture(String name) {
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
            Files.write(folder.resolve(name + ".webp"), Base64.getDecoder().decode(taken));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        pictures.add(name);
    }

    void fill(String field, String text) {
        page.locator("main form [name='" + field + "']").fill(text);
    }

    void check(String boxes, int which) {
        page.locator("main form " + boxes).nth(which).check();
    }

    /** Answers whatever has to be answered and is not yet. */
    void answerWhatIsAsked() {
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

    /** Presses something, such as {@code form[action$='/refusal'] button}, and waits for the page it leads to. */
    void press(String what) {
        Browser.unfold(page);
        page.locator("main " + what).first().click();
        page.locator("main h1").waitFor();
    }

    void send() {
        page.locator("main form:not(.box) .actions button.button:not(.quiet)")
                .last()
                .click();
        page.locator("main h1").waitFor();
    }

    String linkTo(String address) {
        return linkTo(address, "(?:r|my)");
    }

    /** The newest link to such a page that was mailed to an address. */
    String linkTo(String address, String kind) {
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

    String contents() {
        assertThat(pictures).doesNotHaveDuplicates();
        StringBuilder contents = new StringBuilder(
                "# What participants see\n\nTaken by `GalleryTest` of the"
                        + " demonstration, on a phone, in Latvian: `KOPA_PICTURES=src/docs/pages mvn test -Dtest=GalleryTest`.\n\n");
        pictures.forEach(name -> contents.append("![%s](%s.webp)%n".formatted(name.replace('-', ' '), name)));
        return contents.toString();
    }

    @Override
    public void close() {
        browser.close();
        kopa.close();
    }
}
