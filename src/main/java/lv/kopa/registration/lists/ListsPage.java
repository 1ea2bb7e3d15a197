package lv.kopa.registration.lists;

import java.util.List;
import java.util.stream.Collectors;
import lv.kopa.event.EventDetails;
import lv.kopa.registration.lists.ListRepository.Coming;
import lv.kopa.web.Shell;

/**
 * The lists of an event.
 *
 * @param counted whether what few may see is among the tallies
 */
public record ListsPage(Shell shell, EventDetails event, List<Coming> people, List<Tally> tallies, boolean counted) {
    public String back() {
        return "/organiser/events/" + event.event().slug();
    }

    public String path() {
        return back() + "/lists";
    }

    /** Every address once: whoever brings others has one for all of them. */
    public String addresses() {
        return people.stream()
                .filter(Coming::hasAddress)
                .map(Coming::email)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    public List<String> unphotographed() {
        return people.stream()
                .filter(person -> !person.isPhotographed())
                .map(Coming::name)
                .toList();
    }

    /** Whether there is something left to count that few may see. */
    public boolean mayCount() {
        return !counted && Lists.hasSensitive(event);
    }

    /** Whether there is more to take along that few may see. */
    public boolean hasSecrets() {
        return !event.questionnaire().sensitive().isEmpty();
    }
}
