package lv.kopa.attendance.door;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import lv.kopa.event.Session;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.Registration;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** From when until when somebody was at a session, for an organiser to correct. */
public record TimesPage(EventView view, Session session, Registration person, Form form) {

    public Shell shell() {
        return view.shell();
    }

    public String back() {
        return DoorPage.address(view.event().slug(), session.id(), "", "");
    }

    public String path() {
        return "/organiser/events/" + view.event().slug() + "/check-in/" + session.id() + "/" + person.reference()
                + "/times";
    }

    /** What the fields take: a time of the day, and a day with it where the session goes on over midnight. */
    public String type() {
        return overMidnight() ? "datetime-local" : "time";
    }

    private boolean overMidnight() {
        return !session.startsOn().toLocalDate().equals(session.endsOn().toLocalDate());
    }

    /** A time as such a field has it. */
    String field(LocalDateTime time) {
        return overMidnight() ? time.toString() : time.toLocalTime().toString();
    }

    /** What was typed in a field; null where it is as planned. What is wrong with it is said to the form. */
    @Nullable
    LocalDateTime read(String name, LocalDateTime planned) {
        try {
            return form.filled(name)
                    .map(typed -> overMidnight()
                            ? LocalDateTime.parse(typed)
                            : session.startsOn().toLocalDate().atTime(LocalTime.parse(typed)))
                    .filter(time -> !time.equals(planned))
                    .orElse(null);
        } catch (DateTimeException notOne) {
            form.reject(name, "attendance.times.fault");
            return null;
        }
    }

    /** Whether nobody can have been there so: not at all, or never while it took place. */
    boolean isImpossible(@Nullable LocalDateTime came, @Nullable LocalDateTime left) {
        LocalDateTime from = Optional.ofNullable(came).orElse(session.startsOn());
        LocalDateTime until = Optional.ofNullable(left).orElse(session.endsOn());
        return !from.isBefore(until)
                || !from.isBefore(session.endsOn())
                || !session.startsOn().isBefore(until);
    }
}
