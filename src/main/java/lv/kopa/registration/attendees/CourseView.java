package lv.kopa.registration.attendees;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.Category;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.plot.Bars;
import lv.kopa.plot.Bars.Bar;
import lv.kopa.plot.Steps;
import lv.kopa.web.Shell;

/** How an event filled, and who came, as its organisers see it. */
public record CourseView(EventView view, Figures figures, Course course) {
    private Shell shell() {
        return view.shell();
    }

    public List<Course.Day> days() {
        return course.days();
    }

    public String date(Course.Day day) {
        return shell().dates().date(day.date());
    }

    /** How many were registered, from the first day to the last on which that could change. */
    public Optional<Steps> steps() {
        if (days().isEmpty()) {
            return Optional.empty();
        }
        long most = days().stream().mapToLong(Course.Day::registered).max().orElse(0);
        List<Steps.Step> steps = days().stream()
                .map(day -> new Steps.Step(day.date(), day.registered()))
                .toList();
        return Optional.of(new Steps(steps, until(), Math.max(most, places())));
    }

    private LocalDate until() {
        LocalDate today = LocalDate.ofInstant(view.now(), view.event().zone());
        LocalDate end = view.details().lastDay().filter(today::isAfter).orElse(today);
        LocalDate last = days().get(days().size() - 1).date();
        return last.isAfter(end) ? last : end;
    }

    public String from() {
        return shell().dates().date(days().get(0).date());
    }

    public String untilWhen() {
        return shell().dates().date(until());
    }

    /** How many places there are; 0 where there is no end of them. */
    public long places() {
        return view.details().places().orElse(0);
    }

    /** In a sentence. */
    public String said() {
        long registered = days().get(days().size() - 1).registered();
        return shell().text("workspace.course.said", registered)
                + view.details()
                        .placesLeft()
                        .map(left -> " " + shell().text("workspace.course.left", left))
                        .orElse("");
    }

    /** How many of the places are taken: of the event, and of each kind that has some of its own. */
    public Bars taken() {
        List<Bar> bars = new ArrayList<>();
        view.details()
                .places()
                .ifPresent(places -> bars.add(bar(
                        shell().text("workspace.places.short"),
                        shell().language().tag(),
                        places - view.details().placesLeft().orElse(0),
                        places)));
        for (Category category : view.details().categories()) {
            if (category.places() != null) {
                bars.add(bar(
                        shell().text(category.name()),
                        shell().languageOf(category.name()),
                        category.placesTaken(),
                        category.places()));
            }
        }
        return new Bars(bars);
    }

    /** How many of those who were expected were at each part; nothing where nobody was marked. */
    public Bars attended() {
        return new Bars(
                course.seen().isEmpty()
                        ? List.of()
                        : view.details().planned().stream().map(this::attended).toList());
    }

    private Bar attended(Session session) {
        long expected = session.isChosen() ? session.placesTaken() : figures.confirmed();
        String when = shell().dates().shortDay(session.startsOn().toLocalDate());
        return bar(
                when + " · " + view.nameOf(session),
                view.headingLanguage(session),
                course.seen().getOrDefault(session.id(), 0L),
                expected);
    }

    private Bar bar(String label, String language, long count, long most) {
        return new Bar(label, language, count, most, shell().text("workspace.of", count, most));
    }
}
