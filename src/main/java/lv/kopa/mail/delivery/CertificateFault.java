package lv.kopa.mail.delivery;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is wrong with the certificate of a mail server, in words for whoever looks after it. */
final class CertificateFault {
    /** As Java and the mail library say it of a name, for which neither has an exception of its own. */
    private static final Pattern ANOTHER_NAME =
            Pattern.compile("No subject alternative|No name matching|verify identity of server");

    private CertificateFault() {}

    /** Nothing where a failure has another reason. */
    static Optional<String> words(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> said(cause).stream())
                .findFirst();
    }

    private static Optional<String> said(Throwable cause) {
        if (cause instanceof CertificateExpiredException) {
            return Optional.of("The certificate of the mail server has expired");
        }
        if (cause instanceof CertificateNotYetValidException) {
            return Optional.of("The certificate of the mail server is not valid yet");
        }
        if (cause instanceof CertPathBuilderException) {
            return Optional.of("The certificate of the mail server is signed by nobody we trust");
        }
        return ANOTHER_NAME.matcher(String.valueOf(cause.getMessage())).find()
                ? Optional.of("The certificate of the mail server is for another name than that of the server")
                : Optional.empty();
    }
}
