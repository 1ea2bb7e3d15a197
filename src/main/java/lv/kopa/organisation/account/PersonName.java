package lv.kopa.organisation.account;

import lv.kopa.web.Form;

/** The name that somebody says is theirs. */
public final class PersonName {
    private static final int LONGEST = 200;

    private PersonName() {}

    /** What was typed into the field `name`; what is wrong with it is said to the form. */
    public static String read(Form form) {
        String typed = form.get("name");
        if (typed.isEmpty()) {
            form.reject("name", "person.name.missing");
        } else if (typed.length() > LONGEST) {
            form.reject("name", "web.too-long", LONGEST);
        }
        return typed;
    }
}
