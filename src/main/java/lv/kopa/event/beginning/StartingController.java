package lv.kopa.event.beginning;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import lv.kopa.event.Event;
import lv.kopa.event.UnknownEvent;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.organisation.Membership;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Texts;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Makes drafts of the examples that Kopa brings along, in the language of whoever begins with one. */
@Pages("/organiser/events/begin/{point}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Needs(value = Role.ORGANISER, of = Needs.Of.ORGANISATION)
class StartingController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Announcements announcements;
    private final Organisations organisations;
    private final Clock clock;

    StartingController(Announcements announcements, Organisations organisations, Clock clock) {
        this.announcements = announcements;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Get
    HttpResponse<byte[]> blank(Shell shell, Organiser organiser, String point) {
        organiser.requireTeam();
        StartingPoint chosen = point(point);
        Form form = Form.empty().with("title", shell.text(chosen.textKey()));
        return Html.ok(templates.eventBeginning(new StartingPage(shell, chosen, organiser.memberships(), form)));
    }

    @Post
    HttpResponse<byte[]> draft(Shell shell, Organiser organiser, String point, @Body Form form) {
        organiser.requireTeam();
        StartingPoint chosen = point(point);
        return draft(shell, organiser, chosen, new StartingForm(form))
                .<HttpResponse<byte[]>>map(
                        draft -> Flash.seeOther("/organiser/events/" + draft.slug(), "workspace.starting.drafted"))
                .orElseGet(() -> Html.unprocessable(
                        templates.eventBeginning(new StartingPage(shell, chosen, organiser.memberships(), form))));
    }

    /** The draft; nothing where the form says by now what is wrong. */
    private Optional<Event> draft(Shell shell, Organiser organiser, StartingPoint point, StartingForm typed) {
        String title = typed.title();
        LocalDate day = typed.day();
        Optional<Organisation> holder =
                typed.holder(organiser).map(Membership::slug).map(organisations::get);
        if (typed.form().hasErrors()) {
            return Optional.empty();
        }
        Organisation holding = holder.orElseThrow();
        LocalDate today = clock.instant().atZone(holding.zone()).toLocalDate();
        StartingPlan plan = new StartingPlan(point, title, day, today, Texts.in(shell.language()));
        try {
            return Optional.of(announcements
                    .draft(plan.plan(holding.slug()), holding, organiser.actor())
                    .event());
        } catch (InvalidInput refused) {
            refused.faults()
                    .forEach((field, fault) ->
                            typed.form().reject(field.startsWith("title") ? "title" : "first", fault));
            return Optional.empty();
        }
    }

    private static StartingPoint point(String key) {
        return StartingPoint.of(key).orElseThrow(UnknownEvent::new);
    }
}
