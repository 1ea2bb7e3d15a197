package lv.kopa.event.edit;

import jakarta.inject.Singleton;
import java.util.Optional;
import lv.kopa.event.Event;
import lv.kopa.event.announcement.Announcements;
import lv.kopa.event.announcement.EventPlan;
import lv.kopa.organisation.Organisation;
import lv.kopa.organisation.Organiser;
import lv.kopa.text.InvalidInput;

/** Drafts what was typed into the form of a new event. */
@Singleton
class Drafting {
    private final Announcements announcements;
    private final EventForms forms;

    Drafting(Announcements announcements, EventForms forms) {
        this.announcements = announcements;
        this.forms = forms;
    }

    /** The draft; nothing where the form says by now what is wrong. */
    Optional<Event> draft(EventFormPage page, Organiser organiser) {
        Optional<Organisation> holder = holder(page, organiser);
        return holder.flatMap(holding -> draft(page, holding, organiser));
    }

    /** Says in the form what would be wrong with it as a draft. */
    void check(EventFormPage page, Organiser organiser) {
        holder(page, organiser).ifPresent(holder -> forms.read(page, holder));
    }

    private Optional<Organisation> holder(EventFormPage page, Organiser organiser) {
        Optional<Organisation> holder = forms.holder(organiser, page.form().get("organisation"));
        if (holder.isEmpty()) {
            page.form().reject("organisation", "workspace.fault.organisation");
        }
        return holder;
    }

    private Optional<Event> draft(EventFormPage page, Organisation holder, Organiser organiser) {
        EventPlan plan = forms.read(page, holder);
        if (page.form().hasErrors()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    announcements.draft(plan, holder, organiser.actor()).event());
        } catch (InvalidInput refused) {
            forms.tell(page, refused);
            return Optional.empty();
        }
    }
}
