package lv.kopa.registration.selection;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.Events;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where organisers choose among those who await approval. */
@Pages("/organiser/events/{slug}/selection")
@Secured(SecurityRule.IS_AUTHENTICATED)
class SelectionController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final SelectionPages pages;
    private final Choosing choosing;
    private final Criteria criteria;

    SelectionController(Events events, SelectionPages pages, Choosing choosing, Criteria criteria) {
        this.events = events;
        this.pages = pages;
        this.choosing = choosing;
        this.criteria = criteria;
    }

    @Get
    HttpResponse<byte[]> show(Shell shell, Organiser organiser, String slug, HttpRequest<?> request) {
        Form form = Form.empty();
        request.getParameters().getAll("sort").forEach(sort -> form.with("sort", sort));
        request.getParameters().getAll("ask").forEach(asked -> form.with("ask", asked));
        return Html.ok(templates.registrationSelectionShow(pages.of(shell, events.own(slug, organiser), form)));
    }

    /** Who decides is asked first whether what would come of it is what they want. */
    @Post
    HttpResponse<byte[]> decide(Shell shell, Organiser organiser, String slug, @Body Form form) {
        SelectionPage page = pages.of(shell, events.own(slug, organiser), form);
        Optional<Prospect> prospect = choosing.toBeAsked(page, organiser.actor());
        if (prospect.isPresent()) {
            return Html.ok(templates.registrationSelectionSure(new SurePage(page, prospect.get())));
        }
        int done = form.hasErrors() ? 0 : choosing.choose(page, organiser.actor());
        if (form.hasErrors()) {
            return Html.unprocessable(templates.registrationSelectionShow(page));
        }
        String told = form.chose("do", "approve") ? "approved" : form.chose("do", "decline") ? "declined" : "kept";
        Form rest = SelectionForm.withoutJudgements(form, !told.equals("kept"));
        SelectionPage next = pages.of(shell, events.own(slug, organiser), rest);
        if (next.isTyped()) {
            rest.note("", "workspace.selection." + told, done);
            return still(next);
        }
        String mails = told.equals("kept") ? "" : "/organiser/outbox?event=" + slug;
        return Flash.seeOther(page.path() + page.query(), "workspace.selection." + told, done, mails);
    }

    /** Shows the page in another order, or with other answers, and all that was typed. */
    @Post("/view")
    @Needs(Role.AUDITOR)
    HttpResponse<byte[]> view(Shell shell, Organiser organiser, String slug, @Body Form form) {
        return still(pages.of(shell, events.own(slug, organiser), form));
    }

    private HttpResponse<byte[]> still(SelectionPage page) {
        if (page.isTyped()) {
            page.form().note(page.all().isEmpty() ? "criteria" : "people", "workspace.selection.still");
        }
        return Html.ok(templates.registrationSelectionShow(page));
    }

    @Post("/criteria")
    HttpResponse<byte[]> change(Shell shell, Organiser organiser, String slug, @Body Form form) {
        SelectionPage page = pages.of(shell, events.own(slug, organiser), form);
        Map<Long, String> names = SelectionForm.names(form, page.criteria());
        List<String> added = SelectionForm.added(form, page.blanks());
        if (!form.hasErrors() && !criteria.change(page.view().event().id(), names, added, organiser.actor())) {
            form.reject("", "workspace.selection.fault.criteria", Criterion.MOST);
        }
        if (form.hasErrors()) {
            return Html.unprocessable(templates.registrationSelectionShow(page));
        }
        Form rest = SelectionForm.withoutCriteria(form);
        SelectionPage next = pages.of(shell, events.own(slug, organiser), rest);
        if (next.isTyped()) {
            rest.note("", "workspace.selection.criteria.done");
            return still(next);
        }
        return Flash.seeOther(page.path(), "workspace.selection.criteria.done");
    }
}
