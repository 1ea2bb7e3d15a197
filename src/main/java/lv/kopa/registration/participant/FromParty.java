package lv.kopa.registration.participant;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.question.Question;
import lv.kopa.registration.wish.Inquiry;
import lv.kopa.web.Form;

/**
 * The form for several people, sent to where one registers oneself: that of its contact, with what was said of them among
 * the people. The others stay in it, out of sight, for whoever goes back.
 */
public final class FromParty {
    /** The people of a party in a form, a row each. */
    public static final String PEOPLE = "people";

    /** The field of the buttons between the two forms, with which of them it was pressed in. */
    public static final String FROM = "from";

    private static final String PARTY = "party";

    private final Form form;
    private final Inquiry inquiry;

    FromParty(Form form, EventView view) {
        this.form = form;
        this.inquiry = Inquiry.atRegistration(view, form);
    }

    static boolean isSent(Form form) {
        return form.chose(FROM, PARTY);
    }

    /** The rows of people that a form for one carries along. */
    static Map<String, List<String>> others(Form form) {
        return form.beginning(PEOPLE + ".");
    }

    /** That the contact agrees is asked anew, since people do so for themselves in other words. */
    void toSingle() {
        own().ifPresent(this::take);
        if (form.has("consents")) {
            form.note("consents", "registration.form.consents.anew");
        }
        long others = form.rows(PEOPLE).stream().filter(this::isNamed).count();
        if (others > 0) {
            form.note("", "registration.form.others-kept", others);
        }
        form.without(FROM).without("consents").without("sent");
    }

    /** The row of the contact; of whoever is named first where the contact is not. */
    private Optional<Integer> own() {
        String contact = lower("name");
        return form.rows(PEOPLE).stream()
                .filter(this::isNamed)
                .filter(row -> contact.isEmpty() || contact.equals(lower(prefix(row) + "name")))
                .findFirst();
    }

    private void take(int row) {
        String prefix = prefix(row);
        for (String field : List.of("name", "email")) {
            if (form.filled(field).isEmpty()) {
                form.filled(prefix + field).ifPresent(typed -> form.replace(field, typed));
            }
        }
        form.filled(prefix + "category").ifPresent(typed -> form.replace("category", typed));
        inquiry.questions().stream()
                .map(Question::field)
                .forEach(field -> form.all(prefix + field).forEach(typed -> form.with(field, typed)));
        form.without(prefix);
    }

    private boolean isNamed(int row) {
        return form.filled(prefix(row) + "name").isPresent();
    }

    private String lower(String field) {
        return form.get(field).toLowerCase(Locale.ROOT);
    }

    private static String prefix(int row) {
        return PEOPLE + "." + row + ".";
    }
}
