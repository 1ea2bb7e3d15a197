package lv.kopa.organisation.passkey;

import lv.kopa.web.Token;

/**
 * What a browser is asked to sign with a passkey, or to create one for.
 *
 * @param challenge what it keeps, of which only the hash is signed
 * @param options in JSON, as WebAuthn has them (§5.4, §5.5)
 */
public record Asked(Token challenge, String options) {
    @Override
    public String toString() {
        return "Asked";
    }
}
