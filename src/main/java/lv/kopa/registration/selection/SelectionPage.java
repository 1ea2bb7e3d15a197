package lv.kopa.registration.selection;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.kopa.event.Category;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.question.Question;
import lv.kopa.registration.selection.Candidates.Order;
import lv.kopa.registration.undo.Decision;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * Those who await approval, side by side, to be chosen from.
 *
 * @param all everybody, of whom the first are shown, and those of whom something was typed
 * @param asked the questions whose answers are shown
 * @param form what was typed of them; for points and notes else what is kept
 * @param undoing what of this can be undone
 */
public record SelectionPage(
        EventView view,
        List<Criterion> criteria,
        List<Candidate> all,
        List<Question> asked,
        Order order,
        Form form,
        Undoing undoing) {
    /**
     * What can be undone.
     *
     * @param minutes for how long
     * @param decisions those of the last minutes
     */
    public record Undoing(long minutes, List<Decision> decisions) {}

    /** More would be a form too long to send, and nobody chooses from that many at once. */
    private static final int SHOWN = 100;

    private static final int BLANKS = 2;

    public Shell shell() {
        return view.shell();
    }

    public String path() {
        return "/organiser/events/" + view.event().slug() + "/selection";
    }

    public String back() {
        return "/organiser/events/" + view.event().slug();
    }

    public String sort() {
        return order.name();
    }

    /** The address of just this view: "" or beginning with "?". */
    String query() {
        return Stream.concat(
                        Stream.of("sort=" + sort()),
                        asked.stream()
                                .map(question ->
                                        "ask=" + URLEncoder.encode(question.questionKey(), StandardCharsets.UTF_8)))
                .collect(Collectors.joining("&", "?", ""));
    }

    public List<Candidate> shown() {
        return IntStream.range(0, all.size())
                .filter(i -> i < SHOWN || SelectionForm.isTouched(form, all.get(i), criteria))
                .mapToObj(all::get)
                .toList();
    }

    public int unseen() {
        return all.size() - shown().size();
    }

    /** Whose answers may be put side by side: what is sensitive is seen one by one. */
    static List<Question> askable(EventView view) {
        return view.details().questionnaire().withoutSensitive().withoutFiles().current();
    }

    public List<Question> askable() {
        return askable(view);
    }

    public boolean hasSecrets() {
        return !view.details().questionnaire().sensitive().isEmpty();
    }

    public Map<String, String> orders() {
        Map<String, String> orders = new LinkedHashMap<>();
        for (Order one : Order.values()) {
            orders.put(one.name(), shell().text("workspace.selection.order." + one.name()));
        }
        return orders;
    }

    /** How many more have a place, in words; nothing where there is no number. */
    public Optional<String> places() {
        return view.details().placesLeft().map(left -> shell().text("workspace.selection.places", left));
    }

    public Optional<String> category(Candidate candidate) {
        return view.details()
                .categoryOf(candidate.registration().categoryId())
                .map(Category::name)
                .map(shell()::text);
    }

    public String when(Candidate candidate) {
        return shell().dates()
                .shortMoment(
                        candidate.registration().registeredAt(), view.event().zone());
    }

    public boolean isTicked(Candidate candidate) {
        return form.chose(SelectionForm.TICKED, candidate.reference());
    }

    /** Whether something was typed or ticked that is not kept. */
    boolean isTyped() {
        return isChangingCriteria()
                || form.filled(SelectionForm.REASON).isPresent()
                || all.stream().anyMatch(candidate -> SelectionForm.isTouched(form, candidate, criteria));
    }

    /** Whether criteria were typed that are not kept. */
    public boolean isChangingCriteria() {
        return SelectionForm.isTouched(form, criteria);
    }

    public List<Integer> points() {
        return IntStream.rangeClosed(0, Criterion.MOST_POINTS).boxed().toList();
    }

    /** The fields of new criteria, as many as there may be more. */
    public List<Integer> blanks() {
        return IntStream.range(0, Math.min(BLANKS, Criterion.MOST - criteria.size()))
                .boxed()
                .toList();
    }
}
