package lv.kopa.registration.party;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.Approval;
import lv.kopa.event.Category;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.wish.Hitch;
import lv.kopa.registration.wish.Inquiry;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;

/**
 * The form by which a contact registers several people.
 *
 * @param path where it is sent
 * @param party to which they are added, if there is one
 * @param seated whether there was a place, for each who is named, where there was none for some
 */
public record PartyFormPage(
        EventView view, Form form, String path, Optional<Party> party, List<Boolean> seated, Hitch hitch) {
    private static final List<String> FOR_ONE = List.of("alternatives", "sessions", "waitFor");

    PartyFormPage(EventView view, Form form, String path, Optional<Party> party) {
        this(view, form, path, party, List.of(), Hitch.NONE);
    }

    public Shell shell() {
        return view.shell();
    }

    PartyFormPage seated(List<Boolean> places) {
        return new PartyFormPage(view, form, path, party, places, hitch);
    }

    PartyFormPage with(Hitch met) {
        return new PartyFormPage(view, form, path, party, seated, met);
    }

    public List<Integer> rows() {
        return PartyRows.of(form);
    }

    /** What was chosen in the form for one person and is not asked here, for whoever goes back to it. */
    public Map<String, List<String>> chosenForOne() {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        if (party.isEmpty()) {
            FOR_ONE.forEach(field -> chosen.put(field, form.all(field)));
        }
        return chosen;
    }

    public String prefix(int row) {
        return PartyRows.prefix(row);
    }

    public Inquiry inquiry(int row) {
        return Inquiry.fromContact(view, form, prefix(row));
    }

    public boolean mayAdd() {
        return rows().size() < PartyRows.MOST;
    }

    /** Where the page is to open when a row was added. */
    public String added() {
        return path + "#people-" + PartyRows.next(form);
    }

    /** That the organiser decides who of them comes, and by when, where it is so. */
    public String decision() {
        return view.event().approval() == Approval.MANUAL
                ? shell().text("event.chosen-by-organiser") + " " + view.decision()
                : "";
    }

    public boolean hasKinds() {
        return !view.details().categories().isEmpty();
    }

    /** The kinds of place, each with how many are left. */
    public Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("", shell().text("registration.form.choose"));
        for (Category category : view.details().categories()) {
            kinds.put(
                    category.categoryKey(),
                    shell().text(
                                    "registration.party.kind",
                                    shell().text(category.name()),
                                    view.availability(category).phrase()));
        }
        return kinds;
    }

    /** Whether there are places for some only, and the contact is to say what then. */
    public boolean isToDecide() {
        return !seated.isEmpty();
    }

    public boolean restMayWait() {
        return view.event().waitingList();
    }

    /** The names of those for whom there was a place, or was none. */
    public List<String> names(boolean place) {
        List<Integer> named = PartyRows.filled(form);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < Math.min(named.size(), seated.size()); i++) {
            if (seated.get(i) == place) {
                String prefix = prefix(named.get(i));
                String kind = view.details()
                        .category(form.get(prefix + "category"))
                        .map(category -> shell().text(category.name()))
                        .orElse("");
                String name = form.get(prefix + "name");
                names.add(kind.isEmpty() ? name : shell().text("registration.party.kind", name, kind));
            }
        }
        return names;
    }

    public String privacyContact() {
        String email = view.details().organisation().email();
        return email == null ? shell().text("registration.form.privacy.contact") : email;
    }
}
