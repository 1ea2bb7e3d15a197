package lv.kopa.organisation.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AttestationConveyancePreference;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorSelectionCriteria;
import com.webauthn4j.data.PublicKeyCredentialCreationOptions;
import com.webauthn4j.data.PublicKeyCredentialDescriptor;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialRequestOptions;
import com.webauthn4j.data.PublicKeyCredentialRpEntity;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.PublicKeyCredentialUserEntity;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.ResidentKeyRequirement;
import com.webauthn4j.data.UserVerificationRequirement;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lv.kopa.organisation.Person;
import lv.kopa.web.Links;
import lv.kopa.web.Token;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What WebAuthn calls us. We ask for passkeys that are found without a name and whose owner the device has verified; who
 * made the device is not asked.
 */
@Singleton
class RelyingParty {
    /** So long a browser may take. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(RelyingParty.class);
    private static final List<PublicKeyCredentialParameters> KINDS = Stream.of(
                    COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256)
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final Links links;

    RelyingParty(Links links) {
        this.links = links;
    }

    /** Asks a browser to create a passkey, in a device that has none of these. */
    String creation(Token challenge, Person person, String handle, List<Passkey> present) {
        return json(new PublicKeyCredentialCreationOptions(
                new PublicKeyCredentialRpEntity(host(), "Kopa"),
                new PublicKeyCredentialUserEntity(
                        handle.getBytes(StandardCharsets.US_ASCII), person.email(), person.name()),
                signed(challenge),
                KINDS,
                PATIENCE.toMillis(),
                present.stream()
                        .map(passkey -> new PublicKeyCredentialDescriptor(
                                PublicKeyCredentialType.PUBLIC_KEY, passkey.credentialId(), Set.of()))
                        .toList(),
                new AuthenticatorSelectionCriteria(
                        null, true, ResidentKeyRequirement.REQUIRED, UserVerificationRequirement.REQUIRED),
                AttestationConveyancePreference.NONE,
                null));
    }

    /** Asks a browser for any passkey it has for us. */
    String request(Token challenge) {
        return json(new PublicKeyCredentialRequestOptions(
                signed(challenge), PATIENCE.toMillis(), host(), List.of(), UserVerificationRequirement.REQUIRED, null));
    }

    /** The key that a browser has created (§7.1); nothing where it is not as it should be. */
    Optional<NewKey> created(Token challenge, String sent) {
        return unlessUnfit(() -> {
            AuthenticatorData<?> data = manager.verifyRegistrationResponseJSON(
                            sent, new RegistrationParameters(here(challenge), KINDS, true, true))
                    .getAttestationObject()
                    .getAuthenticatorData();
            AttestedCredentialData key = Objects.requireNonNull(data.getAttestedCredentialData());
            return new NewKey(
                    key.getCredentialId(),
                    converter.getCborConverter().writeValueAsBytes(key.getCOSEKey()),
                    data.getSignCount(),
                    data.isFlagBE());
        });
    }

    /** What a browser shows, whether or not it is true. */
    Optional<AuthenticationData> read(String sent) {
        return unlessUnfit(() -> Objects.requireNonNull(manager.parseAuthenticationResponseJSON(sent)));
    }

    /** How often a passkey has signed, where what is shown is signed by it (§7.2); else nothing. */
    OptionalLong signed(Token challenge, AuthenticationData shown, Passkey passkey) {
        return unlessUnfit(() -> manager.verify(
                                shown, new AuthenticationParameters(here(challenge), record(passkey), null, true, true))
                        .getAuthenticatorData())
                .map(data -> OptionalLong.of(Objects.requireNonNull(data).getSignCount()))
                .orElse(OptionalLong.empty());
    }

    private CredentialRecord record(Passkey passkey) {
        COSEKey key =
                Objects.requireNonNull(converter.getCborConverter().readValue(passkey.publicKey(), COSEKey.class));
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                passkey.synced(),
                null,
                passkey.signCount(),
                new AttestedCredentialData(AAGUID.ZERO, passkey.credentialId(), key),
                null,
                null,
                null,
                null);
    }

    /**
     * Strangers send what they like, and the library answers what it cannot read by exceptions of many kinds. The log has
     * their kind alone, since their words repeat what was sent.
     */
    private static <T> Optional<T> unlessUnfit(Supplier<T> check) {
        try {
            return Optional.of(check.get());
        } catch (VerificationException unfit) {
            LOG.info("A passkey was refused: {}", unfit.getClass().getSimpleName());
            return Optional.empty();
        } catch (RuntimeException unreadable) {
            LOG.info("A passkey could not be read: {}", unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private ServerProperty here(Token challenge) {
        URI site = URI.create(links.to("/"));
        return new ServerProperty(
                Origin.create(site.getScheme() + "://" + site.getAuthority()), host(), signed(challenge));
    }

    private String host() {
        return links.host().toLowerCase(Locale.ROOT);
    }

    /** What is signed of what the browser keeps. */
    private static DefaultChallenge signed(Token challenge) {
        return new DefaultChallenge(HexFormat.of().parseHex(challenge.hash()));
    }

    private String json(Object options) {
        return converter.getJsonConverter().writeValueAsString(options);
    }
}
