package lv.kopa.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A client on one kept connection that costs next to nothing, so that the load measures the server. */
final class Caller implements AutoCloseable {
    private static final byte[] NOTHING = {};

    private final Socket socket;
    private final InputStream in;

    Caller(int port) throws IOException {
        this.socket = new Socket("127.0.0.1", port);
        this.socket.setTcpNoDelay(true);
        this.socket.setSoTimeout(60_000);
        this.in = new BufferedInputStream(socket.getInputStream(), 65_536);
    }

    /** What came back. */
    record Answer(int status, String head, byte[] body) {
        String header(String name) {
            return head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .map(line -> line.substring(name.length() + 1).strip())
                    .findFirst()
                    .orElse("");
        }
    }

    Answer get(String path, String... headers) throws IOException {
        return call("GET " + path, NOTHING, headers);
    }

    Answer post(String path, String json, String... headers) throws IOException {
        return call("POST " + path, json.getBytes(StandardCharsets.UTF_8), headers);
    }

    private Answer call(String line, byte[] body, String... headers) throws IOException {
        StringBuilder head = new StringBuilder(line).append(" HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        if (body.length > 0) {
            head.append("Content-Type: application/json\r\nContent-Length: ")
                    .append(body.length)
                    .append("\r\n");
        }
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        request.writeBytes(body);
        socket.getOutputStream().write(request.toByteArray());
        return answer();
    }

    private Answer answer() throws IOException {
        String head = head();
        int status = Integer.parseInt(head.substring(9, 12));
        Answer bare = new Answer(status, head, NOTHING);
        if (status == 304 || status == 204) {
            return bare;
        }
        boolean chunked = bare.header("Transfer-Encoding").equalsIgnoreCase("chunked");
        return new Answer(
                status, head, chunked ? chunks() : in.readNBytes(Integer.parseInt(bare.header("Content-Length"))));
    }

    private String head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream(512);
        int matched = 0;
        while (matched < 4) {
            int octet = in.read();
            if (octet < 0) {
                throw new IOException("the server hung up");
            }
            head.write(octet);
            matched = octet == "\r\n\r\n".charAt(matched) ? matched + 1 : octet == '\r' ? 1 : 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            body.writeBytes(in.readNBytes(size));
            in.skipNBytes(2);
        }
        in.skipNBytes(2);
        return body.toByteArray();
    }

    private int chunkSize() throws IOException {
        StringBuilder size = new StringBuilder();
        for (int octet = in.read(); octet != '\n'; octet = in.read()) {
            size.append((char) octet);
        }
        return Integer.parseInt(size.toString().strip(), 16);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
