package lv.kopa.event.api;

import static io.swagger.v3.oas.annotations.enums.ParameterIn.QUERY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import lv.kopa.event.EventKind;

/** What {@link lv.kopa.event.EventFilter} and a cursor read, for the description of the API. */
@Operation(
        parameters = {
            @Parameter(
                    name = "q",
                    in = QUERY,
                    description = "words of the title, the description or a place",
                    schema = @Schema(implementation = String.class)),
            @Parameter(
                    name = "kind",
                    in = QUERY,
                    description = "what sort of event",
                    schema = @Schema(implementation = EventKind.class)),
            @Parameter(
                    name = "organisation",
                    in = QUERY,
                    description = "its slug",
                    schema = @Schema(implementation = String.class)),
            @Parameter(
                    name = "project",
                    in = QUERY,
                    description = "its slug",
                    schema = @Schema(implementation = String.class)),
            @Parameter(
                    name = "trainer",
                    in = QUERY,
                    description = "the name of somebody who leads a part of it",
                    schema = @Schema(implementation = String.class)),
            @Parameter(
                    name = "category",
                    in = QUERY,
                    description = "the key of a kind of place that there is in it",
                    schema = @Schema(implementation = String.class)),
            @Parameter(
                    name = "from",
                    in = QUERY,
                    description = "the first day",
                    schema = @Schema(implementation = LocalDate.class)),
            @Parameter(
                    name = "to",
                    in = QUERY,
                    description = "the last day",
                    schema = @Schema(implementation = LocalDate.class)),
            @Parameter(
                    name = "language",
                    in = QUERY,
                    description = "the tag of a language it is held in: en, lv, nb, uk or ru",
                    schema = @Schema(implementation = String.class)),
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
@interface EventListing {}
