package lv.kopa.organisation.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.Request;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.id.Subject;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.ClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.UserInfo;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.oidc.NotIdentified.Because;
import lv.kopa.web.Links;
import org.jspecify.annotations.Nullable;

/** The provider of identities that the installation trusts, if it does one. */
@Singleton
public class Provider {
    /** Where people come back to. */
    public static final String RETURN = "/organiser/sign-in/provider/answer";

    private static final String EMAIL = "email";

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
            return identity(errand, code(errand, answer));
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
        AuthorizationCode code = response.toSuccessResponse().getAuthorizationCode();
        if (code == null) {
            throw new NotIdentified(Because.UNASKED);
        }
        return code;
    }

    private Identity identity(Errand errand, AuthorizationCode code)
            throws GeneralException, IOException, BadJOSEException, JOSEException {
        Description.Known known = description.now();
        OIDCTokens tokens = tokens(known.metadata(), errand, code);
        IDTokenClaimsSet who = known.validator(new Issuer(ProviderSettings.given(settings.issuer())), client())
                .validate(tokens.getIDToken(), new Nonce(errand.nonce()));
        ClaimsSet claims = who.getStringClaim(EMAIL) == null ? more(known.metadata(), tokens, who.getSubject()) : who;
        return new Identity(who.getIssuer().getValue(), who.getSubject().getValue(), verified(claims));
    }

    private OIDCTokens tokens(OIDCProviderMetadata metadata, Errand errand, AuthorizationCode code)
            throws GeneralException, IOException {
        TokenRequest request = new TokenRequest.Builder(
                        metadata.getTokenEndpointURI(),
                        authentication(metadata),
                        new AuthorizationCodeGrant(code, back, new CodeVerifier(errand.verifier())))
                .build();
        TokenResponse response = OIDCTokenResponseParser.parse(send(request));
        if (!response.indicatesSuccess()) {
            throw new NotIdentified(Because.UNREACHABLE);
        }
        return ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens();
    }

    /** What the proof itself need not say (OpenID Connect Core 1.0, §5.4); nothing where it is about somebody else. */
    private ClaimsSet more(OIDCProviderMetadata metadata, OIDCTokens tokens, Subject subject)
            throws GeneralException, IOException {
        URI endpoint = metadata.getUserInfoEndpointURI();
        if (endpoint == null) {
            return new ClaimsSet();
        }
        UserInfoResponse response =
                UserInfoResponse.parse(send(new UserInfoRequest(endpoint, tokens.getAccessToken())));
        if (!response.indicatesSuccess()) {
            throw new NotIdentified(Because.UNREACHABLE);
        }
        UserInfo said = response.toSuccessResponse().getUserInfo();
        return said != null && subject.equals(said.getSubject()) ? said : new ClaimsSet();
    }

    private HTTPResponse send(Request request) throws IOException {
        HTTPRequest message = request.toHTTPRequest();
        int patience = (int) settings.timeout().toMillis();
        message.setConnectTimeout(patience);
        message.setReadTimeout(patience);
        return message.send();
    }

    private ClientAuthentication authentication(OIDCProviderMetadata metadata) {
        Secret secret = new Secret(ProviderSettings.given(settings.clientSecret()));
        List<ClientAuthenticationMethod> ways = metadata.getTokenEndpointAuthMethods();
        return ways == null || ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                ? new ClientSecretBasic(client(), secret)
                : new ClientSecretPost(client(), secret);
    }

    /** An address that nobody vouches for could be anybody's. */
    private static @Nullable EmailAddress verified(ClaimsSet claims) {
        String email = claims.getStringClaim(EMAIL);
        return email == null || !Boolean.TRUE.equals(claims.getBooleanClaim("email_verified"))
                ? null
                : EmailAddress.parse(email).orElse(null);
    }

    private ClientID client() {
        return new ClientID(ProviderSettings.given(settings.clientId()));
    }
}
