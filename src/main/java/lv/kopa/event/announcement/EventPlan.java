package lv.kopa.event.announcement;

import static io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue.FALSE;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.kopa.event.Approval;
import lv.kopa.event.Category;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventKind;
import lv.kopa.event.Minors;
import lv.kopa.event.Session;
import lv.kopa.event.Visibility;
import lv.kopa.event.question.Choice;
import lv.kopa.event.question.Condition;
import lv.kopa.event.question.Question;
import lv.kopa.event.question.QuestionType;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.event.question.Stage;
import lv.kopa.event.question.Trait;
import lv.kopa.project.Acknowledgement;
import lv.kopa.text.Language;
import lv.kopa.text.Translated;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser says of an event, as typed: in a form or by a program.
 *
 * @param organisation the slug of who holds it
 * @param activity {@code project-slug/activity-number}
 * @param title by language tag
 * @param provided what whoever comes is given: lunch, travel, a certificate
 * @param questions what is asked beyond name and address, in this order; one may depend on those before it
 */
@Serdeable
@Schema(additionalProperties = FALSE)
public record EventPlan(
        @Nullable String organisation,
        @Nullable String slug,
        @Schema(implementation = EventKind.class) @Nullable String kind,
        @Nullable Map<String, @Nullable String> title,
        @Nullable Map<String, @Nullable String> description,
        @Nullable Map<String, @Nullable String> provided,

        @ArraySchema(
                schema =
                        @Schema(
                                type = "string",
                                allowableValues = {"en", "lv", "nb", "uk", "ru"}))
        @Nullable
        List<String> languages,

        @Nullable String timeZone,
        @Nullable Integer places,
        @Nullable Boolean waitingList,
        @Schema(implementation = Approval.class) @Nullable String approval,
        @Schema(implementation = Visibility.class) @Nullable String visibility,
        @Nullable RegistrationPlan registration,
        @Nullable String activity,
        @Nullable List<CategoryPlan> categories,
        @Nullable List<SessionPlan> sessions,
        @Nullable List<QuestionPlan> questions) {

    /**
     * When people may register and change: ISO 8601 instants, or wall-clock times in the event's zone.
     *
     * @param opens before the event is over, and before registration closes
     * @param closes by the end of the last session; null: when the event begins
     * @param answersUntil until when those who have a place may answer what is asked of them; null: as long as they may
     *     change
     * @param confirmAddress whether a place is only held until its person has confirmed the address by a mail
     * @param offerHours how long whoever is next in line has to accept a place that has become free; null: it is
     *     theirs at once
     * @param minors whether people under 18 may take part; NOT_ASKED unless it is said
     * @param decisionsBy the day by which whoever awaits approval hears what was decided, {@code 2027-06-01}
     */
    @Serdeable
    @Schema(additionalProperties = FALSE)
    public record RegistrationPlan(
            @Nullable String opens,
            @Nullable String closes,
            @Nullable String changesUntil,
            @Nullable String answersUntil,
            @Nullable Boolean confirmAddress,
            @Nullable Integer offerHours,

            @Schema(implementation = Minors.class) @Nullable String minors,

            @Nullable String decisionsBy) {
        static RegistrationPlan none() {
            return new RegistrationPlan(null, null, null, null, null, null, null, null);
        }
    }

    /**
     * A kind of place.
     *
     * @param description whom it is for, and what is expected of them
     */
    @Serdeable
    @Schema(additionalProperties = FALSE)
    public record CategoryPlan(
            @Nullable String key,
            @Nullable Map<String, @Nullable String> name,
            @Nullable Map<String, @Nullable String> description,
            @Nullable Integer places) {}

    /**
     * A part of the programme.
     *
     * @param id of the session it changes; none for a new one
     * @param start the clock on the wall, {@code 2027-06-14T09:30}
     */
    @Serdeable
    @Schema(additionalProperties = FALSE)
    public record SessionPlan(
            @Nullable Long id,
            @Nullable Map<String, @Nullable String> title,
            @Nullable String start,
            @Nullable String end,
            @Nullable String timeZone,
            @Nullable String place,
            @Nullable String onlineUrl,
            @Nullable String host,
            @Nullable String hostContact,
            @Nullable List<String> trainers,
            @Nullable Integer places) {}

    /**
     * A question.
     *
     * @param key what answers and conditions call it; made from the label where it is not said
     * @param sensitive few see the answer, and not for long
     * @param stage asked with the registration, or of those who have a place
     * @param categories the keys of the kinds of place it is asked for; none for all
     * @param shownIf asked only if all of this is so
     * @param countsAs what the answers tell the report of a project
     * @param choices for CHOICE and CHOICES
     */
    @Serdeable
    @Schema(additionalProperties = FALSE)
    public record QuestionPlan(
            @Nullable String key,

            @Schema(implementation = QuestionType.class) @Nullable
            String type,

            @Nullable Map<String, @Nullable String> label,
            @Nullable Map<String, @Nullable String> help,
            @Nullable Boolean required,
            @Nullable Boolean sensitive,
            @Schema(implementation = Stage.class) @Nullable String stage,
            @Nullable List<String> categories,
            @Nullable List<ConditionPlan> shownIf,
            @Schema(implementation = Trait.class) @Nullable String countsAs,
            @Nullable List<ChoicePlan> choices) {
        List<ChoicePlan> choicesOrNone() {
            return Optional.ofNullable(choices).orElse(List.of());
        }

        /** The same question, whatever people come as. */
        public QuestionPlan ofEverybody() {
            return new QuestionPlan(
                    key, type, label, help, required, sensitive, stage, null, shownIf, countsAs, choices);
        }
    }

    /**
     * What an earlier answer has to be.
     *
     * @param question the key of an earlier question
     * @param is one of these: texts, keys of choices, {@code true} or {@code false}
     * @param isNot none of these
     * @param atLeast the least number or earliest date
     * @param atMost the greatest number or latest date
     */
    @Serdeable
    @Schema(additionalProperties = FALSE)
    public record ConditionPlan(
            @Nullable String question,
            @Nullable List<String> is,
            @Nullable List<String> isNot,
            @Nullable String atLeast,
            @Nullable String atMost) {}

    /**
     * A choice.
     *
     * @param places how many people may choose it; null for all
     */
    @Serdeable
    @Schema(additionalProperties = FALSE)
    public record ChoicePlan(
            @Nullable String key,
            @Nullable Map<String, @Nullable String> label,
            @Nullable Integer places) {}

    /** The plan that would make an event what it is. */
    public static EventPlan of(EventDetails details) {
        Event event = details.event();
        return new EventPlan(
                details.organisation().slug(),
                event.slug(),
                event.kind().name(),
                texts(event.title()),
                texts(event.description()),
                texts(event.provided()),
                event.heldIn().stream().map(Language::tag).toList(),
                event.timeZone(),
                event.places(),
                event.waitingList(),
                event.approval().name(),
                event.visibility().name(),
                new RegistrationPlan(
                        typed(event.opensAt()),
                        typed(event.closesAt()),
                        typed(event.changesUntil()),
                        typed(event.answersUntil()),
                        event.confirmAddress(),
                        event.offerHours(),
                        event.minors().name(),
                        event.decisionsBy() == null ? null : event.decisionsBy().toString()),
                details.funding().map(Acknowledgement::activity).orElse(null),
                details.categories().stream().map(EventPlan::of).toList(),
                details.planned().stream().map(EventPlan::of).toList(),
                questionsOf(details.questionnaire()));
    }

    public static List<QuestionPlan> questionsOf(Questionnaire questionnaire) {
        return questionnaire.current().stream()
                .map(question -> of(question, questionnaire.choicesOf(question)))
                .toList();
    }

    private static QuestionPlan of(Question question, List<Choice> choices) {
        return new QuestionPlan(
                question.questionKey(),
                question.type().name(),
                texts(question.label()),
                texts(question.help()),
                question.required(),
                question.sensitive(),
                question.stage().name(),
                question.categories(),
                question.shownIf().stream().map(EventPlan::of).toList(),
                question.countsAs() == null ? null : question.countsAs().name(),
                choices.stream().map(EventPlan::of).toList());
    }

    private static ConditionPlan of(Condition condition) {
        return new ConditionPlan(
                condition.question(), condition.is(), condition.isNot(), condition.atLeast(), condition.atMost());
    }

    private static ChoicePlan of(Choice choice) {
        return new ChoicePlan(choice.choiceKey(), texts(choice.label()), choice.places());
    }

    private static CategoryPlan of(Category category) {
        return new CategoryPlan(
                category.categoryKey(), texts(category.name()), texts(category.description()), category.places());
    }

    private static SessionPlan of(Session session) {
        return new SessionPlan(
                session.id(),
                texts(session.title()),
                session.startsOn().toString(),
                session.endsOn().toString(),
                session.timeZone(),
                session.place(),
                session.onlineUrl(),
                session.host(),
                session.hostContact(),
                session.trainers(),
                session.places());
    }

    private static Map<String, String> texts(Translated translated) {
        return translated.languages().stream().collect(Collectors.toMap(Language::tag, translated::exactly));
    }

    private static @Nullable String typed(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    /** The same plan with other questions. */
    public EventPlan asking(List<QuestionPlan> others) {
        return new EventPlan(
                organisation,
                slug,
                kind,
                title,
                description,
                provided,
                languages,
                timeZone,
                places,
                waitingList,
                approval,
                visibility,
                registration,
                activity,
                categories,
                sessions,
                others);
    }

    /**
     * Whether it makes sense.
     *
     * @param home the zone of the organisation, meant where the plan names none
     * @throws lv.kopa.text.InvalidInput with every fault found
     */
    public void check(ZoneId home) {
        PlanReader.read(this, home);
    }

    List<CategoryPlan> categoriesOrNone() {
        return Optional.ofNullable(categories).orElse(List.of());
    }

    List<QuestionPlan> questionsOrNone() {
        return Optional.ofNullable(questions).orElse(List.of());
    }

    List<SessionPlan> sessionsOrNone() {
        return Optional.ofNullable(sessions).orElse(List.of());
    }
}
