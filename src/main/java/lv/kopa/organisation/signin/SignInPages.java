package lv.kopa.organisation.signin;

import gg.jte.models.runtime.JteModel;
import jakarta.inject.Singleton;
import lv.kopa.organisation.oidc.Provider;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/** The page on which people sign in, by whatever ways there are. */
@Singleton
class SignInPages {
    private final StaticTemplates templates = new StaticTemplates();
    private final Provider provider;

    SignInPages(Provider provider) {
        this.provider = provider;
    }

    JteModel blank(Shell shell, String onwards) {
        return of(shell, Form.empty().with("to", onwards), "");
    }

    /** @param trouble the key of what is said of a trial that failed */
    JteModel of(Shell shell, Form form, String trouble) {
        return templates.organisationSigninSignIn(
                shell, form, trouble, provider.name(), Doors.provider(form.get("to")));
    }
}
