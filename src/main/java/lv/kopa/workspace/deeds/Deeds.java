package lv.kopa.workspace.deeds;

import io.micronaut.core.convert.ConversionContext;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.Events;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.audit.ChangesColumn;
import lv.kopa.registration.Registration;
import lv.kopa.registration.attendees.Attendees;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;
import lv.kopa.text.Translated;
import lv.kopa.text.TranslatedColumn;
import lv.kopa.workspace.deeds.DeedRepository.Doer;
import lv.kopa.workspace.deeds.DeedRepository.Thing;
import org.jspecify.annotations.Nullable;

/** What was done in the organisations of somebody's teams. */
@Singleton
class Deeds {
    private static final Pattern PERSON = Pattern.compile("\\b(person|token):(\\d{1,18})");

    private final DeedRepository repository;
    private final Events events;
    private final Attendees attendees;
    private final ChangesColumn changes;
    private final TranslatedColumn titles;

    Deeds(
            DeedRepository repository,
            Events events,
            Attendees attendees,
            ChangesColumn changes,
            TranslatedColumn titles) {
        this.repository = repository;
        this.events = events;
        this.attendees = attendees;
        this.changes = changes;
        this.titles = titles;
    }

    /**
     * Which deeds, and how they are said.
     *
     * @param zone on whose clocks the days of the filter begin
     */
    record Wanted(DeedFilter filter, Organiser organiser, ZoneId zone, Language reader) {}

    /**
     * Deeds, the latest first.
     *
     * @param registration to which alone they were done
     */
    record Found(List<DeedRow> rows, List<Told> told, Optional<Registration> registration) {}

    /**
     * So many of them that came before another one; the latest where nothing is said of `before`.
     *
     * @throws lv.kopa.event.UnknownEvent where the event is none, or somebody else's
     * @throws lv.kopa.registration.UnknownRegistration where the registration is none, or somebody else's
     */
    Found find(Wanted wanted, @Nullable Long before, int most) {
        String reference = wanted.filter().registration();
        Optional<Registration> registration =
                reference.isEmpty() ? Optional.empty() : Optional.of(attendees.own(reference, wanted.organiser()));
        List<DeedRow> rows = rows(wanted, registration.orElse(null), new Page(wanted, before, most));
        Values values = new Values(Texts.in(wanted.reader()), wanted.zone());
        Map<String, String> names = new HashMap<>(names(rows));
        names.putAll(things(rows, values));
        Teller teller = new Teller(values, names, this::title);
        return new Found(
                rows,
                rows.stream()
                        .map(row -> teller.tell(row, changes.read(row.changes())))
                        .toList(),
                registration);
    }

    private List<DeedRow> rows(Wanted wanted, @Nullable Registration registration, Page page) {
        DeedFilter filter = wanted.filter();
        Long event = filter.event().isEmpty()
                ? null
                : events.own(filter.event(), wanted.organiser()).event().id();
        if (registration != null) {
            return page.ofRegistration(registration.id(), event);
        }
        return event == null
                ? wanted.organiser().organisations().stream()
                        .flatMap(organisation -> page.of(organisation).stream())
                        .sorted(DeedRow.LATEST)
                        .limit(page.most)
                        .toList()
                : page.ofEvent(event);
    }

    /** A page of what is wanted, asked for of one index at a time: those of several teams would have to be sorted. */
    private final class Page {
        private final DeedFilter filter;
        private final @Nullable Instant since;
        private final @Nullable Instant until;
        private final @Nullable Instant before;
        private final long beforeId;
        private final int most;

        Page(Wanted wanted, @Nullable Long beforeId, int most) {
            this.filter = wanted.filter();
            this.since = start(filter.first(), wanted.zone());
            this.until = start(next(filter.last()), wanted.zone());
            this.before = beforeId == null ? null : repository.when(beforeId).orElse(null);
            this.beforeId = beforeId == null ? 0 : beforeId;
            this.most = most;
        }

        List<DeedRow> of(long organisation) {
            return repository.of(organisation, filter.actor(), filter.deed(), since, until, before, beforeId, most);
        }

        List<DeedRow> ofEvent(long event) {
            return repository.ofEvent(event, filter.actor(), filter.deed(), since, until, before, beforeId, most);
        }

        List<DeedRow> ofRegistration(long registration, @Nullable Long event) {
            return repository.ofRegistration(
                    registration, event, filter.actor(), filter.deed(), since, until, before, beforeId, most);
        }
    }

    private static @Nullable LocalDate next(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }

    private static @Nullable Instant start(@Nullable LocalDate day, ZoneId zone) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    /** Everybody of the teams, by how the record names them, in the order of the reader's alphabet. */
    Map<String, String> doers(Organiser organiser, Language reader) {
        Map<String, String> doers = new LinkedHashMap<>();
        if (!organiser.organisations().isEmpty()) {
            repository.doers(with(repository.team(organiser.organisations())), List.of(-1L)).stream()
                    .filter(doer -> doer.actor().startsWith("person:"))
                    .sorted((one, other) -> reader.alphabet().compare(one.name(), other.name()))
                    .forEach(doer -> doers.put(doer.actor(), doer.name()));
        }
        return doers;
    }

    private Map<String, String> names(List<DeedRow> rows) {
        Set<Long> people = new HashSet<>(Set.of(-1L));
        Set<Long> tokens = new HashSet<>(Set.of(-1L));
        rows.stream()
                .flatMap(row -> Stream.of(row.actor(), row.tellsOfPeople() ? Objects.toString(row.detail(), "") : ""))
                .map(PERSON::matcher)
                .flatMap(Matcher::results)
                .forEach(
                        match -> (match.group(1).equals("person") ? people : tokens).add(Long.valueOf(match.group(2))));
        return repository.doers(people, tokens).stream()
                .collect(Collectors.toMap(Doer::actor, Doer::name, (one, other) -> one));
    }

    /** What things are called that the record names by a number, by how it does. */
    private Map<String, String> things(List<DeedRow> rows, Values values) {
        Map<String, Set<Long>> mentioned = rows.stream()
                .flatMap(row -> Mention.in(row, changes.read(row.changes())))
                .collect(Collectors.groupingBy(Mention::kind, Collectors.mapping(Mention::id, Collectors.toSet())));
        return mentioned.isEmpty()
                ? Map.of()
                : repository
                        .things(
                                some(mentioned, "session"),
                                some(mentioned, "activity"),
                                some(mentioned, "material"),
                                some(mentioned, "circular"),
                                some(mentioned, "sheet"))
                        .stream()
                        .collect(Collectors.toMap(Thing::named, thing -> values.name(thing, this::title)));
    }

    private static Set<Long> some(Map<String, Set<Long>> mentioned, String kind) {
        return mentioned.getOrDefault(kind, Set.of(-1L));
    }

    private static Set<Long> with(Collection<Long> ids) {
        Set<Long> all = new HashSet<>(ids);
        all.add(-1L);
        return all;
    }

    private Translated title(String json) {
        Translated title = titles.convertToEntityValue(json, ConversionContext.DEFAULT);
        return title == null ? Translated.nothing() : title;
    }
}
