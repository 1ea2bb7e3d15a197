package lv.kopa.registration.lists;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.lists.ListRepository.Coming;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where organisers find the lists they need on the day and before it. */
@Pages("/organiser/events/{slug}/lists")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ListsController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Events events;
    private final Lists lists;

    ListsController(Events events, Lists lists) {
        this.events = events;
        this.lists = lists;
    }

    @Get
    HttpResponse<byte[]> show(Shell shell, Organiser organiser, String slug) {
        EventDetails event = events.own(slug, organiser);
        List<Coming> people = lists.coming(event);
        return page(shell, event, people, lists.open(event, people, shell.language()), false);
    }

    /** What few may see is counted only when somebody asks for it, and shown at once: a number is not kept. */
    @Post
    HttpResponse<byte[]> count(Shell shell, Organiser organiser, String slug) {
        EventDetails event = events.own(slug, organiser);
        List<Coming> people = lists.coming(event);
        List<Tally> tallies = Stream.concat(
                        lists.open(event, people, shell.language()).stream(),
                        lists.sensitive(event, people, shell.language(), organiser.actor()).stream())
                .toList();
        return page(shell, event, people, tallies, true);
    }

    private HttpResponse<byte[]> page(
            Shell shell, EventDetails event, List<Coming> people, List<Tally> tallies, boolean counted) {
        return Html.ok(templates.registrationListsShow(new ListsPage(shell, event, people, tallies, counted)));
    }
}
