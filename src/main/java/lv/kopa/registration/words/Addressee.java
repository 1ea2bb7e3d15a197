package lv.kopa.registration.words;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.Wording;
import lv.kopa.registration.facts.EventFacts;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/**
 * Who reads a mail.
 *
 * @param category the kind of place, by id
 * @param reference of the registration; "" where there is none
 * @param sessions those they have chosen, by id
 */
public record Addressee(
        String name, Language language, @Nullable Long category, String reference, Collection<Long> sessions) {

    /** The letter in other words than the built-in ones. */
    public Wording letter(EventDetails event, Wording letter, Words words) {
        Map<Blank, String> values = values(event);
        letter.link().ifPresent(link -> values.put(Blank.LINK, link.address()));
        letter.standard().ifPresent(standard -> said(standard, values));
        return letter.inOwnWords(
                Blanks.fill(words.subject(), values),
                Blanks.fill(words.headline(), values),
                paragraphs(Blanks.fill(words.text(), values)));
    }

    /** What fills the blanks in every mail about an event, but for the link. */
    public Map<Blank, String> values(EventDetails event) {
        EventFacts facts = new EventFacts(event, language);
        Map<Blank, String> values = new EnumMap<>(Blank.class);
        values.put(Blank.NAME, name);
        values.put(Blank.EVENT, event.event().title().in(language));
        values.put(Blank.WHEN, facts.whenInWords(sessions));
        values.put(Blank.WHERE, facts.whereInWords(sessions));
        values.put(
                Blank.CATEGORY,
                event.categoryOf(category).map(kind -> kind.name().in(language)).orElse(""));
        values.put(Blank.REFERENCE, reference);
        values.put(Blank.ORGANISATION, event.organisation().name());
        return values;
    }

    private static void said(Wording.Standard standard, Map<Blank, String> values) {
        List<Blank> blanks =
                Occasion.of(standard.occasion()).map(Occasion::said).orElse(List.of());
        for (int i = 0; i < Math.min(blanks.size(), standard.said().size()); i++) {
            values.put(blanks.get(i), standard.said().get(i));
        }
    }

    /** Between blank lines; lines inside stay lines. */
    private static List<String> paragraphs(String text) {
        List<String> paragraphs = new ArrayList<>();
        for (String paragraph : text.split("\\n[ \\t]*\\n\\s*")) {
            if (!paragraph.isBlank()) {
                paragraphs.add(paragraph.strip());
            }
        }
        return paragraphs;
    }
}
