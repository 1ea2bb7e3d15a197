package lv.kopa.attendance.badge;

import java.util.Arrays;
import java.util.Locale;

/**
 * A sheet of labels on A4, as makers of labels sell it under these numbers. Their lengths are in tenths of a millimetre; the
 * labels stand in the middle of the sheet.
 */
enum Labels {
    /** Ten large ones. */
    L7173(2, 5, 991, 570),
    /** Eight very large ones. */
    L7165(2, 4, 991, 677),
    /** Fourteen low ones. */
    L7163(2, 7, 991, 381),
    /** Twenty-one small ones. */
    L7160(3, 7, 635, 381);

    /** Between two columns; rows touch each other. */
    private static final int GAP = 25;

    private static final int PAGE_WIDTH = 2100;
    private static final int PAGE_HEIGHT = 2970;
    private static final double TENTHS = 10;

    private final int columns;
    private final int rows;
    private final int width;
    private final int height;

    Labels(int columns, int rows, int width, int height) {
        this.columns = columns;
        this.rows = rows;
        this.width = width;
        this.height = height;
    }

    /** The one of this number; the first where there is none. */
    static Labels of(String key) {
        return Arrays.stream(values())
                .filter(labels -> labels.key().equals(key))
                .findFirst()
                .orElse(L7173);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    int perPage() {
        return columns * rows;
    }

    /** Width and height in millimetres. */
    String size() {
        return millimetres(width) + " × " + millimetres(height);
    }

    boolean isLow() {
        return height < 500;
    }

    boolean isNarrow() {
        return width < 800;
    }

    String width() {
        return millimetres(width);
    }

    String height() {
        return millimetres(height);
    }

    /** Where a place of a sheet begins, from the left edge of the paper, in millimetres. */
    String left(int place) {
        int margin = (PAGE_WIDTH - columns * width - (columns - 1) * GAP) / 2;
        return millimetres(margin + place % columns * (width + GAP));
    }

    /** The same from the upper edge. */
    String top(int place) {
        int margin = (PAGE_HEIGHT - rows * height) / 2;
        return millimetres(margin + place / columns * height);
    }

    private static String millimetres(int tenths) {
        return Double.toString(tenths / TENTHS);
    }
}
