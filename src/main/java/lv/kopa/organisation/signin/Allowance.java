package lv.kopa.organisation.signin;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteMatch;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.organisation.Demand;
import lv.kopa.organisation.EventRole;
import lv.kopa.organisation.Membership;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;

/**
 * What somebody's roles allow at an address: where it names something, the one they have in the team whose it is, else all
 * of them; besides the one in the event it names. What is no address of the workspace needs none.
 */
final class Allowance implements FittingPage.Permission {
    /** An address as far as what it names. */
    private static final Pattern NAMED = Pattern.compile("/organiser/([a-z-]+)/([^/.]+)");

    /** What people of an event are named under; on a page about an event they are taken for its. */
    private static final Set<String> OF_PEOPLE = Set.of("registrations", "check-in");

    private final Router router;
    private final Belonging belonging;
    private final Organiser reader;
    private final Map<String, Optional<Long>> known = new HashMap<>();

    Allowance(Router router, Belonging belonging, Organiser reader) {
        this.router = router;
        this.belonging = belonging;
        this.reader = reader;
    }

    @Override
    public boolean allows(boolean looking, String path) {
        if (!path.startsWith(Doors.INSIDE) || path.equals(Doors.SIGN_OUT)) {
            return true;
        }
        return route(looking, path)
                .map(route -> Demand.of(route.getAnnotationMetadata(), looking))
                .map(demand -> demand.personal() || isMet(demand, path))
                .orElse(true);
    }

    private boolean isMet(Demand demand, String path) {
        return inTeams(path).anyMatch(demand::isMetBy)
                || (demand.of() == Needs.Of.ANY_EVENT
                        ? reader.events().stream().anyMatch(demand::isMetBy)
                        : inEvent(path).filter(demand::isMetBy).isPresent());
    }

    /** Which roles count at a page. */
    Set<Role> roles(String path) {
        Stream<EventRole> events = NAMED.matcher(path).lookingAt() ? inEvent(path).stream() : reader.events().stream();
        return Stream.concat(inTeams(path), events.map(EventRole::role))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private Stream<Role> inTeams(String path) {
        Optional<Long> whose = inEvent(path).map(EventRole::organisationId).or(() -> whose(path));
        return reader.memberships().stream()
                .filter(team -> whose.isEmpty() || whose.get() == team.organisationId())
                .map(Membership::role);
    }

    private Optional<EventRole> inEvent(String path) {
        Matcher named = NAMED.matcher(path);
        if (!named.lookingAt()) {
            return Optional.empty();
        }
        if (OF_PEOPLE.contains(named.group(1))) {
            return Optional.ofNullable(reader.here());
        }
        return reader.events().stream()
                .filter(role ->
                        named.group(1).equals("events") && named.group(2).equals(role.eventSlug()))
                .findFirst();
    }

    private Optional<Long> whose(String path) {
        Matcher named = NAMED.matcher(path);
        return reader.memberships().size() > 1 && named.lookingAt()
                ? known.computeIfAbsent(
                        named.group(), there -> belonging.of(there).map(Belonging.Owner::organisationId))
                : Optional.empty();
    }

    private Optional<UriRouteMatch<Object, Object>> route(boolean looking, String path) {
        return looking
                ? Optional.ofNullable(router.findClosest(HttpRequest.GET(path)))
                : router.find(HttpMethod.POST, path, null).findFirst();
    }
}
