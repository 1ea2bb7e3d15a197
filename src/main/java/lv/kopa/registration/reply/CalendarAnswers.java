package lv.kopa.registration.reply;

import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.mail.inbox.CalendarReplies;
import lv.kopa.mail.inbox.CalendarReply;
import lv.kopa.mail.inbox.Concern;

/** Does what calendars answer, as their people would on their own pages. */
@Singleton
class CalendarAnswers implements CalendarReplies {
    @Override
    public Optional<Concern> take(CalendarReply reply) {
        return Optional.empty();
    }
}
