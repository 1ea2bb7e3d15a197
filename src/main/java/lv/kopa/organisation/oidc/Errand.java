package lv.kopa.organisation.oidc;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a browser takes along to a provider, so that nobody but it can come back with the answer.
 *
 * @param state which the answer must name
 * @param nonce which the proof of who it is must hold
 * @param verifier that shows the provider who asked (RFC 7636)
 * @param onwards where to go afterwards
 */
public record Errand(String state, String nonce, String verifier, String onwards) {
    private static final int PARTS = 4;
    private static final Pattern SECRET = Pattern.compile("[\\w-]{40,200}");
    private static final Pattern VERIFIER = Pattern.compile("[\\w-]{43,128}");

    static Errand to(String onwards) {
        return new Errand(new State().getValue(), new Nonce().getValue(), new CodeVerifier().getValue(), onwards);
    }

    /** As a cookie carries it. */
    public String written() {
        String last = Base64.getUrlEncoder().withoutPadding().encodeToString(onwards.getBytes(StandardCharsets.UTF_8));
        return String.join(".", state, nonce, verifier, last);
    }

    /** What a cookie carries; nothing where it was spoilt. */
    public static Optional<Errand> read(String written) {
        String[] parts = written.split("\\.", -1);
        if (parts.length != PARTS
                || !SECRET.matcher(parts[0] + parts[1]).matches()
                || !VERIFIER.matcher(parts[2]).matches()) {
            return Optional.empty();
        }
        try {
            String onwards = new String(Base64.getUrlDecoder().decode(parts[3]), StandardCharsets.UTF_8);
            return Optional.of(new Errand(parts[0], parts[1], parts[2], onwards));
        } catch (IllegalArgumentException spoilt) {
            return Optional.empty();
        }
    }
}
