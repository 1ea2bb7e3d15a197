package lv.kopa.export;

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
import lv.kopa.web.Shell;
import lv.kopa.web.Token;
import lv.kopa.web.guard.Limit;
import lv.kopa.web.guard.Limits;
import lv.kopa.web.guard.Network;

/** Everything that is kept about a person for one registration, by its secret link. */
@Hidden
@Controller("/r/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
class OwnDataController {
    private final OwnDataSheets sheets;
    private final Limits limits;

    OwnDataController(OwnDataSheets sheets, Limits limits) {
        this.sheets = sheets;
        this.limits = limits;
    }

    @Get("/data.json")
    HttpResponse<byte[]> json(@PathVariable String token, Shell shell) {
        return answer("application/json", "json", sheets.json(Token.inAddress(token), shell.language()));
    }

    /** Printing takes a processor for a while. */
    @Get("/data.pdf")
    HttpResponse<byte[]> pdf(@PathVariable String token, Shell shell, Network network) {
        limits.count(Limit.LINKS_NETWORK, network);
        return answer("application/pdf", "pdf", sheets.pdf(Token.inAddress(token), shell.language()));
    }

    private static HttpResponse<byte[]> answer(String type, String ending, byte[] file) {
        return HttpResponse.ok(file)
                .contentType(new MediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"my-data." + ending + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
    }
}
