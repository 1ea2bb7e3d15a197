package lv.kopa;

import com.microsoft.playwright.Page;
import lv.kopa.web.Site;

/** Somebody who walks through the demonstration with a browser. */
public final class Visitor implements AutoCloseable {
    private final Site site;
    private final Browser browser;
    private final Page page;

    private Visitor(Site site, Browser browser) {
        this.site = site;
        this.browser = browser;
        this.page = browser.window(1280, true, "en").newPage();
    }

    public static Visitor to(String spec) {
        return new Visitor(Site.demonstration(spec), Browser.open());
    }

    public Page page() {
        return page;
    }

    public void open(String address) {
        page.navigate(site.address(address));
    }

    /** Sees this on the page, which is fit for everybody. */
    public void findsSound(String shown) {
        page.locator(shown).first().waitFor();
        Browser.isSound(page);
    }

    @Override
    public void close() {
        browser.close();
        site.close();
    }
}
