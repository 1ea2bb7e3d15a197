package lv.kopa.organisation.setup;

import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Profile;
import lv.kopa.text.Language;

/** The first organisation of an installation, with its owner. */
public record FirstOrganisation(String slug, Profile profile, Owner owner) {
    /** Its first owner. */
    public record Owner(String name, EmailAddress email, String password, Language language) {
        @Override
        public String toString() {
            return "Owner";
        }
    }
}
