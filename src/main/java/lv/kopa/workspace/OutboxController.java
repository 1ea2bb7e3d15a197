package lv.kopa.workspace;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.mail.MailStage;
import lv.kopa.mail.Outbox;
import lv.kopa.mail.OutboxFilter;
import lv.kopa.mail.OutboxMail;
import lv.kopa.mail.delivery.Postman;
import lv.kopa.organisation.Needs;
import lv.kopa.organisation.Organisations;
import lv.kopa.organisation.Organiser;
import lv.kopa.organisation.Role;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.text.PlainText;
import lv.kopa.web.Flash;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/** The mail of one's organisations: what it says, and what became of it. */
@Pages("/organiser/outbox")
@Secured(SecurityRule.IS_AUTHENTICATED)
class OutboxController {
    private static final int SIZE = 50;

    private final StaticTemplates templates = new StaticTemplates();
    private final Outbox outbox;
    private final Postman postman;
    private final Organisations organisations;
    private final Events events;

    OutboxController(Outbox outbox, Postman postman, Organisations organisations, Events events) {
        this.outbox = outbox;
        this.postman = postman;
        this.organisations = organisations;
        this.events = events;
    }

    @Get
    HttpResponse<byte[]> list(
            Shell shell,
            Organiser organiser,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String state,
            @QueryValue @Nullable String event,
            @QueryValue @Nullable Long before) {
        Set<Long> own = Set.copyOf(organiser.organisations());
        String typed = q == null ? "" : PlainText.line(q);
        MailStage chosen = Stream.of(MailStage.values())
                .filter(one -> one.name().equalsIgnoreCase(state))
                .findFirst()
                .orElse(null);
        EventDetails about = event == null ? null : events.own(event, organiser);
        Long id = about == null ? null : about.event().id();
        return Html.ok(templates.workspaceOutbox(new OutboxView(
                shell,
                organisations.home(organiser),
                postman.works(own),
                postman.outages(own),
                outbox.stages(own, id),
                about,
                typed,
                chosen,
                outbox.page(new OutboxFilter(own, id, chosen, typed, before, SIZE)))));
    }

    @Get("/{id}")
    @Needs(Role.ORGANISER)
    HttpResponse<byte[]> show(Shell shell, Organiser organiser, long id) {
        OutboxMail mail = read(organiser, id);
        Set<Long> owner = Stream.ofNullable(mail.item().organisationId()).collect(Collectors.toSet());
        return Html.ok(templates.workspaceMail(new MailView(
                shell, organisations.home(organiser), postman.works(owner), postman.outages(owner), mail)));
    }

    @Get("/{id}/letter")
    @Needs(Role.ORGANISER)
    HttpResponse<String> letter(Organiser organiser, long id) {
        return Html.sandboxed(read(organiser, id).mail().html());
    }

    @Post("/{id}/attempt")
    HttpResponse<byte[]> retry(Organiser organiser, long id) {
        own(organiser, id);
        return Flash.seeOther(
                "/organiser/outbox/" + id, outbox.retry(id) ? "workspace.mail.retried" : "workspace.mail.too-late");
    }

    @Post("/{id}/stop")
    HttpResponse<byte[]> stop(Organiser organiser, long id) {
        own(organiser, id);
        return Flash.seeOther(
                "/organiser/outbox/" + id, outbox.stop(id) ? "workspace.mail.stopped" : "workspace.mail.too-late");
    }

    private OutboxMail read(Organiser organiser, long id) {
        own(organiser, id);
        return outbox.find(id).orElseThrow(UnknownMail::new);
    }

    private void own(Organiser organiser, long id) {
        boolean own = outbox.item(id)
                .flatMap(mail -> Optional.ofNullable(mail.organisationId()))
                .filter(organiser::mayOrganise)
                .isPresent();
        if (!own) {
            throw new UnknownMail();
        }
    }
}
