package lv.kopa.ical;

import java.time.ZoneId;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.fortuna.ical4j.model.component.VTimeZone;

/** One VTIMEZONE for each zone that a TZID names, and no other (RFC 5545 §3.2.19). */
final class ZonesInUse {

    private ZonesInUse() {}

    static List<VTimeZone> of(List<CalendarPiece> pieces) {
        Map<String, IntSummaryStatistics> years = new TreeMap<>();
        for (CalendarPiece piece : pieces) {
            String name = piece.zone();
            if (name != null) {
                var ofZone = years.computeIfAbsent(name, zone -> new IntSummaryStatistics());
                ofZone.accept(piece.firstYear());
                ofZone.accept(piece.lastYear());
            }
        }
        return years.entrySet().stream()
                .map(zone -> ZoneComponent.of(
                        ZoneId.of(zone.getKey()),
                        zone.getValue().getMin(),
                        zone.getValue().getMax()))
                .toList();
    }
}
