package lv.kopa.event.notice;

import java.time.LocalDate;
import java.time.YearMonth;
import lv.kopa.web.Shell;

/** The days of an event as its cover shows them: a number, large, and what follows it. */
public record Cover(Shell shell, LocalDate first, LocalDate last) {

    /** "14–16", or the first of days in two months. */
    public String number() {
        boolean range = isOneMonth() && !first.equals(last);
        return first.getDayOfMonth() + (range ? "–" + last.getDayOfMonth() : "");
    }

    /** The month, and where it ends if that is in another one. */
    public String rest() {
        String month = shell.dates().monthOf(first);
        return isOneMonth() ? month : month + " – " + shell.dates().date(last);
    }

    private boolean isOneMonth() {
        return YearMonth.from(first).equals(YearMonth.from(last));
    }
}
