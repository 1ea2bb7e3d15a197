package lv.kopa.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** Somebody's browser: keeps cookies, fills forms in, follows no redirect by itself and knows no JavaScript. */
public final class Browser {
    private static final String BOUNDARY = "----kopa";

    private final Site site;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    public Browser(Site site) {
        this.site = site;
    }

    public HttpResponse<String> get(String path) {
        return send(site.at(path));
    }

    /** A page that is there. */
    public Document page(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as("GET %s", path).isEqualTo(200);
        return Jsoup.parse(response.body(), path);
    }

    /** Fills in the form that posts to an address and sends it. */
    public HttpResponse<String> submit(Document page, String action, Map<String, String> typed) {
        return send(action, body(page, action, typed));
    }

    /** Fills in the form whose contents go along into another language, and goes there. */
    public HttpResponse<String> translate(Document page, String language, Map<String, String> typed) {
        return press(page, "nav.languages button[value=" + language + "]", typed);
    }

    /** Fills in a form and presses its button that sends it elsewhere. */
    public HttpResponse<String> press(Document page, String which, Map<String, String> typed) {
        Element button = Objects.requireNonNull(page.selectFirst(which), "no " + which);
        String action = page.select("form#" + button.attr("form")).attr("action");
        Map<String, String> all = new LinkedHashMap<>(typed);
        all.put(button.attr("name"), button.attr("value"));
        return send(button.attr("formaction"), body(page, action, all));
    }

    /** What would be sent. */
    public String body(Document page, String action, Map<String, String> typed) {
        FormElement form = form(page, action);
        form.select("fieldset[disabled] [name]").attr("disabled", "");
        Stream<String> untouched = form.formData().stream()
                .filter(field -> !typed.containsKey(field.key()))
                .map(field -> field(field.key(), field.value()));
        return Stream.concat(untouched, fields(typed)).collect(Collectors.joining("&"));
    }

    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(path, fields(fields).collect(Collectors.joining("&")));
    }

    private static Stream<String> fields(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field(field.getKey(), field.getValue()));
    }

    private static String field(String name, String value) {
        return encoded(name) + "=" + encoded(value);
    }

    private HttpResponse<String> send(String path, String body) {
        return send(site.at(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends a file by the form that uploads to an address. */
    public HttpResponse<String> upload(Document page, String action, String field, byte[] content) {
        String token = form(page, action).select("[name=" + Csrf.FIELD + "]").val();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(part(Csrf.FIELD, "").getBytes(StandardCharsets.UTF_8));
        body.writeBytes((token + "\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(part(field, "; filename=\"logo.png\"\r\nContent-Type: image/png")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(site.at(action)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    /** The address a response sends on to. */
    public static String onwards(HttpResponse<?> response) {
        assertThat(response.statusCode()).isEqualTo(303);
        return response.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = site.send(request);
        response.headers().allValues("Set-Cookie").forEach(this::remember);
        return response;
    }

    private void remember(String header) {
        List<HttpCookie> parsed = HttpCookie.parse(header.replaceAll("(?i); *samesite=[a-z]+", ""));
        for (HttpCookie cookie : parsed) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
    }

    private static FormElement form(Document page, String action) {
        return (FormElement) Objects.requireNonNull(
                page.selectFirst("form[action=" + action + "], form:not([action])"), "no form for " + action);
    }

    private static String part(String name, String more) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
