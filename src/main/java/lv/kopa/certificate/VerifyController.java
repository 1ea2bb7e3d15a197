package lv.kopa.certificate;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import lv.kopa.templates.StaticTemplates;
import lv.kopa.web.Html;
import lv.kopa.web.Pages;
import lv.kopa.web.Shell;

/** Where anybody who holds a certificate sees whether it is genuine. */
@Pages("/verify/{number}")
@Secured(SecurityRule.IS_ANONYMOUS)
class VerifyController {
    private final StaticTemplates templates = new StaticTemplates();
    private final Certificates certificates;

    VerifyController(Certificates certificates) {
        this.certificates = certificates;
    }

    @Get
    HttpResponse<byte[]> verify(Shell shell, String number) {
        VerifyPage page = new VerifyPage(shell, certificates.byNumber(number));
        HttpStatus status = page.certificate().isPresent() ? HttpStatus.OK : HttpStatus.NOT_FOUND;
        return Html.with(status, templates.certificateVerify(page))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex");
    }
}
