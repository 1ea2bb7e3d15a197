package lv.kopa.event.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import lv.kopa.event.EventKind;
import lv.kopa.event.announcement.EventPlan;
import org.jspecify.annotations.Nullable;

/** The plan of a new event, which has to say more than that of a change. */
// Read by the description of the API alone.
@Schema(allOf = EventPlan.class)
record EventDraft(
        String organisation,
        EventKind kind,
        Map<String, @Nullable String> title,
        @Nullable List<CategoryDraft> categories,
        @Nullable List<SessionDraft> sessions) {

    /** A new kind of place. */
    @Schema(allOf = EventPlan.CategoryPlan.class)
    record CategoryDraft(Map<String, @Nullable String> name) {}

    /** A new part of the programme. */
    @Schema(allOf = EventPlan.SessionPlan.class)
    record SessionDraft(String start, String end) {}
}
