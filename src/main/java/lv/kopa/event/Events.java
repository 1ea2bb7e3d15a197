package lv.kopa.event;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lv.kopa.event.question.Questionnaire;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Organiser;
import lv.kopa.project.Acknowledgement;
import lv.kopa.project.Projects;
import lv.kopa.text.Slug;
import lv.kopa.text.Translated;

/** Finds events. */
@Singleton
public class Events {
    /** More than this many in one list or feed would serve nobody. */
    private static final int MOST = 5_000;

    /** With organisations and projects, in every language, still below the 50 000 that a sitemap may name. */
    private static final int MOST_ADDRESSES = 10_000;

    private static final int BITS_OF_ID = 34;

    private final EventTables tables;
    private final Organisations organisations;
    private final Projects projects;
    private final Clock clock;

    Events(EventTables tables, Organisations organisations, Projects projects, Clock clock) {
        this.tables = tables;
        this.organisations = organisations;
        this.projects = projects;
        this.clock = clock;
    }

    public Optional<EventDetails> find(String slug) {
        return row(slug).map(event -> detailsOf(List.of(event)).get(0));
    }

    /** What an event is without its parts. */
    public Optional<Event> row(String slug) {
        return Optional.of(slug).filter(Slug::isOne).flatMap(tables.events()::findBySlug);
    }

    /** What an event is without its parts. */
    public Optional<Event> row(long id) {
        return tables.events().findById(id);
    }

    /**
     * An event of one of the organiser's organisations, or one they help with.
     *
     * @throws UnknownEvent where there is none, or it is somebody else's
     */
    public EventDetails own(String slug, Organiser organiser) {
        return find(slug)
                .filter(details -> organiser.mayOrganise(details.event().organisationId()))
                .orElseThrow(UnknownEvent::new);
    }

    /**
     * The event of this id.
     *
     * @throws UnknownEvent where there is none
     */
    public EventDetails get(long id) {
        return tables.events()
                .findById(id)
                .map(event -> detailsOf(List.of(event)).get(0))
                .orElseThrow(UnknownEvent::new);
    }

    public List<EventDetails> get(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : detailsOf(tables.events().findByIdIn(ids));
    }

    /** Public events that match and are not over, unless days were asked for. */
    public List<EventDetails> coming(EventFilter filter) {
        Instant from = filter.fromInstant();
        return since(from == null ? clock.instant() : from, filter);
    }

    /** The next of them after a {@link #place}, in its order. */
    public List<EventDetails> coming(EventFilter filter, long place, int most) {
        Instant from = filter.fromInstant();
        return find(from == null ? clock.instant() : from, filter, place, most);
    }

    /** Public events that match and end at or after an instant. */
    public List<EventDetails> since(Instant since, EventFilter filter) {
        return find(since, filter, Long.MIN_VALUE, MOST);
    }

    /** The ids of the same, for which their rows need not be read. */
    public List<Long> idsSince(Instant since, EventFilter filter) {
        return tables.search()
                .ids(
                        since,
                        filter.toInstant(),
                        filter.kindName(),
                        filter.organisation(),
                        filter.project(),
                        filter.trainerPattern(),
                        filter.category(),
                        filter.languageTag(),
                        filter.sought(),
                        MOST);
    }

    /** Public events that match and are over, the latest first. */
    public List<EventDetails> past(EventFilter filter, int skip, int most) {
        return detailsOf(over(filter, skip, most));
    }

    /** Public events that match: those that are not over in their order, then the latest of those that are. */
    public List<EventDetails> comingAndPast(EventFilter filter, int mostPast) {
        List<Event> all = new ArrayList<>(rows(clock.instant(), filter, Long.MIN_VALUE, MOST));
        all.addAll(over(filter, 0, mostPast));
        return detailsOf(all);
    }

    private List<Event> over(EventFilter filter, int skip, int most) {
        Instant from = filter.fromInstant();
        return tables.search()
                .past(
                        clock.instant(),
                        from == null ? Instant.EPOCH : from,
                        filter.toInstant(),
                        filter.kindName(),
                        filter.organisation(),
                        filter.project(),
                        filter.trainerPattern(),
                        filter.category(),
                        filter.languageTag(),
                        filter.sought(),
                        skip,
                        most);
    }

