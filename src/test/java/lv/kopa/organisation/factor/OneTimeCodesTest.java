package lv.kopa.organisation.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037"})
    void codesAreThoseOfTheStandard(long second, String code) {
        assertThat(OneTimeCodes.code(SECRET, second / 30)).isEqualTo(code);
    }

    @Test
    void aClockMayBeHalfAMinuteOffAndNoMore() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = now.getEpochSecond() / 30;

        assertThat(OneTimeCodes.step(SECRET, OneTimeCodes.code(SECRET, step - 1), now))
                .hasValue(step - 1);
        assertThat(OneTimeCodes.step(SECRET, OneTimeCodes.code(SECRET, step + 1), now))
                .hasValue(step + 1);
        assertThat(OneTimeCodes.step(SECRET, OneTimeCodes.code(SECRET, step - 2), now))
                .isEmpty();
        assertThat(OneTimeCodes.step(SECRET, "", now)).isEmpty();
    }
}
