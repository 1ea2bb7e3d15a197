package lv.kopa.registration.circular;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import lv.kopa.event.EventDetails;
import lv.kopa.file.CheckedFile;
import lv.kopa.file.FileFields;
import lv.kopa.registration.attendees.AttendeeFilter;
import lv.kopa.registration.attendees.AttendeeQuery;
import lv.kopa.registration.words.Blank;
import lv.kopa.registration.words.Blanks;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Language;
import lv.kopa.text.Sentence;
import lv.kopa.text.Translated;
import lv.kopa.web.Form;
import lv.kopa.web.Token;

/** The fields in which an organiser writes a circular; what is wrong with them is said to the form. */
final class CircularForm {
    static final String FILES = "file";

    /** As large together as one alone may be: base64 adds a third, and many servers take no mail above 20 MB. */
    static final FileFields.Most MOST_FILES = new FileFields.Most(10, CheckedFile.LARGEST);

    /** What can be left blank for each mail to fill in. */
    static final Set<Blank> BLANKS = EnumSet.of(
            Blank.NAME,
            Blank.EVENT,
            Blank.WHEN,
            Blank.WHERE,
            Blank.CATEGORY,
            Blank.REFERENCE,
            Blank.ORGANISATION,
            Blank.LINK);

    private static final int LONGEST_SUBJECT = 150;
    private static final int LONGEST_TEXT = 10_000;

    private CircularForm() {}

    /** A blank one for the people of the attendee list as it is filtered. */
    static Form blank(AttendeeFilter people) {
        return Form.empty()
                .with("submission", Token.random().secret())
                .with("about", "place")
                .with("q", people.q())
                .with("status", people.status())
                .with("category", people.kind())
                .with("answers", people.unanswered() ? AttendeeFilter.MISSING : "");
    }

    /** Whom it is for; anybody where that cannot be read. */
    static AttendeeFilter people(Form form, EventDetails event) {
        try {
            return new AttendeeQuery(form.get("q"), form.get("status"), form.get("category"), form.get("answers"))
                    .in(event);
        } catch (InvalidInput unknown) {
            form.reject("status", "web.unknown-choice", form.get("status"));
            return AttendeeFilter.all();
        }
    }

    /** What was typed; only good where the form has no errors then. */
    static Draft read(Form form, EventDetails event) {
        Translated subject = texts(form, "subject", LONGEST_SUBJECT);
        Translated text = texts(form, "text", LONGEST_TEXT);
        if (text.isEmpty() && subject.isEmpty()) {
            form.reject("subject." + first(form).tag(), "circular.fault.nothing");
        }
        for (Language language : Language.spoken()) {
            boolean said = text.languages().contains(language);
            boolean named = subject.languages().contains(language);
            if (said != named) {
                form.reject((said ? "subject." : "text.") + language.tag(), "circular.fault.half");
            }
        }
        return new Draft(
                form.get("submission"),
                subject,
                text,
                form.chose("about", "news"),
                people(form, event),
                FileFields.secrets(form, FILES));
    }

    private static Language first(Form form) {
        return Language.of(form.get("language")).orElse(Language.EN);
    }

    private static Translated texts(Form form, String field, int longest) {
        Translated typed = form.translated(field);
        for (Language language : typed.languages()) {
            String text = typed.exactly(language);
            Optional<Sentence> fault = Blanks.fault(text, BLANKS);
            String name = field + "." + language.tag();
            fault.ifPresent(wrong -> form.reject(name, wrong));
            if (text.length() > longest) {
                form.reject(name, "web.too-long", longest);
            }
        }
        return typed;
    }
}
