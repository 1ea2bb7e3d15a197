package lv.kopa.event.beginning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import lv.kopa.event.Approval;
import lv.kopa.event.Minors;
import lv.kopa.event.Visibility;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.event.announcement.EventPlan.ChoicePlan;
import lv.kopa.event.announcement.EventPlan.QuestionPlan;
import lv.kopa.event.announcement.EventPlan.RegistrationPlan;
import lv.kopa.event.announcement.EventPlan.SessionPlan;
import lv.kopa.event.question.QuestionType;
import lv.kopa.event.question.Stage;
import lv.kopa.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The plan that an example makes.
 *
 * @param title what the organiser calls it
 * @param day its first
 * @param today deadlines that would lie before it are left out
 * @param texts of the language it is written in
 */
record StartingPlan(StartingPoint point, String title, LocalDate day, LocalDate today, Texts texts) {
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final List<String> NOT_EATEN = List.of("meat", "milk", "gluten", "nuts");

    EventPlan plan(String organisation) {
        boolean chosen = point == StartingPoint.STUDY_VISIT;
        return new EventPlan(
                organisation,
                null,
                point.kind().name(),
                said(title),
                said(texts.get(point.textKey() + ".description")),
                point == StartingPoint.LECTURE ? null : said(texts.get(point.textKey() + ".provided")),
                List.of(texts.language().tag()),
                null,
                places(),
                true,
                (chosen ? Approval.MANUAL : Approval.AUTOMATIC).name(),
                Visibility.PUBLIC.name(),
                terms(),
                null,
                null,
                sessions(),
                questions());
    }

    private @Nullable Integer places() {
        return switch (point) {
            case TRAINING -> 20;
            case STUDY_VISIT -> 15;
            case LECTURE -> null;
        };
    }

    /** Time to order lunch, or tickets; and on a journey time for whoever is next in line to answer. */
    private RegistrationPlan terms() {
        return switch (point) {
            case TRAINING -> terms(evening(7), evening(3), null, null, null);
            case STUDY_VISIT -> terms(evening(30), evening(14), evening(14), 48, ahead(21));
            case LECTURE -> terms(null, null, null, null, null);
        };
    }

    private static RegistrationPlan terms(
            @Nullable String closes,
            @Nullable String changesUntil,
            @Nullable String answersUntil,
            @Nullable Integer offerHours,
            @Nullable LocalDate decisionsBy) {
        return new RegistrationPlan(
                null,
                closes,
                changesUntil,
                answersUntil,
                false,
                offerHours,
                Minors.NOT_ASKED.name(),
                decisionsBy == null ? null : decisionsBy.toString());
    }

    private @Nullable LocalDate ahead(int days) {
        LocalDate deadline = day.minusDays(days);
        return deadline.isAfter(today) ? deadline : null;
    }

    private @Nullable String evening(int days) {
        LocalDate deadline = ahead(days);
        return deadline == null ? null : deadline.atTime(EVENING).toString();
    }

    private List<SessionPlan> sessions() {
        return switch (point) {
            case TRAINING -> List.of(session(null, 0, 10, 16));
            case STUDY_VISIT ->
                List.of(session(".arrival", 0, 13, 18), session(".visits", 1, 9, 17), session(".departure", 2, 9, 13));
            case LECTURE -> List.of(session(null, 0, 18, 19));
        };
    }

    private SessionPlan session(@Nullable String name, int after, int from, int to) {
        LocalDate on = day.plusDays(after);
        return new SessionPlan(
                null,
                name == null ? null : said(texts.get(point.textKey() + name)),
                on.atTime(from, 0).toString(),
                on.atTime(to, 0).toString(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** What is needed to choose is asked of all; what is needed to look after people, of those who come. */
    private List<QuestionPlan> questions() {
        return switch (point) {
            case TRAINING -> List.of(open("hopes", false), diet(), access());
            case STUDY_VISIT ->
                List.of(
                        open("why", true),
                        question("emergency", QuestionType.TEXT, true, Stage.CONFIRMED, false, null),
                        diet(),
                        access());
            case LECTURE -> List.of(open("ask", false));
        };
    }

    private QuestionPlan open(String key, boolean required) {
        return question(key, QuestionType.LONG_TEXT, required, Stage.REGISTRATION, false, null);
    }

    private QuestionPlan access() {
        return question("access", QuestionType.LONG_TEXT, false, Stage.CONFIRMED, true, null);
    }

    private QuestionPlan diet() {
        List<ChoicePlan> choices = NOT_EATEN.stream()
                .map(food -> new ChoicePlan(food, said(texts.get("starting.question.diet." + food)), null))
                .toList();
        return question("diet", QuestionType.CHOICES, false, Stage.CONFIRMED, true, choices);
    }

    private QuestionPlan question(
            String key,
            QuestionType type,
            boolean required,
            Stage stage,
            boolean sensitive,
            @Nullable List<ChoicePlan> choices) {
        return new QuestionPlan(
                key,
                type.name(),
                said(texts.get("starting.question." + key)),
                null,
                required,
                sensitive,
                stage.name(),
                null,
                null,
                null,
                choices);
    }

    private Map<String, String> said(String text) {
        return Map.of(texts.language().tag(), text);
    }
}
