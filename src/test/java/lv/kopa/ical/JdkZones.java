package lv.kopa.ical;

import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Map;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import org.jspecify.annotations.Nullable;

/** Lets iCal4j read without taking one of its 1,500 zone ids for each VTIMEZONE. */
final class JdkZones implements TimeZoneRegistry {

    @Override
    public void register(TimeZone timezone) {}

    @Override
    public void register(TimeZone timezone, boolean update) {}

    @Override
    public void clear() {}

    @Override
    public @Nullable TimeZone getTimeZone(String id) {
        return null;
    }

    @Override
    public Map<String, ZoneRules> getZoneRules() {
        return Map.of();
    }

    @Override
    public ZoneId getZoneId(String id) {
        return ZoneId.of(id);
    }

    @Override
    public @Nullable String getTzId(String zoneId) {
        return null;
    }
}
