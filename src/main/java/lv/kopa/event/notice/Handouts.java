package lv.kopa.event.notice;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.inject.Singleton;
import java.util.List;
import lv.kopa.event.material.Handout;
import lv.kopa.event.material.Materials;

/** What everybody may read of events, as it was last read: it changes with their revision. */
@Singleton
class Handouts {
    private static final int MOST = 1_000;

    private final Materials materials;
    private final Pulse pulse;
    private final Cache<Long, Kept> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();

    Handouts(Materials materials, Pulse pulse) {
        this.materials = materials;
        this.pulse = pulse;
    }

    private record Kept(String revision, List<Handout> handouts) {}

    /** Those of an event that are for everybody, whether or not it is time for them. */
    List<Handout> of(long event) {
        String revision = pulse.revision();
        Kept known = kept.getIfPresent(event);
        if (known != null && known.revision().equals(revision)) {
            return known.handouts();
        }
        List<Handout> read = materials.of(event).stream()
                .filter(handout -> handout.material().forEverybody())
                .toList();
        kept.put(event, new Kept(revision, read));
        return read;
    }
}
