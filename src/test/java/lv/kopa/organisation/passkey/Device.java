package lv.kopa.organisation.passkey;

import com.webauthn4j.converter.AttestationObjectConverter;
import com.webauthn4j.converter.AuthenticatorDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.AttestationObject;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import io.micronaut.json.tree.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import lv.kopa.web.StrictJson;
import org.apache.commons.codec.digest.DigestUtils;

/** A browser with an authenticator in it, which holds one passkey and can be made to lie. */
final class Device {
    private static final ObjectConverter CONVERTER = new ObjectConverter();
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair pair = pair();
    private byte[] id = random();
    private String origin;
    private String host;
    private String handle = "";
    private boolean verified = true;
    private long count = 1;

    /** One that shows a page of this site. */
    Device(String origin) {
        this.origin = origin;
        this.host = origin.replaceAll("^https?://|:\\d+$", "");
    }

    /** Shows a page of another site, which has us believe that it is ours. */
    Device lureTo(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    /** Uses a key that is for another site. */
    Device keyFor(String otherHost) {
        host = otherHost;
        return this;
    }

    Device verified(boolean isVerified) {
        verified = isVerified;
        return this;
    }

    Device count(long signed) {
        count = signed;
        return this;
    }

    Device claim(String otherHandle) {
        handle = otherHandle;
        return this;
    }

    Device id(byte[] otherId) {
        id = otherId.clone();
        return this;
    }

    byte[] id() {
        return id.clone();
    }

    String handle() {
        return handle;
    }

    String create(String options) {
        JsonNode asked = StrictJson.read(options);
        handle = BASE64URL.encodeToString(
                Base64.getUrlDecoder().decode(asked.get("user").get("id").getStringValue()));
        EC2COSEKey key = EC2COSEKey.create((ECPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.ES256);
        byte[] attestation = new AttestationObjectConverter(CONVERTER)
                .convertToBytes(new AttestationObject(
                        new AuthenticatorData<>(
                                DigestUtils.sha256(host),
                                flags(AuthenticatorData.BIT_AT),
                                count,
                                new AttestedCredentialData(AAGUID.ZERO, id, key)),
                        new NoneAttestationStatement()));
        return sent("\"clientDataJSON\":\"" + text(clientData("webauthn.create", asked)) + "\",\"attestationObject\":\""
                + text(attestation) + "\"");
    }

    String get(String options) {
        byte[] clientData = clientData("webauthn.get", StrictJson.read(options));
        byte[] data = new AuthenticatorDataConverter(CONVERTER)
                .convert(new AuthenticatorData<>(DigestUtils.sha256(host), flags((byte) 0), count));
        return sent("\"clientDataJSON\":\"" + text(clientData) + "\",\"authenticatorData\":\"" + text(data)
                + "\",\"signature\":\"" + text(signed(data, DigestUtils.sha256(clientData)))
                + "\",\"userHandle\":\"" + handle + "\"");
    }

    private byte[] clientData(String type, JsonNode asked) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\""
                        + asked.get("challenge").getStringValue() + "\",\"origin\":\"" + origin
                        + "\",\"crossOrigin\":false}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private String sent(String response) {
        return "{\"id\":\"" + text(id) + "\",\"rawId\":\"" + text(id)
                + "\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{" + response + "}}";
    }

    private byte flags(byte more) {
        return (byte) (AuthenticatorData.BIT_UP | (verified ? AuthenticatorData.BIT_UV : 0) | more);
    }

    private byte[] signed(byte[] data, byte[] hash) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            ByteArrayOutputStream both = new ByteArrayOutputStream();
            both.writeBytes(data);
            both.writeBytes(hash);
            signature.update(both.toByteArray());
            return signature.sign();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(byte[] bytes) {
        return BASE64URL.encodeToString(bytes);
    }

    private static byte[] random() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
