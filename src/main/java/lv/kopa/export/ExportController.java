package lv.kopa.export;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import lv.kopa.organisation.Organiser;
import lv.kopa.web.Shell;

/** The list an organiser looks at, as a file, in the language of the page. */
@Hidden
@Controller("/organiser/events/{slug}")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class ExportController {
    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    @Get("/registrations.csv")
    HttpResponse<StreamedFile> csv(
            @PathVariable String slug, Organiser organiser, Shell shell, HttpRequest<?> request) {
        return ListAnswer.csv(slug, exports.csv(order(slug, organiser, shell, request)));
    }

    @Get("/registrations.xlsx")
    HttpResponse<StreamedFile> xlsx(
            @PathVariable String slug, Organiser organiser, Shell shell, HttpRequest<?> request) {
        return ListAnswer.xlsx(slug, exports.xlsx(order(slug, organiser, shell, request)));
    }

    @Get("/registrations.pdf")
    HttpResponse<byte[]> pdf(@PathVariable String slug, Organiser organiser, Shell shell, HttpRequest<?> request) {
        return ListAnswer.pdf(slug, exports.pdf(order(slug, organiser, shell, request)));
    }

    @Get("/registrations.vcf")
    HttpResponse<byte[]> vcf(@PathVariable String slug, Organiser organiser, Shell shell, HttpRequest<?> request) {
        return ListAnswer.vcf(slug, exports.vcf(order(slug, organiser, shell, request)));
    }

    private static Exports.Order order(String slug, Organiser organiser, Shell shell, HttpRequest<?> request) {
        return new Exports.Order(
                slug, ListAnswer.query(request), ListAnswer.layout(request), organiser, shell.language());
    }
}
