package lv.kopa.web.api;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;

/** What the description of the API says of the whole. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Kopa",
                        version = "v1",
                        description = """
                                Events, registrations and attendance of an association.

                                **Who may what.** Organisers send a token, `Authorization: Bearer …`; a stranger needs none \
                                for reading what is public and for registering.

                                **Errors** are `application/problem+json` (RFC 9457): `type`, `title`, `status`, `detail`, and \
                                for bad input `errors: [{field, message}]`, in the language of `Accept-Language` \
                                (en, lv, nb, uk, ru). A field that a body \
                                is not described to have is refused.

                                **Sending again.** Give every POST an `Idempotency-Key` of your own, at best a random UUID. \
                                The same key with the same body gets the same answer for a day and does nothing twice; with \
                                another body it is refused with 422, and with 409 and `Retry-After` while the first is still \
                                being worked on.

                                **Changing.** `PATCH` takes the `ETag` you were last given as `If-Match`: 412 where somebody \
                                else was quicker, 428 without.

                                **Lists** come in parts: `{items, next}`. Ask for the next part with `?cursor=` and what \
                                `next` said; `?limit=` says how many, at most 200.
                                """,
                        license =
                                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0.txt")),
        servers = @Server(url = "https://kopa.invalid"),
        security = {@SecurityRequirement(name = "token"), @SecurityRequirement(name = "")})
@SecurityScheme(name = "token", type = SecuritySchemeType.HTTP, scheme = "bearer")
final class Description {
    private Description() {}
}
