package lv.kopa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The installed Chromium, for tests that look at pages as people do. */
public final class Browser implements AutoCloseable {
    private static final int PHONE = 360;
    private static final int HEIGHT = 800;

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium) {
        this.playwright = playwright;
        this.chromium = chromium;
    }

    /** Opens it; the test is skipped, with the reason, where there is none. */
    public static Browser open() {
        Optional<Path> program = Optional.ofNullable(System.getenv("KOPA_CHROMIUM"))
                .map(Path::of)
                .or(() -> Optional.of(Path.of("/usr/bin/chromium")))
                .filter(Files::isExecutable);
        assumeTrue(program.isPresent(), "no Chromium at /usr/bin/chromium or in KOPA_CHROMIUM");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new Browser(
                playwright,
                playwright
                        .chromium()
                        .launch(new BrowserType.LaunchOptions()
                                .setExecutablePath(program.orElseThrow())
                                .setArgs(List.of(
                                        "--no-sandbox",
                                        "--disable-gpu",
                                        "--disable-background-networking",
                                        "--disable-component-update",
                                        "--disable-sync",
                                        "--no-first-run"))));
    }

    /** A window of this width in which nothing is remembered. */
    public BrowserContext window(int width, boolean javaScript, @Nullable String language) {
        return chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setJavaScriptEnabled(javaScript)
                .setLocale(language == null ? "en" : language));
    }

    /** Holds a page against WCAG 2.2 AA, as far as a program can. */
    public static void findsNothingToMend(Page page) {
        List<Rule> found = new AxeBuilder(page)
                .setLegacyMode(true) // or else it opens a second page each time, for frames of strangers: we have none
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(found)
                .as(page.url())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes().get(0).getHtml())
                .isEmpty();
    }

    /** Holds a page against both by day on a phone and by night on a wide screen, all that unfolds being open. */
    public static void isSound(Page page) {
        unfold(page);
        look(page, PHONE, ColorScheme.LIGHT);
        look(page, 1280, ColorScheme.DARK);
    }

    /** The same of a page in the middle of a journey on a phone, which goes on there. */
    public static void isSoundOnThePhone(Page page) {
        isSound(page);
        page.setViewportSize(PHONE, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    /** Opens whatever unfolds. */
    public static void unfold(Page page) {
        page.evaluate("document.querySelectorAll('details').forEach(folded => folded.open = true)");
    }

    private static void look(Page page, int width, ColorScheme scheme) {
        page.setViewportSize(width, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        fits(page);
        findsNothingToMend(page);
    }

    /** Nothing is wider than the window. */
    public static void fits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("fits: " + page.url())
                .isEqualTo(true);
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
