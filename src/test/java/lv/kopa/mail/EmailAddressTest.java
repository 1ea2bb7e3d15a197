package lv.kopa.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "anna@skola.lv, anna@skola.lv",
        "'  anna@skola.lv ', anna@skola.lv",
        "Anna.K+kopa@Skola.LV, Anna.K+kopa@skola.lv",
        "o'neil@a-b.example, o'neil@a-b.example",
        "info@bērnudārzs.lv, info@xn--brnudrzs-l7a9o.lv",
        "info@straße.de, info@xn--strae-oqa.de",
        "a@b.co.uk, a@b.co.uk"
    })
    void anAddressThatMailReachesIsTaken(String typed, String address) {
        assertThat(EmailAddress.parse(typed))
                .get()
                .extracting(EmailAddress::value)
                .isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "anna",
                "@skola.lv",
                "anna@",
                "anna@skola",
                "a@b@c.lv",
                "anna@-c.lv",
                "anna@c-.lv",
                "anna@c..lv",
                "anna@.lv",
                "anna@c.lv.",
                ".anna@c.lv",
                "anna.@c.lv",
                "an..na@c.lv",
                "Anna <anna@c.lv>",
                "<anna@c.lv>",
                "\"a b\"@c.lv",
                "a b@c.lv",
                "a@[127.0.0.1]",
                "a@127.0.0.1",
                "jānis@c.lv",
                "a@c.lv, b@c.lv",
                "a@c.lv;b@c.lv",
                "a@c.lv\r\nBcc: b@c.lv",
                "a\u0000@c.lv",
                "a@c_d.lv",
                "a@c.lv(hi)",
                "a@\u202Ec.lv",
                "a,b@c.lv"
            })
    void whatNoServerDeliversToIsRefused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
        assertThatThrownBy(() -> new EmailAddress(typed)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothingIsNoAddress() {
        assertThat(EmailAddress.parse(null)).isEmpty();
    }

    @Test
    void anAddressHasAtMost254SignsAnd64BeforeTheAt() {
        String domain = ".abcdefghi".repeat(18).substring(1) + ".lv";
        assertThat(EmailAddress.parse("a".repeat(64) + "@" + domain)).isPresent();
        assertThat(EmailAddress.parse("a".repeat(65) + "@" + domain)).isEmpty();
        assertThat(EmailAddress.parse("a".repeat(64) + "@" + "abcdef." + domain))
                .isPresent();
        assertThat(EmailAddress.parse("a".repeat(64) + "@" + "abcdefg." + domain))
                .isEmpty();
    }

    @Test
    void capitalsMakeNoOtherPerson() {
        assertThat(new EmailAddress("Anna@skola.lv").key()).isEqualTo(new EmailAddress("anna@SKOLA.lv").key());
    }
}
