package lv.kopa.text;

import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.Visitor;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.LineBreakRendering;
import org.commonmark.renderer.text.TextContentRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** What organisers write, in CommonMark; out come HTML without anything dangerous, or plain text. */
public final class Markdown {
    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer HTML =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private static final TextContentRenderer TEXT = TextContentRenderer.builder()
            .lineBreakRendering(LineBreakRendering.SEPARATE_BLOCKS)
            .build();
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

    /** A line that ends in the middle of a paragraph ended where the editor did, and means nothing. */
    private static final Visitor UNBROKEN = new AbstractVisitor() {
        @Override
        public void visit(SoftLineBreak end) {
            end.insertAfter(new Text(" "));
            end.unlink();
        }
    };

    private Markdown() {}

    /** HTML to be written into a page unescaped; headings start at level 3, below the page's own. */
    public static String html(String markdown) {
        return ALLOWED.sanitize(HTML.render(PARSER.parse(markdown)));
    }

    /** The text alone, for mails, calendars and descriptions in search results. */
    public static String text(String markdown) {
        Node document = PARSER.parse(markdown);
        document.accept(UNBROKEN);
        return TEXT.render(document).strip();
    }

    private static String belowOurHeadings(String element, List<String> attributes) {
        return element.equals("h1") ? "h3" : "h4";
    }
}
