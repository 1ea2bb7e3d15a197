package lv.kopa.event.edit;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.event.announcement.EventPlan.CategoryPlan;
import lv.kopa.event.announcement.EventPlan.RegistrationPlan;
import lv.kopa.event.announcement.EventPlan.SessionPlan;
import lv.kopa.text.Language;
import lv.kopa.text.Slug;
import lv.kopa.web.Form;
import org.jspecify.annotations.Nullable;

/** Reads the form as a plan. Rows in which nothing was typed do not count. */
final class EventFormReader {
    private final Form form;

    EventFormReader(Form form) {
        this.form = form;
    }

    /** The plan; only good where the form has no errors then. */
    EventPlan read() {
        return new EventPlan(
                text("organisation"),
                text("slug"),
                text("kind"),
                texts("title"),
                texts("description"),
                texts("provided"),
                form.all("languages"),
                text("timeZone"),
                number("places"),
                form.chose("waitingList", "true"),
                text("approval"),
                text("visibility"),
                new RegistrationPlan(
                        text("registration.opens"),
                        text("registration.closes"),
                        text("registration.changesUntil"),
                        form.chose("registration.confirmAddress", "true")),
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
                .filter(row -> isTyped("categories." + row, "key places", "name"))
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
                texts(prefix + "title"),
                text(prefix + "start"),
                text(prefix + "end"),
                text(prefix + "timeZone"),
                text(prefix + "place"),
                text(prefix + "onlineUrl"),
                text(prefix + "host"),
                text(prefix + "hostContact"),
                form.get(prefix + "trainers").lines().toList(),
                number(prefix + "places"));
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
                        texts("categories." + row + ".name"),
                        number("categories." + row + ".places")))
                .toList();
    }

    private Map<String, String> texts(String field) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            form.filled(field + "." + language.tag()).ifPresent(typed -> texts.put(language.tag(), typed));
        }
        return texts;
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

    private @Nullable Integer number(String field) {
        String typed = form.get(field);
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("-?\\d{1,9}")) {
            form.reject(field, "workspace.fault.number");
            return null;
        }
        return Integer.valueOf(typed);
    }
}
