package lv.kopa.organisation.account;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.organisation.Person;
import lv.kopa.organisation.passkey.OwnPasskey;
import lv.kopa.organisation.signin.OwnSignIn;
import lv.kopa.text.Language;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/**
 * Somebody's account as they see it.
 *
 * @param form name and language
 * @param password the form by which the password is changed
 * @param here the sign-in they look from
 * @param factor whether a second factor is on
 * @param recoveryLeft how many codes on paper are left
 * @param zone of the clocks it tells times by
 */
public record AccountPage(
        Shell shell,
        Person person,
        Form form,
        Form password,
        List<OwnSignIn> signIns,
        Token here,
        boolean factor,
        int recoveryLeft,
        List<OwnPasskey> passkeys,
        ZoneId zone) {

    public Map<String, String> languages() {
        Map<String, String> languages = new LinkedHashMap<>();
        shell.language().first().forEach(language -> languages.put(language.tag(), language.ownName()));
        return languages;
    }

    public String browser(OwnSignIn signIn) {
        return signIn.browser().isEmpty() ? shell.text("account.browser.unknown") : signIn.browser();
    }

    public String used(OwnPasskey passkey) {
        Instant usedAt = passkey.usedAt();
        return usedAt == null
                ? shell.text("account.passkey.unused", when(passkey.addedAt()))
                : shell.text("account.passkey.used", when(passkey.addedAt()), when(usedAt));
    }

    public String began(Instant at) {
        return shell.text("account.since", when(at));
    }

    private String when(Instant at) {
        return shell.dates().deadline(at, zone);
    }

    static Form filled(Person person) {
        Language language = person.language();
        return Form.empty().with("name", person.name()).with("language", language.tag());
    }
}
