package lv.kopa.workspace;

import java.util.List;
import lv.kopa.web.Shell;

/**
 * Where organisers begin.
 *
 * @param name of the organiser
 * @param where the organisations and the day, in a line
 */
public record TodayPage(Shell shell, String name, String where, List<Task> tasks, List<OwnEvent> events) {

    /** Those that are not over. */
    public List<OwnEvent> coming() {
        return events.stream().filter(OwnEvent::isComing).toList();
    }
}
