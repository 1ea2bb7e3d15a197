package lv.kopa.mail.inbox;

import java.time.Instant;
import lv.kopa.mail.EmailAddress;

/**
 * What somebody's calendar answers to an invitation (RFC 5546, section 3.2.3).
 *
 * @param uid of the entry
 * @param attendee who answers
 * @param isProven whether our own mail server vouches that the attendee sent it
 * @param stamp when it was answered
 */
public record CalendarReply(
        String uid, EmailAddress attendee, boolean isProven, Said said, int sequence, Instant stamp) {

    /** What it says. */
    public enum Said {
        ACCEPTED,
        DECLINED,
        /** Perhaps, another time, by somebody else, or what we do not know: what only a person can make something of. */
        OTHER
    }

    /** Without the person. */
    @Override
    public String toString() {
        return "CalendarReply[" + said + "]";
    }
}
