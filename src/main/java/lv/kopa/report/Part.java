package lv.kopa.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.report.ReportRepository.Participant;

/**
 * Part of what a report is about: all of it, an activity, a group of people. Its figures and the rows behind them are of
 * the same lists, so that they cannot differ.
 */
record Part(Facts facts, List<EventDetails> events, List<Participant> registrations) {

    Stream<Participant> confirmed() {
        return registrations.stream().filter(Participant::confirmed);
    }

    Stream<Participant> participations() {
        return registrations.stream().filter(facts::wasThere);
    }

    /** The participations of each person. */
    Collection<List<Participant>> people() {
        Map<String, List<Participant>> people = participations()
                .collect(Collectors.groupingBy(
                        registration -> facts.persons().of(registration), LinkedHashMap::new, Collectors.toList()));
        return people.values();
    }

    Figures figures() {
        return new Figures(
                events.size(),
                events.stream().mapToLong(event -> event.sessions().size()).sum(),
                confirmed().count(),
                participations().count(),
                people().size(),
                participations().mapToLong(facts::minutes).sum());
    }
}
