package lv.kopa.mail;

import gg.jte.output.StringOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.Language;

/**
 * What a mail says, once for both of its forms: plain text, and HTML that looks like our pages.
 *
 * @param headline the one sentence that matters
 * @param facts what, when, where: each with its name
 * @param link the one thing to do next
 * @param footer who writes and who pays for it
 */
public record Wording(
        Language language,
        String subject,
        String headline,
        String greeting,
        List<String> paragraphs,
        List<Fact> facts,
        Optional<Link> link,
        List<String> footer) {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();

    /** A line of the table of facts; a value may have several lines. */
    public record Fact(String name, List<String> values) {}

    /** A button in HTML, an address in text. */
    public record Link(String words, String address) {}

    public Mail.Body body() {
        StringOutput html = new StringOutput();
        TEMPLATES.mailWording(this).render(html);
        return new Mail.Body(subject, text(), html.toString());
    }

    private String text() {
        List<String> blocks = new ArrayList<>();
        blocks.add(headline);
        blocks.add(greeting);
        blocks.addAll(paragraphs);
        if (!facts.isEmpty()) {
            blocks.add(facts.stream().map(Wording::text).collect(Collectors.joining("\n")));
        }
        link.ifPresent(link -> blocks.add(link.words() + ":\n" + link.address()));
        blocks.add("-- \n" + String.join("\n", footer));
        return String.join("\n\n", blocks) + "\n";
    }

    private static String text(Fact fact) {
        return fact.values().size() == 1
                ? fact.name() + ": " + fact.values().get(0)
                : fact.name() + ":\n"
                        + fact.values().stream().map(value -> "  " + value).collect(Collectors.joining("\n"));
    }
}
