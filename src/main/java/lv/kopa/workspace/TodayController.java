package lv.kopa.workspace;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.organisation.EventRole;
import lv.kopa.organisation.Membership;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where organisers begin, and the list of their events. */
@Pages("/organiser")
@Secured(SecurityRule.IS_AUTHENTICATED)
class TodayController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Agenda agenda;
    private final Tasks tasks;
    private final Organisations organisations;
    private final Clock clock;

    TodayController(Agenda agenda, Tasks tasks, Organisations organisations, Clock clock) {
        this.agenda = agenda;
        this.tasks = tasks;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Get
    @Needs(value = Role.CHECK_IN, of = Needs.Of.ANY_EVENT)
    HttpResponse<byte[]> today(Shell shell, Organiser organiser) {
        List<OwnEvent> events = agenda.events(shell, organiser);
        return Html.ok(templates.workspaceToday(new TodayPage(
                shell, organiser.name(), where(shell, organiser), tasks.of(shell, organiser, events), events)));
    }

    @Get("/events")
    @Needs(value = Role.CHECK_IN, of = Needs.Of.ANY_EVENT)
    HttpResponse<byte[]> events(Shell shell, Organiser organiser) {
        return Html.ok(templates.workspaceEvents(shell, agenda.events(shell, organiser)));
    }

    private String where(Shell shell, Organiser organiser) {
        String names = Stream.concat(
                        organiser.memberships().stream().map(Membership::name),
                        organiser.events().stream().map(EventRole::name))
                .distinct()
                .collect(Collectors.joining(", "));
        String day = shell.dates().day(LocalDate.ofInstant(clock.instant(), organisations.home(organiser)));
        return names.isEmpty() ? day : names + " · " + day;
    }
}
