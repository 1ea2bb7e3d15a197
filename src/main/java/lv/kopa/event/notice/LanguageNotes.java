package lv.kopa.event.notice;

import java.util.Optional;
import java.util.stream.Stream;
import lv.kopa.event.Session;
import lv.kopa.event.question.Choice;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.text.Translated;

/** That not all that an organiser wrote is in the reader's language, where it is not: one sentence for each whole. */
public record LanguageNotes(EventView view) {
    /** Of the kinds of place, on a page that says so of the title itself. */
    public Optional<String> kinds() {
        return view.note(view.event().title()).isPresent() ? Optional.empty() : partly(texts());
    }

    /** Of a form: of its event, and of all that may be asked. */
    public Optional<String> form() {
        Questionnaire asked = view.details().questionnaire();
        Stream<Translated> questions = asked.current().stream()
                .flatMap(question -> Stream.concat(
                        Stream.of(question.label(), question.help()),
                        asked.choicesOf(question).stream().map(Choice::label)));
        Stream<Translated> sessions = view.details().chosen().stream().map(Session::title);
        return partly(Stream.concat(withTitle(texts()), Stream.concat(sessions, questions)));
    }

    /** Of a paper with the programme and the kinds of place. */
    public Optional<String> paper() {
        Stream<Translated> sessions = view.details().planned().stream().map(Session::title);
        return partly(Stream.concat(withTitle(texts()), sessions));
    }

    private Stream<Translated> texts() {
        return view.details().categories().stream()
                .flatMap(category -> Stream.of(category.name(), category.description()));
    }

    private Stream<Translated> withTitle(Stream<Translated> texts) {
        return Stream.concat(Stream.of(view.event().title()), texts);
    }

    private Optional<String> partly(Stream<Translated> texts) {
        String language = view.shell().language().nameIn(view.shell().language());
        return texts.anyMatch(text -> view.note(text).isPresent())
                ? Optional.of(view.shell().text("event.partly", language))
                : Optional.empty();
    }
}
