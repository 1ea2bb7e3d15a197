package lv.kopa.organisation.signin;

import io.micronaut.http.HttpRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Which addresses are for programs, and which way leads through the sign-in page and back. */
final class Doors {
    static final String SIGN_IN = "/organiser/sign-in";
    static final String SECOND_STEP = "/organiser/sign-in/code";
    static final String PROVIDER = "/organiser/sign-in/provider";
    static final String PASSKEY = "/organiser/sign-in/passkey";
    static final String INSIDE = "/organiser";
    static final String SIGN_OUT = "/organiser/sign-out";

    private Doors() {}

    /** Where a person may show the token of their own page. */
    static boolean takesPersonalTokens(HttpRequest<?> request) {
        return request.getPath().startsWith("/api/v1/registrations/");
    }

    static boolean isForPrograms(HttpRequest<?> request) {
        return request.getPath().startsWith("/api/");
    }

    /** The sign-in page that leads on to this address. */
    static String signInFor(String address) {
        return SIGN_IN + "?to=" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    /** Where a code is asked for after the password. */
    static String secondStep(String onwards) {
        return SECOND_STEP + "?to=" + URLEncoder.encode(onwards, StandardCharsets.UTF_8);
    }

    /** The way through the provider of identities. */
    static String provider(String onwards) {
        return PROVIDER + "?to=" + URLEncoder.encode(onwards(onwards), StandardCharsets.UTF_8);
    }

    /** Where to go after sign-in: an address of ours, whatever was asked for. */
    static String onwards(String asked) {
        return isOurs(asked) ? asked : INSIDE;
    }

    private static boolean isOurs(String asked) {
        if (!asked.startsWith("/") || asked.startsWith("//") || asked.startsWith(SIGN_IN)) {
            return false;
        }
        try {
            URI address = new URI(asked);
            return address.getScheme() == null && address.getRawAuthority() == null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
