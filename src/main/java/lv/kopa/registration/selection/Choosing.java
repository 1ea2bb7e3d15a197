package lv.kopa.registration.selection;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lv.kopa.registration.RegistrationSettled;
import lv.kopa.web.Form;

/** Does what an organiser chose on the page with all who await approval; where it cannot be done the form says why. */
@Singleton
class Choosing {
    private final Selection selection;
    private final Foresight foresight;

    Choosing(Selection selection, Foresight foresight) {
        this.selection = selection;
        this.foresight = foresight;
    }

    /** What the organiser is to be asked before it is done; nothing where they only keep something, or are sure. */
    Optional<Prospect> toBeAsked(SelectionPage page, String actor) {
        Form form = page.form();
        if (!decides(form)) {
            return Optional.empty();
        }
        List<Candidate> ticked = ticked(page);
        List<Judgement> judgements = SelectionForm.judgements(form, page.shown(), page.criteria());
        Selection.Verdict verdict = verdict(form, ticked);
        if (form.hasErrors()) {
            return Optional.empty();
        }
        return attempt(page, verdict, () -> foresight.seated(page.view().details(), judgements, verdict, actor))
                .map(seated -> new Prospect(verdict.approved(), ticked, seated))
                .filter(prospect -> !form.chose(SelectionForm.SURE, prospect.token()));
    }

    /** @return with how many people it had to do */
    int choose(SelectionPage page, String actor) {
        Form form = page.form();
        List<Judgement> judgements = SelectionForm.judgements(form, page.shown(), page.criteria());
        Selection.Verdict verdict = verdict(form, ticked(page));
        if (form.hasErrors()) {
            return 0;
        }
        if (decides(form)) {
            attempt(page, verdict, () -> selection.decide(page.view().details(), judgements, verdict, actor));
            return verdict.people().size();
        }
        return keep(page, judgements, actor);
    }

    private static boolean decides(Form form) {
        return form.chose("do", "approve") || form.chose("do", "decline");
    }

    private static List<Candidate> ticked(SelectionPage page) {
        return page.shown().stream().filter(page::isTicked).toList();
    }

    /** What was chosen; what is wrong with it the form says, where it is a decision. */
    private static Selection.Verdict verdict(Form form, List<Candidate> ticked) {
        boolean approved = form.chose("do", "approve");
        boolean decides = decides(form);
        if (decides && ticked.size() < form.all(SelectionForm.TICKED).size()) {
            form.reject("people", "registration.settled.not-awaiting");
        } else if (decides && ticked.isEmpty()) {
            form.reject("people", "workspace.selection.fault.nobody");
        }
        return new Selection.Verdict(
                approved,
                ticked.stream().map(Candidate::reference).toList(),
                decides ? SelectionForm.reason(form, approved) : "",
                form.chose("rest", "wait"));
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

    /** Deciding, for good or to see what would come of it. */
    private interface Attempt {
        Set<String> seated();
    }

    private static Optional<Set<String>> attempt(SelectionPage page, Selection.Verdict verdict, Attempt attempt) {
        try {
            return Optional.of(attempt.seated());
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
        return Optional.empty();
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
