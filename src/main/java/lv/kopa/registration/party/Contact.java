package lv.kopa.registration.party;

import lv.kopa.mail.EmailAddress;
import lv.kopa.registration.Bringing.Host;
import lv.kopa.text.Language;
import org.jspecify.annotations.Nullable;

/** Who registers others, as typed and found to make sense. */
record Contact(
        String name,
        EmailAddress email,
        @Nullable String phone,
        @Nullable String organisation,
        Language language) {
    Host host() {
        return new Host(signature(), email);
    }

    /** Name and organisation, in one line. */
    String signature() {
        return organisation == null ? name : name + ", " + organisation;
    }
}
