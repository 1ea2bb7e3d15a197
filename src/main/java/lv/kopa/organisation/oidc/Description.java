package lv.kopa.organisation.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How a provider describes itself (OpenID Connect Discovery 1.0), asked again now and then. */
@Singleton
class Description {
    /** With a key of its own; what a shared secret signs could be anybody's who knows it. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.EdDSA);

    private final ProviderSettings settings;
    private final Clock clock;
    private volatile @Nullable Known known;

    Description(ProviderSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What is known.
     *
     * @param keys that change; a new one is looked for where an unknown one has signed
     */
    record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant since) {
        /** The same for a while more, where the provider is away: what it said goes on being so more often than not. */
        Known stillAt(Instant now) {
            return new Known(metadata, keys, now);
        }

        IDTokenValidator validator(Issuer issuer, ClientID client) {
            return new IDTokenValidator(issuer, client, new JWSVerificationKeySelector<>(ALGORITHMS, keys), null);
        }
    }

    Known now() throws GeneralException, IOException {
        Known last = known;
        Instant now = clock.instant();
        if (last != null && now.isBefore(last.since().plus(settings.describedFor()))) {
            return last;
        }
        try {
            return ask(now);
        } catch (GeneralException | IOException e) {
            if (last == null) {
                throw e;
            }
            known = last.stillAt(now);
            return last;
        }
    }

    private Known ask(Instant now) throws GeneralException, IOException {
        int patience = (int) settings.timeout().toMillis();
        OIDCProviderMetadata metadata =
                OIDCProviderMetadata.resolve(new Issuer(ProviderSettings.given(settings.issuer())), patience, patience);
        Known fresh = new Known(
                metadata,
                JWKSourceBuilder.create(
                                metadata.getJWKSetURI().toURL(), new DefaultResourceRetriever(patience, patience))
                        .build(),
                now);
        known = fresh;
        return fresh;
    }
}
