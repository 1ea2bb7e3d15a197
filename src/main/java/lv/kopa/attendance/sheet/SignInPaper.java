package lv.kopa.attendance.sheet;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.attendance.sheet.Choice.Column;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.project.Acknowledgement;
import lv.kopa.registration.Registration;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/**
 * The list that people sign who came, as it is printed.
 *
 * @param photographed the ids of the registrations of those who agreed to be photographed
 * @param logo the address of the funder's logo
 */
public record SignInPaper(
        EventView view,
        Occasion occasion,
        Choice choice,
        List<Registration> people,
        Set<Long> photographed,
        Optional<String> logo) {
    /** So many letters of the foot fit into a line of it, unless most of them are as wide as an M. */
    private static final int LETTERS = 120;

    /** With so many columns more it is printed upright. */
    private static final int UPRIGHT = 1;

    /** What it says of each person, under which heading; `key` is the same in every language. */
    public record Heading(String key, String text) {}

    public Shell shell() {
        return view.shell();
    }

    public boolean isUpright() {
        return choice.columns().size() <= UPRIGHT;
    }

    public String organisation() {
        return view.details().organisation().name();
    }

    public String day() {
        return shell().dates().day(occasion.day());
    }

    /** The parts that it is signed for, each with its hours, what it is called and where it is. */
    public List<String> parts() {
        return occasion.sessions().stream().map(this::part).toList();
    }

    private String part(Session session) {
        return Stream.of(
                        Optional.of(view.hours(session)),
                        view.details().titleOf(session, shell().language()),
                        view.where(session),
                        Optional.ofNullable(session.host()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    /** What stands over every page but is said at length on the first. */
    public String running() {
        return view.title() + " · " + day()
                + occasion.session().map(session -> " · " + view.hours(session)).orElse("");
    }

    /** Which clocks it is told by, where they are not those of the event's home. */
    public Optional<String> clocks() {
        return occasion.sessions().stream()
                .filter(session -> !session.timeZone().equals(view.event().timeZone()))
                .findFirst()
                .map(session -> shell().text("event.zone.time", shell().dates().zone(session.zone())));
    }

    public Optional<Acknowledgement> funding() {
        return view.details().funding();
    }

    /** What the funder wants to have said. */
    public Optional<String> acknowledgement() {
        return funding().map(Acknowledgement::text).map(shell()::text).filter(text -> !text.isEmpty());
    }

    /** What stands at the foot of each page: which project and activity it counts for, and who finances that. */
    public String foot() {
        return funding().map(funding -> funding.line(shell().language())).orElseGet(this::organisation);
    }

    /** How high the foot must be, in millimetres, for all of it to be read. */
    public int footHeight() {
        int letters = isUpright() ? LETTERS * 2 / 3 : LETTERS;
        return Math.max(20, 13 + 4 * (foot().length() / letters));
    }

    public List<Heading> headings() {
        return choice.columns().stream()
                .map(column -> new Heading(column.key(), shell().text(column.textKey())))
                .toList();
    }

    /** A row for each person, without the number and the signature, then the blank ones. */
    public List<List<String>> rows() {
        List<String> blank = Collections.nCopies(choice.columns().size() + 1, "");
        return Stream.concat(
                        people.stream()
                                .map(person -> Stream.concat(
                                                Stream.of(person.name()),
                                                choice.columns().stream().map(column -> cell(column, person)))
                                        .toList()),
                        Stream.generate(() -> blank).limit(choice.blank()))
                .toList();
    }

    private String cell(Column column, Registration person) {
        return switch (column) {
            case ORGANISATION -> orNothing(person.organisation());
            case CATEGORY ->
                view.details()
                        .categoryOf(person.categoryId())
                        .map(kind -> shell().text(kind.name()))
                        .orElse("");
            case EMAIL -> person.hasOwnAddress() ? person.email() : "";
            case PHONE -> orNothing(person.phone());
            case PHOTO -> photographed.contains(person.id()) ? "" : shell().text("workspace.attendees.no-photo");
        };
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Who leads it and so signs for it, or hosts it. */
    public String leaders() {
        List<String> trainers = occasion.sessions().stream()
                .flatMap(session -> session.trainers().stream())
                .distinct()
                .toList();
        List<String> hosts = occasion.sessions().stream()
                .flatMap(session -> Stream.ofNullable(session.host()))
                .distinct()
                .toList();
        return String.join(", ", trainers.isEmpty() ? hosts : trainers);
    }
}
