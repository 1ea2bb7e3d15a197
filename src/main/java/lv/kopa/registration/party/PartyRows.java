package lv.kopa.registration.party;

import java.util.List;
import java.util.stream.IntStream;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.question.Question;
import lv.kopa.registration.participant.FromParty;
import lv.kopa.registration.wish.Inquiry;
import lv.kopa.web.Form;

/** The people of a party in a form, a row each, added and taken out by buttons that work everywhere. */
final class PartyRows {
    static final int MOST = 30;

    private static final String GROUP = FromParty.PEOPLE;
    private static final int HIGHEST = 999;

    private PartyRows() {}

    /** Rows to begin with. */
    static Form blank(Form form, int rows) {
        IntStream.range(0, rows).forEach(row -> form.with(prefix(row) + "name", ""));
        return form;
    }

    /** Whether the form for one person was sent here, for its person to bring others. */
    static boolean isOfOne(Form form) {
        return form.has(FromParty.FROM);
    }

    /**
     * Makes the form for one person that of a contact, who is the first of the people too, or one beside those who were
     * named before. That they agree is asked anew, since a contact says so for everybody, in other words.
     */
    static Form withOthers(Form form, EventView view, int rows) {
        String first = prefix(free(form));
        for (String field : List.of("name", "email", "category")) {
            form.filled(field).ifPresent(typed -> form.replace(first + field, typed));
        }
        Inquiry.fromContact(view, form, first).questions().stream()
                .map(Question::field)
                .forEach(field -> form.all(field).forEach(typed -> form.with(first + field, typed)));
        while (of(form).size() < rows) {
            form.with(prefix(free(form)) + "name", "");
        }
        if (form.has("consents")) {
            form.note("consents", "registration.party.privacy.anew");
        }
        return form.without(FromParty.FROM).without("consents").without("sent");
    }

    private static int free(Form form) {
        return IntStream.rangeClosed(0, HIGHEST)
                .filter(row -> !of(form).contains(row))
                .findFirst()
                .orElse(HIGHEST);
    }

    /** What the names of a row's fields begin with. */
    static String prefix(int row) {
        return GROUP + "." + row + ".";
    }

    static List<Integer> of(Form form) {
        return form.rows(GROUP);
    }

    /** Those in which somebody was named; others do not count. */
    static List<Integer> filled(Form form) {
        return of(form).stream()
                .filter(row -> form.filled(prefix(row) + "name").isPresent()
                        || form.filled(prefix(row) + "email").isPresent())
                .toList();
    }

    /** The number of the next row. */
    static int next(Form form) {
        return form.nextRow(GROUP);
    }

    /** Does what an "add" or "remove" button asks for; false where none was pressed. */
    static boolean change(Form form) {
        boolean added = form.filled("add").isPresent();
        boolean removed = form.filled("remove").isPresent();
        int next = next(form);
        if (added && next <= HIGHEST && of(form).size() < MOST) {
            form.with(prefix(next) + "name", "");
        }
        form.filled("remove")
                .filter(row -> row.matches(GROUP + "\\.\\d{1,3}"))
                .ifPresent(row -> form.without(row + "."));
        form.without("add").without("remove");
        return added || removed;
    }
}
