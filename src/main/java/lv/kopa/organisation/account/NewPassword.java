package lv.kopa.organisation.account;

import lv.kopa.organisation.People;
import lv.kopa.web.Form;

/** A password that somebody chooses. */
public final class NewPassword {
    private static final int LONGEST = 1_000;

    private NewPassword() {}

    /** What was typed into a field; what is wrong with it is said to the form. */
    public static String read(Form form, String field) {
        String typed = form.get(field);
        if (typed.length() < People.SHORTEST_PASSWORD) {
            form.reject(field, "person.password.short", People.SHORTEST_PASSWORD);
        } else if (typed.length() > LONGEST) {
            form.reject(field, "web.too-long", LONGEST);
        }
        return typed;
    }
}
