package lv.kopa.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses that were probably meant otherwise. */
final class MeantAddressTest {
    @ParameterizedTest
    @CsvSource({"gmial.com,gmail.com", "GMAIL.con,gmail.com", "inbox.lw,inbox.lv", "ukr.ent,ukr.net"})
    void aWellKnownHostMistypedIsKnown(String typed, String meant) {
        assertThat(new EmailAddress("anna@" + typed).meant()).contains(new EmailAddress("anna@" + meant));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gmail.com", "ymail.com", "mail.com", "inbox.lv", "example.org"})
    void aHostThatIsOneIsTakenAsTyped(String host) {
        assertThat(new EmailAddress("anna@" + host).meant()).isEqualTo(Optional.empty());
    }
}
