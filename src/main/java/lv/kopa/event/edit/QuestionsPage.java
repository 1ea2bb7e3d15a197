package lv.kopa.event.edit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.question.Question;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/** What is asked of the people of an event, for its organisers. */
public record QuestionsPage(Shell shell, EventDetails event, Form form) {

    public String path() {
        return "/organiser/events/" + event.event().slug() + "/questions";
    }

    public String path(Question question) {
        return path() + "/" + question.questionKey();
    }

    public List<Question> questions() {
        return event.questionnaire().current();
    }

    /** Until when those who have a place may answer what is asked of them, where something is, in a sentence. */
    public Optional<String> untilWhen() {
        Event terms = event.event();
        Instant until = terms.answersUntil() == null ? terms.changesEnd() : terms.answersUntil();
        return Optional.ofNullable(until)
                .filter(known -> questions().stream().anyMatch(question -> !question.isAskedAtOnce()))
                .map(known ->
                        shell.text("workspace.questions.until", shell.dates().deadline(known, terms.zone())));
    }

    /** In a line: of what kind it is, and whom it is for. */
    public String about(Question question) {
        Stream<String> kinds = question.categories().stream()
                .flatMap(key -> event.category(key).stream())
                .map(category -> shell.text(category.name()));
        Stream<String> said = Stream.of(
                        shell.text(question.type().textKey()),
                        question.required() ? shell.text("workspace.question.required") : "",
                        !question.isAskedAtOnce() ? shell.text("workspace.question.asked-later") : "",
                        question.sensitive() ? shell.text("workspace.question.sensitive") : "",
                        question.shownIf().isEmpty() ? "" : shell.text("workspace.question.depending"))
                .filter(word -> !word.isEmpty());
        return String.join(" · ", Stream.concat(said, kinds).toList());
    }
}
