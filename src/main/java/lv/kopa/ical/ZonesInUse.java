package lv.kopa.ical;

import java.time.ZoneId;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lv.kopa.ical.CalendarBody.ZoneYears;
import lv.kopa.ical.zone.ZoneComponent;
import net.fortuna.ical4j.model.component.VTimeZone;

/** One VTIMEZONE for each zone that a TZID names, and no other (RFC 5545 §3.2.19). */
final class ZonesInUse {

    private ZonesInUse() {}

    static List<VTimeZone> of(List<ZoneYears> used) {
        Map<String, IntSummaryStatistics> years = new TreeMap<>();
        for (ZoneYears each : used) {
            var ofZone = years.computeIfAbsent(each.zone(), zone -> new IntSummaryStatistics());
            ofZone.accept(each.first());
            ofZone.accept(each.last());
        }
        return years.entrySet().stream()
                .map(zone -> ZoneComponent.of(
                        ZoneId.of(zone.getKey()),
                        zone.getValue().getMin(),
                        zone.getValue().getMax()))
                .toList();
    }
}
