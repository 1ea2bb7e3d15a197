package lv.kopa.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.organisation.Organiser;
import lv.kopa.report.ReportRepository.Participant;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** People who may be one, two at a time, and what was said of others. */
public record PairsPage(Shell shell, Report report, List<Pair> open, List<Pair> decided) {
    /** More than this many at once would be no help. */
    private static final int MOST = 50;

    /**
     * Two registrations beside each other.
     *
     * @param onePerson what was said of them
     */
    public record Pair(Side first, Side second, boolean onePerson) {}

    /** What is known of one of them. */
    public record Side(String reference, String name, String address, List<String> details) {}

    static PairsPage of(Shell shell, Report report, Organiser organiser) {
        Facts facts = report.facts();
        Map<Long, Participant> own = facts.registrations().stream()
                .filter(one -> isOwn(facts, one, organiser))
                .collect(Collectors.toMap(Participant::id, Function.identity()));
        List<Pair> open = new Alike(facts)
                .pairs().stream()
                        .flatMap(pair -> pair(
                                side(shell, facts, own.get(pair.first().id())),
                                side(shell, facts, own.get(pair.second().id())),
                                false)
                                .stream())
                        .toList();
        List<Pair> decided = facts.persons().decisions().stream()
                .flatMap(decision -> pair(
                        side(shell, facts, own.get(decision.first())),
                        side(shell, facts, own.get(decision.second())),
                        decision.onePerson())
                        .stream())
                .toList();
        return new PairsPage(shell, report, open, decided);
    }

    /** How many pairs there are of which nobody has said anything, and which are the organiser's to speak of. */
    static int open(Report report, Organiser organiser) {
        Facts facts = report.facts();
        return (int) new Alike(facts)
                .pairs().stream()
                        .filter(pair -> isOwn(facts, pair.first(), organiser) && isOwn(facts, pair.second(), organiser))
                        .count();
    }

    private static boolean isOwn(Facts facts, Participant one, Organiser organiser) {
        return organiser.isAt(facts.event(one).event().organisationId());
    }

    private static Optional<Pair> pair(@Nullable Side first, @Nullable Side second, boolean onePerson) {
        return first == null || second == null ? Optional.empty() : Optional.of(new Pair(first, second, onePerson));
    }

    private static @Nullable Side side(Shell shell, Facts facts, @Nullable Participant registration) {
        if (registration == null) {
            return null;
        }
        boolean erased = Facts.isErased(registration);
        String event = shell.text(facts.event(registration).event().title());
        return new Side(
                registration.reference(),
                erased ? shell.text("report.rows.erased") : registration.name(),
                "/organiser/registrations/" + registration.reference(),
                Stream.of(
                                erased ? null : registration.address(),
                                registration.phone(),
                                registration.organisation(),
                                event)
                        .flatMap(detail -> Optional.ofNullable(detail).stream())
                        .toList());
    }

    public List<Pair> shown() {
        return open.subList(0, Math.min(MOST, open.size()));
    }

    public String back() {
        return report.path() + "?" + report.span().query();
    }

    public String action() {
        return action(report);
    }

    static String action(Report report) {
        return report.path() + "/people?" + report.span().query();
    }
}
