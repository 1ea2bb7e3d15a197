package lv.kopa.event.beginning;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import lv.kopa.organisation.Membership;
import lv.kopa.organisation.Organiser;
import lv.kopa.text.PlainText;
import lv.kopa.web.Form;

/** The few fields that make a draft of an example: for whom, what it is called, and when it begins. */
record StartingForm(Form form) {
    private static final int EARLIEST_YEAR = 2000;
    private static final int LATEST_YEAR = 2200;

    String title() {
        String title = PlainText.line(form.get("title"));
        if (title.isEmpty()) {
            form.reject("title", "workspace.starting.fault.title");
        }
        return title;
    }

    /** Who holds it, of those for whom the organiser may. */
    Optional<Membership> holder(Organiser organiser) {
        Optional<Membership> only = organiser.memberships().size() == 1
                ? organiser.memberships().stream().findFirst()
                : organiser.in(form.get("organisation"));
        if (only.isEmpty()) {
            form.reject("organisation", "workspace.fault.organisation");
        }
        return only;
    }

    /** Only good where the form has no errors then. */
    LocalDate day() {
        try {
            LocalDate day = LocalDate.parse(form.get("first"));
            if (day.getYear() >= EARLIEST_YEAR && day.getYear() <= LATEST_YEAR) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below, as a year that nobody means is
        }
        form.reject("first", form.get("first").isEmpty() ? "workspace.copy.fault.first" : "workspace.copy.fault.day");
        return LocalDate.EPOCH;
    }
}
