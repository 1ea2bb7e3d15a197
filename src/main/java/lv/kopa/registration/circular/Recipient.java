package lv.kopa.registration.circular;

import io.micronaut.core.annotation.Introspected;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a circular for one person.
 *
 * @param id of the registration
 * @param name "" of somebody who was erased
 * @param state of the mail, or why there is none
 * @param mail its number in the outbox
 * @param answer the mail server's words
 */
@Introspected
public record Recipient(
        long id,
        String reference,
        String name,
        String state,
        @Nullable Long mail,
        @Nullable String answer) {

    public String textKey() {
        return "circular.recipient." + state.toLowerCase(Locale.ROOT);
    }

    /** How it is shown. */
    public String look() {
        return switch (state) {
            case "SENT" -> "sent";
            case "FAILED", "RETURNED" -> "failed";
            case "WAITING", "SENDING" -> "waiting";
            default -> "";
        };
    }
}
