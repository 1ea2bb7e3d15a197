package lv.kopa.event.helping;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lv.kopa.event.EventDetails;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.team.Helper;
import lv.kopa.organisation.team.TeamInvitation;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * Who helps with an event, as its organisers see it.
 *
 * @param now to see which invitations are too old
 */
public record HelpersPage(
        Shell shell,
        EventDetails event,
        List<Helper> helpers,
        List<TeamInvitation> invitations,
        Form form,
        Instant now) {
    /** What somebody may be in one event; what needs least comes first. */
    static final List<Role> ROLES = List.of(Role.CHECK_IN, Role.AUDITOR, Role.ORGANISER);

    static String path(EventDetails event) {
        return "/organiser/events/" + event.event().slug() + "/helpers";
    }

    public String back() {
        return "/organiser/events/" + event.event().slug();
    }

    public String path() {
        return path(event);
    }

    public List<Role> possible() {
        return ROLES;
    }

    public Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        ROLES.forEach(role -> roles.put(role.name(), role(role)));
        return roles;
    }

    public String role(Role role) {
        return shell.text("role." + role.name());
    }

    public String means(Role role) {
        return shell.text("role.means.event." + role.name());
    }

    public String until(TeamInvitation invitation) {
        String moment = shell.dates()
                .moment(invitation
                        .goodUntil()
                        .atZone(event.organisation().zone())
                        .toLocalDateTime());
        return shell.text(invitation.isOver(now) ? "team.invitation.over" : "team.invitation.until", moment);
    }
}
