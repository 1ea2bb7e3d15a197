package lv.kopa.feedback.result;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.kopa.event.notice.EventView;
import lv.kopa.feedback.Asked;
import lv.kopa.feedback.Kind;
import lv.kopa.feedback.Question;
import lv.kopa.feedback.Terms;
import lv.kopa.feedback.result.ResultRepository.Said;
import lv.kopa.plot.Bars;
import lv.kopa.plot.Bars.Bar;
import lv.kopa.web.Shell;

/** What people said of an event, for its organisers. */
public final class ResultsPage {
    private static final double HUNDRED = 100;

    private final EventView view;
    private final Result result;

    ResultsPage(EventView view, Result result) {
        this.view = view;
        this.result = result;
    }

    /** What somebody wrote, and who, where that is known. */
    public record Words(String text, String name) {}

    public EventView view() {
        return view;
    }

    public Shell shell() {
        return view.shell();
    }

    public String back() {
        return "/organiser/events/" + view.event().slug() + "/feedback";
    }

    public String path() {
        return back() + "/results";
    }

    public List<Asked.Item> items() {
        return result.asked().items();
    }

    public long sheets() {
        return result.sheets();
    }

    public boolean isSeen() {
        return result.isSeen();
    }

    /** Why there is nothing to be seen yet. */
    public String unseen() {
        return sheets() == 0 && !isAnonymous()
                ? shell().text("feedback.results.none")
                : shell().text("feedback.results.few", Terms.ENOUGH);
    }

    public boolean isAnonymous() {
        return result.asked().terms().anonymous();
    }

    /** How many answered, and what they gave on average where it is a rating. */
    public String about(Question question) {
        String answers = shell().text("feedback.results.answers", result.answered(question));
        return question.kind() == Kind.RATING && result.answered(question) > 0
                ? shell().text("feedback.results.average", result.average(question), Kind.BEST) + " · " + answers
                : answers;
    }

    /** How often each of the answers was given that there are. */
    public Bars bars(Asked.Item item) {
        Question question = item.question();
        String here = shell().language().tag();
        Stream<Bar> bars =
                switch (question.kind()) {
                    case RATING ->
                        IntStream.iterate(Kind.BEST, rating -> rating > 0, rating -> rating - 1)
                                .mapToObj(Integer::toString)
                                .map(rating -> bar(question, rating, here, rating));
                    case YES_NO ->
                        Stream.of(
                                bar(question, shell().text("web.yes"), here, "true"),
                                bar(question, shell().text("web.no"), here, "false"));
                    default ->
                        item.choices().stream()
                                .map(choice -> bar(
                                        question,
                                        shell().text(choice.label()),
                                        shell().languageOf(choice.label()),
                                        choice.value()));
                };
        return new Bars(bars.toList());
    }

    private Bar bar(Question question, String label, String language, String value) {
        long count = result.count(question, value);
        long percent = Math.round(HUNDRED * count / Math.max(1, result.answered(question)));
        return new Bar(
                label,
                language,
                count,
                result.answered(question),
                shell().text("feedback.results.count", count, percent));
    }

    public List<Words> words(Question question) {
        return result.texts().getOrDefault(question.id(), List.of()).stream()
                .map(said -> new Words(said.given(), name(said)))
                .toList();
    }

    private static String name(Said said) {
        return said.name() == null ? "" : said.name();
    }
}
