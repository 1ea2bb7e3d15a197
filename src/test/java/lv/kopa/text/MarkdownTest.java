package lv.kopa.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is made of what organisers write. */
final class MarkdownTest {
    @Test
    void aLineThatEndsInMidSentenceGoesOn() {
        assertThat(Markdown.text("Rooms, *volunteers*\nand knowledge.")).isEqualTo("Rooms, volunteers and knowledge.");
    }

    @Test
    void paragraphsAndLinesThatAreMeantStay() {
        assertThat(Markdown.text("One.\n\nTwo,  \nin two lines.")).isEqualTo("One.\n\nTwo,\nin two lines.");
    }

    @Test
    void aListStaysOne() {
        assertThat(Markdown.text("- bread\n- salt")).isEqualTo("- bread\n- salt");
    }

    @Test
    void nothingDangerousGetsIntoHtml() {
        assertThat(Markdown.html("<script>alert(1)</script>\n\n[here](javascript:alert(1)) <b onclick='x'>b</b>"))
                .contains("here")
                .doesNotContain("<script", "javascript:", "<b");
    }
}
