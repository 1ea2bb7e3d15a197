package lv.kopa.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import lv.kopa.event.Category;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.notice.HomeTime;
import lv.kopa.project.Acknowledgement;
import lv.kopa.web.Shell;

/**
 * The programme of an event, or the itinerary of a visit, to be carried in a pocket.
 *
 * @param personal whether it is for somebody who has a place, and so names contacts and links to join by
 */
public record ItineraryPaper(EventView view, boolean personal) {
    /** So many letters of the foot fit into a line of it, unless most of them are as wide as an M. */
    private static final int LETTERS = 85;

    public Shell shell() {
        return view.shell();
    }

    public EventDetails details() {
        return view.details();
    }

    public String heading() {
        return shell().text(view.event().isStudyVisit() ? "event.itinerary" : "event.programme");
    }

    public Map<LocalDate, List<Session>> days() {
        return details().byDay();
    }

    /** Whether home time needs a column of its own. */
    public boolean showsHome() {
        return details().crossesZones();
    }

    /** The clocks at home while a part takes place, also where they show what the clocks there do. */
    public String atHome(Session session) {
        HomeTime home = view.home();
        return home.hours(session).orElseGet(() -> view.hours(session));
    }

    public String category(Category category) {
        String name = shell().text(category.name());
        return category.places() == null ? name : name + ": " + shell().text("event.places.of", category.places());
    }

    /** What stands at the foot of each page: who pays, else who holds it. */
    public String foot() {
        return details()
                .funding()
                .map(funding -> funding.line(shell().language()))
                .orElseGet(() -> details().organisation().name());
    }

    /** How high the foot must be, in millimetres, for all of it to be read. */
    public int footHeight() {
        return Math.max(20, 13 + 4 * (foot().length() / LETTERS));
    }

    /** What the funder wants to have said; "" where nothing. */
    public String acknowledgement() {
        return details().funding().map(Acknowledgement::text).map(shell()::text).orElse("");
    }
}
