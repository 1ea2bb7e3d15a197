package lv.kopa.attendance.badge;

import java.util.Arrays;
import java.util.Locale;
import lv.kopa.paper.Lettering;

/**
 * A sheet of labels on A4, as makers of labels sell it under these numbers. Their lengths are in tenths of a millimetre; the
 * labels stand in the middle of the sheet.
 */
public enum Labels {
    /** Ten badges, for holders or of cloth. */
    L4785("L4785", new Grid(2, 5, 150, 50), 800, 500),
    /** Ten large ones. */
    L7173("L7173", new Grid(2, 5, 25, 0), 991, 570),
    /** Eight very large ones. */
    L7165("L7165", new Grid(2, 4, 25, 0), 991, 677),
    /** Fourteen low ones. */
    L7163("L7163", new Grid(2, 7, 25, 0), 991, 381),
    /** Twenty-one small ones. */
    L7160("L7160", new Grid(3, 7, 25, 0), 635, 381),
    /** Twenty-four small ones, to the edges of the paper. */
    Z3474("3474", new Grid(3, 8, 0, 0), 700, 370);

    private static final int PAGE_WIDTH = 2100;
    private static final int PAGE_HEIGHT = 2970;
    private static final double TENTHS = 10;

    /** Of the line with the title of the event, with the space below it. */
    private static final int HEAD = 40;

    private static final int SMALLEST_CODE = 160;
    private static final int LARGEST_CODE = 240;
    private static final double PART_OF_CODE = 0.4;

    private final String number;
    private final Grid grid;
    private final int width;
    private final int height;

    Labels(String number, Grid grid, int width, int height) {
        this.number = number;
        this.grid = grid;
        this.width = width;
        this.height = height;
    }

    /** How many there are, and how far apart. */
    private record Grid(int columns, int rows, int across, int down) {}

    /** The one of this key; the first where there is none. */
    static Labels of(String key) {
        return Arrays.stream(values())
                .filter(labels -> labels.key().equals(key))
                .findFirst()
                .orElse(L4785);
    }

    String key() {
        return number.toLowerCase(Locale.ROOT);
    }

    /** What stands on the package. */
    String number() {
        return number;
    }

    int perPage() {
        return grid.columns() * grid.rows();
    }

    /** Width and height in millimetres. */
    String size() {
        return millimetres(width) + " × " + millimetres(height);
    }

    public String width() {
        return millimetres(width);
    }

    public String height() {
        return millimetres(height);
    }

    /** What stays free at its edges, in millimetres. */
    public String margin() {
        return millimetres(inset());
    }

    /** How wide and high the code is, in millimetres. */
    public String code() {
        return millimetres(codeSide());
    }

    /** How high the name may be, in millimetres. */
    public String nameHeight() {
        return millimetres(nameRoom());
    }

    boolean isLow() {
        return height < 500;
    }

    private int inset() {
        return isLow() ? 40 : 50;
    }

    private int codeSide() {
        return (int) Math.max(SMALLEST_CODE, Math.min(LARGEST_CODE, height * PART_OF_CODE));
    }

    private int nameRoom() {
        return height - 2 * inset() - HEAD - codeSide();
    }

    /** The room for a name: all of the width, between the title of the event and the code. */
    Lettering.Room forName() {
        return new Lettering.Room((width - 2 * inset()) / TENTHS, nameRoom() / TENTHS, 7, 60);
    }

    /** The room beside the code for where somebody is from, above so many other lines. */
    Lettering.Room forOrganisation(int below) {
        int line = 45;
        return new Lettering.Room(
                (width - 2 * inset() - codeSide() - 10) / TENTHS, (codeSide() - below * line) / TENTHS, 6, 12);
    }

    /** Where a place of a sheet begins, from the left edge of the paper, in millimetres. */
    String left(int place) {
        int used = grid.columns() * width + (grid.columns() - 1) * grid.across();
        return millimetres((PAGE_WIDTH - used) / 2 + place % grid.columns() * (width + grid.across()));
    }

    /** The same from the upper edge. */
    String top(int place) {
        int used = grid.rows() * height + (grid.rows() - 1) * grid.down();
        return millimetres((PAGE_HEIGHT - used) / 2 + place / grid.columns() * (height + grid.down()));
    }

    private static String millimetres(int tenths) {
        return Double.toString(tenths / TENTHS);
    }
}
