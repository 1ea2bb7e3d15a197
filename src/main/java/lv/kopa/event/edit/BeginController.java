package lv.kopa.event.edit;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.kopa.event.Event;
import lv.kopa.event.template.Templates;
import lv.kopa.organisation.Membership;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where organisers begin an event: what, when and where, for whom. Nothing is kept before the last page is sent. */
@Pages(BeginController.PATH)
@Secured(SecurityRule.IS_AUTHENTICATED)
@Needs(value = Role.ORGANISER, of = Needs.Of.ORGANISATION)
class BeginController {
    static final String PATH = "/organiser/events/begin";

    private final StaticTemplates templates = new StaticTemplates();
    private final EventForms forms;
    private final Drafting drafting;
    private final Templates kept;

    BeginController(EventForms forms, Drafting drafting, Templates kept) {
        this.forms = forms;
        this.drafting = drafting;
        this.kept = kept;
    }

    @Get
    HttpResponse<byte[]> begin(Shell shell, Organiser organiser) {
        return shown(page(shell, organiser, EventForm.blank(forms.home(organiser, ""))), Stage.WHAT, organiser);
    }

    @Post
    HttpResponse<byte[]> goOn(Shell shell, Organiser organiser, @Body Form form) {
        EventFormPage page = page(shell, organiser, form);
        Stage stage = Stage.of(form.get("stage"));
        if (FormRows.change(form)) {
            return shown(page, stage, organiser);
        }
        if (form.chose("do", "back")) {
            return shown(page, stage.moved(-1), organiser);
        }
        if (stage.isFirst()) {
            setClocks(form, organiser);
        }
        return stage.isLast() ? draft(page, organiser) : next(page, stage, organiser);
    }

    /** The clocks are those of the organisation that was chosen, unless somebody has set others. */
    private void setClocks(Form form, Organiser organiser) {
        String before = form.get("timeZone");
        String home = forms.home(organiser, form.get("organisation")).getId();
        if (organiser.memberships().stream()
                .noneMatch(team -> forms.home(organiser, team.slug()).getId().equals(before))) {
            return;
        }
        form.rows("sessions").stream()
                .map(row -> "sessions." + row + ".timeZone")
                .filter(clock -> form.chose(clock, before))
                .forEach(clock -> form.replace(clock, home));
        form.replace("timeZone", home);
    }

    private HttpResponse<byte[]> next(EventFormPage page, Stage stage, Organiser organiser) {
        drafting.check(page, organiser);
        return page.form().hasErrors() ? refused(page, organiser) : shown(page, stage.moved(1), organiser);
    }

    private HttpResponse<byte[]> draft(EventFormPage page, Organiser organiser) {
        Optional<Event> draft = drafting.draft(page, organiser);
        return draft.isPresent() ? DraftController.drafted(draft.get(), page.form()) : refused(page, organiser);
    }

    /** The first of the pages on which there is something to mend. */
    private HttpResponse<byte[]> refused(EventFormPage page, Organiser organiser) {
        Stage first = page.form().errors().keySet().stream()
                .map(Stage::showing)
                .min(Comparator.naturalOrder())
                .orElse(Stage.WHAT);
        return Html.unprocessable(templates.eventEditBegin(begun(page, first, organiser)));
    }

    private HttpResponse<byte[]> shown(EventFormPage page, Stage stage, Organiser organiser) {
        return Html.ok(templates.eventEditBegin(begun(page, stage, organiser)));
    }

    private BeginPage begun(EventFormPage page, Stage stage, Organiser organiser) {
        Map<Long, String> holders = organiser.memberships().size() == 1
                ? Map.of()
                : organiser.memberships().stream()
                        .collect(Collectors.toMap(Membership::organisationId, Membership::name));
        return new BeginPage(page, stage, stage.isFirst() ? kept.of(organiser.organisations()) : List.of(), holders);
    }

    private EventFormPage page(Shell shell, Organiser organiser, Form form) {
        return forms.page(shell, organiser, form, Optional.empty());
    }
}
