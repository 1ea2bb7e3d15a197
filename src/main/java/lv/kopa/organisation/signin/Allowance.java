package lv.kopa.organisation.signin;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteMatch;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lv.kopa.organisation.Demand;
import lv.kopa.organisation.Membership;
import lv.kopa.organisation.Role;

/**
 * What somebody's roles allow at an address: where it names something, the one they have in the team whose it is, else all
 * of them. What is no address of the workspace needs none.
 */
final class Allowance implements FittingPage.Permission {
    /** An address as far as what it names. */
    private static final Pattern NAMED = Pattern.compile("/organiser/[a-z-]+/[^/.]+");

    private final Router router;
    private final Belonging belonging;
    private final List<Membership> teams;
    private final Map<String, Optional<Long>> known = new HashMap<>();

    Allowance(Router router, Belonging belonging, List<Membership> teams) {
        this.router = router;
        this.belonging = belonging;
        this.teams = teams;
    }

    @Override
    public boolean allows(boolean looking, String path) {
        if (!path.startsWith(Doors.INSIDE) || path.equals(Doors.SIGN_OUT)) {
            return true;
        }
        return route(looking, path)
                .map(route -> Demand.of(route.getAnnotationMetadata(), looking))
                .map(demand -> roles(path).stream().anyMatch(demand::isMetBy))
                .orElse(true);
    }

    /** Which roles count there. */
    Set<Role> roles(String path) {
        Optional<Long> whose = teams.size() == 1 ? Optional.empty() : whose(path);
        return teams.stream()
                .filter(team -> whose.isEmpty() || whose.get() == team.organisationId())
                .map(Membership::role)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
    }

    private Optional<Long> whose(String path) {
        Matcher named = NAMED.matcher(path);
        return named.lookingAt() ? known.computeIfAbsent(named.group(), belonging::of) : Optional.empty();
    }

    private Optional<UriRouteMatch<Object, Object>> route(boolean looking, String path) {
        return looking
                ? Optional.ofNullable(router.findClosest(HttpRequest.GET(path)))
                : router.find(HttpMethod.POST, path, null).findFirst();
    }
}
