package lv.kopa.certificate;

import java.time.Duration;
import java.util.Optional;
import lv.kopa.text.Texts;
import lv.kopa.web.Shell;

/** What anybody reads who verifies a certificate; nothing of it where it is not to be relied on. */
public record VerifyPage(Shell shell, Optional<Certificate> certificate) {

    /** The end of the keys of what is said: whether it is genuine, or why it is not to be relied on. */
    public String verdict() {
        return certificate
                .map(found -> found.stands() ? "genuine" : found.isWithdrawn() ? "withdrawn" : "replaced")
                .orElse("unknown");
    }

    public boolean isGenuine() {
        return certificate.filter(Certificate::stands).isPresent();
    }

    public String name() {
        return certificate
                .map(Certificate::name)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> shell.text("certificate.verify.forgotten"));
    }

    public String days() {
        return certificate
                .map(found -> shell.dates().days(found.firstDay(), found.lastDay()))
                .orElse("");
    }

    public String hours() {
        return certificate
                .map(found -> Hours.say(Duration.ofMinutes(found.minutes()), Texts.in(shell.language())))
                .orElse("");
    }
}
