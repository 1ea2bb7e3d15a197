package lv.kopa.attendance.sheet;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.file.StoredFile;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * Where an organiser prints lists to be signed, and keeps the signed ones.
 *
 * @param form of a scan that is to be kept
 * @param staged the file that was chosen for it before
 */
public record SheetPage(EventView view, List<Scan> scans, Form form, Optional<StoredFile> staged) {

    public Shell shell() {
        return view.shell();
    }

    public String back() {
        return "/organiser/events/" + view.event().slug();
    }

    public String path() {
        return back() + "/sign-in";
    }

    /** What can be signed for, by its key. */
    public Map<String, String> occasions() {
        Map<String, String> names = new LinkedHashMap<>();
        Occasion.of(view.details()).forEach(occasion -> names.put(occasion.key(), name(occasion)));
        return names;
    }

    private String name(Occasion occasion) {
        String day = shell().dates().shortDay(occasion.day());
        return occasion.session()
                .map(session -> day + ", " + view.hours(session) + " · " + view.heading(session))
                .orElseGet(() -> shell().text("attendance.sheet.whole-day", day));
    }

    /** What may be on the list besides names, by its key. */
    public Map<String, String> columns() {
        Map<String, String> names = new LinkedHashMap<>();
        Arrays.stream(Choice.Column.values())
                .filter(column -> column != Choice.Column.CATEGORY
                        || !view.details().categories().isEmpty())
                .forEach(column -> names.put(column.key(), shell().text(column.textKey())));
        return names;
    }

    public boolean isUsual(String column) {
        return column.equals(Choice.Column.ORGANISATION.key());
    }

    public int usualBlank() {
        return Choice.USUAL_BLANK;
    }

    public int mostBlank() {
        return Choice.MOST_BLANK;
    }

    /** What a scan is of. */
    public String name(Scan scan) {
        String day = shell().dates().shortDay(scan.sheet().day());
        return Optional.ofNullable(scan.sheet().sessionId())
                .flatMap(this::session)
                .map(session -> day + " · " + view.nameOf(session))
                .orElseGet(() -> shell().text("attendance.sheet.whole-day", day));
    }

    private Optional<Session> session(long id) {
        return view.details().sessions().stream()
                .filter(session -> session.id() == id)
                .findFirst();
    }

    public String about(Scan scan) {
        return scan.file().about(shell().language()) + " · "
                + shell().dates()
                        .shortMoment(scan.sheet().keptAt(), view.event().zone());
    }

    /** Where it is said who signed. */
    public String signatures(Scan scan) {
        return path(scan) + "/signatures";
    }

    public boolean isCompared(Scan scan) {
        return scan.sheet().isCompared();
    }

    public String path(Scan scan) {
        return path() + "/scans/" + scan.sheet().id();
    }
}
