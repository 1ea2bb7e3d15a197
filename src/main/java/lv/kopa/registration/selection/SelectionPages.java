package lv.kopa.registration.selection;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.question.Question;
import lv.kopa.registration.selection.Candidates.Order;
import lv.kopa.registration.undo.Decisions;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/** Puts those who await approval side by side. */
@Singleton
class SelectionPages {
    /** How many answers stand side by side where nothing is chosen. */
    private static final int AT_FIRST = 3;

    private final Candidates candidates;
    private final Criteria criteria;
    private final Decisions decisions;
    private final Clock clock;

    SelectionPages(Candidates candidates, Criteria criteria, Decisions decisions, Clock clock) {
        this.candidates = candidates;
        this.criteria = criteria;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** By what a form, or an address as a form, says of the order and of the questions whose answers are shown. */
    SelectionPage of(Shell shell, EventDetails event, Form form) {
        Shell here = shell.at("/organiser/events/" + event.event().slug() + "/selection");
        EventView view = new EventView(here, event, clock.instant());
        List<Criterion> all = criteria.of(event.event().id());
        Order order = Stream.of(Order.values())
                .filter(one -> form.chose("sort", one.name()))
                .findFirst()
                .orElse(all.isEmpty() ? Order.REGISTERED : Order.POINTS);
        List<Question> asked = SelectionPage.askable(view).stream()
                .filter(question -> form.chose("ask", question.questionKey()))
                .toList();
        List<Question> shown = form.has("sort")
                ? asked
                : SelectionPage.askable(view).stream().limit(AT_FIRST).toList();
        SelectionPage page = new SelectionPage(
                view,
                all,
                candidates.of(event, shown, order, shell.language()),
                shown,
                order,
                form,
                new SelectionPage.Undoing(decisions.minutes(), decisions.open(event.event())));
        if (!form.has("sort")) {
            form.with("sort", order.name());
        }
        SelectionForm.fill(form, page.shown(), all);
        return page;
    }
}
