package lv.kopa.web;

import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads the body of a form as browsers send it, with files in it or without. */
@Singleton
@Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
class FormReader implements MessageBodyReader<Form> {
    private static final int MOST_FIELDS = 5_000;
    private static final int LONGEST_PART = 32 * 1024 * 1024;

    @Override
    public Form read(Argument<Form> type, MediaType mediaType, Headers headers, InputStream body) {
        try (body) {
            byte[] sent = body.readAllBytes();
            String contentType = headers.get(HttpHeaderNames.CONTENT_TYPE.toString());
            return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith("multipart/")
                    ? parts(contentType, sent)
                    : fields(sent);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Form fields(byte[] sent) {
        String encoded = new String(sent, StandardCharsets.UTF_8);
        return Form.of(new QueryStringDecoder(encoded, StandardCharsets.UTF_8, false, MOST_FIELDS).parameters());
    }

    private static Form parts(String contentType, byte[] sent) throws IOException {
        DefaultFullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(sent));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        HttpPostMultipartRequestDecoder decoder;
        try {
            decoder = new HttpPostMultipartRequestDecoder(
                    new DefaultHttpDataFactory(false), request, StandardCharsets.UTF_8, MOST_FIELDS, LONGEST_PART);
        } catch (RuntimeException malformed) {
            throw new CodecException("not a form in parts", malformed);
        }
        try {
            Form form = Form.empty();
            for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
                read(part, form);
            }
            return form;
        } finally {
            decoder.destroy();
        }
    }

    /** Browsers send a field for a file that nobody has chosen too: without a name, and empty. */
    private static void read(InterfaceHttpData part, Form form) throws IOException {
        if (part instanceof FileUpload file) {
            if (!file.getFilename().isEmpty() || file.length() > 0) {
                form.with(file.getName(), new Upload(file.getFilename(), file.get()));
            }
        } else if (part instanceof Attribute field) {
            form.with(field.getName(), field.getValue());
        }
    }
}
