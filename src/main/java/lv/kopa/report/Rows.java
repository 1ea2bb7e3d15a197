package lv.kopa.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.organisation.Organiser;
import lv.kopa.report.ReportRepository.Participant;
import lv.kopa.report.RowsPage.Row;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The rows behind figures, as an organiser may see them: who comes to an event of another organisation that counts for the
 * project is a row without a name.
 */
final class Rows {
    private final Facts facts;
    private final Organiser organiser;
    private final Language language;
    private final Texts texts;

    Rows(Facts facts, Organiser organiser, Language language) {
        this.facts = facts;
        this.organiser = organiser;
        this.language = language;
        this.texts = Texts.in(language);
    }

    /** The keys of the headings of its columns. */
    static List<String> columns(Measure measure) {
        return switch (measure) {
            case EVENTS -> List.of("export.event", "export.when", "report.rows.sessions");
            case SESSIONS -> List.of("report.rows.session", "export.event", "export.when", "report.rows.hours");
            case CONFIRMED, PARTICIPATIONS ->
                List.of(
                        "export.name",
                        "export.organisation",
                        "export.category",
                        "export.event",
                        "report.rows.sessions",
                        "report.rows.hours");
            case PEOPLE ->
                List.of(
                        "export.name",
                        "export.organisation",
                        "export.email",
                        "report.rows.events",
                        "report.rows.hours");
            case HOURS ->
                List.of("export.name", "export.event", "report.rows.session", "export.when", "report.rows.hours");
        };
    }

    /** As many as the figure says; where it says hours, those of the rows together. */
    List<Row> of(Part part, Measure measure) {
        return switch (measure) {
            case EVENTS -> part.events().stream().map(this::event).toList();
            case SESSIONS ->
                part.events().stream()
                        .flatMap(event -> event.sessions().stream().map(session -> session(event, session)))
                        .toList();
            case CONFIRMED -> part.confirmed().map(this::registration).toList();
            case PARTICIPATIONS -> part.participations().map(this::registration).toList();
            case PEOPLE -> part.people().stream().map(this::person).toList();
            case HOURS -> part.participations().flatMap(this::presences).toList();
        };
    }

    private Row event(EventDetails event) {
        return new Row(
                title(event),
                address(event),
                List.of(event.days(language), count(event.sessions().size())));
    }

    private Row session(EventDetails event, Session session) {
        return new Row(
                name(event, session),
                address(event),
                List.of(title(event), when(session), Figures.hours(Facts.minutes(session), language)));
    }

    private Row registration(Participant registration) {
        EventDetails event = facts.event(registration);
        return new Row(
                name(registration),
                address(registration),
                List.of(
                        said(registration, registration.organisation()),
                        event.categoryOf(registration.categoryId())
                                .map(Category::name)
                                .map(name -> name.in(language))
                                .orElse(""),
                        title(event),
                        count(facts.seenBy(registration).size()),
                        Figures.hours(facts.minutes(registration), language)));
    }

    private Row person(List<Participant> theirs) {
        Participant first = theirs.get(0);
        return new Row(
                together(theirs.stream().map(this::name)),
                address(first),
                List.of(
                        together(theirs.stream().map(one -> said(one, one.organisation()))),
                        together(theirs.stream().map(one -> Facts.isErased(one) ? "" : said(one, one.address()))),
                        together(theirs.stream().map(one -> title(facts.event(one)))),
                        Figures.hours(theirs.stream().mapToLong(facts::minutes).sum(), language)));
    }

    private Stream<Row> presences(Participant registration) {
        EventDetails event = facts.event(registration);
        return facts.seenBy(registration).stream()
                .map(seen -> new Row(
                        name(registration),
                        address(registration),
                        List.of(
                                title(event),
                                name(event, seen.session()),
                                when(seen.session()),
                                Figures.hours(seen.minutes(), language))));
    }

    private static String together(Stream<String> values) {
        return values.filter(value -> !value.isEmpty()).distinct().collect(Collectors.joining(" · "));
    }

    private String name(Participant registration) {
        if (!isOwn(registration)) {
            return texts.get("report.rows.elsewhere");
        }
        return Facts.isErased(registration) ? texts.get("report.rows.erased") : registration.name();
    }

    private String said(Participant registration, @Nullable String value) {
        return value == null || !isOwn(registration) ? "" : value;
    }

    private boolean isOwn(Participant registration) {
        return isOwn(facts.event(registration));
    }

    private boolean isOwn(EventDetails event) {
        return organiser.isAt(event.event().organisationId());
    }

    private @Nullable String address(Participant registration) {
        return isOwn(registration) ? "/organiser/registrations/" + registration.reference() : null;
    }

    private @Nullable String address(EventDetails event) {
        return isOwn(event) ? "/organiser/events/" + event.event().slug() : null;
    }

    private String title(EventDetails event) {
        return event.event().title().in(language);
    }

    private String name(EventDetails event, Session session) {
        return event.nameOf(session, language).orElseGet(() -> title(event));
    }

    private String when(Session session) {
        return Dates.in(language).moment(session.startsOn());
    }

    private String count(int number) {
        return Integer.toString(number);
    }
}
