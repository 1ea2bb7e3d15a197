package lv.kopa.web.api;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.stream.LongStream;
import lv.kopa.web.Api;

/** A list of the numbers from 1 to 120, and a thing that has versions. */
@Controller("/api/v1/api-trials")
@Api
@Secured(SecurityRule.IS_ANONYMOUS)
@Requires(property = "spec.name", value = "api")
class ApiTrials {
    @Get
    Page<Long> list(Cursor cursor) {
        List<Long> found = LongStream.rangeClosed(Math.max(1, cursor.after() + 1), 120)
                .limit(cursor.sizeAndOne())
                .boxed()
                .toList();
        return Page.of(cursor, found, number -> number);
    }

    @Patch("/thing")
    int change(Version seen) {
        return seen.number();
    }
}
