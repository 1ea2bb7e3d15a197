package lv.kopa.report;

import lv.kopa.text.Refusal;

/** The report shows no such figure, or does not any more. */
final class UnknownFigure extends Refusal {
    private static final long serialVersionUID = 1L;

    UnknownFigure() {
        super("report.unknown-figure");
    }

    @Override
    public Kind kind() {
        return Kind.UNKNOWN;
    }
}
