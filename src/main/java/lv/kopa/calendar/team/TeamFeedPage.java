package lv.kopa.calendar.team;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.organisation.Membership;
import lv.kopa.registration.address.Fetched;
import lv.kopa.text.Zones;
import lv.kopa.web.Shell;

/**
 * The addresses of team calendars that one person has.
 *
 * @param feeds their addresses by the organisation
 */
public record TeamFeedPage(Shell shell, List<Membership> teams, Map<Long, TeamFeed> feeds) {

    public Optional<TeamFeed> feed(Membership team) {
        return Optional.ofNullable(feeds.get(team.organisationId()));
    }

    public String made(TeamFeed feed) {
        return shell.text("calendar.team.made", shell.dates().date(LocalDate.ofInstant(feed.createdAt(), Zones.HOME)));
    }

    /** When a program last came for it, and which. */
    public String fetched(TeamFeed feed) {
        return Fetched.said(
                shell,
                Optional.ofNullable(feed.fetchedAt()).map(at -> new Fetched(at, String.valueOf(feed.fetchedBy()))));
    }
}
