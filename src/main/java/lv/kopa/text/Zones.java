package lv.kopa.text;

import com.ibm.icu.util.TimeZone;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The time zones people choose from. Taken once at the start: iCal4j later adds ids of its own to the JVM's list.
 */
public final class Zones {
    /** Where nobody says otherwise. */
    public static final ZoneId HOME = ZoneId.of("Europe/Riga");

    private static final Set<String> ALL = new TreeSet<>();
    private static final Pattern NEAR = Pattern.compile("Europe/.*|UTC"
            + "|Atlantic/(Azores|Canary|Faroe|Madeira|Reykjavik)"
            + "|Asia/(Almaty|Baku|Nicosia|Tashkent|Tbilisi|Yerevan)"
            + "|America/(Chicago|New_York|Toronto|Vancouver)");

    static {
        for (String id : ZoneId.getAvailableZoneIds()) {
            if (id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+")
                    || id.equals("UTC")) {
                ALL.add(id);
            }
        }
    }

    private Zones() {}

    public static Optional<ZoneId> of(String id) {
        return isOne(id) ? Optional.of(ZoneId.of(id)) : Optional.empty();
    }

    public static boolean isOne(String id) {
        return ALL.contains(id);
    }

    /**
     * Those that a form offers, by name, and by that in the reader's language where it is another: of Europe and its
     * neighbours, and the one that is chosen. Each is offered once, by the name it has today, but that an older one which
     * is chosen stays what it is.
     *
     * @param home the one that is probably meant, which comes first
     */
    public static Map<String, String> offered(String chosen, String home, Language reader) {
        Set<String> kept = Stream.of(chosen, home).filter(ALL::contains).collect(Collectors.toSet());
        Set<String> today = kept.stream().map(Zones::today).collect(Collectors.toSet());
        Map<String, String> offered = new LinkedHashMap<>();
        Stream.concat(
                        kept.stream().filter(home::equals),
                        ALL.stream()
                                .filter(id -> kept.contains(id)
                                        || (NEAR.matcher(id).matches() && id.equals(today(id)) && !today.contains(id))))
                .forEach(id -> offered.putIfAbsent(id, name(id, reader)));
        return offered;
    }

    /** What a zone is called today, in which the same clocks have gone by another name. */
    private static String today(String id) {
        return Optional.ofNullable(TimeZone.getIanaID(id)).filter(ALL::contains).orElse(id);
    }

    /** "Europe/Riga", or "Europe/Riga – Rīga". */
    private static String name(String id, Language reader) {
        String known = id.replace('_', ' ');
        String place = Dates.in(reader).zone(ZoneId.of(id));
        return known.endsWith(place) ? known : known + " – " + place;
    }
}
