package lv.kopa.registration.circular;

import java.time.Instant;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.web.Shell;

/** What was written to the people of an event. */
public record CircularsPage(Shell shell, EventDetails event, List<Circular> circulars) {
    public String back() {
        return "/organiser/events/" + event.event().slug();
    }

    public String path() {
        return back() + "/circulars";
    }

    public String when(Circular circular) {
        return when(shell, event, circular.writtenAt());
    }

    static String when(Shell shell, EventDetails event, Instant instant) {
        return shell.dates().shortMoment(instant, event.event().zone());
    }
}
