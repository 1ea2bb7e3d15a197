package lv.kopa.certificate;

import java.time.Duration;
import java.util.Optional;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;

/**
 * A certificate as it is printed, in the language it was issued in.
 *
 * @param address where anybody verifies it
 * @param code the address of a picture of that address, for telephones
 * @param logo the address of the funder's logo
 */
public record CertificatePaper(Certificate certificate, String address, String code, Optional<String> logo) {

    public String tag() {
        return language().tag();
    }

    private Language language() {
        return certificate.reader();
    }

    public String text(String key, Object... arguments) {
        return Texts.in(language()).get(key, arguments);
    }

    public String name() {
        return certificate.name().isEmpty() ? text("registration.erased") : certificate.name();
    }

    public String days() {
        return Dates.in(language()).days(certificate.firstDay(), certificate.lastDay());
    }

    public String hours() {
        return Hours.say(Duration.ofMinutes(certificate.minutes()), Texts.in(language()));
    }

    public String trainers() {
        return String.join(", ", certificate.trainers());
    }

    /** The address without what nobody types. */
    public String shortAddress() {
        return address.replaceFirst("^https?://", "");
    }
}
