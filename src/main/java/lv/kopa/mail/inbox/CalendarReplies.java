package lv.kopa.mail.inbox;

import java.util.Optional;

/** Does what people's calendars answer. */
public interface CalendarReplies {
    /**
     * Does what is answered, in the running transaction, as far as that is known, proven and allowed; else nothing.
     *
     * @return who is to read it, where a person has to decide
     */
    Optional<Concern> take(CalendarReply reply);
}
