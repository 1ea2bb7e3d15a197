package lv.kopa.event.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What another answer has to be for a question to be asked; all that is said must be true. A question without an answer
 * meets no condition; one that says nothing is met by any answer.
 *
 * @param question the key of the other question, which is asked before
 * @param is values of which the answer is one, or chooses one
 * @param isNot values of which the answer is none, and chooses none
 * @param atLeast the least number or earliest date
 * @param atMost the greatest number or latest date
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Condition(
        String question,
        List<String> is,
        List<String> isNot,
        @Nullable String atLeast,
        @Nullable String atMost) {
    private static final String DATE = "\\d{4}-\\d\\d-\\d\\d";
    private static final String NUMBER = "-?\\d{1,15}(\\.\\d{1,6})?";

    /** Whether numbers or dates can be compared with it. */
    public static boolean isBound(String value) {
        return value.matches(DATE) || value.matches(NUMBER);
    }

    /** Whether an answer, given as it is kept, meets it. */
    public boolean isMetBy(List<String> answer) {
        return !answer.isEmpty()
                && (is.isEmpty() || answer.stream().anyMatch(value -> contains(is, value)))
                && answer.stream().noneMatch(value -> contains(isNot, value))
                && answer.stream().allMatch(value -> compares(value, atLeast, order -> order >= 0))
                && answer.stream().allMatch(value -> compares(value, atMost, order -> order <= 0));
    }

    private static boolean contains(List<String> values, String value) {
        return values.stream().anyMatch(wanted -> same(wanted, value));
    }

    private static boolean same(String wanted, String value) {
        return wanted.toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT))
                || order(wanted, value).filter(order -> order == 0).isPresent();
    }

    private static boolean compares(String value, @Nullable String bound, IntPredicate wanted) {
        return bound == null || order(value, bound).filter(wanted::test).isPresent();
    }

    /** Numbers by size; dates, as ISO 8601 writes them, by their letters; others have no order. */
    private static Optional<Integer> order(String one, String other) {
        if (one.matches(DATE) && other.matches(DATE)) {
            return Optional.of(one.compareTo(other));
        }
        return one.matches(NUMBER) && other.matches(NUMBER)
                ? Optional.of(new BigDecimal(one).compareTo(new BigDecimal(other)))
                : Optional.empty();
    }
}
