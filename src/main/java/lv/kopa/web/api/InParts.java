package lv.kopa.web.api;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A list that takes a {@link Cursor}, for the description of the API. */
@Operation(
        parameters = {
            @Parameter(
                    name = "cursor",
                    in = QUERY,
                    description = "what `next` of the part before said",
                    schema = @Schema(implementation = String.class)),
            @Parameter(
                    name = "limit",
                    in = QUERY,
                    description = "how many at once, at most 200",
                    schema = @Schema(implementation = Integer.class))
        })
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface InParts {}
