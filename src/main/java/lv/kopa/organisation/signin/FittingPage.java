package lv.kopa.organisation.signin;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page out of which comes what its reader may not follow or do, and what would then say nothing any more. */
final class FittingPage {
    private static final String CONTROLS = "button, input, select, textarea, label, .field, .hint, .actions";

    /** What stands in a form to be read and not only to be filled in. */
    private static final String CONTENT = "table, li, dl";

    /** What may have a heading. */
    private static final String HEADED = "section, details, nav > div";

    private final Document page;
    private final String path;
    private final Permission permission;

    FittingPage(byte[] page, String path, Permission permission) {
        this.page = Jsoup.parse(new String(page, StandardCharsets.UTF_8));
        this.page.outputSettings().prettyPrint(false);
        this.path = path;
        this.permission = permission;
        takeOut();
    }

    /** Whether the reader may look at what is at a path, or do something there. */
    interface Permission {
        boolean allows(boolean looking, String path);
    }

    /** Says something above all else. */
    void say(String sentence) {
        for (Element main : page.select("main")) {
            main.prependElement("div")
                    .addClass("notice")
                    .attr("id", "looks-only")
                    .appendElement("p")
                    .text(sentence);
        }
    }

    byte[] bytes() {
        return page.outerHtml().getBytes(StandardCharsets.UTF_8);
    }

    private void takeOut() {
        page.select("form[method=post]").forEach(this::fitForm);
        page.select("a[href^=/]").forEach(this::fitLink);
        List<Element> emptied = new ArrayList<>(page.select(".actions,li,ul,ol,details,nav,nav > div,section"));
        Collections.reverse(emptied);
        emptied.stream().filter(FittingPage::saysNothing).forEach(Element::remove);
    }

    /** Whether nothing is left in it but perhaps what it is called, which is then the heading of nothing. */
    private static boolean saysNothing(Element element) {
        return element.ownText().isBlank()
                && element.children().stream().allMatch(child -> isHeading(child) && !child.is(":has(a, button)"))
                && (element.childrenSize() == 0 ? element.text().isBlank() : element.is(HEADED));
    }

    private static boolean isHeading(Element element) {
        return element.is("h2, h3, summary, nav > div > b");
    }

    private void fitForm(Element form) {
        if (permission.allows(false, path(form.hasAttr("action") ? form.attr("action") : path))) {
            return;
        }
        if (form.hasAttr("id")) {
            page.select("[form=" + form.id() + "]").remove();
        }
        if (form.select(CONTENT).isEmpty()) {
            form.remove();
        } else {
            form.select(CONTROLS).remove();
            form.unwrap();
        }
    }

    /** A button goes; in a text its words stay. */
    private void fitLink(Element link) {
        if (permission.allows(true, path(link.attr("href")))) {
            return;
        }
        boolean button = link.hasClass("button") || List.of("li", "nav").contains(parent(link));
        if (button) {
            link.remove();
        } else {
            link.unwrap();
        }
    }

    private static String parent(Element element) {
        Element parent = element.parent();
        return parent == null ? "" : parent.tagName();
    }

    private static String path(String address) {
        return address.replaceFirst("[?#].*", "");
    }
}
