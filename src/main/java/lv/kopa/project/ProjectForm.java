package lv.kopa.project;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lv.kopa.text.Language;
import lv.kopa.text.Slug;
import lv.kopa.text.Translated;
import lv.kopa.web.Form;
import org.jspecify.annotations.Nullable;

/** The form of a project, its activities as rows that are added and taken away without JavaScript too. */
final class ProjectForm {
    private static final String ROWS = "activities";
    private static final int LONGEST_NUMBER = 80;
    private static final int LONGEST_ACTIVITY_NUMBER = 20;
    private static final int LONGEST_FUNDER = 200;
    private static final int LONGEST_TITLE = 300;
    private static final int LONGEST_TEXT = 10_000;
    private static final int MOST_ROWS = 100;

    private ProjectForm() {}

    static Form empty() {
        return Form.empty().with(row(0) + "number", "1");
    }

    static Form filled(Project project, List<Activity> activities) {
        Form form = Form.empty()
                .with("version", project.version())
                .with("number", project.number())
                .with("title", project.title())
                .with("description", project.description())
                .with("funder", project.funder())
                .with("acknowledgement", project.acknowledgement())
                .with("startsOn", project.startsOn())
                .with("endsOn", project.endsOn());
        for (int i = 0; i < activities.size(); i++) {
            Activity activity = activities.get(i);
            form.with(row(i) + "id", activity.id())
                    .with(row(i) + "number", activity.number())
                    .with(row(i) + "title", activity.title())
                    .with(row(i) + "target", activity.targetParticipants());
        }
        return form;
    }

    /** Adds or takes away a row, if that is what the reader pressed. */
    static boolean changeRows(Form form) {
        List<Integer> rows = form.rows(ROWS);
        if (form.has("add")) {
            if (rows.size() < MOST_ROWS) {
                int next = rows.stream().mapToInt(Integer::intValue).max().orElse(-1) + 1;
                form.with(row(next) + "number", "");
            }
            return true;
        }
        form.filled("remove")
                .filter(number -> number.matches("\\d{1,3}"))
                .ifPresent(number -> form.without(row(Integer.parseInt(number))));
        return form.has("remove");
    }

    /** What was typed; only good where the form has no errors then. */
    static ProjectPlan read(Form form, String slug) {
        Translated title = texts(form, "title", LONGEST_TITLE);
        if (title.isEmpty()) {
            form.reject("title." + Language.EN.tag(), "project.title.missing");
        }
        LocalDate startsOn = date(form, "startsOn");
        LocalDate endsOn = date(form, "endsOn");
        if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
            form.reject("endsOn", "project.ends-before");
        }
        return new ProjectPlan(
                slug,
                line(form, "number", "project.number.missing", LONGEST_NUMBER),
                title,
                texts(form, "description", LONGEST_TEXT),
                line(form, "funder", "project.funder.missing", LONGEST_FUNDER),
                texts(form, "acknowledgement", LONGEST_TEXT),
                startsOn,
                endsOn,
                activities(form));
    }

    static String slug(Form form) {
        String slug = form.get("slug");
        if (!Slug.isOne(slug)) {
            form.reject("slug", "slug.wrong");
        }
        return slug;
    }

    private static List<ProjectPlan.Item> activities(Form form) {
        List<ProjectPlan.Item> activities = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        for (int number : form.rows(ROWS)) {
            ProjectPlan.Item activity = activity(form, row(number));
            if (!numbers.add(activity.number())) {
                form.reject(row(number) + "number", "project.activity.twice");
            }
            activities.add(activity);
        }
        return activities;
    }

    private static ProjectPlan.Item activity(Form form, String row) {
        String number = line(form, row + "number", "project.activity.number.missing", LONGEST_ACTIVITY_NUMBER);
        if (number.startsWith("#") || number.contains("/")) {
            form.reject(row + "number", "project.activity.number.wrong");
        }
        Translated title = texts(form, row + "title", LONGEST_TITLE);
        if (title.isEmpty()) {
            form.reject(row + "title." + Language.EN.tag(), "project.title.missing");
        }
        return new ProjectPlan.Item(id(form, row), number, title, target(form, row + "target"));
    }

    private static long id(Form form, String row) {
        return form.filled(row + "id")
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .orElse(0L);
    }

    private static @Nullable Integer target(Form form, String field) {
        Optional<String> typed = form.filled(field);
        if (typed.isPresent() && !typed.get().matches("\\d{1,6}")) {
            form.reject(field, "project.activity.target.wrong");
            return null;
        }
        return typed.map(Integer::valueOf).orElse(null);
    }

    private static String line(Form form, String field, String missing, int longest) {
        String typed = form.get(field);
        if (typed.isEmpty()) {
            form.reject(field, missing);
        } else if (typed.length() > longest) {
            form.reject(field, "web.too-long", longest);
        }
        return typed;
    }

    private static Translated texts(Form form, String field, int longest) {
        Translated texts = form.translated(field);
        for (Language language : texts.languages()) {
            if (texts.exactly(language).length() > longest) {
                form.reject(field + "." + language.tag(), "web.too-long", longest);
            }
        }
        return texts;
    }

    private static @Nullable LocalDate date(Form form, String field) {
        String typed = form.get(field);
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException notADate) {
            form.reject(field, "project.date.wrong");
            return null;
        }
    }

    private static String row(int number) {
        return ROWS + "." + number + ".";
    }
}
