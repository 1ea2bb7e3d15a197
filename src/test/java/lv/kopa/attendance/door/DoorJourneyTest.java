package lv.kopa.attendance.door;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Arrays;
import lv.kopa.Browser;
import lv.kopa.attendance.Attendances;
import lv.kopa.attendance.Visit;
import lv.kopa.web.Site;
import lv.kopa.workspace.Desk;
import org.junit.jupiter.api.Test;

/** An organiser stands at the door with a phone, whose browser reads codes. */
class DoorJourneyTest {
    /** Codes cannot be held before a camera here; what the browser makes of one is said instead. */
    private static final String READER = """
            window.BarcodeDetector = class {
              static async getSupportedFormats() { return ['qr_code']; }
              async detect() { return [{rawValue: 'http://kopa.example/organiser/check-in/%s'}]; }
            };
            navigator.mediaDevices.getUserMedia = async () => {
              const canvas = document.createElement('canvas');
              canvas.getContext('2d').fillRect(0, 0, 9, 9);
              return canvas.captureStream(5);
            };""";

    @Test
    void aCodeIsReadAndAPersonIsMarkedByATap() {
        try (Site site = Desk.room();
                Browser browser = Browser.open()) {
            Visit visit = Visit.in(site);
            String cookies = visit.desk()
                    .cookies(site.at("/"))
                    .build()
                    .headers()
                    .firstValue("Cookie")
                    .orElseThrow();
            var window = browser.window(360, true, "en");
            window.addCookies(Arrays.stream(cookies.split("; "))
                    .map(cookie -> cookie.split("=", 2))
                    .map(cookie -> new Cookie(cookie[0], cookie[1]).setUrl(site.address("/")))
                    .toList());
            window.addInitScript(READER.formatted(visit.person("Inga").reference()));
            Page page = window.newPage();

            page.navigate(site.address(
                    "/organiser/events/hamar/check-in?session=" + visit.part(0).id()));
            page.locator("#p-" + visit.person("Andris").reference() + " button").click();
            page.locator(".notice.good").waitFor();
            Browser.isSoundOnThePhone(page);
            page.locator("#scan button").click();
            page.locator("#p-" + visit.person("Inga").reference() + " .state").waitFor();
            assertThat(page.locator(".tally").textContent()).isEqualTo("2 of 4 are here");
            assertThat(page.locator("#scan [role=status]").textContent()).isEqualTo("Present: Inga Vasiļevska");

            window.setOffline(true);
            page.locator("#p-" + visit.person("Marija").reference() + " button").click();
            page.locator("#kept p").waitFor();
            page.locator("#p-" + visit.person("Oksana").reference() + " button").click();
            page.locator("#kept p", new Page.LocatorOptions().setHasText("2")).waitFor();
            assertThat(present(site, visit)).isEqualTo(2);
            Browser.isSoundOnThePhone(page);
            window.setOffline(false);
            page.locator(".tally", new Page.LocatorOptions().setHasText("4 of 4"))
                    .waitFor();
            page.locator("#kept").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
            assertThat(present(site, visit)).isEqualTo(4);

            page.navigate(site.address(
                    "/organiser/events/hamar/check-in/" + visit.part(0).id() + "/newcomers"));
            page.locator("form.narrow button").click();
            page.locator("#errors").waitFor();
            Browser.isSoundOnThePhone(page);
        }
    }

    private static int present(Site site, Visit visit) {
        return site.bean(Attendances.class).at(visit.part(0)).size();
    }
}
