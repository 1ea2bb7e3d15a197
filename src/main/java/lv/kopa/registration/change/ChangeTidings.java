package lv.kopa.registration.change;

import jakarta.inject.Singleton;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.event.Session;
import lv.kopa.event.rehearsal.Tidings;
import lv.kopa.mail.Wording.Fact;
import lv.kopa.text.Language;

/** What somebody hears who has a place in all parts of an event. */
@Singleton
class ChangeTidings implements Tidings {
    @Override
    public List<Fact> of(EventDetails before, EventDetails after, Language reader) {
        Snapshot known = Snapshot.of(before);
        List<Long> all = after.sessions().stream().map(Session::id).toList();
        return reader.first().stream()
                .map(language -> Differences.of(known, after, language, all, true))
                .filter(facts -> !facts.isEmpty())
                .findFirst()
                .orElse(List.of());
    }
}
