package lv.kopa.mail.inbox;

import java.util.Optional;

/** Does what people's calendars answer. */
public interface CalendarReplies {
    /**
     * What became of an answer.
     *
     * @param understood whether it is about anything of ours
     * @param concern who is to read it, where a person has to decide
     */
    record Outcome(boolean understood, Optional<Concern> concern) {
        /** Nobody has to see to it any more. */
        public static final Outcome DONE = new Outcome(true, Optional.empty());
        /** It is an answer to nothing that we know. */
        public static final Outcome UNKNOWN = new Outcome(false, Optional.empty());

        public static Outcome by(Concern concern) {
            return new Outcome(true, Optional.of(concern));
        }
    }

    /** Does what is answered, in the running transaction, as far as that is known, proven and allowed; else nothing. */
    Outcome take(CalendarReply reply);
}
