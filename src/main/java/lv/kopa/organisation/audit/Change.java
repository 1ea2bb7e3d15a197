package lv.kopa.organisation.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;

/**
 * What one thing was before a deed and after it.
 *
 * @param field what it is called in the program, as `places` or `session 3 place`
 * @param before "" for nothing
 * @param after the same
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Change(String field, String before, String after) {}
