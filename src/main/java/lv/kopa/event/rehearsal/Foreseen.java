package lv.kopa.event.rehearsal;

import java.util.List;
import lv.kopa.mail.Wording.Fact;

/**
 * Who would be told what if a change of an event were saved.
 *
 * @param later how many people hear of the differences after some minutes
 * @param mails how many mails would be written at once
 * @param last to whom the last of these would go, and about what
 */
public record Foreseen(List<Fact> differences, long later, long mails, List<String> last) {
    public boolean isNews() {
        return later > 0 || mails > 0;
    }

    /** Names it in a form, so that whoever sends the form again is known to have seen just this. */
    public String sign() {
        return "foreseen-" + Integer.toHexString(toString().hashCode());
    }

    /** How many mails would be written besides those that are named. */
    public long more() {
        return mails - last.size();
    }
}
