package lv.kopa.feedback.result;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lv.kopa.event.Event;
import lv.kopa.event.EventDetails;
import lv.kopa.export.Sheet;
import lv.kopa.feedback.Asked;
import lv.kopa.feedback.Feedbacks;
import lv.kopa.feedback.result.ResultRepository.Answered;
import lv.kopa.feedback.result.ResultRepository.Count;
import lv.kopa.feedback.result.ResultRepository.Said;
import lv.kopa.text.Language;

/** Gathers what people said of an event; the same number of questions to the database whatever was asked. */
@Singleton
class Results {
    private final Feedbacks feedbacks;
    private final ResultRepository repository;

    Results(Feedbacks feedbacks, ResultRepository repository) {
        this.feedbacks = feedbacks;
        this.repository = repository;
    }

    /** Without figures and words while these are so few that somebody could guess whose they are. */
    Result of(Event event) {
        Asked asked = feedbacks.of(event);
        long sheets = repository.sheets(event.id());
        if (!asked.terms().mayBeSeen(sheets)) {
            return new Result(asked, sheets, Map.of(), Map.of(), Map.of());
        }
        return new Result(
                asked,
                sheets,
                repository.counts(event.id()).stream()
                        .collect(Collectors.groupingBy(
                                Count::questionId, Collectors.toMap(Count::given, Count::number))),
                repository.answered(event.id()).stream()
                        .collect(Collectors.toMap(Answered::questionId, Answered::number)),
                repository.texts(event.id()).stream().collect(Collectors.groupingBy(Said::questionId)));
    }

    /** Each sheet as a row; none while there are too few. */
    Sheet sheet(EventDetails event, Language language) {
        Asked asked = feedbacks.of(event.event());
        long id = event.event().id();
        return new ResultSheet(event, asked, language)
                .of(asked.terms().mayBeSeen(repository.sheets(id)) ? repository.cells(id) : List.of());
    }
}
