package lv.kopa.organisation.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Pages of those who may not do all of what they offer. */
final class FittingPageTest {
    @Test
    void aHeadingGoesWithAllThatStoodUnderItAndStaysWithWhatIsLeft() {
        assertThat(fitted("""
                        <nav><div><b>Mail</b><ul><li><a href="/organiser/no">Write</a></li></ul></div>
                        <div><b>Day</b><ul><li><a href="/organiser/yes">Check in</a></li></ul></div></nav>""").html()).doesNotContain("Mail").contains("<b>Day</b>", "Check in");
        assertThat(fitted("""
                        <section><h2>End</h2><details><summary>Cancel</summary>
                        <form method="post" action="/organiser/no"><button>Do</button></form></details></section>""").html()).isBlank();
        assertThat(fitted("<section><h2>Next</h2><ol><li><a href=\"/organiser/no\">Do</a></li></ol></section>")
                        .html())
                .isBlank();
        assertThat(fitted("<section><h2>Next</h2><p>Words</p></section>").html())
                .contains("<h2>Next</h2>", "Words");
        assertThat(fitted("<section><h2><a href=\"/organiser/yes\">A card</a></h2></section>")
                        .html())
                .contains("A card");
    }

    @Test
    void whatIsLeftStaysInItsOrder() {
        assertThat(fitted("<ul><li>One</li><li><a href=\"/organiser/no\">Two</a></li><li>Three</li></ul>")
                        .text())
                .isEqualTo("One Three");
    }

    private static Element fitted(String page) {
        FittingPage fitting = new FittingPage(
                page.getBytes(StandardCharsets.UTF_8), "/organiser", (looking, path) -> !path.endsWith("/no"));
        return Jsoup.parse(new String(fitting.bytes(), StandardCharsets.UTF_8)).body();
    }
}
