package lv.kopa.registration.attendees;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.copy.making.TemplatePage;
import lv.kopa.event.notice.EventView;
import lv.kopa.event.template.Template;
import lv.kopa.event.template.Templates;
import lv.kopa.organisation.Demand;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.registration.delegation.Delegations;
import lv.kopa.registration.undo.Decisions;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** An organiser's page of an event: what is to be done about it, and who comes. */
@Pages("/organiser/events/{slug}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class AttendeesController {
    private static final int LONGEST_REASON = 2_000;

    /** What pages ask for that only show something. */
    private static final Demand LOOK = new Demand(Role.AUDITOR, true, false, Needs.Of.EVENT);

    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Announcements announcements;
    private final Attendees attendees;
    private final Besides besides;
    private final Clock clock;

    AttendeesController(Events events, Announcements announcements, Attendees attendees, Besides besides, Clock clock) {
        this.events = events;
        this.announcements = announcements;
        this.attendees = attendees;
        this.besides = besides;
        this.clock = clock;
    }

    /** What there is to know of an event besides who comes. */
    @Singleton
    record Besides(Delegations delegations, Course.Reader course, Templates templates, Decisions decisions) {}

    @Get
    @Needs(Role.CHECK_IN)
    HttpResponse<byte[]> show(
            Shell shell,
            Organiser organiser,
            String slug,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String status,
            @QueryValue @Nullable String category,
            @QueryValue @Nullable String answers,
            @QueryValue @Nullable String sort,
            @QueryValue @Nullable List<String> columns,
            @QueryValue @Nullable Integer page) {
        EventDetails event = events.own(slug, organiser);
        Optional<Template> template = besides.templates().find(event.event());
        if (template.isPresent()) {
            EventView view = new EventView(shell, event, clock.instant());
            return Html.ok(templates.eventCopyMakingTemplate(new TemplatePage(view, template.get())));
        }
        AttendeeFilter filter = AttendeeFilter.of(q, status).unanswered(answers).among(event, category);
        return Html.ok(page(shell, organiser, event, filter, Arrangement.of(sort, columns, page), Form.empty()));
    }

    @Post("/cancellation")
    HttpResponse<byte[]> cancel(Shell shell, Organiser organiser, String slug, @Body Form form) {
        EventDetails event = events.own(slug, organiser);
        long id = event.event().id();
        String reason = form.get("reason");
        if (reason.isEmpty()) {
            form.reject("reason", "workspace.cancel.reason.missing");
        } else if (reason.length() > LONGEST_REASON) {
            form.reject("reason", "web.too-long", LONGEST_REASON);
        }
        if (form.hasErrors()) {
            return Html.unprocessable(page(shell, organiser, event, AttendeeFilter.all(), Arrangement.usual(), form));
        }
        announcements.cancel(id, reason, organiser.actor());
        return Flash.seeOther("/organiser/events/" + slug, "workspace.cancel.done");
    }

    private JteModel page(
            Shell shell,
            Organiser organiser,
            EventDetails event,
            AttendeeFilter filter,
            Arrangement arrangement,
            Form form) {
        AttendeeList list = attendees.page(event, filter, arrangement);
        Figures figures = attendees.figures(event.event().id());
        EventView view = new EventView(shell, event, clock.instant());
        CourseView course = new CourseView(view, figures, besides.course().of(event.event()));
        return templates.registrationAttendees(new AttendeesPage(
                shell,
                view,
                figures,
                course,
                filter,
                arrangement,
                list,
                organiser.meeting(LOOK).isAt(event.organisation().id()),
                besides.delegations().of(event),
                besides.decisions().open(event.event()),
                form));
    }
}
