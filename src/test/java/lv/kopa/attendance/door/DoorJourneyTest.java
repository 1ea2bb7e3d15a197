package lv.kopa.attendance.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import lv.kopa.Browser;
import lv.kopa.attendance.Attendances;
import lv.kopa.attendance.Visit;
import lv.kopa.file.Samples;
import lv.kopa.web.Parts;
import lv.kopa.web.Site;
import lv.kopa.workspace.Desk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Organisers stand at the doors with phones, of which one reads codes. */
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

    /** On the second phone nothing is listened to; the first has what it was shown once kept for when there is no network. */
    private static final String KEPT = """
            async () => navigator.serviceWorker.controller !== null
              && await (await caches.open('kopa-door')).match(location.pathname + location.search) !== undefined""";

    private final Site site = Desk.room();
    private final Visit visit = Visit.drafted(site);
    private final Cable cable = Cable.to(site);
    private final Browser browser = Browser.open();
    private final String door = "/organiser/events/hamar/check-in?session=";

    @AfterEach
    void close() {
        browser.close();
        cable.close();
        site.close();
    }

    /**
     * The reference case from announcing it to what the funder is told. The visit takes 2:30 + 3:30, 3:00 + 2:30 and 2:30,
     * 14 hours. Both members are at all of it: 28:00. Of the volunteers Marija is at the first three parts, 9:00, and Oksana
     * leaves the last one at 10:40 instead of 12:00: 12:40. Together 49:40, or 49.67 hours, 21.67 of them by volunteers.
     */
    @Test
    void theStudyVisitIsAnnouncedRunFromTwoPhonesOfWhichOneIsOfflineAndReported() {
        Page one = phone();
        one.navigate(cable.address("/organiser/events/hamar"));
        one.locator("form[action$='/publication'] button").click();
        one.locator(".notice.good").first().waitFor();
        visit.delegate();

        one.addInitScript(READER.formatted(visit.person("Inga").reference()));
        Page two = phone();
        one.navigate(cable.address(door + visit.part(0).id()));
        two.navigate(site.address(door + visit.part(0).id()));
        one.waitForFunction(KEPT);
        marksAndReads(one);
        tally(two, "2 of 4");
        losesTheNetworkAndCatchesUp(one, two);
        theRestOfTheVisit();
        reports(two);
        two.navigate(site.address(door + visit.part(0).id())
                .replace("check-in", "check-in/" + visit.part(0).id() + "/newcomers"));
        two.locator("form.narrow button").click();
        two.locator("#errors").waitFor();
        Browser.isSoundOnThePhone(two);
        comparesWhatWasSigned(two);
        isToldWhatIsNotRecorded(two);
        whoSignsOutLeavesNoNames(one);
    }

    private void marksAndReads(Page one) {
        row(one, "Andris").locator("button").click();
        one.locator(".notice.good").waitFor();
        Browser.isSoundOnThePhone(one);
        one.locator("#scan button").click();
        row(one, "Inga").locator(".state").waitFor();
        tally(one, "2 of 4");
        assertThat(one.locator("#scan [role=status]").textContent()).isEqualTo("Present: Inga Vasiļevska");
    }

    /** Both phones mark Marija; while the first has no network its page is closed and opened again. */
    private void losesTheNetworkAndCatchesUp(Page one, Page two) {
        losesTheNetwork(one);
        row(one, "Marija").locator("button").click();
        one.locator("#kept p", new Page.LocatorOptions().setHasText("1")).waitFor();
        one.navigate(cable.address(door + visit.part(0).id()));
        assertThat(row(one, "Inga").locator(".state").count()).isEqualTo(1);
        row(one, "Marija").locator("button[disabled]").waitFor();
        row(one, "Oksana").locator("button").click();
        one.locator("#kept p", new Page.LocatorOptions().setHasText("2")).waitFor();
        Browser.isSoundOnThePhone(one);
        one.navigate(cable.address(door + visit.part(0).id() + "&q=oksana"));
        assertThat(one.locator(".door > li:visible").count()).isEqualTo(1);

        row(two, "Marija").locator("button").click();
        tally(two, "3 of 4");
        assertThat(present()).isEqualTo(3);
        one.navigate(cable.address(door + visit.part(0).id()));
        cable.mend();
        one.context().setOffline(false);
        tally(one, "4 of 4");
        one.locator("#kept").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
        tally(two, "4 of 4");
        assertThat(present()).isEqualTo(4);
        assertThat(one.locator("#refused").isVisible()).isFalse();
    }

    private void losesTheNetwork(Page one) {
        one.context().setOffline(true);
        cable.cut();
    }

    private void whoSignsOutLeavesNoNames(Page one) {
        one.locator("form[action='/organiser/sign-out'] button").click();
        one.locator("a.sign-in").waitFor();
        one.waitForFunction("async () => !await caches.has('kopa-door')");
        losesTheNetwork(one);
        assertThatThrownBy(() -> one.navigate(cable.address(door + visit.part(0).id())))
                .isInstanceOf(PlaywrightException.class);
    }

    private void comparesWhatWasSigned(Page two) {
        visit.desk()
                .send(
                        "/organiser/events/hamar/sign-in/scans",
                        new Parts()
                                .field("of", "session-" + visit.part(4).id())
                                .file("scan", "Lapa.pdf", Samples.pdf(2_000)));
        two.navigate(site.address("/organiser/events/hamar/sign-in"));
        two.locator("a[href$='/signatures']").click();
        two.getByLabel("Inga").check();
        two.getByLabel("Marija").check();
        two.locator("form.form button").click();
        two.locator("#differences").waitFor();
        Browser.isSoundOnThePhone(two);
        assertThat(two.locator("section:has(#differences) li b").allTextContents())
                .containsExactly("Andris Zeile", "Marija Leonova", "Oksana Kovalenko");
    }

    /** Marija is marked without a network, and gives her place up before there is one. */
    private void isToldWhatIsNotRecorded(Page two) {
        two.navigate(site.address(door + visit.part(3).id()));
        two.waitForFunction(KEPT);
        two.context().setOffline(true);
        row(two, "Marija").locator("button").click();
        two.locator("#kept p", new Page.LocatorOptions().setHasText("1")).waitFor();
        visit.ask("POST", "/api/v1/registrations/" + visit.person("Marija").reference() + "/cancel", "{}")
                .is(200);
        two.context().setOffline(false);
        two.locator("#refused p", new Page.LocatorOptions().setHasText("Marija Leonova"))
                .waitFor();
        row(two, "Marija").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        Browser.isSoundOnThePhone(two);
    }

    private void theRestOfTheVisit() {
        for (String name : List.of("Inga", "Andris", "Marija", "Oksana")) {
            IntStream.range(1, name.equals("Marija") ? 3 : 5).forEach(part -> visit.attended(name, part));
        }
        visit.desk()
                .post(
                        "/organiser/events/hamar/check-in/" + visit.part(4).id() + "/"
                                + visit.person("Oksana").reference() + "/times",
                        "came",
                        "09:30",
                        "left",
                        "10:40");
    }

    private void reports(Page two) {
        two.navigate(site.address("/organiser/projects/kapitals/report"));
        Browser.isSoundOnThePhone(two);
        assertThat(two.locator(".figures > div dd").allTextContents().stream().map(String::strip))
                .containsExactly("1", "5", "4", "4", "4", "49.67");
        assertThat(numbers(two, "activities", 0)).containsExactly("4", "1", "5", "4", "4", "4", "49.67");
        assertThat(numbers(two, "category", 0)).containsExactly("2", "2", "28");
        assertThat(numbers(two, "category", 1)).containsExactly("2", "2", "21.67");
        two.locator(".figures > div dt a").nth(3).click();
        assertThat(two.locator("main tbody tr").count()).isEqualTo(4);
    }

    /** On a phone each says what it is of. */
    private static List<String> numbers(Page page, String table, int row) {
        return page
                .locator("#" + table + " ~ table, #" + table + " ~ * table")
                .first()
                .locator("tbody tr")
                .nth(row)
                .locator("td")
                .allTextContents()
                .stream()
                .map(cell -> cell.strip().replaceFirst("\\s.*", ""))
                .toList();
    }

    /** A phone on which the organiser is signed in. */
    private Page phone() {
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
        return window.newPage();
    }

    private Locator row(Page page, String name) {
        return page.locator("#p-" + visit.person(name).reference());
    }

    private static void tally(Page page, String count) {
        page.locator(".tally", new Page.LocatorOptions().setHasText(count)).waitFor();
    }

    private int present() {
        return site.bean(Attendances.class).at(visit.part(0)).size();
    }
}
