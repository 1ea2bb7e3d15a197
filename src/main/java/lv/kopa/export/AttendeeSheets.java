package lv.kopa.export;

import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Minors;
import lv.kopa.event.Session;
import lv.kopa.event.question.Answers;
import lv.kopa.event.question.Question;
import lv.kopa.project.Acknowledgement;
import lv.kopa.registration.Registration;
import lv.kopa.registration.answer.AnswerBook;
import lv.kopa.registration.answer.AnswerWords;
import lv.kopa.registration.attendees.AttendeeFilter;
import lv.kopa.registration.attendees.Attendees;
import lv.kopa.registration.attendees.Sorting;
import lv.kopa.registration.guardian.Guardian;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.web.Links;

/** Makes the list of who comes to an event. */
@Singleton
public class AttendeeSheets {
    private static final int AT_ONCE = 1_000;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final List<String> COLUMNS = List.of(
            "reference",
            "status",
            "name",
            "email",
            "phone",
            "organisation",
            "category",
            "sessions",
            "language",
            "registered",
            "position",
            "consents",
            "event",
            "project",
            "activity",
            "funding",
            "delegation");

    /** Besides, where people under 18 are asked who answers for them. */
    private static final List<String> GUARDIAN =
            List.of("minor", "guardian", "guardian-email", "guardian-phone", "guardian-consent");

    private final Attendees attendees;
    private final ExportRepository repository;
    private final AnswerBook answers;
    private final Links links;

    AttendeeSheets(Attendees attendees, ExportRepository repository, AnswerBook answers, Links links) {
        this.attendees = attendees;
        this.repository = repository;
        this.answers = answers;
        this.links = links;
    }

    /** In the order they registered. */
    public Sheet of(EventDetails event, AttendeeFilter filter, Language language) {
        return of(event, filter, Sorting.REGISTERED, language);
    }

    Sheet of(EventDetails event, AttendeeFilter filter, Sorting sorting, Language language) {
        List<Sheet> parts = new ArrayList<>();
        each(event, filter, sorting, language, parts::add);
        Sheet first = parts.get(0);
        return new Sheet(
                first.name(),
                first.columns(),
                parts.stream().flatMap(part -> part.rows().stream()).toList(),
                first.about());
    }

    /** The same in parts, as it is at one moment, lest a long list be in memory at once; a part at least. */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    void each(EventDetails event, AttendeeFilter filter, Sorting sorting, Language language, Consumer<Sheet> reader) {
        Standing standing = Standing.of(event, attendees);
        attendees.each(
                event.event().id(),
                filter,
                sorting,
                AT_ONCE,
                people -> reader.accept(sheet(event, people, standing, language)));
    }

    private Sheet sheet(EventDetails event, List<Registration> people, Standing standing, Language language) {
        Texts texts = Texts.in(language);
        List<Long> ids = people.stream().map(Registration::id).toList();
        Extras extras = new Extras(
                attendees.sessions(ids),
                (ids.isEmpty() ? List.<ExportRepository.Agreement>of() : repository.agreements(ids))
                        .stream()
                                .collect(Collectors.groupingBy(
                                        ExportRepository.Agreement::registrationId,
                                        Collectors.mapping(ExportRepository.Agreement::purpose, Collectors.toList()))),
                standing.positions(),
                answers.open(ids, event.questionnaire()),
                attendees.partners(people),
                standing.guardians());
        boolean minors = hasGuardians(event, extras);
        return new Sheet(
                texts.get("export.registrations"),
                Stream.concat(
                                Stream.concat(COLUMNS.stream(), minors ? GUARDIAN.stream() : Stream.empty())
                                        .map(key -> column(key, label(key, event, texts), language)),
                                questions(event).map(question -> column(question, language)))
                        .toList(),
                people.stream()
                        .map(registration -> Stream.concat(
                                        Stream.concat(
                                                row(event, registration, extras, texts),
                                                minors ? guardian(registration, extras, texts) : Stream.empty()),
                                        answers(
                                                event,
                                                registration,
                                                questions(event),
                                                extras.answers().getOrDefault(registration.id(), Answers.none()),
                                                language))
                                .toList())
                        .toList(),
                about(event, language));
    }

    private static Sheet.Column column(String key, String label, Language language) {
        return switch (key) {
            case "position" -> Sheet.Column.number(key, label);
            case "registered" -> Sheet.Column.moment(key, label, language);
            default -> Sheet.Column.text(key, label);
        };
    }

    static Sheet.Column column(Question question, Language language) {
        return Sheet.Column.text(question.field(), question.label().in(language));
    }

    /** What is asked and everybody who sees the list may see; what was asked once too, since there are answers. */
    private static Stream<Question> questions(EventDetails event) {
        return event.questionnaire().questions().stream().filter(question -> !question.sensitive());
    }

    /** What somebody answered to some questions, as cells. */
    Stream<String> answers(
            EventDetails event, Registration person, Stream<Question> asked, Answers given, Language language) {
        AnswerWords words = new AnswerWords(event.questionnaire(), language);
        String page = links.to("/organiser/registrations/" + person.reference());
        return asked.map(question -> cell(words.say(question, given), question, page));
    }

    /** A file by its name, and where it is found. */
    private static String cell(String said, Question question, String page) {
        return said.isEmpty() || !question.type().isFile() ? said : said + " " + question.fileBelow(page);
    }

