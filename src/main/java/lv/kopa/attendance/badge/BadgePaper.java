package lv.kopa.attendance.badge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lv.kopa.event.notice.EventView;
import lv.kopa.paper.Picture;
import lv.kopa.paper.QrCode;
import lv.kopa.registration.Registration;
import lv.kopa.web.Shell;

/**
 * Badges as they are printed.
 *
 * @param from the place on the first sheet to begin at, from 0, where labels were taken off before
 * @param photographed the ids of the registrations of those who agreed to be photographed
 */
public record BadgePaper(EventView view, Labels labels, int from, List<Registration> people, Set<Long> photographed) {
    /** A badge and where it stands on its sheet. */
    public record Badge(String left, String top, Registration person) {}

    public Shell shell() {
        return view.shell();
    }

    /** Sheet by sheet. */
    public List<List<Badge>> sheets() {
        List<List<Badge>> sheets = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            int place = (from + i) % labels.perPage();
            if (place == 0 || sheets.isEmpty()) {
                sheets.add(new ArrayList<>());
            }
            sheets.get(sheets.size() - 1).add(new Badge(labels.left(place), labels.top(place), people.get(i)));
        }
        return sheets;
    }

    /** How large a name is printed, in points: so that it can be read from as far as it fits. */
    public String nameSize(Registration person) {
        return Double.toString(labels.forName().size(person.name()));
    }

    /** The same of where somebody is from. */
    public String organisationSize(Registration person) {
        int below = (category(person).isEmpty() ? 0 : 1) + (isNotPhotographed(person) ? 1 : 0);
        return Double.toString(labels.forOrganisation(below).size(organisation(person)));
    }

    public String organisation(Registration person) {
        return Optional.ofNullable(person.organisation()).orElse("");
    }

    public String category(Registration person) {
        return view.details()
                .categoryOf(person.categoryId())
                .map(kind -> shell().text(kind.name()))
                .orElse("");
    }

    public boolean isNotPhotographed(Registration person) {
        return !photographed.contains(person.id());
    }

    /** The code that is read at the door, as the address of a picture. */
    public String code(Registration person) {
        String address = shell().links().to("/organiser/check-in/" + person.reference());
        return Picture.address(QrCode.png(address), "image/png").orElseThrow();
    }
}
