package lv.kopa.mail.inbox;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lv.kopa.mail.ReturnMarks;
import lv.kopa.mail.inbox.Bounce.Kind;
import org.jsoup.Jsoup;

/**
 * Reads what mail servers say of mail of ours: in the form of RFC 3464, as complaints of RFC 5965, or, from servers that
 * know neither, in words. Only what comes to the address with the mark of a mail is believed.
 */
@Singleton
class BounceReader {
    private static final Pattern STATUS = Pattern.compile("(?<![\\d.])([245]\\.\\d{1,3}\\.\\d{1,3})(?![\\d.])");
    private static final Pattern SMTP_REPLY = Pattern.compile("(?<![\\d.])([45])[0-5]\\d(?=[ -])");
    private static final Pattern STILL_TRYING = Pattern.compile(
            "(?i)(delivery|message).{0,40}\\b(delayed|postponed)|will (re)?try|will keep trying|still trying|warning message only");

    private final ReturnMarks marks;

    BounceReader(ReturnMarks marks) {
        this.marks = marks;
    }

    /** The mail of ours to whose return address this was sent. */
    OptionalLong mail(Arrival arrival) {
        return marks.mailIn(arrival.recipients());
    }

    /** Whether a mail server wrote it, whatever about. */
    static boolean isReport(Arrival arrival) {
        return arrival.first("message/delivery-status").isPresent()
                || arrival.first("message/feedback-report").isPresent()
                || isReportInWords(arrival);
    }

    private static boolean isReportInWords(Arrival arrival) {
        boolean answers =
                arrival.header("Auto-Submitted").toLowerCase(Locale.ROOT).startsWith("auto-replied");
        return !arrival.header("X-Failed-Recipients").isEmpty() || (arrival.isFromMailServer() && !answers);
    }

    /** What is said of which mail; nothing where it is no report, or not of a mail that we sent. */
    Optional<Bounce> read(Arrival arrival) {
        Optional<Leaf> complaint = arrival.first("message/feedback-report");
        if (complaint.isPresent()) {
            return complaint(arrival, complaint.get().text());
        }
        OptionalLong mail = mail(arrival);
        if (mail.isEmpty() || !isReport(arrival)) {
            return Optional.empty();
        }
        Optional<DeliveryReport> report =
                arrival.first("message/delivery-status").flatMap(leaf -> DeliveryReport.in(leaf.text()));
        return report.isPresent()
                ? bounce(mail.getAsLong(), report.get())
                : Optional.of(inWords(mail.getAsLong(), words(arrival)));
    }

    private Optional<Bounce> complaint(Arrival arrival, String report) {
        OptionalLong mail = marks.mailIn(arrival.recipients() + " " + report);
        return mail.isEmpty()
                ? Optional.empty()
                : Optional.of(new Bounce(mail.getAsLong(), Kind.COMPLAINT, "Feedback-Type: " + feedback(report)));
    }

    private static String feedback(String report) {
        Matcher type = Pattern.compile("(?im)^Feedback-Type:\\s*([a-z-]+)").matcher(report);
        return type.find() ? type.group(1) : "abuse";
    }

    private static Optional<Bounce> bounce(long mail, DeliveryReport said) {
        return switch (said.action()) {
            case "failed" -> Optional.of(Bounce.failed(mail, said.code(), said.words()));
            case "delayed" -> Optional.of(new Bounce(mail, Kind.DELAYED, said.words()));
            default -> Optional.empty();
        };
    }

    /** As qmail, older Exchange and others write. */
    private static Bounce inWords(long mail, List<String> lines) {
        String whole = String.join("\n", lines);
        if (STILL_TRYING.matcher(whole).find()) {
            return new Bounce(mail, Kind.DELAYED, lines.isEmpty() ? "" : lines.get(0));
        }
        for (String line : lines) {
            Matcher status = STATUS.matcher(line);
            if (status.find()) {
                return Bounce.failed(mail, status.group(1), line);
            }
        }
        for (String line : lines) {
            Matcher reply = SMTP_REPLY.matcher(line);
            if (reply.find()) {
                return Bounce.failed(mail, reply.group(1) + ".0.0", line);
            }
        }
        return Bounce.failed(mail, "", lines.isEmpty() ? "" : lines.get(0));
    }

    /** The lines that say something, without the copy of our mail that often follows. */
    private static List<String> words(Arrival arrival) {
        String text = arrival.first("text/plain")
                .map(Leaf::text)
                .or(() -> arrival.first("text/html")
                        .map(leaf -> Jsoup.parse(leaf.text()).wholeText()))
                .orElse("");
        String own = text.split("(?im)^-{2,} ?(this is a copy|original message|below this line)", 2)[0];
        return own.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
