package lv.kopa.registration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Many people who register at once, each from a thread, at one or several of our servers. */
final class Crowd {
    private static final Pattern STATUS = Pattern.compile("\"status\":\"(\\w+)\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String event;
    private final int[] ports;
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    Crowd(String event, int... ports) {
        this.event = event;
        this.ports = ports.clone();
    }

    /** Registers people with these numbers and waits for every answer; `after` hears the count of acknowledged ones. */
    void register(int first, int count, int threads, Consumer<Integer> after) throws InterruptedException {
        ExecutorService people = Executors.newFixedThreadPool(threads);
        for (int i = first; i < first + count; i++) {
            int number = i;
            people.execute(() -> register(number).ifPresent(status -> {
                acknowledged.put(address(number), status);
                after.accept(acknowledged.size());
            }));
        }
        people.shutdown();
        if (!people.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the crowd is still waiting");
        }
    }

    /** The status each acknowledged person was told, by address. */
    Map<String, String> acknowledged() {
        return acknowledged;
    }

    private Optional<String> register(int number) {
        String person = """
                {"name": "Person %d", "email": "%s", "consents": ["privacy"]}""".formatted(number, address(number));
        URI address = URI.create(
                "http://127.0.0.1:" + ports[number % ports.length] + "/api/v1/events/" + event + "/registrations");
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(person))
                .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            Matcher status = STATUS.matcher(answer.body());
            return answer.statusCode() == 201 && status.find() ? Optional.of(status.group(1)) : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static String address(int number) {
        return "person" + number + "@example.org";
    }
}
