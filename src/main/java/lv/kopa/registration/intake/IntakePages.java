package lv.kopa.registration.intake;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lv.kopa.event.EventDetails;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.wish.Applicant;
import lv.kopa.text.Faults;
import lv.kopa.text.Language;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/** Makes of a table, and of what was chosen of it, what an organiser sees. */
@Singleton
class IntakePages {
    private final Intake intake;
    private final Clock clock;

    IntakePages(Intake intake, Clock clock) {
        this.intake = intake;
        this.clock = clock;
    }

    IntakeStart start(Shell shell, EventDetails event, Form form) {
        return new IntakeStart(view(shell, event), form);
    }

    private EventView view(Shell shell, EventDetails event) {
        return new EventView(shell.at("/organiser/events/" + event.event().slug() + "/import"), event, clock.instant());
    }

    /** As the table seems to be meant. */
    IntakePage guessed(Shell shell, EventDetails event, PeopleTable table, Form form) {
        Matching.guess(form, table, event);
        form.replace("language", shell.language().tag()).replace("mail", "yes");
        if (event.categories().size() == 1) {
            form.replace("category", event.categories().get(0).categoryKey());
        }
        return of(shell, event, table, form);
    }

    /** As was chosen. */
    IntakePage of(Shell shell, EventDetails event, PeopleTable table, Form form) {
        EventView view = view(shell, event);
        Map<String, String> offered = Matching.offered(event, shell);
        Matching matching = Matching.of(form, table, offered);
        return new IntakePage(view, table, offered, people(view, table, matching, form), form, Optional.empty());
    }

    private List<Person> people(EventView view, PeopleTable table, Matching matching, Form form) {
        PersonReader.Otherwise otherwise = new PersonReader.Otherwise(
                Language.of(form.get("language")).orElse(view.shell().language()), form.get("category"));
        PersonReader reader = new PersonReader(
                view.details(),
                matching,
                otherwise,
                intake.registered(view.event().id()));
        Set<String> leftOut = new HashSet<>(form.all(IntakePage.LEFT_OUT));
        List<Person> people = new ArrayList<>();
        for (List<String> row : table.rows()) {
            int number = people.size() + table.firstLine();
            boolean out = leftOut.contains(Integer.toString(number));
            Faults faults = new Faults();
            Optional<Applicant> applicant = reader.read(row, !out, faults);
            people.add(new Person(
                    number,
                    matching.in(row, "name"),
                    matching.in(row, "email"),
                    out,
                    applicant,
                    List.copyOf(faults.found().values())));
        }
        return people;
    }
}
