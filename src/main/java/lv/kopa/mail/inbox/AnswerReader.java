package lv.kopa.mail.inbox;

import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lv.kopa.ical.Reply;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.inbox.CalendarReply.Said;

/** Reads what calendars answer, and whether our own mail server vouches for who sent it. */
@Singleton
class AnswerReader {
    private static final String CALENDAR = "text/calendar";
    private static final Pattern DMARC = Pattern.compile("\\bdmarc\\s*=");
    private static final int LONGEST_RESULTS = 8_000;

    private final InboxSettings settings;

    AnswerReader(InboxSettings settings) {
        this.settings = settings;
    }

    static boolean isCalendar(Arrival arrival) {
        return arrival.first(CALENDAR).isPresent();
    }

    /**
     * The answer that a mail brings; nothing where it is none.
     *
     * @throws IllegalArgumentException if it is broken, or larger than any answer
     */
    Optional<CalendarReply> read(Arrival arrival) {
        Leaf leaf = arrival.first(CALENDAR).orElseThrow();
        if (!leaf.isWhole()) {
            throw new IllegalArgumentException("a calendar larger than any answer");
        }
        return Reply.read(leaf.text()).map(reply -> reply(arrival, reply));
    }

    private CalendarReply reply(Arrival arrival, Reply reply) {
        EmailAddress attendee = EmailAddress.parse(reply.attendee())
                .orElseThrow(() -> new IllegalArgumentException("an answer of nobody"));
        return new CalendarReply(
                reply.uid(), attendee, isProven(arrival, attendee), said(reply), reply.sequence(), reply.stamp());
    }

    /** Whoever proposes another time (COUNTER) declines the old one only if theirs is not taken. */
    private static Said said(Reply reply) {
        if (reply.method().equals("COUNTER")) {
            return Said.OTHER;
        }
        return switch (reply.says()) {
            case "ACCEPTED" -> Said.ACCEPTED;
            case "DECLINED" -> Said.DECLINED;
            default -> Said.OTHER;
        };
    }

    /** By the header that our own server has put on top; whoever sends mail can write others below (RFC 8601, 5). */
    private boolean isProven(Arrival arrival, EmailAddress attendee) {
        String authority = settings.authority();
        return authority != null
                && !authority.isBlank()
                && arrival.from()
                        .map(EmailAddress::key)
                        .filter(attendee.key()::equals)
                        .isPresent()
                && vouches(arrival.top("Authentication-Results"), authority.strip(), attendee.domain());
    }

    /**
     * What strangers choose, such as the address of the envelope, may stand in these results too: in quotation marks, or
     * in comments. There is one result of DMARC, and whoever writes a second one is not believed.
     */
    private static boolean vouches(String results, String authority, String domain) {
        String whole = results.toLowerCase(Locale.ROOT);
        if (whole.length() > LONGEST_RESULTS || DMARC.matcher(whole).results().count() != 1) {
            return false;
        }
        String said = whole.replaceAll("\"[^\"]*\"|\\([^)]*\\)", " ")
                .replaceAll("\\s+", " ")
                .strip();
        String ours = Pattern.quote(authority.toLowerCase(Locale.ROOT));
        String author = Pattern.quote(domain.toLowerCase(Locale.ROOT));
        return Pattern.compile("^" + ours + "( \\d+)? ?;.*\\bdmarc ?= ?pass\\b[^;]*\\bheader\\.from ?= ?" + author
                        + "(?![a-z0-9.-]).*")
                .matcher(said)
                .matches();
    }
}
