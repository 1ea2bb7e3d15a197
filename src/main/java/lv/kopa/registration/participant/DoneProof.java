package lv.kopa.registration.participant;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.seal.Seal;
import lv.kopa.seal.ServerSecret;
import org.apache.commons.codec.binary.Base32;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Shows that what an address says came of registering is what we said, so that nobody makes a page of ours say what was
 * never so; and keeps the e-mail address that was typed for that page alone, in a cookie that nobody else could write.
 */
@Singleton
class DoneProof {
    /** What such an address may say, each once. */
    private static final List<String> SAID = List.of(
            "status", "position", "category", "with", "sessions", "besides", "minor", "agreed", "unasked", "known");

    private static final String PROOF = "proof";

    /** 160 bits, which base32 writes without a rest. */
    private static final int PROOF_BYTES = 20;

    private final ServerSecret secret;
    private final Seal seal;

    DoneProof(ServerSecret secret, Seal seal) {
        this.secret = secret;
        this.seal = seal;
    }

    /** The whole address. */
    static String address(String path, Map<String, String> said, String proof) {
        return path + "?"
                + said.entrySet().stream().map(DoneProof::parameter).collect(Collectors.joining("&")) + "&" + PROOF
                + "=" + proof;
    }

    private static String parameter(Map.Entry<String, String> said) {
        return said.getValue().isEmpty() ? said.getKey() : said.getKey() + "=" + said.getValue();
    }

    String of(String path, Map<String, String> said) {
        String all = path + "?" + new TreeMap<>(said);
        byte[] whole = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret.forPurpose("kopa-registered")).hmac(all);
        return new Base32().encodeAsString(Arrays.copyOf(whole, PROOF_BYTES)).toLowerCase(Locale.ROOT);
    }

    /** The proof in an address that was asked for, where it is ours. */
    Optional<String> in(String path, Function<String, Optional<String>> asked) {
        Map<String, String> said = new LinkedHashMap<>();
        SAID.forEach(name -> asked.apply(name).ifPresent(value -> said.put(name, value)));
        return asked.apply(PROOF).filter(proof -> same(proof, of(path, said)));
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** An e-mail address for the page of this proof. */
    String seal(String email, String proof) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(seal.close(email.getBytes(StandardCharsets.UTF_8), belonging(proof)));
    }

    /** The same again; nothing where it belongs to another page, or was made by somebody else. */
    Optional<String> open(String sealed, String proof) {
        try {
            byte[] email = seal.open(Base64.getUrlDecoder().decode(sealed), belonging(proof));
            return Optional.of(new String(email, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | IllegalStateException notOurs) {
            return Optional.empty();
        }
    }

    private static byte[] belonging(String proof) {
        return ("registered " + proof).getBytes(StandardCharsets.UTF_8);
    }
}
