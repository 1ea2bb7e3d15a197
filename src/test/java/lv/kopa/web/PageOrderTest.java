package lv.kopa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What is wrong with a form is listed as one comes upon it. */
final class PageOrderTest {
    @Test
    void aListIsInTheOrderOfWhatItLeadsTo() {
        String page = """
                <ul data-found="">
                  <li><a href="#consents">Agree, for 5 $ &lt;b&gt;</a></li>
                  <li><a href="#gone">Nowhere</a></li>
                  <li><a href="#name">Vārds</a></li>
                  <li>All of it</li>
                </ul>
                <input id="name"><input id="name-2"><input type="checkbox" id="consents">
                <ul><li>Another</li><li>list</li></ul>""";

        String ordered = new String(PageOrder.of(page.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);

        assertThat(Jsoup.parse(ordered).select("li").eachText())
                .containsExactly("All of it", "Vārds", "Agree, for 5 $ <b>", "Nowhere", "Another", "list");
        assertThat(Jsoup.parse(ordered).select("input")).hasSize(3);
    }

    @Test
    void whatSomebodyTypedIsNoListOfThis() {
        String page = """
                <input value=" data-found>"><p>&lt;ul data-found=&#34;&#34;></p><ul><li>One</li></ul>""";

        assertThat(new String(PageOrder.of(page.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8))
                .isEqualTo(page);
    }
}
