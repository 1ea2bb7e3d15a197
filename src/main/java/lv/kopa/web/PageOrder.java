package lv.kopa.web;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts the list of what is wrong with a form into the order of the page. The list stands above the fields it leads to, so
 * it is written before anything knows where they are; whoever reads the form from its top finds everything in turn.
 */
final class PageOrder {
    /** With a quote, which nothing that was typed has in a page. */
    private static final String BEGINS = " data-found=\"\">";

    private static final Pattern LIST = Pattern.compile("(?s)(?<=" + BEGINS + ").*?(?=</ul>)");
    private static final Pattern ENTRY = Pattern.compile("(?s)<li>.*?</li>");
    private static final Pattern LEADS_TO = Pattern.compile("<a href=\"#([^\"]+)\"");

    private PageOrder() {}

    static byte[] of(byte[] page) {
        String html = new String(page, StandardCharsets.UTF_8);
        if (!html.contains(BEGINS)) {
            return page;
        }
        String ordered = LIST.matcher(html).replaceAll(list -> Matcher.quoteReplacement(inOrder(list.group(), html)));
        return ordered.getBytes(StandardCharsets.UTF_8);
    }

    private static String inOrder(String list, String html) {
        List<String> entries =
                ENTRY.matcher(list).results().map(MatchResult::group).toList();
        return entries.stream()
                .sorted(Comparator.comparingInt(entry -> place(entry, html)))
                .collect(Collectors.joining("\n"));
    }

    /** Where in the page that is to which an entry leads; what concerns the whole form comes first. */
    private static int place(String entry, String html) {
        Matcher link = LEADS_TO.matcher(entry);
        if (!link.find()) {
            return 0;
        }
        int place = html.indexOf(" id=\"" + link.group(1) + "\"");
        return place < 0 ? html.length() : place;
    }
}
