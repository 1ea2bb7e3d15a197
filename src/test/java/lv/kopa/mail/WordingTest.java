package lv.kopa.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Mails that others say in other words. */
final class WordingTest {
    @Test
    void aSubjectThatIsTooLongIsReplacedAsAWhole() {
        assertThat(mail("You have a place: " + "long ".repeat(60))
                        .inOwnWords("Welcome", "", List.of())
                        .subject())
                .isEqualTo("Welcome");
    }

    @Test
    void aSubjectOfNothingButEmptyBlanksLeavesTheBuiltInOne() {
        assertThat(mail("You have a place").inOwnWords(" ", "", List.of()).subject())
                .isEqualTo("You have a place");
    }

    private static Wording mail(String subject) {
        return new Wording(
                subject,
                "",
                "",
                List.of("Text"),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.of(new Wording.Standard("confirmed", subject, "Text", List.of())));
    }
}
