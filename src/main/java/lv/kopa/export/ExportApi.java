package lv.kopa.export;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.AttendeeFilter;
import lv.kopa.web.api.Unlisted;
import org.jspecify.annotations.Nullable;

/** The same lists for an organiser's program, in the organiser's language. */
@Controller("/api/v1/events/{slug}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class ExportApi {
    private final Exports exports;

    ExportApi(Exports exports) {
        this.exports = exports;
    }

    @Get("/registrations.csv")
    HttpResponse<byte[]> csv(
            String slug,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String status,
            @Unlisted Organiser organiser) {
        var order = new Exports.Order(slug, AttendeeFilter.of(q, status), organiser, organiser.language());
        return Download.csv(slug, exports.csv(order));
    }

    @Get("/registrations.xlsx")
    HttpResponse<byte[]> xlsx(
            String slug,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String status,
            @Unlisted Organiser organiser) {
        var order = new Exports.Order(slug, AttendeeFilter.of(q, status), organiser, organiser.language());
        return Download.xlsx(slug, exports.xlsx(order));
    }

    @Get("/registrations.vcf")
    HttpResponse<byte[]> vcf(
            String slug,
            @QueryValue @Nullable String q,
            @QueryValue @Nullable String status,
            @Unlisted Organiser organiser) {
        var order = new Exports.Order(slug, AttendeeFilter.of(q, status), organiser, organiser.language());
        return Download.vcf(slug, exports.vcf(order));
    }
}
