package lv.kopa.workspace.deeds;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lv.kopa.export.Sheet;
import lv.kopa.organisation.audit.Change;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;

/** Deeds as a list for spreadsheets: a row for each thing that was changed, one for a deed that changed nothing. */
final class DeedSheet {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private DeedSheet() {}

    static Sheet of(List<Told> deeds, DeedFilter filter, ZoneId zone, Language reader, int most) {
        Texts texts = Texts.in(reader);
        List<Sheet.Column> columns = Stream.of("when", "who", "what", "about", "detail", "change", "before", "after")
                .map(column -> column(column, texts.get("deeds." + column), reader))
                .toList();
        List<List<String>> rows = new ArrayList<>();
        for (Told deed : deeds) {
            List<String> beginning = List.of(
                    LocalDateTime.ofInstant(deed.at(), zone).format(SECONDS),
                    deed.who(),
                    deed.what(),
                    deed.about(),
                    deed.detail());
            List<Change> changes = deed.changes().isEmpty() ? List.of(new Change("", "", "")) : deed.changes();
            changes.forEach(change -> rows.add(
                    Stream.concat(beginning.stream(), Stream.of(change.field(), change.before(), change.after()))
                            .toList()));
        }
        List<Sheet.Fact> about = new ArrayList<>();
        about.add(new Sheet.Fact(texts.get("deeds"), filter.query().isEmpty() ? "–" : filter.query()));
        about.add(new Sheet.Fact(texts.get("deeds.when"), zone.getId()));
        if (deeds.size() >= most) {
            about.add(new Sheet.Fact("!", texts.get("deeds.too-many", most)));
        }
        return new Sheet(texts.get("deeds"), columns, rows, about);
    }

    private static Sheet.Column column(String key, String label, Language reader) {
        return key.equals("when") ? Sheet.Column.moment(key, label, reader) : Sheet.Column.text(label);
    }
}
