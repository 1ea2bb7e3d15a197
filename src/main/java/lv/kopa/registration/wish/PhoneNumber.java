package lv.kopa.registration.wish;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.Optional;

/** Telephone numbers as people type them. */
final class PhoneNumber {
    /** Where a number without its country is taken to be from. */
    private static final String HOME = "LV";

    private PhoneNumber() {}

    /** The number as it is dialled from abroad, or nothing where it is none. */
    static Optional<String> international(String typed) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            var number = numbers.parse(typed, HOME);
            return numbers.isPossibleNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberUtil.PhoneNumberFormat.INTERNATIONAL))
                    : Optional.empty();
        } catch (NumberParseException notOne) {
            return Optional.empty();
        }
    }
}
