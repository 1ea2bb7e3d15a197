package lv.kopa.registration.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.registration.wish.Applicant;

/**
 * For how many of some people there is a place, as far as that can be said before anything is done.
 *
 * @param seated how many of them would have one
 */
public record Room(int people, int seated) {

    static Room of(EventDetails event, List<Applicant> people) {
        int left = event.event().placesLeft().orElse(Integer.MAX_VALUE);
        Map<Long, Integer> inCategories = new HashMap<>();
        for (Category category : event.categories()) {
            category.placesLeft().ifPresent(places -> inCategories.put(category.id(), places));
        }
        int seated = 0;
        for (Applicant person : people) {
            boolean place = seated < left
                    && (person.categoryId() == null
                            || inCategories.getOrDefault(person.categoryId(), Integer.MAX_VALUE) > 0);
            if (place) {
                seated++;
                if (person.categoryId() != null) {
                    inCategories.computeIfPresent(person.categoryId(), (kind, places) -> places - 1);
                }
            }
        }
        return new Room(people.size(), seated);
    }

    public boolean isEnough() {
        return seated == people;
    }

    public int rest() {
        return people - seated;
    }
}
