package lv.kopa.registration.wish;

import static io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue.FALSE;
import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for somebody under 18, as typed. Unless the e-mail address is that of the registration and
 * {@code guardian} is among the consents, the guardian is asked by mail.
 */
@Serdeable
@Schema(additionalProperties = FALSE)
public record GuardianWish(
        @Schema(requiredMode = REQUIRED, nullable = false) @Nullable
        String name,

        @Schema(requiredMode = REQUIRED, nullable = false) @Nullable
        String email,

        @Schema(requiredMode = REQUIRED, nullable = false) @Nullable
        String phone) {}
