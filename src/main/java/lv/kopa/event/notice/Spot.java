package lv.kopa.event.notice;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A place as an organiser wrote it, and where to look it up: a link to follow, nothing that a page loads. */
public record Spot(String place) {
    private static final String MAP = "https://www.openstreetmap.org/search?query=";

    public String map() {
        return MAP + URLEncoder.encode(place, StandardCharsets.UTF_8);
    }
}
