package lv.kopa.registration.circular;

import java.util.List;
import lv.kopa.registration.attendees.AttendeeFilter;
import lv.kopa.text.Translated;
import lv.kopa.web.Token;

/**
 * A circular as it is written.
 *
 * @param submission what names the form it comes with
 * @param people whom it is for
 * @param files what goes with it, staged
 */
record Draft(
        String submission,
        Translated subject,
        Translated text,
        boolean news,
        AttendeeFilter people,
        List<Token> files) {}
