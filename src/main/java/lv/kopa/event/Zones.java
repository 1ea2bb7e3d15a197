package lv.kopa.event;

import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The time zones people choose from. Taken once at the start: iCal4j later adds ids of its own to the JVM's list.
 */
public final class Zones {
    private static final Set<String> ALL = new TreeSet<>();

    static {
        for (String id : ZoneId.getAvailableZoneIds()) {
            if (id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+")
                    || id.equals("UTC")) {
                ALL.add(id);
            }
        }
    }

    private Zones() {}

    public static boolean isOne(String id) {
        return ALL.contains(id);
    }

    /** All of them, those of Europe first. */
    public static List<String> all() {
        return ALL.stream()
                .sorted((one, other) -> Boolean.compare(other.startsWith("Europe/"), one.startsWith("Europe/")))
                .toList();
    }
}
