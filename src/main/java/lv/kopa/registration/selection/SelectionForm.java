package lv.kopa.registration.selection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lv.kopa.text.PlainText;
import lv.kopa.web.Form;

/** The fields of the page on which people are chosen: what each is called, and what was typed into them. */
public final class SelectionForm {
    static final String TICKED = "ticked";
    static final String REASON = "reason";
    static final String SURE = "sure";

    private static final String CRITERION = "criterion.";
    private static final String NEW = CRITERION + "new.";
    private static final int LONGEST_NOTE = 2_000;
    private static final int LONGEST_REASON = 500;

    private SelectionForm() {}

    public static String points(Candidate candidate, Criterion criterion) {
        return "points." + candidate.reference() + "." + criterion.id();
    }

    /** How many points were shown; only what is different from that is kept. */
    public static String before(Candidate candidate, Criterion criterion) {
        return "before." + candidate.reference() + "." + criterion.id();
    }

    public static String note(Candidate candidate) {
        return "note." + candidate.reference();
    }

    public static String version(Candidate candidate) {
        return "version." + candidate.reference();
    }

    public static String name(Criterion criterion) {
        return CRITERION + criterion.id();
    }

    public static String name(int blank) {
        return NEW + blank;
    }

    /** What stands in the fields at first. */
    static void fill(Form form, List<Candidate> candidates, List<Criterion> criteria) {
        for (Candidate candidate : candidates) {
            for (Criterion criterion : criteria) {
                Object points = Optional.<Object>ofNullable(candidate.points().get(criterion.id()))
                        .orElse("");
                keep(form, points(candidate, criterion), points);
                keep(form, before(candidate, criterion), points);
            }
            keep(form, note(candidate), candidate.note());
            keep(form, version(candidate), shown(candidate));
        }
        criteria.forEach(criterion -> keep(form, name(criterion), criterion.name()));
    }

    private static void keep(Form form, String field, Object value) {
        if (!form.has(field)) {
            form.with(field, value);
        }
    }

    /** What somebody made of people; what is wrong with it the form says. */
    static List<Judgement> judgements(Form form, List<Candidate> candidates, List<Criterion> criteria) {
        List<Judgement> judgements = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Map<Long, Optional<Integer>> points = new LinkedHashMap<>();
            for (Criterion criterion : criteria) {
                String typed = form.get(points(candidate, criterion));
                boolean known = form.has(points(candidate, criterion)) && typed.matches("[0-3]?");
                if (known && !typed.equals(form.get(before(candidate, criterion)))) {
                    points.put(
                            criterion.id(),
                            Optional.of(typed).filter(one -> !one.isEmpty()).map(Integer::valueOf));
                }
            }
            judgements.add(new Judgement(
                    candidate.reference(),
                    person(form, candidate),
                    points,
                    note(form, candidate),
                    version(form, candidate)));
        }
        return judgements;
    }

    /**
     * Which note was shown: its version, whom it is about and, to know whether it was changed on the page, what of it
     * stays the same.
     */
    static String shown(Candidate candidate) {
        return candidate.version() + "." + Judgement.mark(candidate.registration()) + "." + mark(candidate.note());
    }

    /** Lets the form go on with who it is by now, where somebody else was shown. */
    static void showAnew(Form form, Candidate candidate) {
        if (!person(form, candidate).equals(Judgement.mark(candidate.registration()))) {
            form.replace(version(candidate), shown(candidate));
        }
    }

    private static String person(Form form, Candidate candidate) {
        String[] shown = form.get(version(candidate)).split("\\.", -1);
        return shown.length == 3 ? shown[1] : "";
    }

    private static String mark(String note) {
        return Integer.toHexString(note.hashCode());
    }

    private static int version(Form form, Candidate candidate) {
        String shown = form.get(version(candidate));
        return shown.matches("\\d{1,9}\\..*") ? Integer.parseInt(shown.substring(0, shown.indexOf('.'))) : 0;
    }

    private static Optional<String> note(Form form, Candidate candidate) {
        String field = note(candidate);
        if (form.get(field).length() > LONGEST_NOTE) {
            form.reject(field, "web.too-long", LONGEST_NOTE);
        }
        return isNoteChanged(form, candidate) ? Optional.of(form.get(field)) : Optional.empty();
    }

    private static boolean isNoteChanged(Form form, Candidate candidate) {
        String field = note(candidate);
        boolean changed = !form.get(version(candidate)).endsWith("." + mark(form.get(field)));
        return form.has(field) && changed && !form.get(field).equals(candidate.note());
    }

    /** Whether somebody is ticked, or was given other points or another note than were shown. */
    static boolean isTouched(Form form, Candidate candidate, List<Criterion> criteria) {
        return form.chose(TICKED, candidate.reference())
                || isNoteChanged(form, candidate)
                || criteria.stream()
                        .anyMatch(criterion ->
                                !form.get(points(candidate, criterion)).equals(form.get(before(candidate, criterion))));
    }

    /** Whether criteria stand there with other names than they have, or new ones. */
    static boolean isTouched(Form form, List<Criterion> criteria) {
        return criteria.stream()
                        .anyMatch(criterion -> form.has(name(criterion))
                                && !PlainText.line(form.get(name(criterion))).equals(criterion.name()))
                || form.beginning(NEW).keySet().stream()
                        .anyMatch(field -> form.filled(field).isPresent());
    }

    /** What stays on the page once points and notes are kept; of a decision neither who was ticked nor why. */
    static Form withoutJudgements(Form form, boolean decided) {
        return rest(
                form,
                field -> field.matches("sort|ask|criterion\\..*")
                        || (!decided && List.of(TICKED, REASON, "rest").contains(field)));
    }

    /** What stays on the page once criteria are kept. */
    static Form withoutCriteria(Form form) {
        return rest(form, field -> !field.startsWith(CRITERION));
    }

    private static Form rest(Form form, Predicate<String> stays) {
        Form rest = Form.empty();
        form.names().stream().filter(stays).forEach(field -> form.all(field).forEach(value -> rest.with(field, value)));
        return rest;
    }

    /** Why people are approved or declined, which has to be said to those who are declined. */
    static String reason(Form form, boolean approved) {
        String reason = form.get(REASON);
        if (reason.isEmpty() && !approved) {
            form.reject(REASON, "workspace.selection.fault.reason");
        } else if (reason.length() > LONGEST_REASON) {
            form.reject(REASON, "web.too-long", LONGEST_REASON);
        }
        return reason;
    }

    /** What criteria are to be called, by id. */
    static Map<Long, String> names(Form form, List<Criterion> criteria) {
        Map<Long, String> names = new LinkedHashMap<>();
        criteria.stream()
                .filter(criterion -> form.has(name(criterion)))
                .forEach(criterion -> names.put(criterion.id(), checked(form, name(criterion))));
        return names;
    }

    /** The names of new ones. */
    static List<String> added(Form form, List<Integer> blanks) {
        return blanks.stream()
                .map(blank -> checked(form, name(blank)))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static String checked(Form form, String field) {
        String name = PlainText.line(form.get(field));
        if (name.length() > Criterion.LONGEST_NAME) {
            form.reject(field, "web.too-long", Criterion.LONGEST_NAME);
        }
        return name;
    }
}
