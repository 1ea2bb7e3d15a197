package lv.kopa.bench;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The least a controller of the same server can do: hand out bytes that it has. */
@Controller("/yardstick")
@Requires(property = "kopa.bench")
@Secured(SecurityRule.IS_ANONYMOUS)
class Yardstick {
    private final Map<Integer, byte[]> answers = new ConcurrentHashMap<>();

    @Get(value = "/{size}", produces = MediaType.APPLICATION_OCTET_STREAM)
    byte[] bytes(@PathVariable int size) {
        return answers.computeIfAbsent(size, Yardstick::filled);
    }

    private static byte[] filled(int size) {
        byte[] bytes = new byte[size];
        Arrays.fill(bytes, (byte) 'k');
        return bytes;
    }
}
