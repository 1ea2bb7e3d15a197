package lv.kopa.registration.address;

import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.mail.EmailAddress;
import lv.kopa.text.Texts;

/** Pages that open to a secret link alone, which their people may lose and ask for again. */
public interface SecretPages {
    /** Those of an address, the oldest first. */
    List<? extends SecretPage> of(EmailAddress address);

    /** One of them, for an event. */
    interface SecretPage {
        long eventId();

        /** What it is to its person. */
        String standing(EventDetails event, Texts texts);

        /** Its address with a new link. Part of a transaction. */
        String renewed();
    }
}
