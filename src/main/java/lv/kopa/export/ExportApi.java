package lv.kopa.export;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import lv.kopa.organisation.Organiser;
import lv.kopa.web.Api;
import lv.kopa.web.api.Unlisted;

/** The same lists for an organiser's program, in the organiser's language. */
@Controller("/api/v1/events/{slug}")
@Api
@Tag(name = "Registrations")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.ALL)
class ExportApi {
    private final Exports exports;

    ExportApi(Exports exports) {
        this.exports = exports;
    }

    /**
     * The registrations of an event as comma-separated values.
     *
     * @return the file
     */
    @Get("/registrations.csv")
    @AttendeeFiltering
    HttpResponse<StreamedFile> csv(
            @PathVariable String slug, @Unlisted Organiser organiser, @Unlisted HttpRequest<?> request) {
        return ListAnswer.csv(slug, exports.csv(order(slug, organiser, request)));
    }

    /**
     * The registrations of an event as a spreadsheet.
     *
     * @return the file
     */
    @Get("/registrations.xlsx")
    @AttendeeFiltering
    HttpResponse<StreamedFile> xlsx(
            @PathVariable String slug, @Unlisted Organiser organiser, @Unlisted HttpRequest<?> request) {
        return ListAnswer.xlsx(slug, exports.xlsx(order(slug, organiser, request)));
    }

    /**
     * The registrations of an event on paper, 2,000 at most.
     *
     * @return the file
     */
    @Get("/registrations.pdf")
    @AttendeeFiltering
    HttpResponse<byte[]> pdf(
            @PathVariable String slug, @Unlisted Organiser organiser, @Unlisted HttpRequest<?> request) {
        return ListAnswer.pdf(slug, exports.pdf(order(slug, organiser, request)));
    }

    /**
     * The people registered for an event as contacts.
     *
     * @return the file
     */
    @Get("/registrations.vcf")
    @AttendeeFiltering
    HttpResponse<byte[]> vcf(
            @PathVariable String slug, @Unlisted Organiser organiser, @Unlisted HttpRequest<?> request) {
        return ListAnswer.vcf(slug, exports.vcf(order(slug, organiser, request)));
    }

    private static Exports.Order order(String slug, Organiser organiser, HttpRequest<?> request) {
        Exports.Layout layout = new Exports.Layout(Set.of(), ListAnswer.sorting(request));
        return new Exports.Order(slug, ListAnswer.query(request), layout, organiser, organiser.language());
    }
}
