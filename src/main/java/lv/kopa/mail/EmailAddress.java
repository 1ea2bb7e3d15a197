package lv.kopa.mail;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An address that any mail server can deliver to: no display name, no quotes, an ASCII local part, a domain with a dot,
 * which an international one is rewritten for ({@code skola.lv}, {@code xn--…}).
 */
public record EmailAddress(String value) {
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
    private static final Pattern LOCAL_PART = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
    private static final Pattern DOMAIN = Pattern.compile(
            "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+(?=[a-z0-9-]*[a-z])[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    public EmailAddress {
        value = normalised(value).orElseThrow(() -> new IllegalArgumentException("not an e-mail address"));
    }

    /** What somebody typed, if it is an address; blanks around it are forgiven. */
    public static Optional<EmailAddress> parse(@Nullable String typed) {
        return Optional.ofNullable(typed).flatMap(EmailAddress::normalised).map(EmailAddress::new);
    }

    /** The same for addresses that people take to be the same. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    public String domain() {
        return value.substring(value.indexOf('@') + 1);
    }

    /** The address that was probably meant, where the host is a well-known one mistyped. */
    public Optional<EmailAddress> meant() {
        String mailbox = value.substring(0, value.indexOf('@') + 1);
        return MailHosts.meantBy(domain().toLowerCase(Locale.ROOT)).map(host -> new EmailAddress(mailbox + host));
    }

    /** Whether it says of itself that it is made up: a domain under `.invalid` is nobody's (RFC 6761, section 6.4). */
    public boolean isNobodys() {
        return domain().toLowerCase(Locale.ROOT).endsWith(".invalid");
    }

    @Override
    public String toString() {
        return value;
    }

    private static Optional<String> normalised(String typed) {
        String address = typed.strip();
        int at = address.indexOf('@');
        if (at < 1 || at > LONGEST_LOCAL_PART || address.length() > LONGEST) {
            return Optional.empty();
        }
        String localPart = address.substring(0, at);
        return LOCAL_PART.matcher(localPart).matches()
                ? ascii(address.substring(at + 1))
                        .map(domain -> localPart + "@" + domain)
                        .filter(whole -> whole.length() <= LONGEST)
                : Optional.empty();
    }

    /** Most domains are in ASCII already; only in others, and such as have hyphens as those get, there is more to see. */
    private static Optional<String> ascii(String domain) {
        String plain = domain.toLowerCase(Locale.ROOT);
        return DOMAIN.matcher(plain).matches() && !plain.contains("--")
                ? Optional.of(plain)
                : International.ascii(domain)
                        .filter(ascii -> DOMAIN.matcher(ascii).matches());
    }

    /** Apart, since its tables take a fifth of a second to load. */
    private static final class International {
        private static final IDNA PUNYCODE = IDNA.getUTS46Instance(
                IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

        static Optional<String> ascii(String domain) {
            IDNA.Info info = new IDNA.Info();
            String ascii =
                    PUNYCODE.nameToASCII(domain, new StringBuilder(), info).toString();
            return info.hasErrors() ? Optional.empty() : Optional.of(ascii);
        }
    }
}
