package lv.kopa.workspace.deeds;

import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.EventDetails;
import lv.kopa.text.Texts;
import lv.kopa.web.Shell;
import org.jspecify.annotations.Nullable;

/**
 * A page of the record of deeds.
 *
 * @param zone of the clocks the reader looks at
 * @param person whose registration alone they were done to
 * @param doers whose deeds may be looked for, by how the record names them
 * @param events of the reader's organisations
 * @param next what the following page begins before; null on the last one
 */
public record DeedsPage(
        Shell shell,
        ZoneId zone,
        DeedFilter filter,
        Optional<String> person,
        Map<String, String> doers,
        List<EventDetails> events,
        List<Told> deeds,
        @Nullable Long next) {
    static final String PATH = "/organiser/deeds";

    public Map<String, String> eventNames() {
        Map<String, String> names = any();
        events.forEach(event -> names.put(
                event.event().slug(), shell.text(event.event().title()) + ", " + event.days(shell.language())));
        return names;
    }

    public Map<String, String> actors() {
        Map<String, String> names = any();
        names.putAll(doers);
        names.put("participant", shell.text("deeds.by.participant"));
        names.put("system", shell.text("deeds.by.system"));
        return names;
    }

    public Map<String, String> kinds() {
        Map<String, String> names = any();
        names.putAll(shell.inOrder(Teller.deeds(Texts.in(shell.language()))));
        return names;
    }

    private Map<String, String> any() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("", shell.text("workspace.all"));
        return names;
    }

    public String when(Instant instant) {
        return shell.dates().shortMoment(instant, zone);
    }

    /** The same whatever registration it was done to. */
    public String ofAnybody() {
        return PATH + filter.ofAnybody().query();
    }

    public String file(String format) {
        return PATH + "." + format + filter.query();
    }

    public Optional<String> older() {
        String query = filter.query();
        return Optional.ofNullable(next)
                .map(before -> PATH + (query.isEmpty() ? "?" : query + "&") + "before=" + before);
    }
}
