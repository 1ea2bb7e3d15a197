package lv.kopa.organisation.team;

import lv.kopa.organisation.Organisation;
import lv.kopa.text.Translated;
import org.jspecify.annotations.Nullable;

/**
 * To what somebody is invited: a team, or to help with one event of an organisation.
 *
 * @param eventId null for the team
 */
public record Invited(Organisation organisation, @Nullable Long eventId, Translated eventTitle) {
    static Invited to(Organisation organisation) {
        return new Invited(organisation, null, Translated.nothing());
    }
}
