package lv.kopa.attendance.badge;

import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lv.kopa.attendance.Expected;
import lv.kopa.event.notice.EventView;
import lv.kopa.paper.Press;
import lv.kopa.registration.Registration;
import lv.kopa.templates.StaticTemplates;

/** Prints badges for everybody who is expected. */
@Singleton
class Badges {
    private final StaticTemplates templates = new StaticTemplates();
    private final Expected expected;
    private final BadgeRepository repository;
    private final Press press;

    Badges(Expected expected, BadgeRepository repository, Press press) {
        this.expected = expected;
        this.repository = repository;
        this.press = press;
    }

    /** Who gets one, in the order of the reader's alphabet. */
    List<Registration> people(EventView view) {
        return expected.at(
                view.details(), (person, chosen) -> true, view.shell().language());
    }

    /** @param from the place on the first sheet to begin at, from 1; what is none counts as the first */
    byte[] print(EventView view, Labels labels, String from) {
        int place = from.matches("\\d{1,2}") ? Integer.parseInt(from) - 1 : 0;
        Set<Long> photographed =
                new HashSet<>(repository.photographed(view.event().id()));
        BadgePaper paper = new BadgePaper(
                view, labels, Math.max(0, Math.min(place, labels.perPage() - 1)), people(view), photographed);
        return press.print(() -> templates.attendanceBadges(paper));
    }
}
