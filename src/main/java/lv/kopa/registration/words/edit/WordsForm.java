package lv.kopa.registration.words.edit;

import lv.kopa.registration.words.Blank;
import lv.kopa.registration.words.Blanks;
import lv.kopa.registration.words.Occasion;
import lv.kopa.registration.words.Words;
import lv.kopa.text.Language;
import lv.kopa.text.PlainText;
import lv.kopa.web.Form;

/** The fields in which an organiser writes a mail; what is wrong with them is said to the form. */
final class WordsForm {
    private static final int LONGEST_LINE = 150;
    private static final int LONGEST_TEXT = 5_000;

    private WordsForm() {}

    /** Filled with words, their blanks as the writer calls them. */
    static Form of(Words words, int version, Language writer) {
        return Form.empty()
                .with("version", version)
                .with("subject", Blanks.shown(words.subject(), writer))
                .with("headline", Blanks.shown(words.headline(), writer))
                .with("text", Blanks.shown(words.text(), writer));
    }

    /** What was typed, good or not. */
    static Words words(Form form) {
        return new Words(
                Blanks.kept(PlainText.line(form.get("subject"))),
                Blanks.kept(PlainText.line(form.get("headline"))),
                Blanks.kept(form.get("text")));
    }

    /** Says what is wrong with what was typed for an occasion. */
    static void check(Form form, Occasion occasion, Language writer) {
        require(form, "subject", "words.fault.subject");
        require(form, "text", "words.fault.text");
        check(form, "subject", LONGEST_LINE, occasion);
        check(form, "headline", LONGEST_LINE, occasion);
        check(form, "text", LONGEST_TEXT, occasion);
        Blanks.missing(form.get("text"), occasion.needed())
                .map((Blank blank) -> blank.in(writer))
                .ifPresent(blank -> form.reject("text", "words.fault.missing", blank));
    }

    private static void require(Form form, String field, String fault) {
        if (form.filled(field).isEmpty()) {
            form.reject(field, fault);
        }
    }

    private static void check(Form form, String field, int longest, Occasion occasion) {
        String typed = form.get(field);
        if (typed.length() > longest) {
            form.reject(field, "web.too-long", longest);
        }
        Blanks.fault(typed, occasion.blanks()).ifPresent(fault -> form.reject(field, fault));
    }
}
