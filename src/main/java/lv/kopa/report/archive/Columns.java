package lv.kopa.report.archive;

import java.util.ArrayList;
import java.util.List;
import lv.kopa.export.Sheet.Column;
import lv.kopa.text.Texts;

/** The columns of the lists of what is recorded, one after another. */
final class Columns {
    private final Texts texts;
    private final List<Column> columns = new ArrayList<>();

    Columns(Texts texts) {
        this.texts = texts;
    }

    Columns text(String... keys) {
        for (String key : keys) {
            columns.add(Column.text(texts.get(key)));
        }
        return this;
    }

    /** What a clock on the wall showed. */
    Columns on(String key) {
        String name = texts.get(key);
        columns.add(Column.moment(name, name, texts.language()));
        return this;
    }

    /** The same of an instant, and beside it the instant as programs read it. */
    Columns at(String key) {
        on(key);
        columns.add(Column.text(texts.get("archive.utc", texts.get(key))));
        return this;
    }

    List<Column> list() {
        return List.copyOf(columns);
    }
}
