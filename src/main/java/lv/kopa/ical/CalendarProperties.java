package lv.kopa.ical;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Source;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;

/**
 * What stands above the components (RFC 5545 §3.7, RFC 7986 §5). No UID: vdirsyncer would take the feed for one event.
 */
final class CalendarProperties {

    private CalendarProperties() {}

    static List<Property> ofFile(String language) {
        return List.of(
                new ProdId("-//Kopa//Kopa 1.0//" + CleanText.line(language).toUpperCase(Locale.ROOT)),
                ImmutableVersion.VERSION_2_0,
                ImmutableCalScale.GREGORIAN);
    }

    static List<Property> ofFeed(CalendarHeader header, @Nullable Instant changedAt) {
        List<Property> properties = new ArrayList<>(ofFile(header.language()));
        properties.add(ImmutableMethod.PUBLISH);
        addNames(properties, header);
        var refresh = new RefreshInterval(valueIs(Value.DURATION), header.refresh());
        properties.add(refresh);
        properties.add(new XProperty("X-PUBLISHED-TTL", refresh.getValue()));
        if (header.source() != null) {
            properties.add(new Source(valueIs(Value.URI), header.source().toString()));
        }
        if (header.url() != null) {
            properties.add(new Url(header.url()));
        }
        if (changedAt != null) {
            properties.add(new LastModified(changedAt));
        }
        return properties;
    }

    private static void addNames(List<Property> properties, CalendarHeader header) {
        String name = CleanText.line(header.name());
        properties.add(new Name(new ParameterList(), name));
        properties.add(new XProperty("X-WR-CALNAME", name));
        if (header.description() != null) {
            properties.add(new XProperty("X-WR-CALDESC", CleanText.lines(header.description())));
        }
        properties.add(new XProperty("X-WR-TIMEZONE", header.zoneName()));
    }

    /** iCal4j does not add the VALUE that RFC 7986 §5 makes mandatory. */
    private static ParameterList valueIs(Value type) {
        return new ParameterList(List.of(type));
    }
}
