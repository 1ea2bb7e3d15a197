package lv.kopa.registration.reminder;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/** The reminders of an event, for its organisers. */
public record RemindersPage(
        Shell shell, EventDetails event, List<Reminder> reminders, List<MomentRow> come, Form form) {

    public String back() {
        return "/organiser/events/" + event.event().slug();
    }

    public String path() {
        return back() + "/reminders";
    }

    public String words(Reminder reminder) {
        return back() + "/texts/" + reminder.wordsKey() + "/" + shell.language().tag();
    }

    public String name(Reminder reminder) {
        return shell.text(reminder.offset().textKey(), reminder.amount());
    }

    /** What becomes of it, a line for each time it comes. */
    public List<String> times(Reminder reminder) {
        List<Moment> moments = reminder.moments(event);
        return moments.isEmpty()
                ? List.of(shell.text("reminder.no-date"))
                : moments.stream().map(this::time).toList();
    }

    private String time(Moment moment) {
        LocalDateTime due = moment.due().toLocalDateTime();
        String key = isDone(moment) ? "reminder.sent" : moment.isMissed() ? "reminder.passed" : "reminder.comes";
        String said = shell.text(key, shell.dates().bound(due));
        return moment.session()
                .flatMap(session -> event.nameOf(session, shell.language()))
                .map(name -> name + " – " + said)
                .orElse(said);
    }

    private boolean isDone(Moment moment) {
        Optional<MomentRow> row = come.stream()
                .filter(known -> known.reminderId() == moment.reminder().id()
                        && known.sessionId() == moment.sessionId()
                        && known.doneAt() != null)
                .findFirst();
        return row.filter(done -> !Reminding.isLater(moment, done.aboutAt())).isPresent();
    }

    public Map<String, String> units() {
        return ReminderForm.units(shell);
    }

    public Map<String, String> sides() {
        return ReminderForm.sides(shell);
    }
}
