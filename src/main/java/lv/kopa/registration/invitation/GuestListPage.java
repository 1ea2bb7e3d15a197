package lv.kopa.registration.invitation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lv.kopa.event.Approval;
import lv.kopa.event.notice.EventView;
import lv.kopa.registration.invitation.GuestReader.Typed;
import lv.kopa.text.Faults;
import lv.kopa.text.InvalidInput;
import lv.kopa.text.Language;
import lv.kopa.text.Sentence;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/**
 * A list of people before they are invited, with what is wrong with whom.
 *
 * @param form the list as typed, who of it is chosen, and how they are invited
 */
public record GuestListPage(EventView view, Form form, List<Row> rows) {
    /** Where the page says which list it showed. */
    private static final String SHOWN = "shown";

    /**
     * One of them.
     *
     * @param number in the list, from 1
     */
    public record Row(
            int number, String name, String email, String more, Optional<Guest> guest, List<Sentence> faults) {
        public boolean isRight() {
            return faults.isEmpty();
        }

        /** How its field is called when it is chosen. */
        public String value() {
            return Integer.toString(number);
        }
    }

    /** What becomes of a list; where it is no list the form says so, and there are no rows. */
    static GuestListPage of(EventView view, Form form, GuestReader reader) {
        Language otherwise =
                Language.of(form.get("language")).orElse(view.shell().language());
        List<Row> rows = new ArrayList<>();
        try {
            for (Typed typed : GuestTable.read(form.get("list"))) {
                rows.add(row(rows.size() + 1, typed, otherwise, reader, view.shell()));
            }
        } catch (InvalidInput invalid) {
            invalid.faults().forEach(form::reject);
        }
        return new GuestListPage(view, form, rows);
    }

    private static Row row(int number, Typed typed, Language otherwise, GuestReader reader, Shell shell) {
        Faults faults = new Faults();
        Optional<Guest> guest = reader.read(typed, otherwise, faults);
        String more = guest.map(read -> read.language().ownName()
                        + read.category()
                                .map(category -> " · " + shell.text(category.name()))
                                .orElse(""))
                .orElse("");
        return new Row(
                number,
                typed.name(),
                typed.email(),
                more,
                guest,
                List.copyOf(faults.found().values()));
    }

    public Shell shell() {
        return view.shell();
    }

    public String path() {
        return InvitationsPage.path(view);
    }

    public Map<String, String> languages() {
        return InvitationsPage.names();
    }

    public boolean mayApprove() {
        return view.event().approval() == Approval.MANUAL;
    }

    /** Names the list that is shown, in a word. */
    public String shown() {
        return new Token(form.get("list")).hash().substring(0, 16);
    }

    /** Whether somebody chose from just this list. */
    boolean isChosenFrom() {
        return form.get(SHOWN).equals(shown());
    }

    /** Whether a row is to be invited: as it was chosen, and at first whatever is right. */
    public boolean isChosen(Row row) {
        return isChosenFrom() ? form.chose("rows", row.value()) : row.isRight();
    }

    List<Row> chosen() {
        return rows.stream().filter(this::isChosen).toList();
    }

    public long right() {
        return rows.stream().filter(Row::isRight).count();
    }

    public long wrong() {
        return rows.size() - right();
    }
}
