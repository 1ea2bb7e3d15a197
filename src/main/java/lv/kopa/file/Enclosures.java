package lv.kopa.file;

import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a feature puts into the archive of an event for auditors: scans of what was signed, the numbers of certificates. It
 * stands here, so that features anywhere after this can put something in; each is a bean.
 */
public interface Enclosures {
    /** The papers of an event, in the same order each time; none where there is nothing. */
    List<Enclosure> of(long event);

    /**
     * A paper.
     *
     * @param name what it is called below the folder of the event: {@code signed/2023-06-14.pdf}
     * @param content opens it; read once, to its end
     */
    record Enclosure(String name, Supplier<InputStream> content) {}
}
