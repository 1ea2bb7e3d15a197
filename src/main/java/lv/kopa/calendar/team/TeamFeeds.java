package lv.kopa.calendar.team;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lv.kopa.database.UnitOfWork;
import lv.kopa.organisation.Membership;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.People;
import lv.kopa.organisation.Role;
import lv.kopa.organisation.audit.Audit;
import lv.kopa.organisation.audit.Deed;
import lv.kopa.registration.address.Fetched;
import lv.kopa.web.Token;

/** The secret addresses of a team's calendar: one for each of the team, worth nothing once they have left it. */
@Singleton
@UnitOfWork
class TeamFeeds {
    private final TeamFeedRepository repository;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    TeamFeeds(TeamFeedRepository repository, People people, Audit audit, Clock clock) {
        this.repository = repository;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** An address, for the member it belongs to. */
    record Opened(TeamFeed feed, Membership membership) {}

    /** A new address, whose secret nobody can see again; the one before it ends. */
    Token create(Organiser organiser, Membership team, boolean withNames) {
        Token secret = Token.random();
        repository.put(organiser.personId(), team.organisationId(), secret.hash(), withNames, now());
        record(organiser, team, "calendar-address-made");
        return secret;
    }

    void end(Organiser organiser, Membership team) {
        if (repository.end(organiser.personId(), team.organisationId()) > 0) {
            record(organiser, team, "calendar-address-ended");
        }
    }

    /** Somebody's addresses by the organisation. */
    Map<Long, TeamFeed> of(Organiser organiser) {
        List<TeamFeed> own = repository.ofPerson(organiser.personId());
        return own.stream().collect(Collectors.toMap(TeamFeed::organisationId, Function.identity()));
    }

    /**
     * Opens an address for a program.
     *
     * @throws UnknownTeamFeed where it was ended or never was, or whoever made it is no longer of the team
     */
    Opened open(Token secret, String program) {
        TeamFeed feed = repository.find(secret.hash()).orElseThrow(UnknownTeamFeed::new);
        Membership membership = people.memberships(feed.personId()).stream()
                .filter(team -> team.organisationId() == feed.organisationId() && team.role() != Role.CHECK_IN)
                .findFirst()
                .orElseThrow(UnknownTeamFeed::new);
        Instant now = now();
        repository.fetched(secret.hash(), program, now, now.minus(Fetched.NOTED_EVERY));
        return new Opened(feed, membership);
    }

    private void record(Organiser organiser, Membership team, String deed) {
        audit.record(new Deed(
                organiser.actor(), "organisation", team.organisationId(), deed, "person:" + organiser.personId()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
