package lv.kopa;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lv.kopa.ical.Programs;
import org.jspecify.annotations.Nullable;

/** The installed Chromium, for tests that look at pages as people do. One runs for all tests of a JVM. */
public final class Browser implements AutoCloseable {
    private static final int PHONE = 360;
    private static final int HEIGHT = 800;
    private static final Optional<Path> PROGRAM = Optional.ofNullable(System.getenv("KOPA_CHROMIUM"))
            .map(Path::of)
            .or(() -> Optional.of(Path.of("/usr/bin/chromium")))
            .filter(Files::isExecutable);

    /** What a page is made of, where it stands in the window and by which light, without what its texts and links say. */
    private static final String SHAPE = """
            () => {
              const said = ['alt', 'title', 'aria-label', 'placeholder', 'value', 'href', 'src', 'action', 'formaction',
                'content', 'datetime', 'lang', 'hreflang', 'srcdoc'];
              const box = node => { const b = node.getBoundingClientRect(); return [b.width > 0, b.height > 0]; };
              const shape = node => node.nodeType === 3 ? (node.data.trim() ? '.' : '')
                : node.nodeType !== 1 || node.matches('script, .languages') ? ''
                : '<' + node.tagName + [...node.attributes].map(each => ' ' + each.name
                  + (said.includes(each.name) ? each.value.trim() ? '=.' : '' : '=' + each.value)).join('')
                  + ' ' + box(node) + ' ' + node.checked + ' ' + node.disabled + '>'
                  + [...node.childNodes].map(shape).join('') + '</>';
              return [innerWidth, matchMedia('(prefers-color-scheme: dark)').matches, document.title.trim() !== '',
                document.documentElement.lang !== '', document.activeElement.tagName,
                shape(document.documentElement)].join(' ');
            }""";

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    private static final String VIOLATIONS = """
            async tags => (await axe.run(document, {runOnly: tags, resultTypes: ['violations']}))
              .violations.map(rule => rule.id + ': ' + rule.nodes[0].html)""";

    private static final Set<String> SHAPES = new HashSet<>();

    private final List<BrowserContext> windows = new ArrayList<>();

    private Browser() {}

    /** Opens it; where there is none the test is passed over, with the reason, but not in {@code .ci/run}. */
    public static Browser open() {
        Programs.assume(PROGRAM.isPresent(), "Chromium", "apt-get install chromium, or name it in KOPA_CHROMIUM");
        return new Browser();
    }

    private static final class Running {
        private static final com.microsoft.playwright.Browser CHROMIUM = Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of(
                                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                                        "1",
                                        // else a window without network still has one where a service worker asks for
                                        // it
                                        "PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS",
                                        "1")))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM.orElseThrow())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
    }

    /** A window of this width in which nothing is remembered. */
    public BrowserContext window(int width, boolean javaScript, @Nullable String language) {
        BrowserContext window = Running.CHROMIUM.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, HEIGHT)
                .setJavaScriptEnabled(javaScript)
                .setLocale(language == null ? "en" : language));
        windows.add(window);
        return window;
    }

    /**
     * Holds a page against WCAG 2.2 AA, as far as a program can. One that differs in nothing but its texts from a page that
     * was sound is sound: each page is held up in one of its languages.
     */
    public static void findsNothingToMend(Page page) {
        if (SHAPES.contains(shape(page))) {
            return;
        }
        if (Boolean.FALSE.equals(page.evaluate("'axe' in window"))) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        assertThat((List<?>) page.evaluate(VIOLATIONS, WCAG)).as(page.url()).isEmpty();
        SHAPES.add(shape(page));
    }

    private static String shape(Page page) {
        return (String) page.evaluate(SHAPE);
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
        windows.forEach(BrowserContext::close);
    }
}
