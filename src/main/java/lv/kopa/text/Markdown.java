package lv.kopa.text;

import java.util.List;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** What organisers write, in CommonMark; out come HTML without anything dangerous, or plain text. */
public final class Markdown {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().build();
    private static final PolicyFactory ALLOWED = new HtmlPolicyBuilder()
            .allowElements(
                    "p", "br", "em", "strong", "ul", "ol", "li", "blockquote", "code", "pre", "hr", "h3", "h4", "h5")
            .allowElements(Markdown::belowOurHeadings, "h1", "h2")
            .allowElements("a")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("https", "http", "mailto", "tel")
            .requireRelNofollowOnLinks()
            .toFactory();

    private Markdown() {}

    /** HTML to be written into a page unescaped; headings start at level 3, below the page's own. */
    public static String html(String markdown) {
        return ALLOWED.sanitize(HTML.render(PARSER.parse(markdown)));
    }

    /** The text alone, for mails, calendars and descriptions in search results. */
    public static String text(String markdown) {
        Node document = PARSER.parse(markdown);
        return TEXT.render(document).strip();
    }

    private static String belowOurHeadings(String element, List<String> attributes) {
        return element.equals("h1") ? "h3" : "h4";
    }
}
