package lv.kopa.event.edit;

import java.util.List;
import java.util.Optional;
import lv.kopa.web.Form;

/** The repeated parts of forms, such as sessions and choices, added and taken out by buttons that work everywhere. */
final class FormRows {
    static final List<String> GROUPS = List.of("sessions", "categories", "choices", "conditions");

    private static final int MOST = 100;
    private static final int HIGHEST = 999;

    private FormRows() {}

    /** Does what an "add" or "remove" button asks for; false where none was pressed. */
    static boolean change(Form form) {
        Optional<String> added = form.filled("add");
        Optional<String> removed = form.filled("remove");
        added.filter(GROUPS::contains).filter(group -> hasRoom(form, group)).ifPresent(group -> add(form, group));
        removed.filter(row -> row.matches("(" + String.join("|", GROUPS) + ")\\.\\d{1,3}"))
                .ifPresent(row -> form.without(row + "."));
        form.without("add").without("remove");
        return added.isPresent() || removed.isPresent();
    }

    private static boolean hasRoom(Form form, String group) {
        return form.rows(group).size() < MOST && form.nextRow(group) <= HIGHEST;
    }

    /** A further session is probably in the zone of the one before it. */
    private static void add(Form form, String group) {
        String row = group + "." + form.nextRow(group);
        if (group.equals("sessions")) {
            String zone = form.rows(group).stream()
                    .reduce((one, later) -> later)
                    .map(last -> form.get(group + "." + last + ".timeZone"))
                    .orElseGet(() -> form.get("timeZone"));
            form.with(row + ".timeZone", zone);
        } else {
            form.with(row + (group.equals("conditions") ? ".value" : ".places"), "");
        }
    }
}
