package lv.kopa.registration.wish;

import lv.kopa.mail.EmailAddress;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;
import lv.kopa.web.guard.Effort;

/** What a form is held against that anybody may send, whoever is registered by it; it says itself what is the matter. */
public final class Screening {
    private Screening() {}

    /** Whether it may not be ours, or is so old that its cookie is gone. */
    public static boolean isDoubtful(Form form, Shell shell) {
        boolean doubtful = shell.csrf().isDoubtful();
        if (doubtful) {
            form.reject("", form.tells("old") ? "registration.form.old" : "registration.form.cookies");
        }
        return doubtful;
    }

    /** Whether a program has filled in what nobody sees. */
    public static boolean isTrapped(Form form) {
        boolean trapped = form.filled("website").isPresent();
        if (trapped) {
            form.reject("website", "registration.fault.trap");
        }
        return trapped;
    }

    /** What the browser has calculated for it, if it was asked to. */
    public static Effort effort(Form form) {
        return new Effort(form.get("submission"), form.get("email"), form.get("effort"));
    }

    /** Asks once whether an address is meant as typed, which is a question and no fault. */
    public static void askWhetherMeant(Form form, String field) {
        EmailAddress.parse(form.get(field))
                .ifPresent(typed -> typed.meant()
                        .filter(other -> form.tells(typed.value()))
                        .ifPresent(other -> form.note(field, "registration.form.meant", other.value(), typed.value())));
    }
}
