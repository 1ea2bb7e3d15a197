package lv.kopa.registration.answer;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import lv.kopa.event.question.Answers;
import lv.kopa.event.question.GivenFile;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.file.StoredFile;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;

/** Says answers in the words of a reader. */
public record AnswerWords(Questionnaire questionnaire, Language reader) {

    /** A question and what was answered. */
    public record Line(Question question, String answer) {
        public boolean isFile() {
            return question.type().isFile();
        }

        /** Where its file is found, below the page about the person. */
        public String file(String page) {
            return question.fileBelow(page);
        }

        /** The lines of the answer. */
        public List<String> lines() {
            return answer.lines().toList();
        }
    }

    /** What was answered, in the order it was asked; questions asked no longer at their place too. */
    public List<Line> lines(Answers answers, Predicate<Question> wanted) {
        return questionnaire.questions().stream()
                .filter(wanted)
                .filter(question -> !answers.to(question.questionKey()).isEmpty())
                .map(question -> new Line(question, say(question, answers)))
                .toList();
    }

    /** The answer to a question; "" where there is none. */
    public String say(Question question, Answers answers) {
        return answers.to(question.questionKey()).stream()
                .map(value -> say(question, value))
                .collect(Collectors.joining(", "));
    }

    /** One of the values of an answer. */
    public String say(Question question, String value) {
        return switch (question.type()) {
            case YES_NO -> Texts.in(reader).get(Boolean.parseBoolean(value) ? "web.yes" : "web.no");
            case CHOICE, CHOICES ->
                questionnaire
                        .choice(question, value)
                        .map(choice -> choice.label().in(reader))
                        .orElse(value);
            case DATE -> Dates.in(reader).date(LocalDate.parse(value));
            case COUNTRY -> reader.country(value);
            case FILE, DOCUMENT, PICTURE ->
                GivenFile.of(value)
                        .map(file -> file.name() + " (" + StoredFile.size(file.size(), reader) + ")")
                        .orElse("");
            case TEXT, LONG_TEXT, NUMBER, EMAIL, PHONE -> value;
        };
    }
}
