package lv.kopa.feedback;

import java.time.Instant;
import lv.kopa.event.notice.EventView;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/**
 * How the people of an event are asked what they think, for its organisers.
 *
 * @param given how many have answered
 */
public record FeedbackPage(EventView view, Asked asked, long given, Form form) {

    static Form filled(Terms terms) {
        Form form = Form.empty()
                .with("names", terms.anonymous() ? "without" : "with")
                .with("hours", terms.hoursAfter());
        return terms.ratingShown() ? form.with("shown", "true") : form;
    }

    public Shell shell() {
        return view.shell();
    }

    public Terms terms() {
        return asked.terms();
    }

    public String back() {
        return "/organiser/events/" + view.event().slug();
    }

    public String path() {
        return back() + "/feedback";
    }

    public String path(Question question) {
        return path() + "/questions/" + question.id();
    }

    /** Where the words of its mail are written. */
    public String words() {
        return back() + "/texts/feedback/" + shell().language().tag();
    }

    public boolean isBlank() {
        return asked.items().isEmpty();
    }

    public boolean mayAdd() {
        return asked.items().size() < Asking.MOST;
    }

    /** Whether anything can still be asked in another way. */
    public boolean mayChange() {
        return given == 0;
    }

    public String about(Question question) {
        String kind = shell().text(question.kind().textKey());
        return question.required() ? kind + " · " + shell().text("workspace.question.required") : kind;
    }

    public String state() {
        if (!terms().isOpen()) {
            return shell().text("feedback.is-closed");
        }
        return shell().text(view.event().wasHeld(view.now()) ? "feedback.is-open.now" : "feedback.is-open");
    }

    /** That answers without names of so few would never be seen; "" where they are enough, or are named. */
    public String tooFew() {
        int people = view.event().placesTaken();
        return terms().anonymous() && people < Terms.ENOUGH
                ? shell().text("feedback.too-few", people, Terms.ENOUGH)
                : "";
    }

    /** What is said of names to whoever chooses. */
    public String namedHint() {
        return shell().text("feedback.named.hint", Terms.MONTHS_OF_NAMES);
    }

    /** When people are written to, or were. */
    public String mails() {
        Instant mailed = terms().mailedAt();
        if (mailed != null) {
            return shell().text("feedback.mailed", moment(mailed));
        }
        Instant due = due();
        return due == null || !terms().isOpen() ? "" : shell().text("feedback.mails", moment(due));
    }

    private @Nullable Instant due() {
        Instant end = view.event().endsAt();
        Instant opened = terms().openedAt();
        if (end == null || opened == null) {
            return null;
        }
        Instant after = end.plusSeconds(3600L * terms().hoursAfter());
        return after.isAfter(opened) ? after : opened;
    }

    private String moment(Instant instant) {
        return shell().dates().shortMoment(instant, view.event().zone());
    }
}
