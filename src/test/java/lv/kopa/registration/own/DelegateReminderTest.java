package lv.kopa.registration.own;

import static lv.kopa.mail.MailAssert.assertThatMail;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import lv.kopa.Program;
import lv.kopa.database.TestDatabase;
import lv.kopa.event.Plans;
import lv.kopa.registration.delegation.Heads;
import lv.kopa.time.MovableClock;
import org.junit.jupiter.api.Test;

/** People whom the head of a delegation has named, and what they have yet to answer. */
final class DelegateReminderTest {
    @Test
    void whoWasNamedIsRemindedOfWhatOthersAnswerWhenTheyRegister() {
        try (Program kopa = Program.start("DelegateReminderTest", TestDatabase.fresh())) {
            kopa.bean(MovableClock.class).set(Heads.GIVEN);
            kopa.publish(kopa.found("parks"), Plans.training("parks", "hamar", """
                    "places": 4, "registration": {"changesUntil": "2031-06-10T20:00:00Z"}, "questions": [
                      {"key": "diet", "type": "TEXT", "label": {"en": "Diet"}, "sensitive": true, "required": true}]"""));
            Heads.give(kopa, "hamar", Map.of("", 2));
            Heads.home(kopa).names(0, "Anna Kalna", "anna@example.org");

            kopa.bean(MovableClock.class).set(Instant.parse("2031-06-08T20:00:00Z"));
            kopa.bean(AnswerReminders.class).remind();
            kopa.bean(AnswerReminders.class).remind();

            assertThat(Someone.mails(kopa, "anna@example.org").stream().map(item -> item.kind()))
                    .containsExactly("answers-wanted", "delegated");
            assertThatMail(Someone.mailTo(kopa, "anna@example.org")).says("answers");
        }
    }
}
