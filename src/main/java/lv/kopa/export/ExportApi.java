package lv.kopa.export;

import lv.kopa.web.api.Unlisted;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.organisation.Organiser;

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
    HttpResponse<byte[]> csv(@PathVariable String slug, @Unlisted Organiser organiser, HttpRequest<?> request) {
        var order = new Exports.Order(slug, ListAnswer.filter(request), organiser, organiser.language());
        return ListAnswer.csv(slug, exports.csv(order));
    }

    @Get("/registrations.xlsx")
    HttpResponse<byte[]> xlsx(@PathVariable String slug, @Unlisted Organiser organiser, HttpRequest<?> request) {
        var order = new Exports.Order(slug, ListAnswer.filter(request), organiser, organiser.language());
        return ListAnswer.xlsx(slug, exports.xlsx(order));
    }

    @Get("/registrations.vcf")
    HttpResponse<byte[]> vcf(@PathVariable String slug, @Unlisted Organiser organiser, HttpRequest<?> request) {
        var order = new Exports.Order(slug, ListAnswer.filter(request), organiser, organiser.language());
        return ListAnswer.vcf(slug, exports.vcf(order));
    }
}
