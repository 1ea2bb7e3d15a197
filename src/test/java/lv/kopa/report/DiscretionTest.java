package lv.kopa.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** No group of few people can be worked out from what is shown. */
class DiscretionTest {
    @Test
    void groupsOfFiveAndMoreAreAllShown() {
        assertThat(Discretion.hidden(List.of(5L, 12L, 7L))).isEmpty();
    }

    @Test
    void theOnlySmallGroupTakesTheNextSmallestAlong() {
        assertThat(Discretion.hidden(List.of(30L, 2L, 9L))).isEqualTo(Set.of(1, 2));
    }

    @Test
    void twoSmallGroupsHideEachOther() {
        assertThat(Discretion.hidden(List.of(30L, 2L, 3L))).isEqualTo(Set.of(1, 2));
    }

    @Test
    void whereEachHiddenGroupCouldOnlyBeOnePersonAnotherIsHidden() {
        assertThat(Discretion.hidden(List.of(30L, 1L, 1L, 8L))).isEqualTo(Set.of(1, 2, 3));
    }

    @Property
    void whoKnowsTheSumOfTheHiddenKnowsNoneOfThem(
            @ForAll @Size(min = 1, max = 8) List<@LongRange(min = 1, max = 40) Long> people) {
        Set<Integer> hidden = Discretion.hidden(people);
        for (int place = 0; place < people.size(); place++) {
            if (people.get(place) < Discretion.FEW) {
                assertThat(hidden).contains(place);
            }
        }
        long sum = hidden.stream().mapToLong(people::get).sum();
        if (!hidden.isEmpty() && hidden.size() < people.size()) {
            assertThat(hidden).hasSizeGreaterThan(1);
            assertThat(sum).isGreaterThan(hidden.size());
        }
    }
}
