package lv.kopa.mail.inbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a mail server reports of a recipient (RFC 3464).
 *
 * @param action such as `failed` or `delayed`
 * @param status a code of RFC 3463
 * @param diagnosis the words of the server that refused it
 */
record DeliveryReport(String action, String status, String diagnosis) {

    private static final Pattern GENERAL = Pattern.compile("([45]\\.0\\.0)?");
    private static final Pattern EXACT = Pattern.compile("(?<![\\d.])([45]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");

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
            String status = field(fields, "Status").split("[ (;]")[0];
            String done = action.isEmpty() ? meantBy(status) : action.split("[ (;]")[0];
            return done.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DeliveryReport(
                            done, status, field(fields, "Diagnostic-Code").replaceFirst("(?i)^[a-z0-9-]+;\\s*", "")));
        } catch (MessagingException unreadable) {
            return Optional.empty();
        }
    }

    /** What was done, by servers that forget to say so. */
    private static String meantBy(String status) {
        return switch (status.isEmpty() ? ' ' : status.charAt(0)) {
            case '5' -> "failed";
            case '4' -> "delayed";
            case '2' -> "delivered";
            default -> "";
        };
    }

    /** Its status; where that says only that it failed, as of many servers that pass mail on, what the other one said. */
    String code() {
        Matcher exact = EXACT.matcher(diagnosis);
        return GENERAL.matcher(status).matches() && exact.find() ? exact.group(1) : status;
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
