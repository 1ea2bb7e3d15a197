package lv.kopa.registration.participant;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.Category;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.event.question.Choice;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.web.Form;
import lv.kopa.web.Token;

/**
 * What an event was like when somebody was shown its form. The form says so itself when it is sent, so that whoever
 * typed into it hears of what has changed since before it is too late.
 */
final class Shown {
    /** The field of what had no place left. */
    static final String FULL = "full";

    /** The field of when and where it takes place. */
    static final String PROGRAMME = "programme";

    private static final String EVENT = "event";
    private static final String CATEGORY = "category-";
    private static final String SESSION = "session-";
    private static final String CHOICE = "choice-";

    private Shown() {}

    /** When and where, in a word that is another one as soon as either is. */
    static String programme(EventDetails event) {
        String all = event.planned().stream()
                .map(session -> Stream.of(
                                session.id(),
                                session.startsOn(),
                                session.endsOn(),
                                session.timeZone(),
                                session.place(),
                                session.onlineUrl() != null)
                        .map(String::valueOf)
                        .collect(Collectors.joining("|")))
                .collect(Collectors.joining("\n"));
        return new Token(all).hash().substring(0, 16);
    }

    /** Whether the event takes place at another time or place than the form said. */
    static boolean isMoved(EventDetails event, Form form) {
        return form.filled(PROGRAMME)
                .filter(shown -> !shown.equals(programme(event)))
                .isPresent();
    }

    /** What of an event is full. */
    static List<String> full(EventDetails event) {
        List<String> full = new ArrayList<>();
        if (event.isFull()) {
            full.add(EVENT);
        }
        event.categories().stream()
                .filter(Category::isFull)
                .forEach(category -> full.add(CATEGORY + category.categoryKey()));
        event.chosen().stream().filter(Session::isFull).forEach(session -> full.add(SESSION + session.id()));
        event.questionnaire().choices().stream()
                .filter(Choice::isFull)
                .forEach(choice -> full.add(CHOICE + choice.id()));
        return full;
    }

    /** Whether a place that somebody asks for has gone since the form said that there was one. */
    static boolean isFilled(EventDetails event, Applicant applicant, Form form) {
        List<String> said = List.of(form.get(FULL).split(" "));
        return event.isFullFor(applicant.claim())
                && full(event, applicant).stream().noneMatch(said::contains);
    }

    private static List<String> full(EventDetails event, Applicant applicant) {
        List<String> asked = new ArrayList<>(List.of(EVENT));
        if (applicant.category() != null) {
            asked.add(CATEGORY + applicant.category().categoryKey());
        }
        applicant.sessionIds().forEach(session -> asked.add(SESSION + session));
        applicant.choices().forEach(choice -> asked.add(CHOICE + choice));
        return full(event).stream().filter(asked::contains).toList();
    }

    /**
     * Says at each field what has no place left, where something else can be chosen.
     *
     * @return whether there was anything to say
     */
    static boolean reject(EventDetails details, Applicant applicant, Form form) {
        Event event = details.event();
        if (event.isFull() || details.isFull()) {
            return false;
        }
        if (applicant.category() != null && applicant.category().isFull()) {
            form.reject("category", "registration.fault.category-full");
        }
        applicant.sessions().stream()
                .filter(Session::isFull)
                .forEach(session -> form.reject(
                        "sessions",
                        "registration.fault.session-none",
                        session.title().in(applicant.language())));
        details.questionnaire()
                .full(applicant.choices())
                .forEach(question -> form.reject(question.field(), "registration.fault.answer.full"));
        return form.hasErrors();
    }
}
