package lv.kopa.registration.intake;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import lv.kopa.event.EventDetails;
import lv.kopa.event.EventStale;
import lv.kopa.event.template.Templates;
import lv.kopa.file.FileRefused;
import lv.kopa.organisation.Organiser;
import lv.kopa.registration.Bringing;
import lv.kopa.registration.RegistrationSettled;
import lv.kopa.text.Sentence;
import lv.kopa.web.Form;
import lv.kopa.web.Shell;
import lv.kopa.web.Token;

/** Does what an organiser chose to do with a table: look again, leave rows out, or register those who are right. */
@Singleton
class Deciding {
    private final IntakePages pages;
    private final Intake intake;
    private final Templates templates;

    Deciding(IntakePages pages, Intake intake, Templates templates) {
        this.pages = pages;
        this.intake = intake;
        this.templates = templates;
    }

    /** What is to be seen then; where it was not done, the form says why. */
    IntakePage decide(Shell shell, EventDetails event, PeopleTable table, Form form, Organiser organiser) {
        IntakePage page = pages.of(shell, event, table, form);
        if (form.chose("do", "leave-out")) {
            page.people().stream()
                    .filter(Person::isWrong)
                    .forEach(person -> form.with(IntakePage.LEFT_OUT, person.number()));
            return pages.of(shell, event, table, form);
        }
        if (!form.chose("do", "take")) {
            return page;
        }
        if (!page.isAsShown()) {
            form.note("", "workspace.intake.changed");
            return page;
        }
        return isFit(page) ? register(page, organiser) : page;
    }

    private boolean isFit(IntakePage page) {
        Form form = page.form();
        if (page.view().event().isCancelled()) {
            form.reject("", "workspace.intake.closed");
        }
        if (templates.find(page.view().event()).isPresent()) {
            form.reject("", "workspace.intake.template");
        }
        if (page.chosen().isEmpty()) {
            form.reject("people", "workspace.intake.fault.nobody");
        }
        if (page.wrong() > 0) {
            form.reject("people", "workspace.intake.fault.people", page.wrong());
        }
        if (form.hasErrors()) {
            return false;
        }
        if (!page.room().isEnough() && !isToWait(page)) {
            form.reject(
                    "rest",
                    "workspace.intake.fault.room",
                    page.room().people(),
                    page.room().seated());
        }
        return !form.hasErrors();
    }

    private static boolean isToWait(IntakePage page) {
        return page.mayWait() && page.form().chose("rest", "wait");
    }

    private IntakePage register(IntakePage page, Organiser organiser) {
        Form form = page.form();
        Intake.How how = new Intake.How(isToWait(page), page.isWriting());
        try {
            int waiting = intake.register(
                    page.view().details(),
                    Token.typed(form.get(IntakePage.KEPT)),
                    page.applicants(),
                    how,
                    organiser.actor());
            return page.done(waiting);
        } catch (Bringing.NotForAll some) {
            form.reject("rest", "workspace.intake.fault.room", some.seated().size(), seated(some));
            return page.with(unseated(page, some.seated()));
        } catch (RegistrationSettled | EventStale meanwhile) {
            form.reject("people", "workspace.intake.fault.meanwhile");
        } catch (FileRefused gone) {
            form.reject("people", gone.sentence());
        }
        return page;
    }

    private static int seated(Bringing.NotForAll some) {
        return (int) some.seated().stream().filter(seat -> seat).count();
    }

    private static List<Person> unseated(IntakePage page, List<Boolean> seated) {
        List<Person> people = new ArrayList<>();
        int next = 0;
        for (Person person : page.people()) {
            boolean hasPlace = person.leftOut() || seated.get(next++);
            people.add(hasPlace ? person : person.without(Sentence.of("workspace.intake.fault.place")));
        }
        return people;
    }
}
