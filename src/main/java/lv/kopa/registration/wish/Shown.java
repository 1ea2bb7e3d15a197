package lv.kopa.registration.wish;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.Approval;
import lv.kopa.event.Category;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.event.question.Choice;
import lv.kopa.web.Form;
import lv.kopa.web.Token;

/**
 * What an event was like when somebody was shown its form. The form says so itself when it is sent, so that whoever
 * typed into it hears of what has changed since before it is too late.
 */
public final class Shown {
    private static final String FULL = "full";
    private static final String PROGRAMME = "programme";

    private static final String EVENT = "event";
    private static final String CATEGORY = "category-";
    private static final String SESSION = "session-";
    private static final String CHOICE = "choice-";

    private Shown() {}

    /** Notes in a form that is about to be shown what its event is like. */
    public static Form in(Form form, EventDetails event) {
        return form.with(PROGRAMME, programme(event)).with(FULL, String.join(" ", full(event)));
    }

    /** Whether the event is no longer what the form was filled in for; the form says how. */
    public static boolean isAnother(EventDetails event, Applicant applicant, Form form) {
        if (!rejectMoved(event, form) && event.event().approval() == Approval.AUTOMATIC) {
            if (event.event().waitingList()) {
                rejectFilled(event, applicant, form);
            } else {
                rejectFull(event, applicant, form);
            }
        }
        return form.hasErrors();
    }

    /** When and where, in a word that is another one as soon as either is. */
    private static String programme(EventDetails event) {
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

    /** Says so where the event takes place at another time or place than the form said. */
    public static boolean rejectMoved(EventDetails event, Form form) {
        String now = programme(event);
        boolean moved = form.filled(PROGRAMME)
                .filter(shown -> !shown.equals(now) && form.tells(now))
                .isPresent();
        if (moved) {
            form.reject("", "registration.form.moved");
        }
        return moved;
    }

    /** What of an event is full. */
    private static List<String> full(EventDetails event) {
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

    /** Says so where a place that somebody asks for has gone since the form said that there was one. */
    private static void rejectFilled(EventDetails event, Applicant applicant, Form form) {
        List<String> said = List.of(form.get(FULL).split(" "));
        List<String> full = full(event, applicant);
        if (event.isFullFor(applicant.claim())
                && full.stream().noneMatch(said::contains)
                && full.stream().allMatch(form::tells)) {
            full(event).forEach(form::tells);
            boolean kindAlone = full.stream().allMatch(each -> each.startsWith(CATEGORY));
            form.reject("", kindAlone ? "registration.form.filled.kind" : "registration.form.filled");
        }
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

    /** Says at each field what has no place left, where something else can be chosen. */
    private static void rejectFull(EventDetails details, Applicant applicant, Form form) {
        Event event = details.event();
        if (event.isFull() || details.isFull()) {
            return;
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
    }
}
