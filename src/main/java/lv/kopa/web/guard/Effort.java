package lv.kopa.web.guard;

import lv.kopa.web.Token;

/**
 * What a browser has calculated for a form, so that sending many of them costs something: a number which, behind the
 * form's own secret, has a SHA-256 that begins with two bytes of nothing. It takes some 65,000 tries. It is worth nothing
 * for another form, and a form counts once, so nothing has to be remembered.
 *
 * @param form the secret by which the same form sent twice counts once
 */
public record Effort(String form, String number) {

    boolean isMade() {
        return !form.isEmpty() && new Token(form + ':' + number).hash().startsWith("0000");
    }
}
