package lv.kopa.registration.selection;

import jakarta.inject.Singleton;
import java.util.List;
import lv.kopa.registration.RegistrationSettled;
import lv.kopa.web.Form;

/** Does what an organiser chose on the page with all who await approval; where it cannot be done the form says why. */
@Singleton
class Choosing {
    private final Selection selection;

    Choosing(Selection selection) {
        this.selection = selection;
    }

    /** @return with how many people it had to do */
    int choose(SelectionPage page, String actor) {
        Form form = page.form();
        boolean approved = form.chose("do", "approve");
        boolean decides = approved || form.chose("do", "decline");
        List<Judgement> judgements = SelectionForm.judgements(form, page.shown(), page.criteria());
        List<String> ticked = page.shown().stream()
                .filter(page::isTicked)
                .map(Candidate::reference)
                .toList();
        String reason = decides ? SelectionForm.reason(form) : "";
        if (decides && ticked.size() < form.all(SelectionForm.TICKED).size()) {
            form.reject("people", "registration.settled.not-awaiting");
        } else if (decides && ticked.isEmpty()) {
            form.reject("people", "workspace.selection.fault.nobody");
        }
        if (form.hasErrors()) {
            return 0;
        }
        Selection.Verdict verdict = new Selection.Verdict(approved, ticked, reason, form.chose("rest", "wait"));
        return decides ? decide(page, judgements, verdict, actor) : keep(page, judgements, actor);
    }

    private int keep(SelectionPage page, List<Judgement> judgements, String actor) {
        try {
            return selection.keep(page.view().details(), judgements, actor);
        } catch (NoteChanged meanwhile) {
            sayTheirs(page, meanwhile);
        } catch (RegistrationSettled settled) {
            sayWho(page, settled);
        }
        return 0;
    }

    private int decide(SelectionPage page, List<Judgement> judgements, Selection.Verdict verdict, String actor) {
        try {
            selection.decide(page.view().details(), judgements, verdict, actor);
        } catch (NotAllFit some) {
            int places = some.seated().size();
            String names = places == 0 ? "–" : String.join(", ", some.seated());
            page.form()
                    .reject(
                            "rest",
                            "workspace.selection.fault.room",
                            verdict.people().size(),
                            places,
                            names);
        } catch (NoteChanged meanwhile) {
            sayTheirs(page, meanwhile);
        } catch (RegistrationSettled settled) {
            sayWho(page, settled);
        }
        return verdict.people().size();
    }

    /** Shows who people are by now, and lets the reader go on who has seen it. */
    private static void sayWho(SelectionPage page, RegistrationSettled settled) {
        page.form().reject("people", settled.sentence());
        page.shown().forEach(candidate -> SelectionForm.showAnew(page.form(), candidate));
    }

    /** Shows what somebody else wrote, and lets the reader write over it who has seen it. */
    private static void sayTheirs(SelectionPage page, NoteChanged meanwhile) {
        page.all().stream()
                .filter(candidate -> candidate.reference().equals(meanwhile.reference()))
                .forEach(candidate -> page.form()
                        .replace(SelectionForm.version(candidate), SelectionForm.shown(candidate))
                        .reject(SelectionForm.note(candidate), "workspace.selection.fault.note", candidate.note()));
    }
}
