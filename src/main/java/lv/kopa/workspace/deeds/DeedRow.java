package lv.kopa.workspace.deeds;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A deed in the record, with what it was done to.
 *
 * @param changes as they are kept
 * @param event the slug of the event it has to do with
 * @param reference of the registration it was done to
 * @param named what else it was done to is called: a project, an organisation
 * @param sessionTitle of the session at which somebody was, as it is kept
 * @param sessionStartsOn by the clocks of its place, as `2031-06-14T10:00`
 */
@Introspected
record DeedRow(
        long id,
        Instant at,
        String actor,
        String subject,
        String deed,
        @Nullable String detail,
        @Nullable String changes,
        @Nullable String event,
        @Nullable String eventTitle,
        @Nullable String reference,
        @Nullable String person,
        @Nullable String named,
        @Nullable String sessionTitle,
        @Nullable String sessionStartsOn,
        @Nullable String sessionEndsOn) {
    /** The latest first, as people read them. */
    static final Comparator<DeedRow> LATEST =
            Comparator.comparing(DeedRow::at).thenComparing(DeedRow::id).reversed();

    /** What is done to teams and names people; the details of other deeds may be what somebody typed. */
    private static final Set<String> OF_PEOPLE =
            Set.of("joined", "left", "calendar-address-made", "calendar-address-ended");

    private static final Set<String> OF_HELPERS = Set.of("helper-invited", "helper-joined", "helper-left");

    /** Whether the program itself wrote the detail, and people in it as the record names them. */
    boolean tellsOfPeople() {
        return (subject.equals("organisation") && OF_PEOPLE.contains(deed))
                || (subject.equals("event") && OF_HELPERS.contains(deed));
    }
}
