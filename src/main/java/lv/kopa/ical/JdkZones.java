package lv.kopa.ical;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Map;
import net.fortuna.ical4j.model.TimeZone;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import org.jspecify.annotations.Nullable;

/** Knows zones as the JDK does, whatever a file says of them: the library's own registry takes ids that run out. */
final class JdkZones implements TimeZoneRegistry {
    @Override
    public void register(TimeZone zone) {}

    @Override
    public void register(TimeZone zone, boolean update) {}

    @Override
    public void clear() {}

    @Override
    public @Nullable TimeZone getTimeZone(String id) {
        return null; // the library looks for the id among those of the JDK then
    }

    @Override
    public Map<String, ZoneRules> getZoneRules() {
        return Map.of();
    }

    @Override
    public ZoneId getZoneId(String id) {
        try {
            return ZoneId.of(id);
        } catch (DateTimeException unknown) {
            String alias = ZONE_ALIASES.get(id);
            if (alias == null) {
                throw unknown;
            }
            return ZoneId.of(alias);
        }
    }

    @Override
    public @Nullable String getTzId(String zone) {
        return null;
    }
}
