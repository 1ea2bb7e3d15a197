package lv.kopa.report;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which figure of a report.
 *
 * @param activity the number of the activity it is about; null for all
 * @param by what people are told apart by, and which of the groups it is about; null for everybody
 */
public record Selection(
        Measure measure,
        @Nullable String activity,
        @Nullable Dimension by,
        @Nullable String group) {

    static Selection all(Measure measure) {
        return new Selection(measure, null, null, null);
    }

    static Selection ofActivity(Measure measure, String activity) {
        return new Selection(measure, activity, null, null);
    }

    static Selection ofGroup(Measure measure, Dimension by, String group) {
        return new Selection(measure, null, by, group);
    }

    /**
     * As it stands in an address.
     *
     * @throws UnknownFigure where that is none
     */
    static Selection of(
            @Nullable String measure, @Nullable String activity, @Nullable String by, @Nullable String group) {
        Measure known = Optional.ofNullable(measure).flatMap(Measure::of).orElseThrow(UnknownFigure::new);
        return by == null
                ? new Selection(known, activity, null, null)
                : new Selection(
                        known,
                        null,
                        Dimension.of(by).orElseThrow(UnknownFigure::new),
                        Optional.ofNullable(group).orElse(""));
    }

    String query() {
        return "&count=" + measure.key()
                + (activity == null ? "" : "&activity=" + encoded(activity))
                + (by == null ? "" : "&by=" + by.key() + "&group=" + encoded(group == null ? "" : group));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
