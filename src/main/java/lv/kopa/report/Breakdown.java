package lv.kopa.report;

import java.util.List;

/**
 * Who came, told apart.
 *
 * @param groups those that may be shown; none where so few people came that any of them would give somebody away
 * @param hidden how many groups are not shown
 */
public record Breakdown(Dimension dimension, List<Group> groups, int hidden) {

    /**
     * People who have something in common.
     *
     * @param key what it is called in addresses, "" for those of whom it is not known
     * @param label what it is called in the language of the report
     */
    public record Group(String key, String label, Figures figures, Part part) {}

    public boolean isEmpty() {
        return groups.isEmpty() && hidden == 0;
    }
}
