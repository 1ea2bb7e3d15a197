package lv.kopa.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ReturnMarksTest {
    private final ReturnMarks marks = new ReturnMarks(purpose -> purpose.getBytes());

    @Test
    void aMarkOfOursNamesItsMailInWhateverLettersItComesBack() {
        String address = "<Bounce+" + marks.of(4711).toUpperCase() + "@Kopa.Example>";
        assertThat(marks.mailIn("somebody@kopa.example, " + address)).hasValue(4711);
    }

    @Test
    void whoDoesNotKnowTheSecretMarksNothing() {
        String other = new ReturnMarks(purpose -> new byte[] {1}).of(4711);
        String moved = marks.of(4711).replace("4711", "4712");
        assertThat(marks.mailIn("bounce+" + other + "@kopa.example")).isEqualTo(OptionalLong.empty());
        assertThat(marks.mailIn("bounce+" + moved + "@kopa.example")).isEqualTo(OptionalLong.empty());
        assertThat(marks.mailIn("bounce+4711@kopa.example")).isEqualTo(OptionalLong.empty());
    }

    @Test
    void aMarkFitsIntoALocalPartForEver() {
        assertThat(("bounce+" + marks.of(Long.MAX_VALUE)).length()).isLessThanOrEqualTo(64);
    }
}
