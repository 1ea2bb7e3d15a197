package lv.kopa.web.problem;

import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.body.stream.BaseSharedBuffer.IncorrectContentLengthException;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import lv.kopa.database.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers what nobody expected: a number for the reader, and under the same number all of it in the log. */
@Singleton
class FaultHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
    private static final Logger LOG = LoggerFactory.getLogger(FaultHandler.class);

    private static final String SECONDS_OF_AN_OUTAGE = "5";

    private final Problems problems;

    FaultHandler(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public HttpResponse<?> handle(HttpRequest request, Throwable fault) {
        if (fault instanceof CodecException || isHangUp(fault)) {
            Trouble unreadable = Diagnosis.of(HttpStatus.BAD_REQUEST, Optional.of(fault));
            return problems.answer(request, unreadable, HttpResponse.badRequest());
        }
        if (Outage.isBehind(fault)) {
            LOG.warn("{} {} had no database: {}", request.getMethodName(), place(request), fault.getMessage());
            HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
            return problems.answer(
                    request,
                    Trouble.of(status),
                    HttpResponse.status(status).header(HttpHeaders.RETRY_AFTER, SECONDS_OF_AN_OUTAGE));
        }
        String number = number();
        LOG.error("Incident {}: {} {}", number, request.getMethodName(), place(request), fault);
        Trouble trouble = Trouble.of(HttpStatus.INTERNAL_SERVER_ERROR).numbered(number);
        return problems.answer(request, trouble, HttpResponse.serverError());
    }

    /** Whether the reader has gone away, so that nobody will see the answer. */
    private static boolean isHangUp(Throwable fault) {
        return fault instanceof ClosedChannelException
                || fault instanceof IncorrectContentLengthException
                || (fault instanceof IOException
                        && String.valueOf(fault.getMessage()).contains("onnection reset"));
    }

    private static String number() {
        String digits = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        return digits.substring(0, 4) + "-" + digits.substring(4);
    }

    /** The address without what was filled into it, which may be secret. */
    private static String place(HttpRequest<?> request) {
        return BasicHttpAttributes.getUriTemplate(request).orElse("(no route)");
    }
}
