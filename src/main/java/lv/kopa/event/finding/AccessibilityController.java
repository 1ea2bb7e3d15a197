package lv.kopa.event.finding;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.organisation.Organisations;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** The accessibility statement, for which organisers are the people to write to. */
@Pages
@Secured(SecurityRule.IS_ANONYMOUS)
class AccessibilityController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Organisations organisations;

    AccessibilityController(Organisations organisations) {
        this.organisations = organisations;
    }

    @Get(AccessibilityPage.PATH)
    HttpResponse<byte[]> statement(Shell shell) {
        return Html.ok(templates.eventAccessibility(new AccessibilityPage(
                shell,
                organisations.all().stream()
                        .filter(organisation -> organisation.email() != null)
                        .toList())));
    }
}
