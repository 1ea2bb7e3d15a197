package lv.kopa.mail;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lv.kopa.seal.ServerSecret;
import org.apache.commons.codec.binary.Base32;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * Marks of mails in the address that they come back to: the number and a proof of it, in small letters, since servers
 * change capitals on the way. Whoever has not had the mail cannot say that it came back.
 */
@Singleton
public class ReturnMarks {
    private static final Pattern MARK = Pattern.compile("(?<![0-9])(\\d{1,18})\\.([a-z2-7]{16})(?=@)");

    /** 80 bits, which base32 writes without a rest. */
    private static final int PROOF_BYTES = 10;

    private final ServerSecret secret;

    public ReturnMarks(ServerSecret secret) {
        this.secret = secret;
    }

    public String of(long mail) {
        return mail + "." + proof(Long.toString(mail));
    }

    /** The mail of the first mark of ours in addresses. */
    public OptionalLong mailIn(String addresses) {
        Optional<String> mail = MARK.matcher(addresses.toLowerCase(Locale.ROOT))
                .results()
                .filter(mark -> isOurs(mark))
                .map(mark -> mark.group(1))
                .findFirst();
        return mail.map(number -> OptionalLong.of(Long.parseLong(number))).orElseGet(OptionalLong::empty);
    }

    private boolean isOurs(MatchResult mark) {
        return MessageDigest.isEqual(
                proof(mark.group(1)).getBytes(StandardCharsets.US_ASCII),
                mark.group(2).getBytes(StandardCharsets.US_ASCII));
    }

    private String proof(String mail) {
        byte[] whole = new HmacUtils(HmacAlgorithms.HMAC_SHA_256, secret.forPurpose("kopa returned mail")).hmac(mail);
        return new Base32().encodeAsString(Arrays.copyOf(whole, PROOF_BYTES)).toLowerCase(Locale.ROOT);
    }
}
