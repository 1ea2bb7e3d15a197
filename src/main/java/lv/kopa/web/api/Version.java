package lv.kopa.web.api;

/**
 * Which state of a thing a program has seen: its ETag. A controller that takes one as an argument is given the one that
 * came as If-Match, and is not called without.
 */
public record Version(int number) {

    public String etag() {
        return "\"" + number + "\"";
    }
}
