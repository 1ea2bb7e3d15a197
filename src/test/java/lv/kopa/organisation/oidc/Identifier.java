package lv.kopa.organisation.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A provider of identities as strict as real ones: a code is good once, and for whoever asked for it. */
public final class Identifier implements AutoCloseable {
    static final String CLIENT = "kopa";
    static final String SECRET = "a secret between two servers, long enough";

    private static final long LIFE = 60_000;

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Consent> consents = new HashMap<>();
    private volatile RSAKey signing;
    private volatile String more = "{\"sub\": \"nobody\"}";

    private record Consent(AuthenticationRequest asked, JWTClaimsSet claims) {}

    private Identifier(HttpServer server, RSAKey key) {
        this.server = server;
        this.key = key;
        this.signing = key;
    }

    public static Identifier open() throws IOException, JOSEException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Identifier identifier = new Identifier(server, newKey());
        server.createContext("/.well-known/openid-configuration", exchange -> send(exchange, identifier.description()));
        server.createContext("/keys", exchange -> send(exchange, new JWKSet(identifier.key).toString()));
        server.createContext("/token", identifier::token);
        server.createContext("/userinfo", exchange -> send(exchange, identifier.more));
        server.start();
        return identifier;
    }

    static RSAKey newKey() throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Signs with this key from now on, which it tells nobody of. */
    void signWith(RSAKey other) {
        signing = other;
    }

    /** What it says of whoever is asked about. */
    void tellMore(String json) {
        more = json;
    }

    void signAsBefore() {
        signing = key;
    }

    /** Somebody whom a browser was sent here with says yes; the address that it is sent back to. */
    URI sayYes(URI sent, String subject, String email, UnaryOperator<JWTClaimsSet.Builder> more) throws Exception {
        AuthenticationRequest asked = AuthenticationRequest.parse(sent);
        String code = UUID.randomUUID().toString();
        JWTClaimsSet claims = more.apply(new JWTClaimsSet.Builder()
                        .issuer(issuer())
                        .audience(CLIENT)
                        .subject(subject)
                        .issueTime(new Date())
                        .expirationTime(new Date(System.currentTimeMillis() + LIFE))
                        .claim("nonce", asked.getNonce().getValue())
                        .claim("email", email)
                        .claim("email_verified", true))
                .build();
        consents.put(code, new Consent(asked, claims));
        return back(asked, "code=" + code);
    }

    URI sayNo(URI sent) throws Exception {
        return back(AuthenticationRequest.parse(sent), "error=access_denied");
    }

    private static URI back(AuthenticationRequest asked, String said) {
        return URI.create(asked.getRedirectionURI() + "?" + said + "&state="
                + URLEncoder.encode(asked.getState().getValue(), StandardCharsets.UTF_8));
    }

    private String description() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "userinfo_endpoint": "%1$s/userinfo", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}""".formatted(issuer());
    }

    private void token(HttpExchange exchange) throws IOException {
        try {
            HTTPRequest request = new HTTPRequest(HTTPRequest.Method.POST, URI.create(issuer() + "/token"));
            request.setContentType("application/x-www-form-urlencoded");
            request.setAuthorization(exchange.getRequestHeaders().getFirst("Authorization"));
            request.setBody(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            send(exchange, tokens(TokenRequest.parse(request)));
        } catch (Exception refused) {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            byte[] body = "{\"error\": \"invalid_grant\"}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(400, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }
    }

    private String tokens(TokenRequest request) throws Exception {
        AuthorizationCodeGrant grant = (AuthorizationCodeGrant) request.getAuthorizationGrant();
        Consent consent = consents.remove(grant.getAuthorizationCode().getValue());
        CodeChallenge shown = CodeChallenge.compute(CodeChallengeMethod.S256, grant.getCodeVerifier());
        ClientSecretBasic client = (ClientSecretBasic) request.getClientAuthentication();
        if (!shown.equals(consent.asked().getCodeChallenge())
                || !client.getClientID().getValue().equals(CLIENT)
                || !client.getClientSecret().getValue().equals(SECRET)
                || !grant.getRedirectionURI().equals(consent.asked().getRedirectionURI())) {
            throw new IllegalArgumentException("not for whoever asked");
        }
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(signing.getKeyID())
                        .build(),
                consent.claims());
        token.sign(new RSASSASigner(signing));
        return "{\"access_token\": \"unused\", \"token_type\": \"Bearer\", \"id_token\": \"" + token.serialize()
                + "\"}";
    }

    private static void send(HttpExchange exchange, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
