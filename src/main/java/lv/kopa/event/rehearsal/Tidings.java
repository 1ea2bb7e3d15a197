package lv.kopa.event.rehearsal;

import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.Wording.Fact;
import lv.kopa.text.Language;

/** What people are told of a change of an event; known to those who tell them. */
public interface Tidings {
    /** Each thing that is different with its new and its old value; nothing where people see no difference. */
    List<Fact> of(EventDetails before, EventDetails after, Language reader);
}
