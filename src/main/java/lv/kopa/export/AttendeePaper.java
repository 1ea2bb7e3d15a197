package lv.kopa.export;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.project.Acknowledgement;
import lv.kopa.registration.attendees.AttendeeFilter;
import lv.kopa.text.Dates;
import lv.kopa.text.Language;
import lv.kopa.text.Texts;

/** The list of who comes as it is printed: what one needs at the door and on the telephone, and who pays for it. */
public final class AttendeePaper {
    /** Some hundred and forty sheets, which take seconds to print; more would take longer than a reader waits. */
    static final int MOST_ROWS = 2_000;

    /** So many letters of the foot fit into a line of it, unless most of them are as wide as an M. */
    private static final int LETTERS = 120;

    private static final List<String> PRINTED =
            List.of("name", "organisation", "category", "sessions", "email", "phone", "status");

    private final EventDetails event;
    private final Sheet sheet;
    private final AttendeeFilter filter;
    private final LocalDateTime made;
    private final Language language;
    private final List<Integer> places;
    private final int status;
    private final int position;

    /** @param made when, on the clocks at the event's home */
    AttendeePaper(EventDetails event, Sheet sheet, AttendeeFilter filter, LocalDateTime made, Language language) {
        this.event = event;
        this.sheet = sheet;
        this.filter = filter;
        this.made = made;
        this.language = language;
        this.places =
                PRINTED.stream().map(this::place).filter(this::saysSomething).toList();
        this.status = place("status");
        this.position = place("position");
    }

    /** What it says of each person, under which heading; `key` is the same in every language. */
    public record Column(String key, String heading) {}

    public String language() {
        return Texts.in(language).language().tag();
    }

    public String organisation() {
        return event.organisation().name();
    }

    public String title() {
        return event.event().title().in(language);
    }

    public String when() {
        return event.days(language);
    }

    public String where() {
        return event.where(language);
    }

    /** What stands at the foot of each page: which project and activity it counts for, and who finances that. */
    public String foot() {
        return event.funding().map(funding -> funding.line(language)).orElseGet(this::organisation);
    }

    /** How high the foot must be, in millimetres, for all of it to be read. */
    public int footHeight() {
        int lines = 1 + foot().length() / LETTERS;
        return Math.max(20, 9 + 4 * lines);
    }

    /** What the funder wants to have said. */
    public Optional<String> acknowledgement() {
        return event.funding()
                .map(Acknowledgement::text)
                .map(text -> text.in(language))
                .filter(text -> !text.isEmpty());
    }

    /** How many are on it, who was looked for, and when that was so. */
    public String summary() {
        Texts texts = Texts.in(language);
        Stream<String> chosen = Stream.of(
                        Optional.ofNullable(filter.status()).map(status -> texts.get(status.textKey())),
                        event.categoryOf(filter.category()).map(Category::name).map(name -> name.in(language)),
                        Optional.of("workspace.attendees.unanswered")
                                .filter(key -> filter.unanswered())
                                .map(texts::get),
                        Optional.of(filter.q()).filter(q -> !q.isEmpty()).map(q -> texts.get("event.search.quoted", q)))
                .flatMap(Optional::stream);
        String count = texts.get("export.paper.count", sheet.rows().size());
        String asOf = texts.get("export.paper.made", Dates.in(language).moment(made));
        return Stream.concat(Stream.concat(Stream.of(count), chosen), Stream.of(asOf))
                .collect(Collectors.joining(" · "));
    }

    public String nobody() {
        return Texts.in(language).get("workspace.attendees.none-found");
    }

    /** The columns in which there is something to read. */
    public List<Column> columns() {
        return places.stream()
                .map(place -> sheet.columns().get(place))
                .map(column -> new Column(column.key(), column.label()))
                .toList();
    }

    /** A value for each column. */
    public List<List<String>> rows() {
        return sheet.rows().stream()
                .map(row -> places.stream().map(place -> value(row, place)).toList())
                .toList();
    }

    private boolean saysSomething(int place) {
        return sheet.rows().stream().anyMatch(row -> !row.get(place).isEmpty());
    }

    private int place(String key) {
        return IntStream.range(0, sheet.columns().size())
                .filter(place -> sheet.columns().get(place).key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** A cell; who waits, waits at a place in the queue. */
    private String value(List<String> row, int place) {
        String turn = row.get(position);
        return place == status && !turn.isEmpty()
                ? Texts.in(language).get("workspace.attendees.waiting", Integer.valueOf(turn))
                : row.get(place);
    }
}
