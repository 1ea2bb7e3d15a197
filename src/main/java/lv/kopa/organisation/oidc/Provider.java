package lv.kopa.organisation.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.oidc.NotIdentified.Because;
import lv.kopa.web.Links;

/** The provider of identities that the installation trusts, if it does one. */
@Singleton
public class Provider {
    /** Where people come back to. */
    public static final String RETURN = "/organiser/sign-in/provider/answer";

    private final ProviderSettings settings;
    private final Description description;
    private final URI back;

    Provider(ProviderSettings settings, Description description, Links links) {
        this.settings = settings;
        this.description = description;
        this.back = URI.create(links.to(RETURN));
    }

    public boolean isThere() {
        return settings.isThere();
    }

    /** What people know it by; "" where there is none. */
    public String name() {
        return isThere() ? settings.title() : "";
    }

    /** What a browser takes along that is to come back to this address. */
    public Errand errand(String onwards) {
        return Errand.to(onwards);
    }

    /**
     * Where a browser is sent.
     *
     * @throws NotIdentified where the provider cannot be reached
     */
    public URI address(Errand errand) {
        try {
            return new AuthenticationRequest.Builder(
                            new ResponseType("code"), new Scope("openid", "email"), client(), back)
                    .endpointURI(description.now().metadata().getAuthorizationEndpointURI())
                    .state(new State(errand.state()))
                    .nonce(new Nonce(errand.nonce()))
                    .codeChallenge(new CodeVerifier(errand.verifier()), CodeChallengeMethod.S256)
                    .build()
                    .toURI();
        } catch (GeneralException | IOException e) {
            throw new NotIdentified(Because.UNREACHABLE, e);
        }
    }

    /**
     * Who came back.
     *
     * @param answer the address that the provider sent the browser to
     */
    public Identity identify(Errand errand, URI answer) {
        try {
            IDTokenClaimsSet claims = claims(errand, code(errand, answer));
            return new Identity(
                    claims.getIssuer().getValue(), claims.getSubject().getValue(), verified(claims));
        } catch (GeneralException | IOException | BadJOSEException | JOSEException e) {
            throw new NotIdentified(Because.UNREACHABLE, e);
        }
    }

    private static AuthorizationCode code(Errand errand, URI answer) throws GeneralException {
        AuthenticationResponse response = AuthenticationResponseParser.parse(answer);
        if (response.getState() == null || !response.getState().getValue().equals(errand.state())) {
            throw new NotIdentified(Because.UNASKED);
        }
        if (!response.indicatesSuccess()) {
            throw new NotIdentified(Because.REFUSED);
        }
        return response.toSuccessResponse().getAuthorizationCode();
    }

    private IDTokenClaimsSet claims(Errand errand, AuthorizationCode code)
            throws GeneralException, IOException, BadJOSEException, JOSEException {
        Description.Known known = description.now();
        HTTPRequest request = new TokenRequest.Builder(
                        known.metadata().getTokenEndpointURI(),
                        new ClientSecretBasic(client(), new Secret(ProviderSettings.given(settings.clientSecret()))),
                        new AuthorizationCodeGrant(code, back, new CodeVerifier(errand.verifier())))
                .build()
                .toHTTPRequest();
        int patience = (int) settings.timeout().toMillis();
        request.setConnectTimeout(patience);
        request.setReadTimeout(patience);
        TokenResponse response = OIDCTokenResponseParser.parse(request.send());
        if (!response.indicatesSuccess()) {
            throw new NotIdentified(Because.UNREACHABLE);
        }
        OIDCTokenResponse tokens = (OIDCTokenResponse) response.toSuccessResponse();
        return known.validator(new Issuer(ProviderSettings.given(settings.issuer())), client())
                .validate(tokens.getOIDCTokens().getIDToken(), new Nonce(errand.nonce()));
    }

    /** An address that nobody vouches for could be anybody's. */
    private static EmailAddress verified(IDTokenClaimsSet claims) {
        if (!Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"))) {
            throw new NotIdentified(Because.UNVERIFIED);
        }
        String email = claims.getStringClaim("email");
        return EmailAddress.parse(email == null ? "" : email).orElseThrow(() -> new NotIdentified(Because.UNVERIFIED));
    }

    private ClientID client() {
        return new ClientID(ProviderSettings.given(settings.clientId()));
    }
}
