package lv.kopa.web;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The body of a form with files in it, as browsers send it, or as nobody should. */
public final class Parts {
    private static final String BOUNDARY = "----kopa-parts";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    public static Parts of(Map<String, List<String>> fields) {
        Parts parts = new Parts();
        fields.forEach((name, values) -> values.forEach(value -> parts.field(name, value)));
        return parts;
    }

    public Parts field(String name, String value) {
        return part("; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    /** A file whose name is sent as it is, quotation marks and all. */
    public Parts file(String field, String name, byte[] content) {
        return part("; name=\"" + field + "\"; filename=\"" + name + "\"\r\nContent-Type: application/pdf", content);
    }

    private Parts part(String head, byte[] content) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data" + head + "\r\n\r\n");
        body.writeBytes(content);
        write("\r\n");
        return this;
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Makes a request send them. */
    public HttpRequest.Builder in(HttpRequest.Builder request) {
        write("--" + BOUNDARY + "--\r\n");
        return request.timeout(Duration.ofSeconds(20))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    }
}
