package lv.kopa.project;

import java.time.LocalDate;
import java.util.List;
import lv.kopa.text.Translated;
import org.jspecify.annotations.Nullable;

/**
 * A project as its organisers write it.
 *
 * @param slug its short name in addresses, which later changes leave as it is
 */
public record ProjectPlan(
        String slug,
        String number,
        Translated title,
        Translated description,
        String funder,
        Translated acknowledgement,
        @Nullable LocalDate startsOn,
        @Nullable LocalDate endsOn,
        List<Item> activities) {

    public ProjectPlan {
        activities = List.copyOf(activities);
    }

    /**
     * An activity of the plan.
     *
     * @param id 0 for a new one
     */
    public record Item(
            long id,
            String number,
            Translated title,
            @Nullable Integer targetParticipants) {
        public static Item of(String number, Translated title) {
            return new Item(0, number, title, null);
        }

        Activity in(long projectId) {
            return new Activity(id, projectId, number, title, targetParticipants);
        }
    }
}
