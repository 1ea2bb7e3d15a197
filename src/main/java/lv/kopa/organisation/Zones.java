package lv.kopa.organisation;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The time zones a form offers; any other that a clock can have is right too. */
public final class Zones {
    private static final Set<String> NEAR = Set.of(
            "UTC",
            "Atlantic/Azores",
            "Atlantic/Canary",
            "Atlantic/Faroe",
            "Atlantic/Madeira",
            "Atlantic/Reykjavik",
            "Asia/Baku",
            "Asia/Nicosia",
            "Asia/Tbilisi",
            "Asia/Yerevan");

    private Zones() {}

    /** Those of Europe and its neighbours, and the chosen one. */
    public static Map<String, String> offered(String chosen) {
        Map<String, String> offered = new TreeMap<>();
        ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.startsWith("Europe/") || NEAR.contains(zone))
                .forEach(zone -> offered.put(zone, zone.replace('_', ' ')));
        of(chosen).ifPresent(zone -> offered.putIfAbsent(zone.getId(), zone.getId()));
        return offered;
    }

    public static Optional<ZoneId> of(String id) {
        return ZoneId.getAvailableZoneIds().contains(id) ? Optional.of(ZoneId.of(id)) : Optional.empty();
    }
}
