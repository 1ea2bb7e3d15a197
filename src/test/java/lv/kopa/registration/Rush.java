package lv.kopa.registration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Publishes an event that everybody wants to come to. */
final class Rush {
    private Rush() {}

    static void publish(int port, String token, String slug, int places) throws IOException, InterruptedException {
        String organisation = send(port, token, "GET", "/api/v1/organisations", "")
                .body()
                .replaceAll("(?s).*?\"slug\":\"([a-z0-9-]+)\".*", "$1");
        expect(201, send(port, token, "POST", "/api/v1/events", """
                {"organisation": "%s", "slug": "%s", "kind": "TRAINING", "title": {"en": "Everybody comes"},
                 "places": %d, "waitingList": true,
                 "sessions": [{"start": "2031-06-14T09:30", "end": "2031-06-14T16:00", "timeZone": "Europe/Riga"}]}""".formatted(organisation, slug, places)));
        expect(200, send(port, token, "POST", "/api/v1/events/" + slug + "/publish", ""));
    }

    private static HttpResponse<String> send(int port, String token, String method, String path, String json)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static void expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
    }
}
