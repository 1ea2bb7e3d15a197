package lv.kopa.plot;

import java.util.List;

/** Counts one below the other, each as long as its share of what there could be. */
public record Bars(List<Bar> bars) {
    private static final long WHOLE = 100;

    /**
     * One of them.
     *
     * @param language of the label, as `lang` has it
     * @param most what a bar over the whole width stands for
     * @param said what is said of the count
     */
    public record Bar(String label, String language, long count, long most, String said) {

        /** In hundredths of the width. */
        public long width() {
            return most <= 0 ? 0 : Math.min(WHOLE, Math.round((double) WHOLE * count / most));
        }
    }

    public boolean isEmpty() {
        return bars.isEmpty();
    }
}
