package lv.kopa.mail.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a mail server reports of a recipient (RFC 3464).
 *
 * @param action such as `failed` or `delayed`
 * @param status a code of RFC 3463
 * @param diagnosis the words of the server that refused it
 */
record DeliveryReport(String action, String status, String diagnosis) {

    /** The worst that a part of type `message/delivery-status` says of anybody; our mails go to one each. */
    static Optional<DeliveryReport> in(String part) {
        List<DeliveryReport> reports = new ArrayList<>();
        for (String group : part.replace("\r\n", "\n").split("\n[ \t]*\n")) {
            read(group).ifPresent(reports::add);
        }
        return Stream.of("failed", "delayed")
                .flatMap(action -> reports.stream().filter(report -> report.action.equals(action)))
                .findFirst()
                .or(() -> reports.stream().findFirst());
    }

    private static Optional<DeliveryReport> read(String group) {
        try {
            InternetHeaders fields = new InternetHeaders(
                    new ByteArrayInputStream((group.strip() + "\n\n").getBytes(StandardCharsets.UTF_8)), true);
            String action = field(fields, "Action").toLowerCase(Locale.ROOT);
            return action.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DeliveryReport(
                            action.split("[ (;]")[0],
                            field(fields, "Status").split("[ (;]")[0],
                            field(fields, "Diagnostic-Code").replaceFirst("(?i)^[a-z0-9-]+;\\s*", "")));
        } catch (MessagingException unreadable) {
            return Optional.empty();
        }
    }

    private static String field(InternetHeaders fields, String name) {
        String value = fields.getHeader(name, null);
        return value == null ? "" : value.replaceAll("\\s+", " ").strip();
    }

    /** In the server's words, or its code where it has none. */
    String words() {
        return diagnosis.isEmpty() ? status : diagnosis;
    }
}
