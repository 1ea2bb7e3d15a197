package lv.kopa.registration.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import lv.kopa.event.Category;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.text.Language;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/**
 * A table before those in it are registered: what its columns hold, and what is wrong with whom.
 *
 * @param offered what a column may hold, and how that is called
 * @param people everybody in it
 * @param form what was chosen
 * @param waiting how many of those who were chosen wait for a place; empty as long as nobody is registered
 */
public record IntakePage(
        EventView view,
        PeopleTable table,
        Map<String, String> offered,
        List<Person> people,
        Form form,
        Optional<Integer> waiting) {
    static final String KEPT = "kept";
    static final String SHOWN = "shown";

    /** The language of whoever uploaded the table, whose letters it has throughout where it is not in Unicode. */
    static final String LETTERS = "letters";

    static final String LEFT_OUT = "out";

    private static final int SHOWN_RIGHT = 20;
    private static final int SHOWN_OTHERS = 200;

    /** How many can be left out by a single button: each goes along as a field of the form. */
    private static final int MOST_LEFT_OUT = 1_000;

    public Shell shell() {
        return view.shell();
    }

    public String path() {
        return path(view);
    }

    static String path(EventView view) {
        return "/organiser/events/" + view.event().slug() + "/import";
    }

    public List<Integer> columns() {
        return IntStream.range(0, table.header().size())
                .filter(column -> !table.header().get(column).isEmpty()
                        || table.examples(column).isPresent())
                .boxed()
                .toList();
    }

    public String heading(int column) {
        String heading = table.header().get(column);
        return heading.isEmpty() ? shell().text("workspace.intake.unnamed", column + 1) : heading;
    }

    public String field(int column) {
        return Matching.field(column);
    }

    public Map<String, String> languages() {
        Map<String, String> names = new LinkedHashMap<>();
        Language.spoken().forEach(language -> names.put(language.tag(), language.ownName()));
        return names;
    }

    public boolean hasCategories() {
        return !view.details().categories().isEmpty();
    }

    public Map<String, String> categories() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("", shell().text("workspace.intake.none"));
        for (Category category : view.details().categories()) {
            names.put(category.categoryKey(), shell().text(category.name()));
        }
        return names;
    }

    /** What a person comes as, and in which language they are written to. */
    public String about(Applicant person) {
        Category category = person.category();
        return person.language().ownName() + (category == null ? "" : " · " + shell().text(category.name()));
    }

    public List<Person> chosen() {
        return people.stream().filter(person -> !person.leftOut()).toList();
    }

    List<Applicant> applicants() {
        return chosen().stream().flatMap(person -> person.applicant().stream()).toList();
    }

    public long wrong() {
        return people.stream().filter(Person::isWrong).count();
    }

    /** How many can be registered. */
    public long right() {
        return chosen().size() - wrong();
    }

    public boolean mayLeaveOutWrong() {
        return wrong() > 0 && wrong() <= MOST_LEFT_OUT;
    }

    public Room room() {
        return Room.of(view.details(), applicants());
    }

    /** Whether people can be told to wait. */
    public boolean mayWait() {
        return view.event().waitingList();
    }

    /** Whether there is anything to write to people: an event that is over, or a draft, is none. */
    public boolean mayWrite() {
        return view.event().isAhead(view.now());
    }

    boolean isWriting() {
        return mayWrite() && form.chose("mail", "yes");
    }

    boolean isDone() {
        return waiting.isPresent();
    }

    IntakePage done(int waiting) {
        return new IntakePage(view, table, offered, people, form, Optional.of(waiting));
    }

    IntakePage with(List<Person> others) {
        return new IntakePage(view, table, offered, others, form, waiting);
    }

    /** Those who are shown: the first who are right, and many of those who are not or are left out. */
    public List<Person> shownPeople() {
        int right = 0;
        int others = 0;
        List<Person> shown = new ArrayList<>();
        for (Person person : people) {
            boolean isRight = !person.isWrong() && !person.leftOut();
            if (isRight ? right++ < SHOWN_RIGHT : others++ < SHOWN_OTHERS) {
                shown.add(person);
            }
        }
        return shown;
    }

    /** Who is left out and not shown. */
    public List<Person> leftOutUnseen() {
        Set<Person> shown = new HashSet<>(shownPeople());
        return people.stream()
                .filter(person -> person.leftOut() && !shown.contains(person))
                .toList();
    }

    public int unseen() {
        return people.size() - shownPeople().size();
    }

    /** Names in a word what was made of which table. */
    public String shown() {
        List<String> made = IntStream.range(0, table.header().size())
                .mapToObj(column -> form.get(field(column)))
                .toList();
        int hash = Objects.hash(form.get(KEPT), form.get(LETTERS), made, form.get("language"), form.get("category"));
        return new Token(Integer.toString(hash)).hash().substring(0, 16);
    }

    /** Whether what was chosen was chosen from what this page shows. */
    boolean isAsShown() {
        return form.get(SHOWN).equals(shown());
    }
}