    List<Registration> registrations(EventDetails event, AttendeeFilter filter, Sorting sorting) {
        return attendees.all(event.event().id(), filter, sorting);
    }

    /** What must be known of all people of an event to tell anything of one, by the id of the registration. */
    private record Standing(Map<Long, Integer> positions, Map<Long, Guardian> guardians) {
        static Standing of(EventDetails event, Attendees attendees) {
            long id = event.event().id();
            return new Standing(attendees.positions(id), attendees.guardians(id));
        }
    }

    /** What stands in tables of its own, by the id of the registration. */
    private record Extras(
            Map<Long, List<Long>> sessions,
            Map<Long, List<String>> consents,
            Map<Long, Integer> positions,
            Map<Long, Answers> answers,
            Map<Long, String> partners,
            Map<Long, Guardian> guardians) {}

    private static boolean hasGuardians(EventDetails event, Extras extras) {
        return event.event().minors() == Minors.ASKED || !extras.guardians().isEmpty();
    }

    private static Stream<String> guardian(Registration registration, Extras extras, Texts texts) {
        Guardian guardian = extras.guardians().get(registration.id());
        return guardian == null
                ? Stream.of("", "", "", "", "")
                : Stream.of(
                        texts.get("web.yes"),
                        guardian.name(),
                        guardian.email(),
                        guardian.phone(),
                        texts.get(guardian.textKey()));
    }

    static String label(String key, EventDetails event, Texts texts) {
        return key.equals("registered")
                ? texts.get("export.registered", event.event().timeZone())
                : texts.get("export." + key);
    }

    static String name(Registration registration, Texts texts) {
        return registration.isErased() ? texts.get("registration.erased") : registration.name();
    }

    static String category(EventDetails event, Registration registration, Language language) {
        return event.categoryOf(registration.categoryId())
                .map(kind -> kind.name().in(language))
                .orElse("");
    }

    private static Stream<String> row(EventDetails event, Registration registration, Extras extras, Texts texts) {
        Language language = texts.language();
        List<Long> chosen = extras.sessions().getOrDefault(registration.id(), List.of());
        return Stream.of(
                        registration.reference(),
                        texts.get(registration.status().textKey()),
                        name(registration, texts),
                        registration.hasAddress() ? registration.email() : "",
                        registration.phone(),
                        registration.organisation(),
                        category(event, registration, language),
                        sessions(event, chosen, language),
                        registration.reader().ownName(),
                        LocalDateTime.ofInstant(
                                        registration.registeredAt(),
                                        event.event().zone())
                                .format(MINUTES),
                        Objects.toString(extras.positions().get(registration.id()), ""),
                        extras.consents().getOrDefault(registration.id(), List.of()).stream()
                                .map(purpose -> texts.get("export.consent." + purpose.toLowerCase(Locale.ROOT)))
                                .collect(Collectors.joining(", ")),
                        event.event().title().in(language),
                        event.funding().map(Acknowledgement::projectNumber).orElse(""),
                        event.funding()
                                .map(funding -> activity(funding, language))
                                .orElse(""),
                        event.funding().map(Acknowledgement::funder).orElse(""),
                        extras.partners().getOrDefault(registration.id(), ""))
                .map(value -> Objects.requireNonNullElse(value, ""));
    }

    private static String sessions(EventDetails event, List<Long> chosen, Language language) {
        return event.sessions().stream()
                .filter(session -> chosen.contains(session.id()))
                .map(session -> name(session, language))
                .collect(Collectors.joining("; "));
    }

    private static String name(Session session, Language language) {
        String title = session.title().in(language);
        String start = session.startsOn().format(MINUTES);
        return title.isEmpty() ? start : title + " (" + start + ")";
    }

    private static String activity(Acknowledgement funding, Language language) {
        return funding.activityNumber() + ". " + funding.activityTitle().in(language);
    }

    /** What a list of the people of an event is about. */
    public static List<Sheet.Fact> about(EventDetails event, Language language) {
        Texts texts = Texts.in(language);
        Stream<Sheet.Fact> facts = Stream.of(
                        Stream.of(fact(texts, "event", event.event().title().in(language))),
                        event.planned().stream().map(session -> when(session, texts)),
                        Stream.of(fact(texts, "organiser", event.organisation().name())))
                .flatMap(some -> some);
        Stream<Sheet.Fact> funding = event.funding().stream()
                .flatMap(paid -> Stream.of(
                        fact(
                                texts,
                                "project",
                                paid.projectNumber() + " " + paid.projectTitle().in(language)),
                        fact(texts, "activity", activity(paid, language)),
                        fact(texts, "funding", paid.funder()),
                        fact(texts, "acknowledgement", paid.text().in(language))));
        return Stream.concat(facts, funding)
                .filter(fact -> !fact.value().isBlank())
                .toList();
    }

    private static Sheet.Fact when(Session session, Texts texts) {
        String said = session.startsOn().format(MINUTES) + " – "
                + session.endsOn().format(MINUTES) + " (" + session.timeZone() + ")";
        return fact(texts, "when", said).at(texts.language(), session.startsOn(), session.endsOn());
    }

    private static Sheet.Fact fact(Texts texts, String key, String value) {
        return new Sheet.Fact(texts.get("export." + key), value);
    }
}
