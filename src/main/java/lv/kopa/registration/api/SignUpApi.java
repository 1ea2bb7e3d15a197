package lv.kopa.registration.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.UnknownEvent;
import lv.kopa.event.notice.Noticeboard;
import lv.kopa.mail.EmailAddress;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.RegistrationStatus;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.api.RegistrationItem.Receipt;
import lv.kopa.registration.attendees.AttendeeQuery;
import lv.kopa.registration.wish.Wish;
import lv.kopa.web.Api;
import lv.kopa.web.api.Cursor;
import lv.kopa.web.api.InParts;
import lv.kopa.web.api.Page;
import lv.kopa.web.api.Unlisted;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.Network;
import lv.kopa.web.idempotency.Once;
import lv.kopa.web.idempotency.Submission;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/events/{slug}/registrations")
@Api
@Tag(name = "Registrations")
@Secured(SecurityRule.IS_AUTHENTICATED)
class SignUpApi {
    private final Noticeboard noticeboard;
    private final Registrations registrations;
    private final Receipts receipts;
    private final Roll roll;
    private final Limits limits;

    SignUpApi(Noticeboard noticeboard, Registrations registrations, Receipts receipts, Roll roll, Limits limits) {
        this.noticeboard = noticeboard;
        this.registrations = registrations;
        this.receipts = receipts;
        this.roll = roll;
        this.limits = limits;
    }

    /**
     * Registers a person, who is sent a mail about it. Anybody may; nobody needs a token.
     *
     * <p>Whether a person is registered already is nobody's business but theirs: an organiser of the event is told, with
     * 409 and the reference. A stranger gets a receipt like any other, for what a new registration would have come to,
     * with a reference and links that open nothing, while the person gets a mail with links that do. So a receipt proves
     * nothing to whoever is not the person.
     *
     * <p>Where the event has {@code registration.confirmAddress}, the place or the turn that the status tells of is held
     * until the person has pressed a button behind a link in a mail, {@code confirmBy} at the latest. Then it ends, and
     * whoever waits moves up.
     *
     * <p>Where the event has {@code registration.minors}, {@code minor} has to be said, and who answers for somebody
     * under 18. That guardian is asked by mail whether they agree; the registration counts meanwhile, and is cancelled if
     * they do not.
     *
     * <p>Full without a waiting list, not open yet or closed: 409.
     *
     * @return a receipt, with the person's own links
     */
    @Post
    @Once
    @Status(HttpStatus.CREATED)
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<Receipt> register(
            String slug,
            @Unlisted @Nullable Organiser organiser,
            @Unlisted @Nullable Submission submission,
            @Unlisted Network network,
            @Body Wish wish) {
        EventDetails event = noticeboard.find(slug).orElseThrow(UnknownEvent::new);
        boolean own = organiser != null && organiser.mayOrganise(event.event().organisationId());
        if (event.event().isDraft() && !own) {
            throw new UnknownEvent();
        }
        if (!own) {
            limits.count(Limit.REGISTRATION, network);
            EmailAddress.parse(wish.email()).ifPresent(email -> limits.count(Limit.REGISTRATION_ADDRESS, email.key()));
            Optional.ofNullable(wish.guardian())
                    .flatMap(guardian -> EmailAddress.parse(guardian.email()))
                    .ifPresent(email -> limits.count(Limit.REGISTRATION_ADDRESS, email.key()));
        }
        String hash = submission == null ? null : submission.hash();
        Receipt receipt = receipts.of(event, registrations.register(event, wish, hash), own);
        return HttpResponse.created(receipt, URI.create(receipt.links().self()));
    }

    /**
     * Lists who is registered, newest first.
     *
     * @param q a part of the name, the address, the organisation or the reference
     * @param status how the registration stands
     * @param category the key of a kind of place
     * @param answers {@code missing} for those who have yet to answer something that is needed
     * @return one part of it
     */
    @Get
    @InParts
    Page<RegistrationItem> list(
            String slug,
            @Unlisted Organiser organiser,
            @QueryValue @Nullable String q,
            @Parameter(schema = @Schema(implementation = RegistrationStatus.class)) @QueryValue @Nullable String status,
            @QueryValue @Nullable String category,
            @QueryValue @Nullable String answers,
            @Unlisted Cursor cursor) {
        return roll.page(slug, organiser, new AttendeeQuery(q, status, category, answers), cursor);
    }
}
