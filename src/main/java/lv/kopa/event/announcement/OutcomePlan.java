package lv.kopa.event.announcement;

import static io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue.FALSE;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import lv.kopa.text.Faults;
import lv.kopa.text.Translated;
import org.jspecify.annotations.Nullable;

/**
 * What an organiser says of what came of an event, as typed: in a form or by a program.
 *
 * @param text how it went, by language tag, in Markdown
 * @param learnt what was learnt there, likewise
 * @param published whether everybody may read it, or only the event's organisers
 */
@Serdeable
@Schema(additionalProperties = FALSE)
public record OutcomePlan(
        @Nullable Map<String, @Nullable String> text,
        @Nullable Map<String, @Nullable String> learnt,
        @Nullable Boolean published) {
    private static final int LONGEST = 20_000;

    record Outcome(Translated text, Translated learnt, boolean published) {}

    /**
     * @throws lv.kopa.text.InvalidInput with every fault found
     */
    Outcome read() {
        Faults faults = new Faults();
        PlanValues values = new PlanValues(faults);
        boolean forEverybody = Boolean.TRUE.equals(published);
        Outcome outcome = new Outcome(
                values.translated("text", text, LONGEST, forEverybody),
                values.translated("learnt", learnt, LONGEST, false),
                forEverybody);
        faults.refuseIfAny();
        return outcome;
    }
}
