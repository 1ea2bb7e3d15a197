package lv.kopa.organisation.team;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lv.kopa.organisation.Member;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Role;
import lv.kopa.text.Translated;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * A team as its owners see it.
 *
 * @param reader whose page it is, by id
 * @param secured whose password alone is not enough, by id
 * @param resettable for whom the reader may turn that off, by id
 * @param helpers who helps with single events
 * @param now to see which invitations are too old
 */
public record TeamPage(
        Shell shell,
        Organisation organisation,
        long reader,
        List<Member> members,
        Set<Long> secured,
        Set<Long> resettable,
        List<Helper> helpers,
        List<TeamInvitation> invitations,
        Form form,
        Instant now) {

    public String path() {
        return TeamController.path(organisation.slug());
    }

    public List<Member> as(Role role) {
        return members.stream().filter(member -> member.role() == role).toList();
    }

    public Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            roles.put(role.name(), shell.text("role." + role.name()));
        }
        return roles;
    }

    public String path(Helper helper) {
        return "/organiser/events/" + helper.eventSlug() + "/helpers";
    }

    /** As what somebody is invited, and to which event where it is one alone. */
    public String role(TeamInvitation invitation) {
        String role = shell.text("role." + invitation.role().name());
        Translated event = invitation.eventTitle();
        return event == null ? role : shell.text("helper.role-in", role, shell.text(event));
    }

    public Form roleOf(Member member) {
        return Form.empty().with("role", member.role().name());
    }

    public String until(TeamInvitation invitation) {
        String moment = shell.dates()
                .moment(invitation.goodUntil().atZone(organisation.zone()).toLocalDateTime());
        return shell.text(invitation.isOver(now) ? "team.invitation.over" : "team.invitation.until", moment);
    }
}
