package lv.kopa.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Answers for browsers. A page is rendered whole before its answer begins, so a fault in it is an error page. */
public final class Html {
    public static final MediaType TYPE = new MediaType("text/html; charset=utf-8");

    /** A page that is not ours, such as a mail, brings its own styles; it runs nothing, loads nothing and knows no cookies. */
    private static final String SANDBOX =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox";

    private Html() {}

    public static MutableHttpResponse<byte[]> ok(JteModel page) {
        return with(HttpStatus.OK, page);
    }

    /** A page that is shown as it is, in a tab or a frame of its own, and can do nothing there. */
    public static MutableHttpResponse<String> sandboxed(String page) {
        return HttpResponse.ok(page).contentType(TYPE).header("Content-Security-Policy", SANDBOX);
    }

    public static MutableHttpResponse<String> sandboxed(JteModel page) {
        return sandboxed(new String(render(page), StandardCharsets.UTF_8));
    }

    /** 422: the same form again with what is wrong with it. */
    public static MutableHttpResponse<byte[]> unprocessable(JteModel form) {
        return with(HttpStatus.UNPROCESSABLE_ENTITY, form);
    }

    /** 429: the same form again, and how long to wait before it is sent again. */
    public static MutableHttpResponse<byte[]> later(Duration wait, JteModel form) {
        return with(HttpStatus.TOO_MANY_REQUESTS, form)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds()));
    }

    public static MutableHttpResponse<byte[]> with(HttpStatus status, JteModel page) {
        return HttpResponse.<byte[]>status(status).contentType(TYPE).body(PageOrder.of(render(page)));
    }

    /** 303: done, look there. */
    public static MutableHttpResponse<byte[]> seeOther(String address) {
        return HttpResponse.seeOther(URI.create(address));
    }

    /** The bytes of a page. */
    public static byte[] render(JteModel page) {
        Utf8ByteOutput output = new Utf8ByteOutput();
        page.render(output);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(output.getContentLength());
        try {
            output.writeTo(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
