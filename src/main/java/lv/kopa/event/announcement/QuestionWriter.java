package lv.kopa.event.announcement;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.announcement.Announcement.AnnouncedChoice;
import lv.kopa.event.announcement.Announcement.AnnouncedQuestion;
import lv.kopa.event.question.Choice;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.text.InvalidInput;

/** Keeps what is asked: what there are answers to is withdrawn instead of forgotten, and comes back under its key. */
@Singleton
class QuestionWriter {
    private final AnnouncementTables tables;

    QuestionWriter(AnnouncementTables tables) {
        this.tables = tables;
    }

    void write(long event, Questionnaire before, List<AnnouncedQuestion> announced) {
        Map<String, Question> known =
                before.questions().stream().collect(Collectors.toMap(Question::questionKey, Function.identity()));
        List<Question> gone = new ArrayList<>(before.current());
        for (int i = 0; i < announced.size(); i++) {
            AnnouncedQuestion question = announced.get(i);
            String field = "questions[" + i + "]";
            Question old = known.get(question.key());
            long id;
            if (old == null) {
                id = tables.questions().save(row(0, event, i, question)).id();
            } else {
                refuseOtherMeaning(field, old, question);
                id = old.id();
                tables.questions().change(row(id, event, i, question));
                gone.remove(old);
            }
            writeChoices(field + ".choices", id, choicesOf(before, id).toList(), question.choices());
        }
        gone.forEach(question -> remove(question, before));
    }

    /** What people said to a question cannot become an answer to another one, nor a secret be told afterwards. */
    private void refuseOtherMeaning(String field, Question old, AnnouncedQuestion announced) {
        boolean other = old.type() != announced.type() || old.sensitive() != announced.sensitive();
        if (other && tables.questions().isAnswered(old.id())) {
            throw new InvalidInput(
                    field + (old.type() == announced.type() ? ".sensitive" : ".type"),
                    "event.fault.question-answered",
                    old.questionKey());
        }
    }

    private void writeChoices(String field, long question, List<Choice> before, List<AnnouncedChoice> announced) {
        Map<String, Choice> known = before.stream().collect(Collectors.toMap(Choice::choiceKey, Function.identity()));
        List<Choice> gone = new ArrayList<>(before);
        for (int i = 0; i < announced.size(); i++) {
            Choice old = known.get(announced.get(i).key());
            Choice row = row(old == null ? 0 : old.id(), question, i, announced.get(i));
            if (old == null) {
                tables.choices().save(row);
            } else if (tables.choices().allot(old.id(), row.places()) == 0) {
                throw new InvalidInput(field + "[" + i + "].places", "event.fault.fewer-than-taken", old.placesTaken());
            } else {
                tables.choices().change(row);
            }
            gone.remove(old);
        }
        gone.forEach(this::remove);
    }

    private void remove(Question question, Questionnaire before) {
        if (tables.questions().isAnswered(question.id())) {
            tables.questions().withdraw(question.id());
        } else {
            choicesOf(before, question.id()).forEach(choice -> tables.choices().remove(choice.id()));
            tables.questions().remove(question.id());
        }
    }

    private void remove(Choice choice) {
        if (tables.choices().isChosen(choice.id())) {
            tables.choices().withdraw(choice.id());
        } else {
            tables.choices().remove(choice.id());
        }
    }

    private static Stream<Choice> choicesOf(Questionnaire questionnaire, long question) {
        return questionnaire.choices().stream().filter(choice -> choice.questionId() == question);
    }

    private static Question row(long id, long event, int position, AnnouncedQuestion announced) {
        return new Question(
                id,
                event,
                announced.key(),
                position,
                announced.type(),
                announced.label(),
                announced.help(),
                announced.required(),
                announced.sensitive(),
                announced.stage(),
                announced.categories(),
                announced.shownIf(),
                announced.countsAs(),
                false);
    }

    private static Choice row(long id, long question, int position, AnnouncedChoice announced) {
        return new Choice(id, question, announced.key(), position, announced.label(), announced.places(), 0, false);
    }
}
