package lv.kopa.export;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import lv.kopa.registration.RegistrationStatus;

/** What a list of registrations is filtered and sorted by, for the description of the API. */
@Operation(
        parameters = {
            @Parameter(
                    name = "q",
                    in = QUERY,
                    description = "a part of the name, the address, the organisation or the reference",
                    schema = @Schema(implementation = String.class)),
            @Parameter(
                    name = "status",
                    in = QUERY,
                    description = "how the registration stands",
                    schema = @Schema(implementation = RegistrationStatus.class)),
            @Parameter(
                    name = "category",
                    in = QUERY,
                    description = "the key of a kind of place",
                    schema = @Schema(implementation = String.class)),
            @Parameter(
                    name = "answers",
                    in = QUERY,
                    description = "missing: those who have yet to answer something that is needed",
                    schema = @Schema(implementation = String.class, allowableValues = "missing")),
            @Parameter(
                    name = "sort",
                    in = QUERY,
                    description = "in which order; unless it is said, in the order people registered",
                    schema =
                            @Schema(
                                    implementation = String.class,
                                    allowableValues = {"registered", "newest", "name"}))
        })
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface AttendeeFiltering {}
