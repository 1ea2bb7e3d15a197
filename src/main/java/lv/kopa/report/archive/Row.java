package lv.kopa.report.archive;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a list of what is recorded: moments stand in it on the clocks of a place, and once more as programs read them. */
final class Row {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final ZoneId zone;
    private final List<String> cells = new ArrayList<>();

    /** @param zone whose clocks they are */
    Row(ZoneId zone) {
        this.zone = zone;
    }

    Row text(@Nullable String value) {
        cells.add(value == null ? "" : value);
        return this;
    }

    Row zone() {
        return text(zone.getId());
    }

    Row at(@Nullable Instant instant) {
        text(instant == null ? "" : instant.atZone(zone).format(SECONDS));
        return text(instant == null ? "" : instant.toString());
    }

    Row on(@Nullable LocalDateTime wallClock) {
        return text(wallClock == null ? "" : wallClock.format(MINUTES));
    }

    List<String> cells() {
        return List.copyOf(cells);
    }
}
