package lv.kopa.web;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import lv.kopa.database.TestDatabase;

/** Kopa on a free port, and a client that shows it no cookies and follows no redirect. */
public final class Site implements AutoCloseable {
    private final EmbeddedServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private Site(EmbeddedServer server) {
        this.server = server;
    }

    /**
     * Starts it.
     *
     * @param spec brings in the beans of a test that require this `spec.name`
     */
    public static Site start(String spec, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putIfAbsent("kopa.feeds.interval", "1h"); // tests that want it done say so, and others count statements
        all.put("spec.name", spec);
        all.putIfAbsent("micronaut.server.port", -1);
        return new Site(ApplicationContext.run(EmbeddedServer.class, all));
    }

    /** Starts it with the demonstration, in a database of its own. */
    public static Site demonstration(String spec) {
        return demonstration(spec, "off");
    }

    /** The same with the limits that strangers meet. */
    public static Site limitedDemonstration(String spec) {
        return demonstration(spec, "on");
    }

    private static Site demonstration(String spec, String limits) {
        Map<String, Object> settings = new HashMap<>(TestDatabase.fresh().settings());
        settings.put("kopa.demo", "true");
        settings.put("kopa.public-url", "https://kopa.example");
        settings.put("kopa.limits", limits);
        return start(spec, settings);
    }

    public <T> T bean(Class<T> type) {
        return server.getApplicationContext().getBean(type);
    }

    /** The whole address of a path. */
    public String address(String path) {
        return "http://localhost:" + server.getPort() + path;
    }

    public HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(address(path)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(with(at(path), headers));
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return send(with(at(path), headers).POST(BodyPublishers.ofString(body)));
    }

    public HttpResponse<String> postJson(String path, String json, String... headers) {
        return send(with(at(path), headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json)));
    }

    private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
        return headers.length == 0 ? request : request.headers(headers);
    }

    /** Says something that no decent client would, in pieces, and hears everything until the server hangs up. */
    public String say(String... pieces) {
        try (Socket socket = new Socket("localhost", server.getPort())) {
            socket.setSoTimeout(10_000);
            socket.setTcpNoDelay(true);
            for (String piece : pieces) {
                socket.getOutputStream().write(piece.getBytes(StandardCharsets.ISO_8859_1));
                socket.getOutputStream().flush();
                Thread.sleep(pieces.length > 1 ? 20 : 0);
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
