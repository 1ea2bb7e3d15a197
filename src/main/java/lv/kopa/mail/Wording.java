package lv.kopa.mail;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.ALWAYS;

import com.fasterxml.jackson.annotation.JsonInclude;
import gg.jte.output.StringOutput;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.templates.StaticTemplates;

/**
 * What a mail says, once for both of its forms: plain text, and HTML that looks like our pages. The outbox keeps it as
 * it is and dresses it when somebody reads it; of what is blank neither form shows anything.
 *
 * @param subject a single line
 * @param headline the one sentence that matters
 * @param paragraphs each of one or several lines
 * @param facts what, when, where: each with its name
 * @param link the one thing to do next
 * @param footer who writes and who pays for it
 * @param standard what of it others may say in other words; nothing any more once it is in the outbox
 */
@Serdeable
@JsonInclude(ALWAYS)
public record Wording(
        String subject,
        String headline,
        String greeting,
        List<String> paragraphs,
        List<Fact> facts,
        Optional<Link> link,
        List<String> footer,
        Optional<Standard> standard) {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int LONGEST_SUBJECT = 200;

    /** Without the marks that end a sentence. */
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:!?)»”“]");

    public Wording {
        subject = HeaderText.clean(subject, LONGEST_SUBJECT);
    }

    public Wording(
            String subject,
            String headline,
            String greeting,
            List<String> paragraphs,
            List<Fact> facts,
            Optional<Link> link,
            List<String> footer) {
        this(subject, headline, greeting, paragraphs, facts, link, footer, Optional.empty());
    }

    /**
     * The built-in words of an occasion.
     *
     * @param occasion the key of its texts
     * @param text the paragraph that others may stand for
     * @param said what fills the places of the text, in their order
     */
    @Serdeable
    @JsonInclude(ALWAYS)
    public record Standard(String occasion, String subject, String text, List<String> said) {
        public Standard {
            subject = HeaderText.clean(subject, LONGEST_SUBJECT);
        }
    }

    /**
     * The same in other words than the standard ones; what it says besides, its facts and its link stay. A blank
     * subject leaves the built-in one.
     */
    public Wording inOwnWords(String ownSubject, String ownHeadline, List<String> own) {
        Standard replaced = standard.orElseThrow();
        Stream<String> others = paragraphs.stream().filter(paragraph -> !paragraph.equals(replaced.text()));
        return new Wording(
                ownSubject.isBlank() ? subject : subject.replace(replaced.subject(), ownSubject),
                ownHeadline,
                "",
                Stream.concat(own.stream(), others).toList(),
                facts,
                link,
                footer);
    }

    /** The same, to be said in no other words any more. */
    public Wording settled() {
        return new Wording(subject, headline, greeting, paragraphs, facts, link, footer);
    }

    /** A line of the table of facts; a value may have several lines. */
    @Serdeable
    @JsonInclude(ALWAYS)
    public record Fact(String name, List<String> values) {}

    /** A button in HTML, an address in text. */
    @Serdeable
    @JsonInclude(ALWAYS)
    public record Link(String words, String address) {}

    /** The same with one more paragraph. */
    Wording saying(String paragraph) {
        List<String> more =
                Stream.concat(paragraphs.stream(), Stream.of(paragraph)).toList();
        return new Wording(subject, headline, greeting, more, facts, link, footer, standard);
    }

    /** A line in pieces, of which each is an address or has none in it. */
    public static List<String> pieces(String line) {
        List<String> pieces = new ArrayList<>();
        int end = 0;
        Matcher address = ADDRESS.matcher(line);
        while (address.find()) {
            pieces.add(line.substring(end, address.start()));
            pieces.add(address.group());
            end = address.end();
        }
        pieces.add(line.substring(end));
        return pieces;
    }

    public static boolean isAddress(String piece) {
        return ADDRESS.matcher(piece).matches();
    }

    /** A whole page of HTML in a language, given as a BCP 47 tag. */
    public String html(String language) {
        StringOutput html = new StringOutput();
        TEMPLATES.mailWording(this, language).render(html);
        return html.toString();
    }

    public String text() {
        return Stream.of(
                                Stream.of(headline, greeting),
                                paragraphs.stream(),
                                Stream.of(facts.stream().map(Wording::text).collect(Collectors.joining("\n"))),
                                link.stream().map(link -> link.words() + ":\n" + link.address()),
                                Stream.of(signature()))
                        .flatMap(blocks -> blocks)
                        .filter(block -> !block.isBlank())
                        .collect(Collectors.joining("\n\n"))
                + "\n";
    }

    private String signature() {
        return footer.isEmpty() ? "" : "-- \n" + String.join("\n", footer);
    }

    private static String text(Fact fact) {
        return fact.values().size() == 1
                ? fact.name() + ": " + fact.values().get(0)
                : fact.name() + ":\n"
                        + fact.values().stream().map(value -> "  " + value).collect(Collectors.joining("\n"));
    }
}
