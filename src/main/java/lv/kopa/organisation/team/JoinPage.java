package lv.kopa.organisation.team;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import lv.kopa.organisation.Organisation;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * What whoever is invited to a team sees.
 *
 * @param path of the page
 * @param reader who is signed in; "" for nobody
 * @param known whether the address that was written to has an account
 */
public record JoinPage(
        Shell shell,
        Organisation organisation,
        TeamInvitation invitation,
        String path,
        String reader,
        boolean known,
        Form form) {

    public String role() {
        return shell.text("role." + invitation.role().name());
    }

    public String means() {
        return shell.text("role.means." + invitation.role().name());
    }

    /** The sign-in page that leads back here. */
    public String signIn() {
        return "/organiser/sign-in?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