    /** The names of those who lead a part of a public event that is not over. */
    public Set<String> trainers() {
        return tables.search().trainers(clock.instant()).stream()
                .flatMap(String::lines)
                .collect(Collectors.toSet());
    }

    /** The kinds of places in public events that are not over, by their keys, named as the newest of the events does. */
    public Map<String, Translated> categories() {
        return tables.categories().announced(clock.instant()).stream()
                .collect(Collectors.toMap(Category::categoryKey, Category::name, (newest, older) -> newest));
    }

    /** Every public event, the latest first, as many as a list for search engines may name. */
    public List<PublicAddress> addresses() {
        return tables.search().addresses(MOST_ADDRESSES);
    }

    private List<EventDetails> find(Instant since, EventFilter filter, long place, int most) {
        return detailsOf(rows(since, filter, place, most));
    }

    private List<Event> rows(Instant since, EventFilter filter, long place, int most) {
        Instant start = place < 0 ? null : Instant.EPOCH.plus(Duration.ofMinutes(place >> BITS_OF_ID));
        return tables.search()
                .find(
                        since,
                        filter.toInstant(),
                        filter.kindName(),
                        filter.organisation(),
                        filter.project(),
                        filter.trainerPattern(),
                        filter.category(),
                        filter.languageTag(),
                        filter.sought(),
                        start,
                        place & ((1L << BITS_OF_ID) - 1),
                        most);
    }

    /** Where an event stands among all by the minute it begins, then by its id. */
    public static long place(EventDetails details) {
        Instant start = Optional.ofNullable(details.event().startsAt()).orElse(Instant.EPOCH);
        return Duration.between(Instant.EPOCH, start).toMinutes() << BITS_OF_ID
                | details.event().id();
    }

    /** All events of organisations, drafts too, but no templates, the latest first. */
    public List<EventDetails> of(Collection<Long> organisationIds) {
        return organisationIds.isEmpty() ? List.of() : detailsOf(tables.events().ofOrganisations(organisationIds));
    }

    /** The same for everything an organiser has to do with, in no order. */
    public List<EventDetails> of(Organiser organiser) {
        Map<Long, Event> found = new LinkedHashMap<>();
        if (!organiser.organisations().isEmpty()) {
            tables.events().ofOrganisations(organiser.organisations()).forEach(event -> found.put(event.id(), event));
        }
        if (!organiser.events().isEmpty()) {
            tables.events().noTemplates(organiser.eventIds()).forEach(event -> found.put(event.id(), event));
        }
        return detailsOf(List.copyOf(found.values()));
    }

    public Optional<Session> session(long id) {
        return tables.sessions().findById(id);
    }

    private List<EventDetails> detailsOf(List<Event> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        List<Long> ids = events.stream().map(Event::id).toList();
        Map<Long, List<Category>> categories =
                tables.categories().ofEvents(ids).stream().collect(Collectors.groupingBy(Category::eventId));
        Map<Long, List<Session>> sessions =
                tables.sessions().ofEvents(ids).stream().collect(Collectors.groupingBy(Session::eventId));
        Map<Long, Questionnaire> questionnaires = tables.questionnaires().of(ids);
        Map<Long, Organisation> holders =
                organisations.byId(events.stream().map(Event::organisationId).collect(Collectors.toSet()));
        Map<Long, Acknowledgement> fundings = projects.acknowledgements(
                events.stream().map(Event::activityId).filter(Objects::nonNull).collect(Collectors.toSet()));
        return events.stream()
                .map(event -> new EventDetails(
                        event,
                        Objects.requireNonNull(holders.get(event.organisationId())),
                        Optional.ofNullable(event.activityId()).map(fundings::get),
                        categories.getOrDefault(event.id(), List.of()),
                        sessions.getOrDefault(event.id(), List.of()),
                        questionnaires.getOrDefault(event.id(), Questionnaire.empty())))
                .toList();
    }
}
