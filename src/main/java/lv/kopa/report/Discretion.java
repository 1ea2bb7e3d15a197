package lv.kopa.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which groups of people are so small that their numbers would give somebody away. Where one group alone is hidden, or as
 * many people are hidden as groups, the rest tells what they are, so the next smallest is hidden too. All that are hidden
 * look alike: which of them were hidden for the sake of the others would tell as much.
 */
final class Discretion {
    static final int FEW = 5;
    private static final int LEAST_HIDDEN = 2;

    private Discretion() {}

    /** @return the places of the groups to be hidden, by how many people are in each */
    static Set<Integer> hidden(List<Long> people) {
        Set<Integer> hidden = new HashSet<>();
        List<Integer> bySize = IntStream.range(0, people.size())
                .boxed()
                .sorted(Comparator.comparing(people::get))
                .toList();
        long sum = 0;
        for (int place : bySize) {
            boolean tells = !hidden.isEmpty() && (hidden.size() < LEAST_HIDDEN || sum == hidden.size());
            if (people.get(place) >= FEW && !tells) {
                break;
            }
            hidden.add(place);
            sum += people.get(place);
        }
        return hidden;
    }
}
