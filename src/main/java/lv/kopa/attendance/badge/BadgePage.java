package lv.kopa.attendance.badge;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import lv.kopa.event.notice.EventView;
import lv.kopa.web.Shell;

/**
 * Where badges are printed.
 *
 * @param people how many there are
 */
public record BadgePage(EventView view, int people) {
    public Shell shell() {
        return view.shell();
    }

    public String back() {
        return "/organiser/events/" + view.event().slug();
    }

    public String path() {
        return back() + "/badges";
    }

    /** The sheets there are, by their keys. */
    public Map<String, String> sheets() {
        Map<String, String> sheets = new LinkedHashMap<>();
        Arrays.stream(Labels.values())
                .forEach(labels -> sheets.put(
                        labels.key(),
                        shell().text("attendance.badge.sheet", labels.number(), labels.size(), labels.perPage())));
        return sheets;
    }

    public int mostPlaces() {
        return Arrays.stream(Labels.values()).mapToInt(Labels::perPage).max().orElse(1);
    }
}
