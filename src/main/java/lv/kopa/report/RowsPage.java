package lv.kopa.report;

import java.util.List;
import java.util.Optional;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/**
 * The rows behind a figure, some at a time.
 *
 * @param all of them
 * @param number which of the pages; the first is 1
 */
public record RowsPage(Shell shell, Report report, Selection selection, Figures figures, List<Row> all, int number) {
    static final int PAGE = 200;

    /**
     * A thing behind a figure.
     *
     * @param address where there is more about it; null where the reader may not see more
     * @param cells what else there is to know, in the order of the columns
     */
    public record Row(String name, @Nullable String address, List<String> cells) {}

    public String back() {
        return report.path() + "?" + report.span().query();
    }

    public String title() {
        return shell.text(measure().textKey()) + ": " + figures.in(shell.language(), measure());
    }

    /** Of which part of the project; nothing where it is the whole. */
    public Optional<String> about() {
        if (selection.activity() != null) {
            return report.activities().stream()
                    .map(Report.Planned::activity)
                    .filter(activity -> activity.number().equals(selection.activity()))
                    .map(activity -> activity.number() + ". " + shell.text(activity.title()))
                    .findFirst();
        }
        return Optional.ofNullable(selection.by())
                .map(by -> shell.text(by.textKey()) + ": "
                        + report.group(selection).label());
    }

    public Optional<String> days() {
        return report.span().in(shell.language());
    }

    private Measure measure() {
        return selection.measure();
    }

    public List<String> columns() {
        return Rows.columns(measure()).stream().map(shell::text).toList();
    }

    public List<Row> rows() {
        int start = Math.min(all.size(), (number - 1) * PAGE);
        return all.subList(start, Math.min(all.size(), start + PAGE));
    }

    public Optional<String> next() {
        return number * PAGE < all.size() ? Optional.of(page(number + 1)) : Optional.empty();
    }

    public Optional<String> previous() {
        return number > 1 ? Optional.of(page(number - 1)) : Optional.empty();
    }

    private String page(int other) {
        return report.path() + "/rows?" + report.span().query() + selection.query() + "&page=" + other;
    }
}
