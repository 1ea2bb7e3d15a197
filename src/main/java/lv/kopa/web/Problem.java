package lv.kopa.web;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.NOT_REQUIRED;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What programs are told when a request failed, as RFC 9457 has it.
 *
 * @param type {@code urn:kopa:problem:} and a name that stays, or {@code about:blank} where the status says it all
 * @param title what it is, in the language asked for with Accept-Language
 * @param detail what is the matter this time
 * @param errors what is wrong with what was sent, field by field
 * @param instance the number under which a fault of ours can be found again
 */
@Serdeable
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Schema(requiredMode = NOT_REQUIRED) List<Wrong> errors,
        @Schema(requiredMode = NOT_REQUIRED) Optional<String> instance) {

    /**
     * A field that is not right.
     *
     * @param field its place in the JSON that was sent, such as {@code sessions[0].end}; empty: all of it
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Wrong(String field, String message) {}
}
