package lv.kopa.export.regular;

import gg.jte.models.runtime.JteModel;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.UnknownEvent;
import lv.kopa.organisation.Member;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.registration.attendees.Arrangement.Column;
import lv.kopa.registration.attendees.AttendeeFilter;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Flash;
import lv.kopa.web.Form;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** Where organisers have the list they look at mailed to somebody of the team, until the event is over. */
@Pages("/organiser/events/{slug}/regular-lists")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ListOrderController {
    private static final int LONGEST = 200;
    private static final String COLUMNS = "columns";

    private final StaticTemplates templates = new StaticTemplates();
    private final ListOrders orders;
    private final Events events;
    private final Clock clock;

    ListOrderController(ListOrders orders, Events events, Clock clock) {
        this.orders = orders;
        this.events = events;
        this.clock = clock;
    }

    @Get
    @Needs(value = Role.ORGANISER, of = Needs.Of.ORGANISATION)
    HttpResponse<byte[]> show(
            Shell shell,
            Organiser organiser,
            String slug,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String status,
            @QueryValue @Nullable String category,
            @QueryValue @Nullable String answers,
            HttpRequest<?> request) {
        EventDetails event = ahead(slug, organiser);
        AttendeeFilter filter = AttendeeFilter.of(q, status).unanswered(answers).among(event, category);
        Form form = Form.empty()
                .with("person", organiser.personId())
                .with("rhythm", Rhythm.WEEKLY)
                .with("q", filter.q())
                .with("status", filter.status())
                .with("category", filter.kind())
                .with("answers", filter.unanswered() ? AttendeeFilter.MISSING : null);
        request.getParameters().getAll(COLUMNS).forEach(column -> form.with(COLUMNS, column));
        return Html.ok(page(shell, event, form));
    }

    @Post
    @Needs(value = Role.ORGANISER, of = Needs.Of.ORGANISATION)
    HttpResponse<byte[]> add(Shell shell, Organiser organiser, String slug, @Body Form form) {
        EventDetails event = ahead(slug, organiser);
        AttendeeFilter filter = AttendeeFilter.of(form.get("q"), form.get("status"))
                .unanswered(form.get("answers"))
                .among(event, form.get("category"));
        Optional<Member> reader =
                form.ids("person").stream().findFirst().flatMap(person -> orders.reader(event, person));
        Optional<Rhythm> rhythm = Arrays.stream(Rhythm.values())
                .filter(one -> form.chose("rhythm", one.name()))
                .findFirst();
        if (reader.isEmpty()) {
            form.reject("person", "web.required");
        }
        if (rhythm.isEmpty()) {
            form.reject("rhythm", "web.required");
        }
        if (filter.q().length() > LONGEST) {
            form.reject("", "web.too-long", LONGEST);
        }
        if (form.hasErrors()) {
            return Html.unprocessable(page(shell, event, form));
        }
        ListOrders.Part part = new ListOrders.Part(filter, columns(form));
        if (!orders.add(event.event(), reader.orElseThrow(), rhythm.orElseThrow(), part, organiser.actor())) {
            form.reject("", "web.no-more", ListOrders.MOST);
            return Html.unprocessable(page(shell, event, form));
        }
        return Flash.seeOther(path(slug), "export.regular.added");
    }

    @Post("/{id}/removal")
    @Needs(value = Role.ORGANISER, of = Needs.Of.ORGANISATION)
    HttpResponse<byte[]> remove(Organiser organiser, String slug, long id) {
        orders.remove(events.own(slug, organiser).event(), id, organiser.actor());
        return Flash.seeOther(path(slug), "export.regular.removed");
    }

    /** Those that were chosen, as an order keeps them; what nobody knows is left out. */
    private static @Nullable String columns(Form form) {
        return form.has(COLUMNS)
                ? Arrays.stream(Column.values())
                        .map(Column::key)
                        .filter(column -> form.chose(COLUMNS, column))
                        .collect(Collectors.joining(","))
                : null;
    }

    /** Nobody is sent a list of an event that is over. */
    private EventDetails ahead(String slug, Organiser organiser) {
        EventDetails event = events.own(slug, organiser);
        if (!event.event().isAhead(clock.instant())) {
            throw new UnknownEvent();
        }
        return event;
    }

    private JteModel page(Shell shell, EventDetails event, Form form) {
        return templates.exportRegular(
                new ListOrdersPage(shell, event, orders.of(event.event()), orders.readers(event), form));
    }

    private static String path(String slug) {
        return "/organiser/events/" + slug + "/regular-lists";
    }
}
