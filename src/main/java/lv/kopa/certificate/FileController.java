package lv.kopa.certificate;

import io.micronaut.http.HttpHeaders;
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
import io.swagger.v3.oas.annotations.Hidden;
import lv.kopa.event.Events;
import lv.kopa.file.UnknownFile;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.Registrations;
import lv.kopa.web.Token;

/** A certificate on paper: for the person by their own link, and for the organisers of the event. */
@Hidden
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class FileController {
    private final Certificates certificates;
    private final CertificatePapers papers;
    private final Registrations registrations;
    private final Events events;

    FileController(Certificates certificates, CertificatePapers papers, Registrations registrations, Events events) {
        this.certificates = certificates;
        this.papers = papers;
        this.registrations = registrations;
        this.events = events;
    }

    @Get("/r/{token}/certificate.pdf")
    @Secured(SecurityRule.IS_ANONYMOUS)
    HttpResponse<byte[]> own(@PathVariable String token) {
        return answer(
                certificates.of(registrations.byLink(Token.inAddress(token))).orElseThrow(UnknownFile::new));
    }

    @Get("/organiser/events/{slug}/certificates/{number}.pdf")
    @Secured(SecurityRule.IS_AUTHENTICATED)
    HttpResponse<byte[]> organisers(Organiser organiser, @PathVariable String slug, @PathVariable String number) {
        long event = events.own(slug, organiser).event().id();
        return answer(certificates
                .byNumber(number)
                .filter(certificate -> certificate.eventId() == event)
                .orElseThrow(UnknownFile::new));
    }

    private HttpResponse<byte[]> answer(Certificate certificate) {
        return HttpResponse.ok(papers.print(certificate))
                .contentType(MediaType.APPLICATION_PDF_TYPE)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"certificate-" + certificate.number() + ".pdf\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
