package lv.kopa.event.announcement;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.announcement.Announcement.AnnouncedCategory;
import lv.kopa.event.announcement.Announcement.AnnouncedChoice;
import lv.kopa.event.announcement.Announcement.AnnouncedQuestion;
import lv.kopa.event.announcement.EventPlan.ChoicePlan;
import lv.kopa.event.announcement.EventPlan.ConditionPlan;
import lv.kopa.event.announcement.EventPlan.QuestionPlan;
import lv.kopa.event.question.Condition;
import lv.kopa.event.question.QuestionType;
import lv.kopa.event.question.Stage;
import lv.kopa.event.question.Trait;
import lv.kopa.text.Faults;
import lv.kopa.text.Translated;
import org.jspecify.annotations.Nullable;

/** Makes sense of what an organiser wants to ask. */
final class QuestionReader {
    private static final int MOST_QUESTIONS = 60;
    private static final int MOST_CHOICES = 100;
    private static final int MOST_PLACES = 100_000;
    private static final int LONGEST_LABEL = 300;
    private static final int LONGEST_HELP = 1_000;

    private final Faults faults;
    private final PlanValues values;
    private final Set<String> categories;
    private final Map<String, AnnouncedQuestion> earlier = new LinkedHashMap<>();

    QuestionReader(Faults faults, List<AnnouncedCategory> categories) {
        this.faults = faults;
        this.values = new PlanValues(faults);
        this.categories = categories.stream().map(AnnouncedCategory::key).collect(Collectors.toSet());
    }

    /** The questions; only good where there are no faults then. */
    List<AnnouncedQuestion> read(List<QuestionPlan> plans) {
        if (plans.size() > MOST_QUESTIONS) {
            faults.add("questions", "event.fault.questions", MOST_QUESTIONS);
            return List.of();
        }
        List<AnnouncedQuestion> read = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (QuestionPlan plan : plans) {
            AnnouncedQuestion question = question("questions[" + read.size() + "]", plan, keys);
            read.add(question);
            earlier.put(question.key(), question);
        }
        return read;
    }

    private AnnouncedQuestion question(String field, QuestionPlan plan, Set<String> keys) {
        Translated label = values.translated(field + ".label", plan.label(), LONGEST_LABEL, true);
        QuestionType type = values.choice(field + ".type", plan.type(), QuestionReader::type)
                .orElse(QuestionType.TEXT);
        Stage stage = values.optionalChoice(field + ".stage", plan.stage(), Stage.class, Stage.REGISTRATION);
        boolean sensitive = Boolean.TRUE.equals(plan.sensitive());
        return new AnnouncedQuestion(
                values.key(field + ".key", plan.key(), label, keys),
                type,
                label,
                values.translated(field + ".help", plan.help(), LONGEST_HELP, false),
                Boolean.TRUE.equals(plan.required()),
                sensitive,
                stage,
                categories(field + ".categories", plan.categories()),
                conditions(field + ".shownIf", plan.shownIf(), stage),
                trait(field + ".countsAs", plan.countsAs(), type, sensitive),
                choices(field + ".choices", plan, type, sensitive));
    }

    private static Optional<QuestionType> type(String typed) {
        return Stream.of(QuestionType.values())
                .filter(type -> type.name().equalsIgnoreCase(typed.strip()))
                .findFirst();
    }

    /** What few may see is in no report, not even as a number. */
    private @Nullable Trait trait(String field, @Nullable String typed, QuestionType type, boolean sensitive) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        Trait trait = values.choice(field, typed, Trait::of).orElse(null);
        if (trait != null && (sensitive || !trait.isToldBy(type))) {
            faults.add(field, sensitive ? "event.fault.counts-as-sensitive" : "event.fault.counts-as");
        }
        return trait;
    }

    private List<String> categories(String field, @Nullable List<String> typed) {
        List<String> read =
                Optional.ofNullable(typed).orElse(List.of()).stream().distinct().toList();
        read.stream()
                .filter(key -> !categories.contains(key))
                .forEach(key -> faults.add(field, "event.fault.question-category", key));
        return read;
    }

    private List<AnnouncedChoice> choices(String field, QuestionPlan plan, QuestionType type, boolean sensitive) {
        List<ChoicePlan> typed = plan.choicesOrNone();
        if (type.hasChoices() == typed.isEmpty()) {
            faults.add(field, type.hasChoices() ? "event.fault.choices-missing" : "event.fault.choices-for-none");
        }
        if (typed.size() > MOST_CHOICES) {
            faults.add(field, "event.fault.choices", MOST_CHOICES);
            return List.of();
        }
        List<AnnouncedChoice> read = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (ChoicePlan choice : typed) {
            String row = field + "[" + read.size() + "]";
            Translated label = values.translated(row + ".label", choice.label(), LONGEST_LABEL, true);
            if (sensitive && choice.places() != null) {
                faults.add(row + ".places", "event.fault.sensitive-places");
            }
            read.add(new AnnouncedChoice(
                    values.key(row + ".key", choice.key(), label, keys),
                    label,
                    values.number(row + ".places", choice.places(), 0, MOST_PLACES)));
        }
        return read;
    }

    private List<Condition> conditions(String field, @Nullable List<ConditionPlan> typed, Stage stage) {
        List<Condition> read = new ArrayList<>();
        for (ConditionPlan plan : Optional.ofNullable(typed).orElse(List.of())) {
            condition(field + "[" + read.size() + "]", plan, stage).ifPresent(read::add);
        }
        return read;
    }

    private Optional<Condition> condition(String field, ConditionPlan plan, Stage stage) {
        String key = values.line(field + ".question", plan.question(), 40);
        AnnouncedQuestion other = key == null ? null : earlier.get(key);
        if (other == null || (stage == Stage.REGISTRATION && other.stage() == Stage.CONFIRMED)) {
            faults.add(field + ".question", "event.fault.condition-question", String.valueOf(plan.question()));
            return Optional.empty();
        }
        Condition condition = new Condition(
                other.key(),
                answers(field + ".is", plan.is(), other),
                answers(field + ".isNot", plan.isNot(), other),
                bound(field + ".atLeast", plan.atLeast(), other),
                bound(field + ".atMost", plan.atMost(), other));
        return Optional.of(condition);
    }

    /** Values that the other question can have as an answer. */
    private List<String> answers(String field, @Nullable List<String> typed, AnnouncedQuestion other) {
        List<String> read = Optional.ofNullable(typed).orElse(List.of());
        Set<String> possible = other.type() == QuestionType.YES_NO
                ? Set.of("true", "false")
                : other.choices().stream().map(AnnouncedChoice::key).collect(Collectors.toSet());
        if (other.type() == QuestionType.YES_NO || other.type().hasChoices()) {
            read.stream()
                    .filter(value -> !possible.contains(value))
                    .forEach(value -> faults.add(field, "web.unknown-choice", value));
        }
        return read;
    }

    private @Nullable String bound(String field, @Nullable String typed, AnnouncedQuestion other) {
        String bound = values.line(field, typed, 40);
        if (bound != null && !(other.type().isOrdered() && Condition.isBound(bound))) {
            faults.add(field, "event.fault.condition-bound");
        }
        return bound;
    }
}
