package lv.kopa.event.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a {@link lv.kopa.web.api.Version} is read from, for the description of the API. */
@Operation(
        parameters =
                @Parameter(
                        name = "If-Match",
                        in = ParameterIn.HEADER,
                        required = true,
                        description = "the ETag of the event that was looked at",
                        schema = @Schema(implementation = String.class)))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface OfVersion {}
