package lv.kopa.registration.api;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.HEADER;
import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;
import static io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue.FALSE;

import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.Registration;
import lv.kopa.registration.Registrations;
import lv.kopa.registration.attendees.Attendees;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.PlainText;
import lv.kopa.web.Api;
import lv.kopa.web.api.Unlisted;
import lv.kopa.web.idempotency.Once;
import org.jspecify.annotations.Nullable;

@Controller("/api/v1/registrations/{reference}")
@Api
@Tag(name = "Registrations")
@Secured(SecurityRule.IS_AUTHENTICATED)
class RegistrationApi {
    private static final String TOKEN =
            "The end of `links.manage`, where a person asks; better sent as `Authorization: Bearer …`.";

    private final Registrations registrations;
    private final Attendees attendees;
    private final Entitled entitled;
    private final RegistrationItems items;

    RegistrationApi(Registrations registrations, Attendees attendees, Entitled entitled, RegistrationItems items) {
        this.registrations = registrations;
        this.attendees = attendees;
        this.entitled = entitled;
        this.items = items;
    }

    /**
     * Shows a registration to the event's organisers, and to the person by the token from their own link.
     *
     * @return the registration
     */
    @Get
    @Operation(
            parameters =
                    @Parameter(
                            name = "token",
                            in = QUERY,
                            description = TOKEN,
                            schema = @Schema(implementation = String.class)))
    @Secured(SecurityRule.IS_ANONYMOUS)
    RegistrationItem show(String reference, @Unlisted @Nullable Organiser organiser, @Unlisted PersonalToken token) {
        return items.item(entitled.either(reference, organiser, token));
    }

    /**
     * Gives a place, or the wish for one, up: an organiser at any time, the person by the token from their own link
     * until the event's deadline. Whoever waits for the place gets it. What is given up already stays so.
     *
     * @return the registration
     */
    @Post("/cancel")
    @Operation(
            parameters = {
                @Parameter(
                        name = "token",
                        in = QUERY,
                        description = TOKEN,
                        schema = @Schema(implementation = String.class)),
                @Parameter(
                        name = Once.KEY,
                        in = HEADER,
                        description = Once.MEANING,
                        schema = @Schema(implementation = String.class))
            })
    @Secured(SecurityRule.IS_ANONYMOUS)
    RegistrationItem cancel(
            String reference,
            @Unlisted @Nullable Organiser organiser,
            @Unlisted PersonalToken token,
            @Body @Nullable Decision decision) {
        @Nullable String reason = Decision.reasonOf(decision);
        Registration cancelled = organiser == null
                ? registrations.withdraw(entitled.person(reference, token))
                : registrations.cancel(attendees.own(reference, organiser), reason, organiser.actor());
        return items.item(cancelled);
    }

    /**
     * Says yes to a registration that awaits approval: it gets a place, or a turn in the waiting list.
     *
     * @return the registration
     */
    @Post("/approve")
    @Once
    RegistrationItem approve(String reference, @Unlisted Organiser organiser) {
        Registration known = attendees.own(reference, organiser);
        return items.item(registrations.approve(known, organiser.actor()));
    }

    /**
     * Says no to a registration that awaits approval or waits for a place; the person is told the reason.
     *
     * @return the registration
     */
    @Post("/decline")
    @Once
    RegistrationItem decline(String reference, @Unlisted Organiser organiser, @Body @Nullable Decision decision) {
        Registration known = attendees.own(reference, organiser);
        return items.item(registrations.decline(known, Decision.reasonOf(decision), organiser.actor()));
    }

    /**
     * Why.
     *
     * @param reason what the person is told, if anything
     */
    @Serdeable
    @Schema(additionalProperties = FALSE)
    record Decision(@Nullable String reason) {
        private static final int LONGEST = 2_000;

        static @Nullable String reasonOf(@Nullable Decision decision) {
            if (decision == null || decision.reason() == null) {
                return null;
            }
            String clean = PlainText.clean(decision.reason());
            if (clean.length() > LONGEST) {
                throw new InvalidInput("reason", "web.too-long", LONGEST);
            }
            return clean.isEmpty() ? null : clean;
        }
    }
}
