package lv.kopa.web.guard;

import io.micronaut.http.HttpRequest;
import java.util.regex.Pattern;
import lv.kopa.web.Links;

/** What kind of place an address is. */
enum Place {
    /** The address is a secret that opens it. */
    SECRET(Links.SECRET),
    /** For those who are signed in. */
    WORKSPACE("^/organiser(/.*)?$"),
    /** What programs of any site may read: feeds and the public part of the API. */
    OPEN_DATA("^(/api/.*|.*\\.(ics|atom|json))$"),
    PAGE(".*");

    private final Pattern path;

    Place(String path) {
        this.path = Pattern.compile(path);
    }

    static Place of(HttpRequest<?> request) {
        String path = request.getPath();
        for (Place place : values()) {
            if (place.path.matcher(path).matches()) {
                return place;
            }
        }
        return PAGE;
    }

    /** Whether search engines have no business here. */
    boolean isPrivate() {
        return this == SECRET || this == WORKSPACE;
    }
}
