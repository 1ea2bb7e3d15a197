package lv.kopa.registration;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Events;
import lv.kopa.event.UnknownEvent;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.RegistrationItem.Receipt;
import lv.kopa.web.Api;

@Api("/api/v1/events/{slug}/registrations")
@Tag(name = "Registrations")
@Secured(SecurityRule.IS_AUTHENTICATED)
class SignUpApi {
    private final Events events;
    private final Registrations registrations;
    private final Receipts receipts;

    SignUpApi(Events events, Registrations registrations, Receipts receipts) {
        this.events = events;
        this.registrations = registrations;
        this.receipts = receipts;
    }

    /**
     * Registers a person, who is sent a mail about it. Anybody may; nobody needs a token.
     *
     * <p>Whether a person is registered already is nobody's business but theirs: an organiser of the event is told, with
     * 409 and the reference. A stranger gets a receipt like any other, for what a new registration would have come to,
     * with a reference and links that open nothing, while the person gets a mail with links that do. So a receipt is
     * proof of a registration only to whoever it belongs to.
     */
    @Post
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<Receipt> register(String slug, Optional<Organiser> organiser, @Body Wish wish) {
        EventDetails event = events.find(slug).orElseThrow(UnknownEvent::new);
        boolean own = organiser
                .filter(person -> person.mayOrganise(event.event().organisationId()))
                .isPresent();
        if (event.event().isDraft() && !own) {
            throw new UnknownEvent();
        }
        Receipt receipt = receipts.of(registrations.register(event, wish, null), own);
        return HttpResponse.created(receipt, URI.create(receipt.links().self()));
    }
}
