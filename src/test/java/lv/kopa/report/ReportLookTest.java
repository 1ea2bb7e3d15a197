package lv.kopa.report;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import lv.kopa.Browser;
import org.junit.jupiter.api.Test;

/** The report as it is looked at, on a phone by day and on a wide screen by night. */
class ReportLookTest {
    private static final int WIDE = 1_280;

    @Test
    void itsPagesAreSound() {
        try (Kapitals kapitals = Kapitals.open();
                Browser browser = Browser.open()) {
            var window = browser.window(WIDE, true, "en");
            window.addCookies(
                    List.of(new Cookie("kopa-sign-in", kapitals.cookie().replaceAll("^kopa-sign-in=|;.*", ""))
                            .setUrl(kapitals.program().site().address("/"))));
            Page page = window.newPage();
            for (String path : List.of("", "/rows?count=participations", "/people")) {
                page.navigate(kapitals.program().site().address(Kapitals.REPORT + path));
                Browser.isSound(page);
            }
        }
    }
}
