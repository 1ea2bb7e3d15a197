package lv.kopa.web.api;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.http.exceptions.HttpStatusException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads If-Match: 428 without it, 412 where it names nothing that we ever said. */
@Singleton
class VersionBinder implements TypedRequestArgumentBinder<Version> {
    private static final Argument<Version> VERSION = Argument.of(Version.class);

    /** Weak ones too, since a proxy that compresses makes a tag weak. */
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    @Override
    public BindingResult<Version> bind(ArgumentConversionContext<Version> context, HttpRequest<?> request) {
        Version version = of(request);
        return () -> Optional.of(version);
    }

    @Override
    public Argument<Version> argumentType() {
        return VERSION;
    }

    private static Version of(HttpRequest<?> request) {
        String header = request.getHeaders().get(HttpHeaders.IF_MATCH);
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            throw new HttpStatusException(HttpStatus.PRECONDITION_REQUIRED, "If-Match");
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new HttpStatusException(HttpStatus.PRECONDITION_FAILED, "If-Match");
        }
        return new Version(Integer.parseInt(tag.group(1)));
    }
}
