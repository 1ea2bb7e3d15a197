package lv.kopa.web.idempotency;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.HEADER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A POST that takes an Idempotency-Key, for the description of the API. */
@Operation(
        parameters =
                @Parameter(
                        name = Once.KEY,
                        in = HEADER,
                        description = Once.MEANING,
                        schema = @Schema(implementation = String.class)))
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Once {
    String KEY = "Idempotency-Key";
    String MEANING = "names what is sent; sent again it is answered again, and nothing is done twice";
}
