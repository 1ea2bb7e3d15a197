package lv.kopa.web.guard;

import java.util.Locale;
import lv.kopa.web.Token;

/**
 * What a browser has calculated for a form, so that sending many of them costs something: a number which, behind the
 * form's own secret and the address in it, has a SHA-256 that begins with two bytes of nothing. It takes some 65,000
 * tries. It is worth nothing for another address, and an address counts once, so nothing has to be remembered.
 *
 * @param form the secret by which the same form sent twice counts once
 * @param address as typed; "" where the form has none
 */
public record Effort(String form, String address, String number) {

    Limit limit() {
        return isMade() ? Limit.REGISTRATION_WITH_EFFORT : Limit.REGISTRATION;
    }

    boolean isMade() {
        return !form.isEmpty()
                && new Token(form + ':' + address.strip().toLowerCase(Locale.ROOT) + ':' + number)
                        .hash()
                        .startsWith("0000");
    }
}
