package lv.kopa.registration.address;

import java.util.List;
import lv.kopa.mail.EmailAddress;
import lv.kopa.mail.Wording;
import lv.kopa.text.Language;

/** Pages that open to a secret link alone, which their people may lose and ask for again. */
public interface SecretPages {
    /** What to say of those that are an address's and still of use, each with a new link. Part of a transaction. */
    List<Wording.Fact> of(EmailAddress address, Language language);
}
