package lv.kopa.registration.address;

import io.micronaut.core.annotation.Introspected;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import lv.kopa.text.Zones;
import lv.kopa.web.Shell;

/** When a program last came for a calendar, and what it calls itself. */
@Introspected
public record Fetched(Instant fetchedAt, String fetchedBy) {
    /** What comes again sooner is not written down again. */
    public static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    /** That it was, or that none ever came. */
    public static String said(Shell shell, Optional<Fetched> last) {
        return last.map(fetched -> shell.text(
                        "calendar.fetched",
                        shell.dates().deadline(fetched.fetchedAt(), Zones.HOME),
                        fetched.fetchedBy()))
                .orElseGet(() -> shell.text("calendar.fetched.never"));
    }
}
