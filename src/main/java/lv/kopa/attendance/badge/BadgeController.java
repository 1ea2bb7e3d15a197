package lv.kopa.attendance.badge;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.Objects;
import lv.kopa.event.Events;
import lv.kopa.event.notice.EventView;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** Where organisers get the badges of an event. */
@Pages("/organiser/events/{slug}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Needs(Role.CHECK_IN)
class BadgeController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Badges badges;
    private final Clock clock;

    BadgeController(Events events, Badges badges, Clock clock) {
        this.events = events;
        this.badges = badges;
        this.clock = clock;
    }

    @Get("/badges")
    HttpResponse<byte[]> show(Shell shell, Organiser organiser, String slug) {
        EventView view = view(shell, organiser, slug);
        return Html.ok(templates.attendanceBadge(
                new BadgePage(view, badges.people(view).size())));
    }

    @Get("/badges.pdf")
    @Produces(MediaType.ALL)
    HttpResponse<byte[]> print(
            Shell shell,
            Organiser organiser,
            String slug,
            @QueryValue @Nullable String sheet,
            @QueryValue @Nullable String from) {
        Labels labels = Labels.of(Objects.requireNonNullElse(sheet, ""));
        byte[] paper = badges.print(view(shell, organiser, slug), labels, Objects.requireNonNullElse(from, ""));
        return HttpResponse.ok(paper)
                .contentType(MediaType.APPLICATION_PDF_TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + slug + "-badges.pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }

    private EventView view(Shell shell, Organiser organiser, String slug) {
        return new EventView(shell, events.own(slug, organiser), clock.instant());
    }
}
