package lv.kopa.event.edit;

import java.util.Arrays;
import java.util.List;

/** The three short pages on which a new event is begun; all else can wait until it is there. */
public enum Stage {
    WHAT("organisation", "kind", "activity", "title", "description"),
    WHEN("sessions"),
    WHO("places", "waitingList", "approval", "visibility", "registration.closes", "timeZone", "categories");

    private final List<String> fields;

    Stage(String... fields) {
        this.fields = List.of(fields);
    }

    /** Where a form stands; at the beginning where it does not say. */
    static Stage of(String typed) {
        return Arrays.stream(values())
                .filter(stage -> stage.name().equals(typed))
                .findFirst()
                .orElse(WHAT);
    }

    /** Where a field is mended; at the end where no page asks for it. */
    static Stage showing(String field) {
        return Arrays.stream(values())
                .filter(stage -> stage.shows(field))
                .findFirst()
                .orElse(WHO);
    }

    /** Whether a field, or the group it is in, is on this page. */
    public boolean shows(String field) {
        return fields.stream().anyMatch(shown -> field.equals(shown) || field.startsWith(shown + "."));
    }

    /** The page after this one, or before; itself where there is none. */
    Stage moved(int pages) {
        return values()[Math.max(0, Math.min(ordinal() + pages, values().length - 1))];
    }

    public int number() {
        return ordinal() + 1;
    }

    public boolean isFirst() {
        return this == WHAT;
    }

    public boolean isLast() {
        return this == WHO;
    }
}
