package lv.kopa.organisation.setup;

import java.util.Optional;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Profile;
import lv.kopa.organisation.account.NewPassword;
import lv.kopa.organisation.account.PersonName;
import lv.kopa.organisation.edit.ProfileForm;
import lv.kopa.text.Language;
import lv.kopa.text.Slug;
import lv.kopa.text.Zones;
import lv.kopa.web.Form;

/** The form by which an installation is set up. */
final class SetupForm {
    private SetupForm() {}

    static Form empty() {
        return Form.empty().with("zone", Zones.HOME.getId()).with("accent", "fjord");
    }

    /** What was typed, unless something is wrong with it, which is then said to the form. */
    static Optional<FirstOrganisation> read(Form form, Language language) {
        Profile profile = ProfileForm.read(form);
        if (!Slug.isOne(form.get("slug"))) {
            form.reject("slug", "slug.wrong");
        }
        String name = PersonName.read(form);
        Optional<EmailAddress> email = EmailAddress.parse(form.get("email"));
        if (email.isEmpty()) {
            form.reject("email", form.get("email").isEmpty() ? "web.address-missing" : "web.not-an-address");
        }
        String password = NewPassword.read(form, "password");
        return email.filter(address -> !form.hasErrors())
                .map(address -> new FirstOrganisation(
                        form.get("slug"), profile, new FirstOrganisation.Owner(name, address, password, language)));
    }
}
