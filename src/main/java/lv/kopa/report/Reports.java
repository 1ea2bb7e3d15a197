package lv.kopa.report;

import io.micronaut.transaction.TransactionDefinition.Isolation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.Session;
import lv.kopa.event.question.Trait;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.project.Project;
import lv.kopa.project.Projects;
import lv.kopa.project.UnknownProject;
import lv.kopa.report.Facts.Seen;
import lv.kopa.report.Report.Planned;
import lv.kopa.report.ReportRepository.Participant;
import lv.kopa.report.ReportRepository.Told;
import lv.kopa.text.Language;

/** Counts what projects came to. */
@Singleton
public class Reports {
    private final ReportRepository repository;
    private final PairRepository pairs;
    private final Holders holders;
    private final Events events;
    private final Clock clock;

    Reports(ReportRepository repository, PairRepository pairs, Holders holders, Events events, Clock clock) {
        this.repository = repository;
        this.pairs = pairs;
        this.holders = holders;
        this.events = events;
        this.clock = clock;
    }

    /** Whose projects are, and what they plan. */
    @Singleton
    record Holders(Organisations organisations, Projects projects) {}

    /**
     * What a project came to by now. All is counted as it is at one moment, whoever changes something meanwhile.
     *
     * @param language of the names of groups
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ)
    public Report of(Project project, Span span, Language language) {
        Facts facts = facts(project, span, clock.instant());
        Organisation organisation =
                holders.organisations().find(project.organisationId()).orElseThrow(UnknownProject::new);
        Grouping grouping = new Grouping(facts, language);
        return new Report(
                project,
                organisation,
                span,
                LocalDateTime.ofInstant(clock.instant(), organisation.zone()),
                language,
                facts,
                facts.whole().figures(),
                holders.projects().activities(project.id()).stream()
                        .map(activity -> new Planned(
                                activity, facts.ofActivity(activity.id()).figures()))
                        .toList(),
                Stream.of(Dimension.values())
                        .map(grouping::by)
                        .filter(breakdown -> !breakdown.isEmpty())
                        .toList());
    }

    private Facts facts(Project project, Span span, Instant now) {
        Map<Long, EventDetails> held = new LinkedHashMap<>();
        Map<Long, Session> sessions = new HashMap<>();
        for (EventDetails event : events.get(repository.events(project.id()))) {
            List<Session> counted = event.planned().stream()
                    .filter(session -> !session.startsAt().isAfter(now)
                            && span.contains(session.startsOn().toLocalDate()))
                    .toList();
            if (!counted.isEmpty()) {
                held.put(event.event().id(), with(event, counted));
                counted.forEach(session -> sessions.put(session.id(), session));
            }
        }
        Set<Long> known = new HashSet<>();
        List<Participant> registrations = repository.people(project.id()).stream()
                .filter(registration -> held.containsKey(registration.eventId()))
                .peek(registration -> known.add(registration.id()))
                .toList();
        return new Facts(
                held,
                registrations,
                seen(project, sessions, known),
                new Persons(pairs.decisions(project.organisationId(), project.id())),
                told(project));
    }

    private Map<Long, List<Seen>> seen(Project project, Map<Long, Session> sessions, Set<Long> known) {
        Map<Long, List<Seen>> seen = new HashMap<>();
        repository.presences(project.id()).forEach(presence -> {
            Session session = sessions.get(presence.sessionId());
            if (session != null && known.contains(presence.registrationId())) {
                seen.computeIfAbsent(presence.registrationId(), id -> new ArrayList<>())
                        .add(new Seen(session, presence.time(session)));
            }
        });
        seen.values()
                .forEach(list ->
                        list.sort(Comparator.comparing(each -> each.session().startsAt())));
        return seen;
    }

    private Map<Trait, Map<Long, Told>> told(Project project) {
        Map<Trait, Map<Long, Told>> told = new EnumMap<>(Trait.class);
        repository
                .told(project.id())
                .forEach(answer -> told.computeIfAbsent(answer.trait(), trait -> new HashMap<>())
                        .put(answer.registrationId(), answer));
        return told;
    }

    private static EventDetails with(EventDetails event, List<Session> sessions) {
        return new EventDetails(
                event.event(),
                event.organisation(),
                event.funding(),
                event.categories(),
                sessions,
                event.questionnaire());
    }
}
