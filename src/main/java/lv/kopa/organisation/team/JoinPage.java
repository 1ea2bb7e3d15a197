package lv.kopa.organisation.team;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import lv.kopa.organisation.Organisation;
import lv.kopa.text.Translated;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * What whoever is invited to a team, or to help with an event, sees.
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
        String key = isToHelp() ? "role.means.event." : "role.means.";
        return shell.text(key + invitation.role().name());
    }

    /** Whether it is about one event. */
    public boolean isToHelp() {
        return invitation.eventId() != null;
    }

    public String heading() {
        Translated event = invitation.eventTitle();
        return event == null
                ? shell.text("team.join", organisation.name())
                : shell.text("helper.join", shell.text(event));
    }

    /** The sign-in page that leads back here. */
    public String signIn() {
        return "/organiser/sign-in?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
