package lv.kopa.export;

import lv.kopa.text.Refusal;

/** A list is longer than anybody would print; it is to be had as a spreadsheet. */
final class TooManyForPaper extends Refusal {
    private static final long serialVersionUID = 1L;

    TooManyForPaper(int rows) {
        super("export.paper.too-many", AttendeePaper.MOST_ROWS, rows);
    }

    @Override
    public Kind kind() {
        return Kind.INVALID;
    }
}
