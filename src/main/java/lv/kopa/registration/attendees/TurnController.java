package lv.kopa.registration.attendees;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.Registration;
import lv.kopa.registration.waiting.Reordering;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Gives people in line another turn. */
@Pages("/organiser/registrations/{reference}/turn")
@Secured(SecurityRule.IS_AUTHENTICATED)
class TurnController {
    private static final int LONGEST_REASON = 500;
    private static final int LAST = 100_000;

    private final StaticTemplates templates = new StaticTemplates();
    private final Attendees attendees;
    private final AttendeePages pages;
    private final Reordering reordering;

    TurnController(Attendees attendees, AttendeePages pages, Reordering reordering) {
        this.attendees = attendees;
        this.pages = pages;
        this.reordering = reordering;
    }

    @Post
    HttpResponse<byte[]> move(Shell shell, Organiser organiser, String reference, @Body Form form) {
        Registration registration = attendees.own(reference, organiser);
        int turn = turn(form);
        String reason = form.get("turnReason");
        if (reason.isEmpty()) {
            form.reject("turnReason", "workspace.turn.reason.missing");
        } else if (reason.length() > LONGEST_REASON) {
            form.reject("turnReason", "web.too-long", LONGEST_REASON);
        }
        if (form.hasErrors()) {
            return Html.unprocessable(templates.registrationAttendee(pages.of(shell, registration, form)));
        }
        reordering.move(registration, turn, reason, organiser.actor());
        return Flash.seeOther("/organiser/registrations/" + registration.reference(), "workspace.turn.done");
    }

    private static int turn(Form form) {
        String typed = form.get("turn");
        int turn = typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
        if (turn < 1 || turn > LAST) {
            form.reject("turn", "workspace.turn.missing");
        }
        return turn;
    }
}
