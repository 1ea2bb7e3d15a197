package lv.kopa.event.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Optional;
import lv.kopa.event.Event;
import lv.kopa.text.Translated;
import org.jspecify.annotations.Nullable;

/**
 * What came of an event.
 *
 * @param text how it went, in Markdown
 * @param learnt what was learnt there
 * @param published since when everybody may read it; null: only its organisers do
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record OutcomeItem(
        Translated text, Translated learnt, @Nullable Instant published) {

    /** What there is to be read of it by strangers, or by its organisers. */
    static Optional<OutcomeItem> of(Event event, boolean whole) {
        boolean written = !event.outcome().isEmpty() || !event.learnt().isEmpty();
        return written && (whole || event.outcomeAt() != null)
                ? Optional.of(new OutcomeItem(event.outcome(), event.learnt(), event.outcomeAt()))
                : Optional.empty();
    }
}
