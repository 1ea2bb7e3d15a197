package lv.kopa.event.edit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.event.announcement.EventPlan.CategoryPlan;
import lv.kopa.event.announcement.EventPlan.RegistrationPlan;
import lv.kopa.event.announcement.EventPlan.SessionPlan;
import lv.kopa.text.Slug;
import lv.kopa.web.Form;
import org.jspecify.annotations.Nullable;

/** Reads the form as a plan. Rows in which nothing was typed do not count. */
final class EventFormReader {
    private final Form form;
    private final TypedValues values;

    EventFormReader(Form form) {
        this.form = form;
        this.values = new TypedValues(form);
    }

    /** The plan; only good where the form has no errors then. */
    EventPlan read() {
        return new EventPlan(
                text("organisation"),
                text("slug"),
                text("kind"),
                values.texts("title"),
                values.texts("description"),
                values.texts("provided"),
                form.all("languages"),
                text("timeZone"),
                values.number("places"),
                form.chose("waitingList", "true"),
                text("approval"),
                text("visibility"),
                new RegistrationPlan(
                        text("registration.opens"),
                        text("registration.closes"),
                        text("registration.changesUntil"),
                        text("registration.answersUntil"),
                        form.chose("registration.confirmAddress", "true"),
                        values.number("registration.offerHours"),
                        text("registration.minors"),
                        text("registration.decisionsBy")),
                text("activity"),
                categories(),
                sessions().stream().map(this::session).toList(),
                null);
    }

    /** The numbers of the rows that count, in the plan's order. */
    List<Integer> rows(String group) {
        return group.equals("sessions") ? sessions() : categoryRows();
    }

    private List<Integer> sessions() {
        return form.rows("sessions").stream()
                .filter(row -> isTyped(
                        "sessions." + row, "id start end place onlineUrl host hostContact trainers places", "title"))
                .toList();
    }

    private List<Integer> categoryRows() {
        return form.rows("categories").stream()
                .filter(row -> isTyped("categories." + row, "key places", "name")
                        || !form.translated("categories." + row + ".description")
                                .isEmpty())
                .toList();
    }

    private boolean isTyped(String row, String fields, String translated) {
        return !form.translated(row + "." + translated).isEmpty()
                || Stream.of(fields.split(" "))
                        .anyMatch(field -> form.filled(row + "." + field).isPresent());
    }

    private SessionPlan session(int row) {
        String prefix = "sessions." + row + ".";
        return new SessionPlan(
                id(prefix + "id"),
                values.texts(prefix + "title"),
                text(prefix + "start"),
                text(prefix + "end"),
                text(prefix + "timeZone"),
                text(prefix + "place"),
                text(prefix + "onlineUrl"),
                text(prefix + "host"),
                text(prefix + "hostContact"),
                form.get(prefix + "trainers").lines().toList(),
                values.number(prefix + "places"));
    }

    private List<CategoryPlan> categories() {
        Set<String> keys = new HashSet<>();
        List<Integer> rows = categoryRows();
        rows.forEach(row -> form.filled("categories." + row + ".key").ifPresent(keys::add));
        return rows.stream()
                .map(row -> new CategoryPlan(
                        form.filled("categories." + row + ".key")
                                .orElseGet(() ->
                                        Slug.key(form.translated("categories." + row + ".name"), "category", keys)),
                        values.texts("categories." + row + ".name"),
                        values.texts("categories." + row + ".description"),
                        values.number("categories." + row + ".places")))
                .toList();
    }

    private @Nullable String text(String field) {
        return form.filled(field).orElse(null);
    }

    private @Nullable Long id(String field) {
        return form.filled(field)
                .filter(typed -> typed.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(null);
    }
}
